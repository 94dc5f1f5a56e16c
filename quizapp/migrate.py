"""Bring the database's tables up to date, with a backup before an existing SQLite file changes."""

import logging
from pathlib import Path

from alembic.migration import MigrationContext
from flask import Flask, current_app
from flask_alembic import Alembic
from sqlalchemy import Engine

from quizapp import backups, db, models


def init_app(app: Flask) -> None:
    """Make the migrations known to *app*; all of them run in one transaction or not at all."""
    app.config["ALEMBIC_CONTEXT"] = {
        "transactional_ddl": True,
        "render_as_batch": True,
        "include_name": _is_ours,
    }
    with app.app_context():
        alembic = Alembic(
            run_mkdir=False, metadatas=models.Teacher.metadata, engines=db.sql.get_engine("write")
        )
    alembic.init_app(app)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def bring_up_to_date() -> Path | None:
    """Run the migrations that are missing; returns the backup, if one was made.

    A migration that is killed half way leaves the database as it was.
    """
    alembic: Alembic = current_app.extensions["alembic"]
    engine = db.sql.get_engine("write")
    head = alembic.script_directory.get_current_head()
    current = _revision(engine)
    if current == head:
        return None
    backup = backups.make(current) if current and backups.possible() else None
    with current_app.app_context():  # at its end the migrations give their connection back
        alembic.upgrade()
    return backup


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is one of the models: the queue of jobs keeps its own beside them."""
    return kind != "table" or not (name or "").startswith("huey_")


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
