"""Giving a quiz to a class."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Assignment, Classroom, Feedback
from quizapp.store import library
from quizapp.store.teaching import taught_by

MOST_ATTEMPTS = 10


@dataclass(frozen=True)
class AssignmentPlan:
    """Which quiz for which class, and by which rules. ``due_at`` is aware."""

    quiz_id: int
    class_id: int
    feedback: Feedback
    attempts_allowed: int
    due_at: datetime | None = None


def assign(teacher_id: int, plan: AssignmentPlan) -> int:
    """Give the quiz to the class; returns the assignment's id."""
    if not 1 <= plan.attempts_allowed <= MOST_ATTEMPTS:
        raise Refused("Allow 1 to %(most)s attempts.", most=MOST_ATTEMPTS)
    if plan.due_at is None and plan.feedback is Feedback.AFTER_DUE_DATE:
        raise Refused("Choose a due date, or let pupils see what is right earlier.")
    if plan.due_at is not None and plan.due_at <= clock.now():
        raise Refused("The due date is over. Choose a later one.")
    with db.writing() as session:
        classroom = session.scalar(
            select(Classroom.id).where(Classroom.id == plan.class_id, taught_by(teacher_id))
        )
        quiz = session.scalar(library.usable_quiz(teacher_id, plan.quiz_id))
        if classroom is None or quiz is None:
            raise NotFound
        return add(session, plan)


def add(session: Session, plan: AssignmentPlan) -> int:
    """Store *plan* within the transaction of *session*; returns the assignment's id."""
    assignment = Assignment(
        quiz_id=plan.quiz_id,
        classroom_id=plan.class_id,
        feedback=plan.feedback,
        attempts_allowed=plan.attempts_allowed,
        due_at=plan.due_at,
        created_at=clock.now(),
    )
    session.add(assignment)
    session.flush()
    return assignment.id
