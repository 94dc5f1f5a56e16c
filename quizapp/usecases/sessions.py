"""What the server remembers of a browser in which somebody has signed in.

The browser has a random token; we have its hash, and the rest sealed with the token itself.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.models import LoginSession
from quizapp.usecases import tokens

SIGNED_IN = 30 * 24 * 3600
"""Seconds after its last visit until a browser in which somebody has signed in is forgotten."""

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
    if row is None or "sealed" not in row.data:  # the first version did not seal
        return None
    return Remembered(_opened(token, row.data), now - row.last_seen_at > _FRESH)


def begin(data: Mapping[str, Any], person: str, *, instead_of: str | None = None) -> str:
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
                data=_sealed(token, data),
                person=person,
                created_at=now,
                last_seen_at=now,
                expires_at=now + timedelta(seconds=SIGNED_IN),
            )
        )
    return token


def keep(token: str, data: Mapping[str, Any]) -> None:
    """Remember *data* instead. A session that has ended meanwhile stays ended."""
    now = clock.now()
    with db.writing() as session:
        session.execute(
            update(LoginSession)
            .where(LoginSession.id_hash == tokens.hashed(token), LoginSession.expires_at > now)
            .values(
                data=_sealed(token, data),
                last_seen_at=now,
                expires_at=now + timedelta(seconds=SIGNED_IN),
            )
        )


def end(token: str) -> None:
    """Forget the session of *token*."""
    with db.writing() as session:
        session.execute(delete(LoginSession).where(LoginSession.id_hash == tokens.hashed(token)))


def end_all(session: Session, person: str) -> None:
    """Forget every session of *person*, within the transaction of *session*."""
    session.execute(delete(LoginSession).where(LoginSession.person == person))


def _sealed(token: str, data: Mapping[str, Any]) -> dict[str, str]:
    # A pupil's four words can be in there: the database alone must not be enough to read them.
    salt = secrets.token_bytes(16)
    return {"salt": salt.hex(), "sealed": _masked(json.dumps(data).encode(), token, salt).hex()}


def _opened(token: str, kept: Mapping[str, str]) -> dict[str, Any]:
    salt, sealed = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["sealed"])
    opened: dict[str, Any] = json.loads(_masked(sealed, token, salt))
    return opened


def _masked(text: bytes, token: str, salt: bytes) -> bytes:
    """*text* hidden by a mask that only the token makes; a new salt makes a new one each time."""
    mask = hashlib.shake_256(salt + token.encode()).digest(len(text))
    return bytes(a ^ b for a, b in zip(text, mask, strict=True))
