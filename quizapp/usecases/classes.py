"""Classes, and the pupils who join them by a code and come back by a phrase."""

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from quizapp import clock, config, db
from quizapp.errors import NoClass, NotFound, Refused
from quizapp.models import Classroom, CoTeacher, Pupil, Teacher
from quizapp.store import classes as store
from quizapp.store.teaching import taught_by
from quizapp.usecases import names, sessions

JOINING_LASTS = timedelta(days=14)
"""How long a class takes new pupils after its teacher has opened it."""

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32: neither 0 and O nor 1 and I
_CODE_LENGTH = 8
WORDS_IN_PHRASE = 4


@dataclass(frozen=True)
class Joined:
    """A new pupil, with the phrase to come back with. It is never shown again."""

    pupil_id: int
    phrase: str


def create_class(teacher_id: int, name: str) -> int:
    """Make a class, open for joining; returns its id."""
    with db.writing() as session:
        return add_class(session, names.checked(name), teacher_id=teacher_id)


def add_class(
    session: Session, name: str, *, teacher_id: int | None = None, is_sample: bool = False
) -> int:
    """Make a class within the transaction of *session*; returns its id."""
    now = clock.now()
    classroom = Classroom(
        teacher_id=teacher_id,
        is_sample=is_sample,
        name=name,
        join_code="".join(secrets.choice(CODE_LETTERS) for _ in range(_CODE_LENGTH)),
        joining_until=now + JOINING_LASTS,
        created_at=now,
    )
    session.add(classroom)
    session.flush()
    return classroom.id


def join_class(code: str, name: str) -> Joined:
    """Make a pupil called *name* in the class with this *code*."""
    name = names.checked(name)
    phrase = new_phrase()
    with db.writing() as session:
        classroom = session.scalar(
            select(Classroom).where(Classroom.join_code == store.typed_code(code)).with_for_update()
        )
        if classroom is None:
            raise NoClass("No class has this code. Look at it again, or ask your teacher.")
        if not store.is_open(classroom):
            raise NoClass("This class takes no new pupils now. Ask your teacher to open it.")
        return Joined(add_pupil(session, classroom.id, name, phrase), phrase)


def come_back(phrase: str) -> int | None:
    """The pupil whose phrase this is, in any case and with anything between the words."""
    return db.reading().scalar(
        select(Pupil.id).where(Pupil.phrase_hash == hashed(phrase), Pupil.archived_at.is_(None))
    )


def renew_phrase(teacher_id: int, pupil_id: int) -> str:
    """Give a pupil a new phrase, for one who has lost it; whoever used the old one is out."""
    phrase = new_phrase()
    with db.writing() as session:
        pupil = session.scalar(
            select(Pupil)
            .join(Classroom, Classroom.id == Pupil.classroom_id)
            .where(Pupil.id == pupil_id, taught_by(teacher_id))
        )
        if pupil is None:
            raise NotFound
        pupil.phrase_hash = hashed(phrase)
        sessions.end_all(session, f"pupil:{pupil_id}")
    return phrase


def rename_class(teacher_id: int, class_id: int, name: str) -> None:
    """Give a class another name."""
    name = names.checked(name)
    with db.writing() as session:
        _own(session, teacher_id, class_id).name = name


def archive_class(teacher_id: int, class_id: int, *, archived: bool) -> None:
    """Put a class away, or take it out again: nothing in it changes, but nobody can join."""
    with db.writing() as session:
        classroom = _own(session, teacher_id, class_id)
        classroom.archived_at = clock.now() if archived else None
        classroom.joining_until = None


def share_class(teacher_id: int, class_id: int, colleague: str) -> None:
    """Let a colleague, by name, teach this class as well, with the same rights."""
    with db.writing() as session:
        classroom = _own(session, teacher_id, class_id)
        other = session.scalar(
            select(Teacher).where(
                Teacher.name_key == names.key(colleague), Teacher.disabled_at.is_(None)
            )
        )
        if other is None:
            raise Refused("There is no teacher of this name here. Look at the name again.")
        if other.id == classroom.teacher_id:
            raise Refused("The class belongs to this teacher.")
        if session.get(CoTeacher, (class_id, other.id)) is None:
            session.add(CoTeacher(classroom_id=class_id, teacher_id=other.id))


def stop_sharing(teacher_id: int, class_id: int, colleague_id: int) -> None:
    """End it; the colleague's class lists no longer show the class."""
    with db.writing() as session:
        _own(session, teacher_id, class_id)
        shared = session.get(CoTeacher, (class_id, colleague_id))
        if shared is None:
            raise NotFound
        session.delete(shared)


def set_joining(teacher_id: int, class_id: int, *, open: bool) -> None:  # noqa: A002  as the page says
    """Let pupils join for ``JOINING_LASTS`` from now, or no longer."""
    with db.writing() as session:
        classroom = _own(session, teacher_id, class_id)
        classroom.joining_until = clock.now() + JOINING_LASTS if open else None


def _own(session: Session, teacher_id: int, class_id: int) -> Classroom:
    """The class, if the teacher teaches it; locked until the transaction ends."""
    classroom = session.scalar(
        select(Classroom).where(Classroom.id == class_id, taught_by(teacher_id)).with_for_update()
    )
    if classroom is None:
        raise NotFound
    return classroom


def add_pupil(session: Session, class_id: int, name: str, phrase: str) -> int:
    """Make a pupil within the transaction of *session*; returns the id."""
    key = names.key(name)
    taken = exists().where(Pupil.classroom_id == class_id, Pupil.name_key == key)
    if session.scalar(select(taken)):
        raise Refused(
            "There is a %(name)s in this class already. If that is you, come back with your four "
            "words. If not, add a letter of your family name.",
            name=name,
        )
    pupil = Pupil(
        classroom_id=class_id,
        name=name,
        name_key=key,
        phrase_hash=hashed(phrase),
        created_at=clock.now(),
    )
    session.add(pupil)
    session.flush()
    return pupil.id


@cache
def words() -> tuple[str, ...]:
    """The words that phrases are made of: short, easy, unlike each other."""
    return tuple((config.ROOT / "quizapp" / "words.txt").read_text(encoding="ascii").split())


def words_of(phrase: str) -> list[str]:
    """The words in what somebody typed, in any case and with anything between them."""
    return re.findall(r"[a-z]+", phrase.lower())


def new_phrase() -> str:
    """Four words that nobody has yet."""
    return " ".join(secrets.choice(words()) for _ in range(WORDS_IN_PHRASE))


def hashed(phrase: str) -> str:
    """The form in which *phrase* is kept."""
    # A phrase has 40 bits, too few for a plain hash: whoever has the database alone must not be
    # able to try them all. The key lies outside of it.
    plain = " ".join(words_of(phrase))
    return hmac.digest(config.phrase_key(), plain.encode(), "sha256").hex()
