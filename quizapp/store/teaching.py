"""Whose classes are whose: the one condition by which a class is a teacher's."""

from sqlalchemy import ColumnElement, Row, or_, select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import Assignment, Classroom, CoTeacher, Quiz


def taught_by(teacher_id: int) -> ColumnElement[bool]:
    """Whether the class belongs to this teacher, or the teacher teaches it as well."""
    beside = select(CoTeacher.classroom_id).where(CoTeacher.teacher_id == teacher_id)
    return or_(Classroom.teacher_id == teacher_id, Classroom.id.in_(beside))


def own_assignment(
    session: Session, teacher_id: int, assignment_id: int
) -> Row[Assignment, Quiz, Classroom]:
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
