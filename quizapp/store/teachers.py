"""Teachers."""

from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import Teacher


def teacher(session: Session, teacher_id: int) -> Teacher:
    """The teacher of this id."""
    found = session.get(Teacher, teacher_id)
    if found is None:
        raise NotFound
    return found
