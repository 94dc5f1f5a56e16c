"""The classroom: accounts, classes, assignments, answers and scores, and the pages for them.

web, cli   what a browser or a shell asks for      -> usecases, store
jobs       long work off the request: texts that are read by a worker
usecases   one function for each thing done; the only place that writes and commits
store      what pages show, read from the database; never commits
models     the tables
db         two engines, one that reads and one that writes; SQLite and PostgreSQL set up right
config     the settings
"""

from collections.abc import Mapping
from typing import Any

from flask import Flask
from jinja2 import StrictUndefined

from quizapp import cli, config, db, jobs, migrate, web
from quizapp.web.errors import Site

__all__ = ["create_app"]


def create_app(overrides: Mapping[str, Any] | None = None) -> Flask:
    """Build the application from the environment; tests pass *overrides*."""
    settings = config.settings(overrides or {})
    app = Site(
        __name__,
        template_folder=str(config.ROOT / "templates"),
        instance_path=settings["INSTANCE"],
    )
    app.jinja_env.undefined = StrictUndefined
    app.config.from_mapping(settings)
    db.init_app(app)
    migrate.init_app(app)
    jobs.init_app(app)
    cli.init_app(app)
    web.init_app(app)
    return app
