"""Copies of the SQLite database, made while the site works and verified before they count.

PostgreSQL has its own way, ``pg_dump``, which belongs to whoever keeps that server.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import current_app
from sqlalchemy import make_url

from quizapp import clock


@dataclass(frozen=True)
class Backup:
    """A copy that is there: its file's name, its size in bytes, and when it was made."""

    name: str
    size: int
    made_at: datetime


def possible() -> bool:
    """Whether the database is one that is copied here."""
    return make_url(current_app.config["DATABASE_URL"]).get_backend_name() == "sqlite"


def make(label: str) -> Path:
    """Copy the database; *label* goes into the file's name. RuntimeError if the copy is damaged."""
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    copy = folder / f"{clock.now():%Y%m%dT%H%M%S}-{label}.sqlite"
    copy.touch(mode=0o600)
    source = make_url(current_app.config["DATABASE_URL"]).database or ""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    with closing(sqlite3.connect(copy)) as new:
        verdict = new.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise RuntimeError(f"the backup {copy} is damaged: {verdict}")
    return copy


def all_made() -> tuple[Backup, ...]:
    """The copies that there are, newest first."""
    files = sorted(_folder().glob("*.sqlite"), reverse=True)
    stats = [(file, file.stat()) for file in files]
    return tuple(
        Backup(file.name, stat.st_size, datetime.fromtimestamp(stat.st_mtime, UTC))
        for file, stat in stats
    )


def _folder() -> Path:
    return Path(current_app.instance_path) / "backups"
