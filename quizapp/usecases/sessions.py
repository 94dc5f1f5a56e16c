"""What the server remembers of a browser. The browser has a random token, we have its hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.models import LoginSession
from quizapp.usecases import tokens

SIGNED_IN = 30 * 24 * 3600
"""Seconds after its last visit until a browser in which somebody has signed in is forgotten."""

_PASSING_BY = 24 * 3600
_FRESH = timedelta(hours=12)
"""A visit is noted only when the last note is older: not every page costs a write."""


@dataclass(frozen=True)
class Remembered:
    """What is remembered of one browser; ``stale`` when it is time to ``keep`` it again."""

    data: dict[str, Any]
    stale: bool


def recall(token: str) -> Remembered | None:
    """What is remembered under *token*; None if nothing is, or no longer."""
    now = clock.now()
    row = (
        db.reading()
        .execute(
            select(LoginSession.data, LoginSession.last_seen_at).where(
                LoginSession.id_hash == tokens.hashed(token), LoginSession.expires_at > now
            )
        )
        .one_or_none()
    )
    return Remembered(row.data, now - row.last_seen_at > _FRESH) if row else None


def begin(data: Mapping[str, Any], person: str | None, *, instead_of: str | None = None) -> str:
    """Remember *data* under a new token of 256 bits, which is returned.

    *person* is "teacher:1" or "pupil:7": all sessions of one person can be ended at once. The
    session of the token *instead_of* ends, and so do those that are out of date.
    """
    token = tokens.fresh()
    now = clock.now()
    with db.writing() as session:
        left = LoginSession.id_hash == tokens.hashed(instead_of or "")
        session.execute(delete(LoginSession).where((LoginSession.expires_at <= now) | left))
        session.execute(
            insert(LoginSession).values(
                id_hash=tokens.hashed(token),
                data=dict(data),
                person=person,
                created_at=now,
                last_seen_at=now,
                expires_at=_expiry(now, person),
            )
        )
    return token


def keep(token: str, data: Mapping[str, Any], person: str | None) -> None:
    """Remember *data* instead. A session that has ended meanwhile stays ended."""
    now = clock.now()
    with db.writing() as session:
        session.execute(
            update(LoginSession)
            .where(LoginSession.id_hash == tokens.hashed(token), LoginSession.expires_at > now)
            .values(
                data=dict(data),
                person=person,
                last_seen_at=now,
                expires_at=_expiry(now, person),
            )
        )


def end(token: str) -> None:
    """Forget the session of *token*."""
    with db.writing() as session:
        session.execute(delete(LoginSession).where(LoginSession.id_hash == tokens.hashed(token)))


def end_all(session: Session, person: str) -> None:
    """Forget every session of *person*, within the transaction of *session*."""
    session.execute(delete(LoginSession).where(LoginSession.person == person))


def _expiry(now: datetime, person: str | None) -> datetime:
    return now + timedelta(seconds=SIGNED_IN if person else _PASSING_BY)
