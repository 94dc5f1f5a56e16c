"""What the administrator sees: the teachers, how much there is, and what waits to be read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Answer, Article, Classroom, Pupil, ReadingJob, Teacher


@dataclass(frozen=True)
class TeacherCard:
    """A teacher with the number of classes that are the teacher's own."""

    id: int
    name: str
    is_admin: bool
    created_at: datetime
    disabled_at: datetime | None
    classes: int


@dataclass(frozen=True)
class Waiting:
    """Texts on their way: a step, and how many are in it."""

    step: str
    texts: int


@dataclass(frozen=True)
class Overview:
    """The whole site in numbers."""

    teachers: tuple[TeacherCard, ...]
    pupils: int
    articles: int
    answers: int
    waiting: tuple[Waiting, ...]


def overview(session: Session) -> Overview:
    """The whole site in numbers."""
    own = (
        select(func.count())
        .select_from(Classroom)
        .where(Classroom.teacher_id == Teacher.id)
        .scalar_subquery()
        .label("classes")
    )
    rows = session.execute(select(Teacher, own).order_by(Teacher.name_key))
    steps = session.execute(
        select(ReadingJob.step, func.count().label("texts"))
        .group_by(ReadingJob.step)
        .order_by(ReadingJob.step)
    )
    return Overview(
        teachers=tuple(
            TeacherCard(
                row.Teacher.id,
                row.Teacher.name,
                row.Teacher.is_admin,
                row.Teacher.created_at,
                row.Teacher.disabled_at,
                row.classes,
            )
            for row in rows
        ),
        pupils=_count(session, Pupil),
        articles=_count(session, Article),
        answers=_count(session, Answer),
        waiting=tuple(Waiting(row.step, row.texts) for row in steps),
    )


def _count(session: Session, table: type) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0
