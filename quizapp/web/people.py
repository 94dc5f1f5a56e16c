"""Who is asking: a pupil, a teacher, or somebody whom we do not know."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask, abort, redirect, session, url_for
from flask_login import LoginManager, current_user, login_user
from werkzeug import Response

from quizapp import db
from quizapp.errors import NotFound
from quizapp.store import pupils, teachers

P = ParamSpec("P")
R = TypeVar("R")

TEACHER = "teacher"
PUPIL = "pupil"


class Person:
    """Somebody who has signed in; the id is "teacher:3" or "pupil:8"."""

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, role: str, number: int, name: str = "", *, is_admin: bool = False) -> None:
        self.role = role
        self.number = number
        self.name = name
        self.is_admin = is_admin

    @property
    def is_teacher(self) -> bool:
        """Whether this is a teacher."""
        return self.role == TEACHER

    def get_id(self) -> str:
        """What the session remembers this person by."""
        return f"{self.role}:{self.number}"


class Stranger:
    """Somebody who has not signed in."""

    is_authenticated = False
    is_active = False
    is_anonymous = True
    is_teacher = False
    is_admin = False

    def get_id(self) -> None:
        """A stranger has no id."""


class SessionsOnly(LoginManager):  # type: ignore[misc]  # the library has no types
    """Knows people by their session alone.

    The library would also let them in by its "remember me" cookie, and would look into every
    session at the end of every request, even when that failed because the database is away.
    """

    def _load_user_from_remember_cookie(self, cookie: str) -> None:
        """Nobody."""

    def _update_remember_cookie(self, response: Response) -> Response:
        """Nothing."""
        return response


def load(person: str) -> Person | None:
    """The person called *person* ("teacher:3"), unless there is no such person any more."""
    role, _, given = person.partition(":")
    number = int(given)
    try:
        if role == PUPIL:
            return Person(role, number, pupils.pupil(db.reading(), number).name)
        teacher = teachers.teacher(db.reading(), number)
        return Person(role, number, teacher.name, is_admin=teacher.is_admin)
    except NotFound:
        return None


def enter(role: str, number: int) -> None:
    """Sign somebody in. Nothing of the session before stays; its token is exchanged."""
    session.clear()
    login_user(Person(role, number))


def number() -> int:
    """The number of the teacher or pupil who is asking."""
    return int(current_user.number)


def only(role: str, door: str) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """Let only people of *role* see a view; show strangers the page at *door*."""

    def decorate(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            if not current_user.is_authenticated:
                return redirect(url_for(door), 303)
            if current_user.role != role:
                abort(403)
            return view(*args, **kwargs)

        return guarded

    return decorate


pupils_only = only(PUPIL, "join.join")
teachers_only = only(TEACHER, "accounts.sign_in")


def admins_only(view: Callable[P, R]) -> Callable[P, R | Response]:
    """Let only teachers who look after the site see a view; for the others it is not there."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not current_user.is_admin:
            raise NotFound
        return view(*args, **kwargs)

    return teachers_only(guarded)


def init_app(app: Flask) -> None:
    """Know people again on every request to *app*."""
    # Its own context processor asks the database who is there, even for the page of an error.
    manager = SessionsOnly(app, add_context_processor=False)
    app.context_processor(lambda: {"current_user": current_user})
    manager.session_protection = None  # phones change their address in the middle of a lesson
    manager.anonymous_user = Stranger
    manager.user_loader(load)
