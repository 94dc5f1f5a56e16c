"""An assignment as its teacher sets it up: its rules, its class, and the exceptions."""

from dataclasses import dataclass

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import Assignment, Attempt, Classroom, Override, Pupil, PupilGroup, Quiz
from quizapp.store.classes import Named
from quizapp.store.teaching import taught_by


@dataclass(frozen=True)
class OverrideView:
    """An exception with the name of the pupil or the group that it is for."""

    override: Override
    name: str
    is_group: bool


@dataclass(frozen=True)
class AssignmentView:
    """An assignment, and for whom there may be and are exceptions; ``started`` counts pupils."""

    assignment: Assignment
    title: str
    article_id: int
    class_id: int
    class_name: str
    started: int
    pupils: tuple[Named, ...]
    groups: tuple[Named, ...]
    overrides: tuple[OverrideView, ...]


def of_teacher(session: Session, teacher_id: int, assignment_id: int) -> AssignmentView:
    """The assignment, if it is one of the teacher's classes'."""
    assignment, quiz, classroom = own(session, teacher_id, assignment_id)
    pupils = session.execute(
        select(Pupil.id, Pupil.name)
        .where(Pupil.classroom_id == classroom.id, Pupil.archived_at.is_(None))
        .order_by(Pupil.name_key, Pupil.id)
    )
    groups = session.execute(
        select(PupilGroup.id, PupilGroup.name)
        .where(PupilGroup.classroom_id == classroom.id)
        .order_by(PupilGroup.name)
    )
    started = select(func.count(Attempt.pupil_id.distinct())).where(
        Attempt.assignment_id == assignment_id
    )
    return AssignmentView(
        assignment=assignment,
        title=quiz.title,
        article_id=quiz.article_id,
        class_id=classroom.id,
        class_name=classroom.name,
        started=session.scalar(started) or 0,
        pupils=tuple(Named(row.id, row.name) for row in pupils),
        groups=tuple(Named(row.id, row.name) for row in groups),
        overrides=_overrides(session, assignment_id),
    )


def own(session: Session, teacher_id: int, assignment_id: int) -> Row[Assignment, Quiz, Classroom]:
    """The assignment with its quiz and its class, if that is one of the teacher's."""
    row = session.execute(
        select(Assignment, Quiz, Classroom)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Assignment.id == assignment_id, taught_by(teacher_id))
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


def _overrides(session: Session, assignment_id: int) -> tuple[OverrideView, ...]:
    rows = session.execute(
        select(Override, func.coalesce(PupilGroup.name, Pupil.name).label("name"))
        .outerjoin(Pupil, Pupil.id == Override.pupil_id)
        .outerjoin(PupilGroup, PupilGroup.id == Override.group_id)
        .where(Override.assignment_id == assignment_id)
        .order_by(Override.id)
    )
    return tuple(
        OverrideView(row.Override, row.name, row.Override.group_id is not None) for row in rows
    )
