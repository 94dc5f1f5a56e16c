"""Teachers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.errors import NotFound
from quizapp.models import Teacher


def teacher(session: Session, teacher_id: int) -> Teacher:
    """The teacher of this id, unless locked out."""
    found = session.get(Teacher, teacher_id)
    if found is None or found.disabled_at is not None:
        raise NotFound
    return found


def named(session: Session, name_key: str) -> int | None:
    """The id of the teacher whose name is compared as *name_key*, if there is one."""
    return session.scalar(select(Teacher.id).where(Teacher.name_key == name_key))
