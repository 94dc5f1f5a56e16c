"""Quizzes as they were published, with their questions and their article."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from quizapp import models
from quizapp.models import QuestionVersion, Quiz, QuizItem


@dataclass(frozen=True)
class Item:
    """One question at its place in a quiz."""

    position: int
    version_id: int
    question: Question[Any]


@dataclass(frozen=True)
class Published:
    """All that a quiz consists of."""

    items: tuple[Item, ...]
    article: Article
    claims: Claims


def items(session: Session, quiz_id: int) -> tuple[Item, ...]:
    """The questions of a quiz, in order."""
    return published(session, quiz_id).items


def article(session: Session, quiz_id: int) -> Article:
    """The article that a quiz is about."""
    return published(session, quiz_id).article


def claims(session: Session, quiz_id: int) -> Claims:
    """What the article of a quiz attributes to whom."""
    return published(session, quiz_id).claims


def published(session: Session, quiz_id: int) -> Published:
    """A quiz as it was published. It never changes, so it is read once and then kept."""
    place = _place(session.get_bind(), quiz_id)
    if not place:
        place.append(_read(session, quiz_id))
    return place[0]


@lru_cache(maxsize=128)
def _place(engine: object, quiz_id: int) -> list[Published]:  # noqa: ARG001  the key is enough
    """Where the quiz of one database is kept: an empty list at first."""
    return []


def _read(session: Session, quiz_id: int) -> Published:
    row = session.execute(
        select(models.Article.content, models.Article.claims)
        .join(Quiz, Quiz.article_id == models.Article.id)
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
