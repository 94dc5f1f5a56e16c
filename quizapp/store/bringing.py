"""The texts that a teacher has brought and that are not articles yet."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import ReadingJob


@dataclass(frozen=True)
class JobView:
    """A text on its way. ``step`` says what is being done; ``problem`` why it came to nothing."""

    id: int
    title: str
    step: str
    problem: str | None
    article_id: int | None
    created_at: datetime
    changed_at: datetime


def job(session: Session, teacher_id: int, job_id: int) -> JobView:
    """The teacher's job *job_id*."""
    row = session.get(ReadingJob, job_id)
    if row is None or row.teacher_id != teacher_id:
        raise NotFound
    return _view(row)


def jobs(session: Session, teacher_id: int) -> tuple[JobView, ...]:
    """The teacher's jobs that have not become an article, newest first."""
    rows = session.scalars(
        select(ReadingJob)
        .where(ReadingJob.teacher_id == teacher_id, ReadingJob.article_id.is_(None))
        .order_by(ReadingJob.id.desc())
    )
    return tuple(_view(row) for row in rows)


def _view(row: ReadingJob) -> JobView:
    return JobView(
        id=row.id,
        title=row.title,
        step=row.step,
        problem=row.problem,
        article_id=row.article_id,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
