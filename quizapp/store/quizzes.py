"""Quizzes as they were published, with their questions and their article."""

from dataclasses import dataclass
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


def items(session: Session, quiz_id: int) -> tuple[Item, ...]:
    """The questions of a quiz, in order."""
    rows = session.execute(
        select(QuizItem.position, QuestionVersion.id, QuestionVersion.body)
        .join(QuestionVersion, QuestionVersion.id == QuizItem.question_version_id)
        .where(QuizItem.quiz_id == quiz_id)
        .order_by(QuizItem.position)
    )
    return tuple(Item(row.position, row.id, types.load(row.body)) for row in rows)


def article(session: Session, quiz_id: int) -> Article:
    """The article that a quiz is about."""
    content = session.scalars(_article(models.Article.content, quiz_id)).one()
    return schema.load(Article, content)


def claims(session: Session, quiz_id: int) -> Claims:
    """What the article of a quiz attributes to whom."""
    return schema.load(Claims, session.scalars(_article(models.Article.claims, quiz_id)).one())


def _article(column: Any, quiz_id: int) -> Any:
    return select(column).join(Quiz, Quiz.article_id == models.Article.id).where(Quiz.id == quiz_id)
