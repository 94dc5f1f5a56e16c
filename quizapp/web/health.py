"""Whether the site works, for whoever watches over it."""

from flask import Blueprint

from quizapp import db

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> tuple[dict[str, str], int]:
    """Say whether the database answers."""
    if db.answers():
        return {"database": "answers"}, 200
    return {"database": "does not answer"}, 503
