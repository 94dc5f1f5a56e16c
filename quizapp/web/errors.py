"""Every error as a page that says what went wrong and what to do next, and nothing else."""

import traceback
from typing import Any, NamedTuple

from flask import Flask, Response, render_template, request
from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from flask_login import current_user
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from quizapp.errors import Busy, NotFound, Refused, TooMany
from quizapp.web.words import told

Page = tuple[str, int] | tuple[str, int, dict[str, str]]


class Site(Flask):
    """Flask, but for its log: no address in it, which can be a code, and no words of anybody's."""

    def log_exception(self, exc_info: Any) -> None:
        """Note which page failed, and where."""
        self.logger.error("%s %s\n%s", request.method, request.endpoint, trace(exc_info[1]))


def trace(error: BaseException | None) -> str:
    """Where *error* and those before it arose. Their messages can quote what was typed."""
    lines = []
    while error is not None:
        lines += [f"{type(error).__module__}.{type(error).__qualname__}\n"]
        lines += traceback.format_tb(error.__traceback__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(lines)


class Words(NamedTuple):
    """What a person is told about an error."""

    title: LazyString
    advice: LazyString


WORDS = {
    400: Words(
        _("This page was open too long"),
        _("Go back, load the page again and send it once more. What was saved is still there."),
    ),
    403: Words(
        _("This page is not for you"),
        _("Perhaps you are signed in as somebody else. Sign out first, or go to the first page."),
    ),
    404: Words(
        _("There is nothing here"),
        _("The address may be mistyped, or the page is somebody else’s. Go to the first page."),
    ),
    405: Words(
        _("That cannot be done here"),
        _("Go to the first page and try it from there."),
    ),
    409: Words(
        _("That is not possible now"),
        _("Go back, load the page again and look at what has changed."),
    ),
    413: Words(
        _("That is too much at once"),
        _("Go back and send something shorter."),
    ),
    429: Words(
        _("Too many tries"),
        _("Wait a quarter of an hour, then try again."),
    ),
    500: Words(
        _("Something went wrong on our side"),
        _("Go back and try again. What was shown as saved is saved."),
    ),
    503: Words(
        _("Too much is going on at the moment"),
        _("Wait a few seconds, go back and send it again. What was shown as saved is saved."),
    ),
}
RETRY_AFTER_SECONDS = "3"


def page(code: int, advice: str | None = None) -> tuple[str, int]:
    """The page for an error with *code*; *advice* in place of the usual one."""
    words = WORDS.get(code) or WORDS[500 if code >= 500 else 400]
    html = render_template(
        "errors/error.html",
        title=words.title,
        advice=advice or words.advice,
        knows_person=code < 500 and knows_person(),
        signs_out=code == 403,
    )
    return html, code


def knows_person() -> bool:
    """Whether somebody is signed in; nobody, as far as we know, while the database is away."""
    try:
        return bool(current_user.is_authenticated)
    except SQLAlchemyError:
        return False


def http_error(error: HTTPException) -> tuple[str, int, dict[str, str]]:
    """Any error that Flask raises. Headers such as Allow stay; the description is not shown."""
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return *page(error.code or 500), headers


def unknown_host(error: SecurityError) -> Response:  # noqa: ARG001  its text is for the log
    """A request under a name that is not ours: nothing here may be addressed by that name."""
    advice = _("This site does not answer under this address. Use the one you were given.")
    return Response(str(advice), 400, content_type="text/plain; charset=utf-8")


def not_found(error: NotFound) -> tuple[str, int]:  # noqa: ARG001  its text is for the log
    """Something that is not there, or is somebody else's: nobody can tell which."""
    return page(404)


def refused(error: Refused) -> tuple[str, int]:
    """Something that is not allowed; the error itself says why."""
    return page(409, told(error))


def too_many(error: TooMany) -> tuple[str, int]:
    """Too many tries."""
    return page(429, told(error))


def busy(error: Busy) -> tuple[str, int, dict[str, str]]:  # noqa: ARG001  its text is for the log
    """The database cannot take a write in time."""
    return *page(503), {"Retry-After": RETRY_AFTER_SECONDS}


def broken(error: InternalServerError) -> Page:
    """A mistake of ours; or a database that could not take the session at the very end."""
    if isinstance(error.original_exception, Busy):
        return busy(error.original_exception)
    return page(500)


def init_app(app: Flask) -> None:
    """Show every error of *app* with our own page."""
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(SecurityError, unknown_host)
    app.register_error_handler(InternalServerError, broken)
    app.register_error_handler(NotFound, not_found)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(TooMany, too_many)
    app.register_error_handler(Busy, busy)
