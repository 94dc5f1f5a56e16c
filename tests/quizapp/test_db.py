"""Saved means saved: what both databases are told, and what readers can never do."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from quizapp import create_app, db
from quizapp.errors import Busy, UnsafeDatabase
from quizapp.models import Classroom, Invitation, Pupil
from tests.quizapp.both import DATABASES


def invitation(name: str = "t", at: datetime = datetime(2026, 1, 2, tzinfo=UTC)) -> Invitation:
    return Invitation(token_hash=name, created_at=at)


def pragma(name: str, engine: str) -> object:
    with db.sql.get_engine(engine).connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.usefixtures("in_app")
def test_sqlite_is_told_to_keep_what_it_is_given() -> None:
    assert pragma("journal_mode", "write") == "wal"
    assert pragma("synchronous", "write") == 2
    assert {pragma("foreign_keys", engine) for engine in ("default", "write")} == {1}
    assert pragma("busy_timeout", "write") == db.WAIT_SECONDS * 1000
    assert pragma("query_only", "default") == 1


@pytest.mark.usefixtures("in_app")
def test_sqlite_takes_the_write_lock_before_it_reads(database: str) -> None:
    file = database.removeprefix("sqlite:///")
    with db.writing() as session:
        session.execute(text("SELECT 1"))
        other = sqlite3.connect(file, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_database_locked_by_somebody_else_is_busy(
    app: Flask, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "WAIT_SECONDS", 0)  # read when a connection is made
    other = sqlite3.connect(database.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with app.app_context(), pytest.raises(Busy), db.writing() as session:
        session.add(invitation())
    other.execute("ROLLBACK")
    other.close()
    with app.app_context(), db.writing() as session:
        session.add(invitation())


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_readers_cannot_write() -> None:
    db.reading().add(invitation())
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        db.reading().flush()


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_an_error_undoes_the_whole_transaction() -> None:

    def fail() -> None:
        with db.writing() as session:
            session.add(invitation())
            session.flush()
            raise OSError("no")

    with pytest.raises(OSError, match="no"):
        fail()
    assert db.reading().query(Invitation).count() == 0


@pytest.mark.usefixtures("in_app")
def test_a_full_disk_is_busy() -> None:
    def fill() -> None:
        for number in range(5000):
            with db.writing() as session:
                session.add(invitation(f"{number}" * 50))

    pages = pragma("page_count", "write")
    event.listen(
        db.sql.get_engine("write"),
        "begin",
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count={pages}"),
    )
    with pytest.raises(Busy):
        fill()


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_a_mistake_is_not_busy() -> None:
    with pytest.raises(DBAPIError), db.writing() as session:
        session.execute(text("SELECT * FROM nothing"))


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_errors_do_not_quote_what_was_saved() -> None:
    with pytest.raises(IntegrityError) as failed, db.writing() as session:
        session.add(Pupil(classroom_id=7, name="Amina Secret", name_key="a", phrase_hash="x"))
    assert "Secret" not in str(failed.value).split("DETAIL")[0]


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_a_page_sees_what_it_has_just_saved() -> None:
    assert db.reading().query(Invitation).count() == 0
    with db.writing() as session:
        session.add(invitation())
    assert db.reading().query(Invitation).count() == 1


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_constraints_are_kept_by_the_database() -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    orphan = Pupil(classroom_id=7, name="A", name_key="a", phrase_hash="x", created_at=now)
    stray = Classroom(teacher_id=7, name="A", is_sample=False, join_code="X", created_at=now)
    for row in (orphan, stray):
        with pytest.raises(IntegrityError), db.writing() as session:
            session.add(row)


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_points_in_time_are_in_utc_on_both_sides() -> None:
    noon = datetime(2026, 7, 1, 12, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=2)))
    with db.writing() as session:
        session.add(invitation(at=noon))
    read = db.reading().query(Invitation).one().created_at
    assert (read, read.tzinfo) == (noon, UTC)
    with pytest.raises(StatementError, match="time zone"), db.writing() as session:
        session.add(invitation("u", datetime(2026, 7, 1)))  # noqa: DTZ001  that is the point


@DATABASES
@pytest.mark.usefixtures("in_app")
def test_whether_the_database_answers() -> None:
    assert db.answers()


def test_a_database_that_is_away_does_not_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'no folder' / 'quiz.sqlite'}"
    app = create_app({"INSTANCE": tmp_path, "DATABASE_URL": url})
    with app.app_context():
        assert not db.answers()


def test_postgresql_that_may_forget_is_refused(postgresql: str, tmp_path: Path) -> None:
    url = f"{postgresql}&options=-c%20synchronous_commit%3Doff"
    app = create_app({"INSTANCE": tmp_path, "DATABASE_URL": url})
    with app.app_context(), pytest.raises(UnsafeDatabase, match="synchronous_commit = off"):
        db.sql.get_engine("write").connect()
