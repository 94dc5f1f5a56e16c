"""An assignment as its teacher sets it up: its rules, its class, and the exceptions."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.models import Assignment, Attempt, Override, Pupil, PupilGroup
from quizapp.store.classes import Named, named_pupils
from quizapp.store.teaching import own_assignment


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
    assignment, quiz, classroom = own_assignment(session, teacher_id, assignment_id)
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
        pupils=named_pupils(session, classroom.id),
        groups=tuple(Named(row.id, row.name) for row in groups),
        overrides=_overrides(session, assignment_id),
    )


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
