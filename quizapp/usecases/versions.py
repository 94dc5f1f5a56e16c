"""Versions of texts and of questions: what every use case that writes one shares."""

from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from quizapp import clock, models
from quizapp.models import ArticleVersion, Origin, QuestionVersion, Status

EVIDENCE_GONE = "The evidence is no longer in the text."
CLAIM_CHANGED = "Its claim was changed."
"""Why a question is flagged."""


class Text(NamedTuple):
    """An article with what it attributes to whom: what a version holds."""

    article: Article
    claims: Claims


def add_text(
    session: Session, article_id: int, number: int, text: Text, teacher_id: int | None
) -> None:
    """Store *text* as the version *number* of the article; no version before it changes."""
    session.add(
        ArticleVersion(
            article_id=article_id,
            number=number,
            content=schema.dump(text.article),
            claims=schema.dump(text.claims),
            created_at=clock.now(),
            teacher_id=teacher_id,
        )
    )
    session.flush()


def add_question(
    session: Session, row: models.Question, question: Question[Any], teacher_id: int | None = None
) -> QuestionVersion:
    """Store *question* as the first version of *row*, which is new; returns the version."""
    describe(row, question)
    session.add(row)
    session.flush()
    return _add(session, row, 1, question, teacher_id)


def add_version(
    session: Session, row: models.Question, question: Question[Any], teacher_id: int | None
) -> QuestionVersion:
    """Store *question* as the next version of *row*; no version before it changes."""
    describe(row, question)
    last = session.scalars(
        select(func.max(QuestionVersion.number)).where(QuestionVersion.question_id == row.id)
    ).one()
    return _add(session, row, last + 1, question, teacher_id)


def new_row(article_id: int, slug: str, origin: Origin, status: Status) -> models.Question:
    """A question about an article, without any version yet."""
    return models.Question(article_id=article_id, slug=slug, origin=origin, status=status)


def describe(row: models.Question, question: Question[Any]) -> None:
    """Let *row* be found by what *question* is."""
    row.kind = question.kind
    row.skill = question.skill
    row.process = question.process


def _add(
    session: Session,
    row: models.Question,
    number: int,
    question: Question[Any],
    teacher_id: int | None,
) -> QuestionVersion:
    version = QuestionVersion(
        question_id=row.id,
        number=number,
        body=types.dump(question),
        created_at=clock.now(),
        teacher_id=teacher_id,
    )
    session.add(version)
    session.flush()
    return version
