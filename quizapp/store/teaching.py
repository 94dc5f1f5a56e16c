"""Whose classes are whose: the one condition by which a class is a teacher's."""

from sqlalchemy import ColumnElement, or_, select

from quizapp.models import Classroom, CoTeacher


def taught_by(teacher_id: int) -> ColumnElement[bool]:
    """Whether the class belongs to this teacher, or the teacher teaches it as well."""
    beside = select(CoTeacher.classroom_id).where(CoTeacher.teacher_id == teacher_id)
    return or_(Classroom.teacher_id == teacher_id, Classroom.id.in_(beside))
