"""Two engines on one database: one that can only read, and one that writes.

``reading()`` is what pages read with; ``writing()`` is one transaction, and only use cases open
one. What SQLite and PostgreSQL need so that "saved" means saved is set up here and nowhere else.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from inspect import iscoroutinefunction
from typing import Any, ClassVar

from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import JSON, DateTime, Dialect, Engine, MetaData, event, make_url, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

from quizapp.errors import Busy, UnsafeDatabase

WAIT_SECONDS = 10
"""How long a write waits for its turn before it gives up."""

THREADS = 16
"""How many requests are answered at once; each may hold one connection of each engine."""


class Moment(TypeDecorator[datetime]):
    """A point in time: aware and in UTC on both sides, whatever the database makes of it."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a point in time needs its time zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Model(DeclarativeBase):
    """Base class of every table; constraints are named so that migrations can find them."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, dict[str, Any]: JSON}


sql = SQLAlchemy(session_options={"expire_on_commit": False})

_PASSING = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
}

_turn = threading.Lock()
"""SQLite takes one writer at a time. Threads queue here, which is fair, not at the file."""


def init_app(app: Flask) -> None:
    """Give *app* its engines, each set up for its work."""
    app.config["SQLALCHEMY_ENGINES"] = _engines(app.config["DATABASE_URL"])
    sql.init_app(app)
    # The extension also closes asynchronous sessions, for which every request would start a
    # thread with an event loop. There are none here.
    app.teardown_appcontext_funcs = [
        ending for ending in app.teardown_appcontext_funcs if not iscoroutinefunction(ending)
    ]
    with app.app_context():
        for name, engine in sql.engines.items():
            if engine.dialect.name == "sqlite":
                _set_up_sqlite(engine, writes=name == "write")
            else:
                event.listen(engine, "connect", _check_postgresql)


def _engines(url: str) -> dict[str, dict[str, Any]]:
    common: dict[str, Any] = {
        "url": url,
        "pool_size": THREADS,
        "max_overflow": THREADS,
        "hide_parameters": True,  # names and answers are no part of an error's message
    }
    if make_url(url).get_backend_name() == "sqlite":
        return {"default": dict(common), "write": dict(common)}
    common["pool_pre_ping"] = True
    read_only = {"connect_args": {"options": "-c default_transaction_read_only=on"}}
    return {"default": common | read_only, "write": common}


def _set_up_sqlite(engine: Engine, *, writes: bool) -> None:
    def connect(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, not the driver
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={WAIT_SECONDS * 1000}")
        cursor.execute("PRAGMA foreign_keys=ON")
        if writes:
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
            cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
        else:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    event.listen(engine, "connect", connect)
    # A deferred transaction that reads first and writes later fails at once when somebody else
    # has written in between. An immediate one waits for its turn before it reads.
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))


def _check_postgresql(connection: Any, _: object) -> None:
    with connection.cursor() as cursor:
        for setting in ("fsync", "synchronous_commit"):
            cursor.execute(f"SHOW {setting}")
            if cursor.fetchone()[0] == "off":
                raise UnsafeDatabase(
                    f"PostgreSQL runs with {setting} = off, so it could lose answers that were "
                    f"shown as saved. Set it to on."
                )
    connection.rollback()


def reading() -> Session:
    """The session that this request reads with; it ends with the request. It cannot write."""
    return sql.session


@contextmanager
def writing() -> Iterator[Session]:
    """One transaction that writes: committed on leaving, undone as a whole on any error.

    Raises Busy if other writers do not make room in time, or the disk has none.
    """
    engine = sql.get_engine("write")
    turn = _one_at_a_time() if engine.dialect.name == "sqlite" else nullcontext()
    try:
        with turn, Session(engine, expire_on_commit=False) as session, session.begin():
            session.connection()
            yield session
    except OperationalError as error:
        if _may_pass(error):
            raise Busy("the database is locked, full or away") from error
        raise
    # What this request has read before may be out of date now.
    sql.session.rollback()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    if not _turn.acquire(timeout=WAIT_SECONDS):
        raise Busy("other writers did not make room in time")
    try:
        yield
    finally:
        _turn.release()


def _may_pass(error: OperationalError) -> bool:
    """Whether the same can work later. SQLite calls a missing table an operational error, too."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code is None or code & 0xFF in _PASSING


def answers() -> bool:
    """Whether the database answers."""
    try:
        with sql.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def size() -> int:
    """How much room the database takes, in bytes."""
    if sql.engine.dialect.name == "sqlite":
        pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    else:
        pages = "SELECT pg_database_size(current_database())"
    with sql.engine.connect() as connection:
        return int(connection.execute(text(pages)).scalar_one())


def leave_no_trace() -> None:
    """Take what was deleted out of SQLite's log as well, where it would stay for a while."""
    engine = sql.get_engine("write")
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as connection:  # no transaction may be open
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def close() -> None:
    """Close every connection. A process that starts another one must not share any with it."""
    sql.session.close()
    for engine in sql.engines.values():
        engine.dispose()
