"""How somebody likes to read, kept in a cookie of their browser."""

from typing import Any

from flask import Blueprint, Flask, current_app, redirect, render_template, request, url_for
from werkzeug import Response

from quizapp.web import sessions
from quizapp.web.forms import READING, ReadingForm

bp = Blueprint("reading_options", __name__)

COOKIE = "reading"
YEAR_SECONDS = 365 * 24 * 60 * 60


def chosen() -> dict[str, str]:
    """What this reader has chosen; anything else that the cookie may hold is left aside."""
    kept = request.cookies.get(COOKIE, "").split(".")
    return {
        option: next((word for word in kept if word in others), first)
        for option, (first, *others) in READING.items()
    }


def local(address: str) -> str:
    """*address* if it is a page of this site, else the first page."""
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and address.isprintable() else url_for("join.index")


@bp.route("/reading-options", methods=["GET", "POST"])
def choose() -> str | Response:
    """Choose; then back to the page where one was reading."""
    form = ReadingForm(data=chosen())
    if not form.validate_on_submit():
        return render_template("reading_options/choose.html", form=form)
    back = request.args.get("back", "")
    to = local(back) if request.form.get("then") == "back" else url_for(".choose", back=back)
    response = redirect(to, 303)
    response.set_cookie(
        COOKIE,
        ".".join(str(form[option].data) for option in READING),
        max_age=YEAR_SECONDS,
        samesite="Lax",
        httponly=True,
        secure=sessions.is_private(current_app, request),
    )
    return response


def init_app(app: Flask) -> None:
    """Let every template of *app* know what the reader has chosen."""

    @app.context_processor
    def reading() -> dict[str, Any]:
        return {"reading": chosen()}
