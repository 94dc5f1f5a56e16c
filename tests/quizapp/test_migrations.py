"""The migrations make exactly the tables that the models describe, and keep what is there."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import autogenerate
from flask import Flask
from sqlalchemy import create_engine, make_url, text

from quizapp import create_app, db, migrate
from quizapp.usecases import accounts
from tests.quizapp.both import DATABASES


@DATABASES
def test_models_and_migrations_are_in_step(in_app: Flask) -> None:
    context = in_app.extensions["alembic"].migration_context
    differences = autogenerate.compare_metadata(context, db.Model.metadata)
    assert differences == []


@DATABASES
def test_a_second_run_changes_nothing(in_app: Flask) -> None:
    assert migrate.bring_up_to_date() is None
    assert not (Path(in_app.instance_path) / "backups").exists()


def test_a_new_database_needs_no_backup(tmp_path: Path) -> None:
    app = create_app({"INSTANCE": tmp_path})
    with app.app_context():
        assert migrate.bring_up_to_date() is None
        assert accounts.invite_teacher()
    assert not (tmp_path / "backups").exists()


def older(database: str) -> None:
    """Make the database look as if its newest migration were an older one."""
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()


def test_a_copy_is_made_before_an_old_database_changes(
    in_app: Flask, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.invite_teacher()
    older(database)
    monkeypatch.setattr(in_app.extensions["alembic"], "upgrade", lambda: None)
    copy = migrate.bring_up_to_date()
    assert copy is not None
    assert copy.parent == Path(in_app.instance_path) / "backups"
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM invitation").fetchone() == (1,)


@pytest.fixture(params=["sqlite", "postgresql"])
def untouched(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """An application whose database has no tables at all, with its context open."""
    url = ""
    if request.param == "postgresql":
        server = make_url(request.getfixturevalue("postgresql"))
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("DROP DATABASE IF EXISTS untouched"))
            connection.execute(text("CREATE DATABASE untouched"))
        engine.dispose()
        url = server.set(database="untouched").render_as_string(hide_password=False)
    app = create_app({"INSTANCE": tmp_path, "DATABASE_URL": url})
    with app.app_context():
        yield app
        db.close()


def test_texts_questions_and_the_first_teacher_come_along(untouched: Flask) -> None:
    with untouched.app_context():  # at its end the migrations give their connection back
        untouched.extensions["alembic"].upgrade("0001")
    with db.sql.get_engine("write").begin() as connection:
        for statement in OLD_ROWS:
            connection.execute(text(statement.replace(":", r"\:")))
    migrate.bring_up_to_date()
    with db.sql.engine.connect() as connection:
        version = connection.execute(text("SELECT number, content, claims FROM article_version"))
        assert [row.number for row in version] == [1]
        asked = connection.execute(text("SELECT kind, skill, process, status FROM question"))
        assert [tuple(row) for row in asked] == [("open", "new skill", "locate", "kept")]
        boss = connection.execute(text("SELECT name FROM teacher WHERE is_admin"))
        assert [row.name for row in boss] == ["Ada"]


OLD_ROWS = (
    "INSERT INTO teacher (id, name, name_key, password_hash, created_at) VALUES "
    "(1, 'Ada', 'ada', 'x', '2026-01-01'), (2, 'Bo', 'bo', 'x', '2026-01-01')",
    "INSERT INTO article (id, slug, headline, content, claims, level, licence, created_at) VALUES "
    "(1, 'a', 'A', '{\"sections\": []}', '{}', '', '', '2026-01-01')",
    "INSERT INTO question (id, article_id, origin, slug) VALUES (1, 1, 'curated', 'q')",
    "INSERT INTO question_version (id, question_id, number, body, created_at) VALUES "
    '(1, 1, 1, \'{"type": "choice", "skill": "old", "process": "x"}\', '
    "'2026-01-01'), "
    '(2, 1, 2, \'{"type": "open", "skill": "new skill", "process": "locate"}\', '
    "'2026-01-02')",
)


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app({"INSTANCE": tmp_path})
    script = app.extensions["alembic"]
    with app.app_context():
        module = script.script_directory.get_revision("0001").module
    create_people = module.create_people

    def half() -> None:
        create_people()
        raise OSError("power cut")

    monkeypatch.setattr(module, "create_people", half)
    with app.app_context(), pytest.raises(OSError, match="power cut"):
        migrate.bring_up_to_date()
    with app.app_context(), db.sql.engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).all() == []
