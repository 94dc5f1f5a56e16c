"""What pupils say is wrong with a question, for them and for their teacher."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from questions.question import Question
from quizapp.models import Assignment, Attempt, Classroom, Objection, Pupil, Quiz
from quizapp.store import answers, quizzes, rulings
from quizapp.store.answers import LatestAnswer
from quizapp.store.teaching import taught_by

Rows: TypeAlias = Select[Objection, int, str, str, str]

NEWEST = 50
"""How many of those that are settled are shown."""


@dataclass(frozen=True)
class ObjectionView:
    """An objection with its question as it counts by now and what the pupil answered."""

    objection: Objection
    pupil_name: str
    class_name: str
    title: str
    question: Question[Any]
    counts: bool
    answer: str | None


def of_pupil(session: Session, pupil_id: int, assignment_id: int) -> dict[int, Objection]:
    """What the pupil said about the questions of the assignment, by position."""
    rows = session.scalars(
        select(Objection).where(
            Objection.pupil_id == pupil_id, Objection.assignment_id == assignment_id
        )
    )
    return {row.position: row for row in rows}


def waiting(session: Session, teacher_id: int) -> int:
    """How many objections in the teacher's classes are not settled."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Objection)
            .join(Assignment, Assignment.id == Objection.assignment_id)
            .join(Classroom, Classroom.id == Assignment.classroom_id)
            .where(taught_by(teacher_id), Objection.settled_at.is_(None))
        )
        or 0
    )


def queue(session: Session, teacher_id: int) -> tuple[ObjectionView, ...]:
    """The objections in the teacher's classes that are not settled, oldest first."""
    rows = _of_teacher(teacher_id).where(Objection.settled_at.is_(None)).order_by(Objection.id)
    return _views(session, rows)


def settled(session: Session, teacher_id: int) -> tuple[ObjectionView, ...]:
    """Those that are settled, the last ones first."""
    rows = (
        _of_teacher(teacher_id)
        .where(Objection.settled_at.is_not(None))
        .order_by(Objection.settled_at.desc(), Objection.id)
        .limit(NEWEST)
    )
    return _views(session, rows)


def _of_teacher(teacher_id: int) -> Rows:
    return (
        select(
            Objection,
            Assignment.quiz_id,
            Quiz.title,
            Classroom.name.label("class_name"),
            Pupil.name.label("pupil_name"),
        )
        .join(Assignment, Assignment.id == Objection.assignment_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .join(Pupil, Pupil.id == Objection.pupil_id)
        .where(taught_by(teacher_id))
    )


def _views(session: Session, wanted: Rows) -> tuple[ObjectionView, ...]:
    rows = session.execute(wanted).all()
    hold = rulings.of_assignments(session, {row.Objection.assignment_id for row in rows})
    given = _answers(session, [row.Objection for row in rows])
    found = []
    for row in rows:
        said = row.Objection
        published = quizzes.items(row.quiz_id)
        item = rulings.ruled(published, said.assignment_id, hold)[said.position - 1]
        answer = given.get((said.assignment_id, said.pupil_id, said.position))
        found.append(
            ObjectionView(
                objection=said,
                pupil_name=row.pupil_name,
                class_name=row.class_name,
                title=row.title,
                question=item.question,
                counts=item.counts,
                answer=item.question.describe(answer.answer) if answer else None,
            )
        )
    return tuple(found)


def _answers(
    session: Session, objections: Sequence[Objection]
) -> dict[tuple[int, int, int], LatestAnswer]:
    """The newest answers of those who object, by assignment, pupil and position."""
    attempts = session.execute(
        select(Attempt.id, Attempt.assignment_id, Attempt.pupil_id)
        .where(
            Attempt.assignment_id.in_({said.assignment_id for said in objections}),
            Attempt.pupil_id.in_({said.pupil_id for said in objections}),
        )
        .order_by(Attempt.number)
    ).all()
    places = {row.id: (row.assignment_id, row.pupil_id) for row in attempts}
    latest = answers.latest(session, list(places))
    return {
        (*places[attempt_id], position): latest[attempt_id, position]
        for attempt_id, position in sorted(latest)
    }
