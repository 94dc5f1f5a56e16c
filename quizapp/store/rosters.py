"""The people of a class as its teacher manages them, and all that is kept of one pupil."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import (
    Answer,
    Assignment,
    Attempt,
    Classroom,
    Comment,
    CoTeacher,
    GroupMember,
    Mark,
    Objection,
    Pupil,
    PupilGroup,
    Quiz,
    Teacher,
)
from quizapp.store import quizzes
from quizapp.store.classes import Named
from quizapp.store.teaching import taught_by


@dataclass(frozen=True)
class Member:
    """A pupil of the class with the names of the groups that the pupil is in."""

    id: int
    name: str
    number: str | None
    archived_at: datetime | None
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """A group with its pupils' ids."""

    id: int
    name: str
    members: tuple[int, ...]


@dataclass(frozen=True)
class Roster:
    """A class with everybody in it; ``own`` says whether the class is this teacher's, not shared.

    ``elsewhere`` are the teacher's other classes.
    """

    id: int
    name: str
    own: bool
    archived_at: datetime | None
    pupils: tuple[Member, ...]
    archived: tuple[Member, ...]
    groups: tuple[Group, ...]
    teachers: tuple[Named, ...]
    elsewhere: tuple[Named, ...]

    def member(self, pupil_id: int) -> Member:
        """The pupil of this id, archived or not; NotFound if the class has none."""
        for member in (*self.pupils, *self.archived):
            if member.id == pupil_id:
                return member
        raise NotFound


def roster(session: Session, teacher_id: int, class_id: int) -> Roster:
    """The people of the class *class_id*."""
    mine = session.scalars(
        select(Classroom).where(taught_by(teacher_id)).order_by(Classroom.name, Classroom.id)
    ).all()
    classroom = next((one for one in mine if one.id == class_id), None)
    if classroom is None:
        raise NotFound
    groups = groups_of(session, class_id)
    members = _members(session, class_id, groups)
    return Roster(
        id=class_id,
        name=classroom.name,
        own=classroom.teacher_id == teacher_id,
        archived_at=classroom.archived_at,
        pupils=tuple(member for member in members if member.archived_at is None),
        archived=tuple(member for member in members if member.archived_at is not None),
        groups=groups,
        teachers=_teachers(session, classroom),
        elsewhere=tuple(Named(one.id, one.name) for one in mine if one.id != class_id),
    )


def everything(session: Session, teacher_id: int, pupil_id: int) -> dict[str, Any]:
    """All that is kept of a pupil, as plain data: for the pupil who asks for it."""
    row = session.execute(
        select(Pupil, Classroom.name)
        .join(Classroom, Classroom.id == Pupil.classroom_id)
        .where(Pupil.id == pupil_id, taught_by(teacher_id))
    ).one_or_none()
    if row is None:
        raise NotFound
    return {
        "name": row.Pupil.name,
        "school number": row.Pupil.school_id,
        "class": row.name,
        "joined": _said(row.Pupil.created_at),
        "attempts": _attempts(session, pupil_id),
        "objections": [
            {"question": one.position, "text": one.text, "sent": _said(one.sent_at)}
            for one in session.scalars(select(Objection).where(Objection.pupil_id == pupil_id))
        ],
    }


def groups_of(session: Session, class_id: int) -> tuple[Group, ...]:
    """The groups of the class, by name."""
    rows = session.execute(
        select(PupilGroup.id, PupilGroup.name, GroupMember.pupil_id)
        .outerjoin(GroupMember, GroupMember.group_id == PupilGroup.id)
        .where(PupilGroup.classroom_id == class_id)
        .order_by(PupilGroup.name)
    )
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row in rows:
        found[row.id, row.name] += [row.pupil_id] if row.pupil_id is not None else []
    return tuple(Group(number, name, tuple(ids)) for (number, name), ids in found.items())


def _members(session: Session, class_id: int, groups: tuple[Group, ...]) -> list[Member]:
    rows = session.scalars(
        select(Pupil).where(Pupil.classroom_id == class_id).order_by(Pupil.name_key, Pupil.id)
    )
    return [
        Member(
            row.id,
            row.name,
            row.school_id,
            row.archived_at,
            tuple(group.name for group in groups if row.id in group.members),
        )
        for row in rows
    ]


def _teachers(session: Session, classroom: Classroom) -> tuple[Named, ...]:
    """Who teaches the class beside the teacher it belongs to."""
    rows = session.execute(
        select(Teacher.id, Teacher.name)
        .join(CoTeacher, CoTeacher.teacher_id == Teacher.id)
        .where(CoTeacher.classroom_id == classroom.id)
        .order_by(Teacher.name_key)
    )
    return tuple(Named(row.id, row.name) for row in rows)


def _attempts(session: Session, pupil_id: int) -> list[dict[str, Any]]:
    rows = session.execute(
        select(Attempt, Assignment.quiz_id, Quiz.title)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Attempt.pupil_id == pupil_id)
        .order_by(Attempt.id)
    ).all()
    return [
        {
            "quiz": row.title,
            "try": row.Attempt.number,
            "started": _said(row.Attempt.started_at),
            "handed in": _said(row.Attempt.handed_in_at),
            "points": row.Attempt.points,
            "possible": row.Attempt.possible,
            "answers": _answers(session, row.Attempt.id, row.quiz_id),
        }
        for row in rows
    ]


def _answers(session: Session, attempt_id: int, quiz_id: int) -> list[dict[str, Any]]:
    asked = {item.position: item.question.prompt for item in quizzes.items(quiz_id)}
    rows = session.scalars(
        select(Answer).where(Answer.attempt_id == attempt_id).order_by(Answer.id)
    ).all()
    ids = [row.id for row in rows]
    marks, comments = defaultdict(list), defaultdict(list)
    for mark in session.scalars(select(Mark).where(Mark.answer_id.in_(ids)).order_by(Mark.id)):
        marks[mark.answer_id].append(mark.score)
    said = select(Comment).where(Comment.answer_id.in_(ids)).order_by(Comment.id)
    for comment in session.scalars(said):
        comments[comment.answer_id].append(comment.text)
    return [
        {
            "question": asked.get(row.position),
            "answer": row.answer,
            "points": row.points,
            "answered": _said(row.answered_at),
            "marks": marks[row.id],
            "comments": comments[row.id],
        }
        for row in rows
    ]


def _said(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
