"""Teachers."""

from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import Teacher


def teacher(session: Session, teacher_id: int) -> Teacher:
    """The teacher of this id, unless locked out."""
    found = session.get(Teacher, teacher_id)
    if found is None or found.disabled_at is not None:
        raise NotFound
    return found
