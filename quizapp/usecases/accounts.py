"""Teachers' accounts: invited by a link that works once, then by name and password."""

from datetime import timedelta

from sqlalchemy import Select, delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Classroom, Invitation, Teacher
from quizapp.usecases import names, passwords, sessions, tokens

INVITATION_LIFETIME = timedelta(days=7)


def invite_teacher() -> str:
    """The token of a new link that makes one teacher account; only its hash is kept."""
    with db.writing() as session:
        return _invite(session)


def invite_first_teacher() -> str | None:
    """Like ``invite_teacher`` while there is no teacher, and older links end; else None."""
    with db.writing() as session:
        if session.scalar(select(func.count()).select_from(Teacher)):
            return None
        session.execute(delete(Invitation))
        return _invite(session)


def teacher_can_be_made(token: str) -> bool:
    """Whether the link with *token* still works."""
    return db.reading().scalar(select(exists(_open_invitation(token)))) or False


def accept_invitation(token: str, name: str, password: str) -> int:
    """Make a teacher; returns the id. The first one gets the classes that have no teacher yet."""
    name = names.checked(name)
    if not teacher_can_be_made(token):  # before the costly hash
        raise _no_longer_valid()
    password_hash = passwords.hashed(password)
    try:
        with db.writing() as session:
            return _make_teacher(session, token, name, password_hash)
    except IntegrityError as error:
        raise Refused("There is a teacher of this name. Choose another one.") from error


def check_password(name: str, password: str) -> int | None:
    """The id of the teacher of this *name* and *password*, or None. Always takes as long."""
    with db.sql.sessionmaker() as session:  # given back before the hash, which takes its time
        teacher = session.scalar(select(Teacher).where(Teacher.name_key == names.key(name)))
    right = passwords.matches(password, teacher.password_hash if teacher else None)
    return teacher.id if teacher and right and teacher.disabled_at is None else None


def disable(admin_id: int, teacher_id: int, *, disabled: bool) -> None:
    """Let a teacher sign in no longer, or again; classes and articles stay as they are."""
    with db.writing() as session:
        teacher = session.get(Teacher, teacher_id)
        if teacher is None:
            raise NotFound
        if teacher.id == admin_id:
            raise Refused("You cannot lock yourself out.")
        teacher.disabled_at = clock.now() if disabled else None
        sessions.end_all(session, f"teacher:{teacher_id}")


def make_admin(teacher_id: int) -> None:
    """Let a teacher look after the site as well."""
    with db.writing() as session:
        teacher = session.get(Teacher, teacher_id)
        if teacher is None:
            raise NotFound
        teacher.is_admin = True


def _invite(session: Session) -> str:
    token = tokens.fresh()
    session.add(Invitation(token_hash=tokens.hashed(token), created_at=clock.now()))
    return token


def _open_invitation(token: str) -> Select[Invitation]:
    return select(Invitation).where(
        Invitation.token_hash == tokens.hashed(token),
        Invitation.used_at.is_(None),
        Invitation.created_at > clock.now() - INVITATION_LIFETIME,
    )


def _no_longer_valid() -> Refused:
    return Refused("This link has been used or is no longer valid. Ask for a new one.")


def _make_teacher(session: Session, token: str, name: str, password_hash: str) -> int:
    now = clock.now()
    invitation = session.scalar(_open_invitation(token).with_for_update())
    if invitation is None:
        raise _no_longer_valid()
    teacher = Teacher(
        name=name,
        name_key=names.key(name),
        password_hash=password_hash,
        created_at=now,
        is_admin=not session.scalar(select(func.count()).select_from(Teacher)),
    )
    session.add(teacher)
    session.flush()
    invitation.used_at = now
    invitation.teacher_id = teacher.id
    session.execute(
        update(Classroom).where(Classroom.teacher_id.is_(None)).values(teacher_id=teacher.id)
    )
    return teacher.id
