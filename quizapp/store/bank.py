"""The bank: all questions that a teacher can use, found by what they ask and what they are."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from quizapp import models
from quizapp.models import QuestionTag, QuestionVersion, Status
from quizapp.store.library import StoredQuestion, at_hand, newest_questions, stored_question

A_PAGE = 25
"""So many questions are shown at once."""


@dataclass(frozen=True)
class Search:
    """What is looked for; what is empty is not asked about. Pages are counted from 1."""

    text: str = ""
    article: int | None = None
    skill: str = ""
    process: str = ""
    kind: str = ""
    status: str = ""
    tag: str = ""
    page: int = 1


@dataclass(frozen=True)
class Hit:
    """A question that was found, with its article and its tags."""

    stored: StoredQuestion
    article_id: int
    headline: str
    shipped: bool
    tags: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """One page of what was found, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // A_PAGE))


def search(session: Session, teacher_id: int, wanted: Search) -> Found:
    """The questions about articles that the teacher has at hand, as *wanted*, by article."""
    asked = (
        newest_questions()
        .join(models.Article, models.Article.id == models.Question.article_id)
        .add_columns(models.Article)
        .where(at_hand(teacher_id), *_conditions(wanted))
    )
    total = session.scalars(select(func.count()).select_from(_ids(asked).subquery())).one()
    rows = session.execute(
        asked.order_by(models.Article.headline, models.Article.id, models.Question.id)
        .limit(A_PAGE)
        .offset(A_PAGE * (wanted.page - 1))
    ).all()
    tags = _tags(session, [row.Question.id for row in rows])
    hits = (
        Hit(
            stored=stored_question(row.Question, row.QuestionVersion),
            article_id=row.Article.id,
            headline=row.Article.headline,
            shipped=row.Article.teacher_id is None,
            tags=tuple(tags.get(row.Question.id, ())),
        )
        for row in rows
    )
    return Found(tuple(hits), total)


def tags(session: Session, teacher_id: int) -> tuple[str, ...]:
    """All tags of questions about articles that the teacher has at hand."""
    return tuple(
        session.scalars(
            select(QuestionTag.tag)
            .join(models.Question, models.Question.id == QuestionTag.question_id)
            .join(models.Article, models.Article.id == models.Question.article_id)
            .where(at_hand(teacher_id))
            .distinct()
            .order_by(QuestionTag.tag)
        )
    )


def _conditions(wanted: Search) -> list[ColumnElement[bool]]:
    question = models.Question
    equal = {
        question.article_id: wanted.article,
        question.skill: wanted.skill,
        question.process: wanted.process,
        question.kind: wanted.kind,
        question.status: wanted.status,
    }
    conditions = [column == value for column, value in equal.items() if value]
    if not wanted.status:
        conditions.append(question.status != Status.DROPPED)
    if wanted.tag:
        tagged = select(QuestionTag.question_id).where(QuestionTag.tag == wanted.tag)
        conditions.append(question.id.in_(tagged))
    return conditions + [_has(word) for word in wanted.text.split()]


def _has(word: str) -> ColumnElement[bool]:
    """Whether the word stands in the stem, in the explanation or in the headline."""
    body = QuestionVersion.body
    texts = (
        body["prompt"].as_string(),
        body["explanation"].as_string(),
        models.Article.headline,
    )
    return or_(*(text.icontains(word, autoescape=True) for text in texts))


def _ids(asked: Select[models.Question, QuestionVersion, models.Article]) -> Select[int]:
    return asked.with_only_columns(models.Question.id)


def _tags(session: Session, question_ids: list[int]) -> dict[int, list[str]]:
    rows = session.scalars(
        select(QuestionTag)
        .where(QuestionTag.question_id.in_(question_ids))
        .order_by(QuestionTag.tag)
    )
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.question_id, []).append(row.tag)
    return found
