"""Quizzes as they were published, with their questions and their article.

They take no session: what they return is the same in each.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from quizapp import db
from quizapp.models import ArticleVersion, QuestionVersion, Quiz, QuizItem


@dataclass(frozen=True)
class Item:
    """One question at its place in a quiz.

    In an assignment it may not ``count``, or count otherwise than published since ``changed_at``:
    see ``store.rulings``.
    """

    position: int
    version_id: int
    question: Question[Any]
    counts: bool = True
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Published:
    """All that a quiz consists of."""

    items: tuple[Item, ...]
    article: Article
    claims: Claims


def items(quiz_id: int) -> tuple[Item, ...]:
    """The questions of a quiz, in order."""
    return published(quiz_id).items


def article(quiz_id: int) -> Article:
    """The article that a quiz is about."""
    return published(quiz_id).article


def claims(quiz_id: int) -> Claims:
    """What the article of a quiz attributes to whom."""
    return published(quiz_id).claims


def published(quiz_id: int) -> Published:
    """A quiz as it was published. It never changes, so it is read once and then kept."""
    return _published(db.sql.engine, quiz_id)


@lru_cache(maxsize=128)
def _published(engine: Engine, quiz_id: int) -> Published:
    # In a session of its own: what is kept must not depend on a transaction still under way.
    with Session(engine) as session:
        return _read(session, quiz_id)


def _read(session: Session, quiz_id: int) -> Published:
    row = session.execute(
        select(ArticleVersion.content, ArticleVersion.claims)
        .join(
            Quiz,
            (Quiz.article_id == ArticleVersion.article_id)
            & (Quiz.article_version == ArticleVersion.number),
        )
        .where(Quiz.id == quiz_id)
    ).one()
    asked = session.execute(
        select(QuizItem.position, QuestionVersion.id, QuestionVersion.body)
        .join(QuestionVersion, QuestionVersion.id == QuizItem.question_version_id)
        .where(QuizItem.quiz_id == quiz_id)
        .order_by(QuizItem.position)
    )
    return Published(
        items=tuple(Item(each.position, each.id, types.load(each.body)) for each in asked),
        article=schema.load(Article, row.content),
        claims=schema.load(Claims, row.claims),
    )
