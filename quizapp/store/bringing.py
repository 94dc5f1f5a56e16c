"""The texts that a teacher has brought and that are not articles yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import ReadingJob


@dataclass(frozen=True)
class JobView:
    """A text on its way. ``step`` says what is being done; ``problem`` why it came to nothing.

    ``kept`` tells whether what was brought is still there.
    """

    id: int
    title: str
    media: str
    step: str
    problem: str | None
    article_id: int | None
    created_at: datetime
    changed_at: datetime
    kept: bool


def job(session: Session, teacher_id: int, job_id: int) -> JobView:
    """The teacher's job *job_id*."""
    row = session.execute(_of(teacher_id).where(ReadingJob.id == job_id)).first()
    if row is None:
        raise NotFound
    return JobView(**row._mapping)


def jobs(session: Session, teacher_id: int) -> tuple[JobView, ...]:
    """The teacher's jobs that have not become an article, newest first."""
    rows = session.execute(
        _of(teacher_id).where(ReadingJob.article_id.is_(None)).order_by(ReadingJob.id.desc())
    )
    return tuple(JobView(**row._mapping) for row in rows)


def before(session: Session, job_id: int, ends: tuple[str, ...]) -> int:
    """How many jobs came before this one and have not come to one of their *ends*."""
    return session.scalars(
        select(func.count()).where(ReadingJob.id < job_id, ReadingJob.step.not_in(ends))
    ).one()


def _of(teacher_id: int) -> Select[*tuple[Any, ...]]:
    # All but the upload itself: it is large, and a page that shows progress asks every second.
    return select(
        ReadingJob.id,
        ReadingJob.title,
        ReadingJob.media,
        ReadingJob.step,
        ReadingJob.problem,
        ReadingJob.article_id,
        ReadingJob.created_at,
        ReadingJob.changed_at,
        ReadingJob.upload.is_not(None).label("kept"),
    ).where(ReadingJob.teacher_id == teacher_id)
