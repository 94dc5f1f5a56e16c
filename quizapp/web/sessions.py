"""Flask's session: on the server for those who have signed in, in the cookie for strangers.

Who has signed in has a cookie that holds a random token and nothing else. A stranger's cookie is
the session itself, signed: looking at the pages by which one comes in leaves nothing behind.

Nothing is read before a page asks for it, and nothing is kept before a page puts something in:
a request for a file or for /healthz costs no query and gets no cookie.
"""

from collections.abc import Iterator
from typing import Any

from flask import Flask, Request, Response, current_app, request
from flask.sessions import SessionInterface, SessionMixin
from itsdangerous import BadData, URLSafeTimedSerializer

from quizapp.usecases import sessions

PERSON = "_user_id"
"""Where Flask-Login notes who has signed in."""

DAY_SECONDS = 24 * 3600
"""How long a stranger's cookie is good for."""


class ServerSession(SessionMixin):
    """The memory behind one cookie, fetched at the first look into it."""

    def __init__(self, token: str | None) -> None:
        self.token = token
        self.modified = False
        self.accessed = False
        self.stale = False
        self.signed_in_as: str | None = None
        self._memory: dict[str, Any] | None = None

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered. A token that opens nothing is dropped."""
        if self._memory is None:
            self.accessed = True
            found = sessions.recall(self.token) if self.token else None
            self._memory = found.data if found else strangers(self.token)
            self.stale = found is not None and found.stale
            self.token = self.token if found else None
            self.signed_in_as = self._memory.get(PERSON)
        return self._memory

    def __getitem__(self, key: str) -> Any:
        return self.memory[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.memory[key] = value
        self.modified = True

    def __delitem__(self, key: str) -> None:
        del self.memory[key]
        self.modified = True

    def __iter__(self) -> Iterator[str]:
        return iter(self.memory)

    def __len__(self) -> int:
        return len(self.memory)

    @property
    def changed_hands(self) -> bool:
        """Whether somebody has signed in or out since the session was opened."""
        return bool(self.memory.get(PERSON) != self.signed_in_as)


class ServerSessions(SessionInterface):
    """Opens the session of a request, and keeps it where something in it has changed."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        return ServerSession(request.cookies.get(cookie_name(app, request)))

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not isinstance(session, ServerSession) or not session.accessed:
            return
        response.vary.add("Cookie")
        if session.modified and not session:
            end(app, session, response)
        elif session.modified or session.stale:
            keep(app, session, response)


def is_private(app: Flask, asked: Request) -> bool:
    """Whether the cookie may travel over TLS only."""
    return asked.is_secure or bool(app.config["HTTPS"])


def cookie_name(app: Flask, asked: Request) -> str:
    """The name under which *asked* carries the token; ``__Host-`` binds it to this host."""
    return "__Host-session" if is_private(app, asked) else "session"


def end(app: Flask, session: ServerSession, response: Response) -> None:
    """Forget *session*, here and in the browser."""
    if session.token is not None:
        sessions.end(session.token)
    response.delete_cookie(
        cookie_name(app, request),
        secure=is_private(app, request),
        httponly=True,
        samesite="Lax",
    )


def keep(app: Flask, session: ServerSession, response: Response) -> None:
    """Write *session* down; under a new token where there was none or its owner is another."""
    person = session.get(PERSON)
    if person is None:
        token = signer().dumps(session.memory)
    elif session.token is not None and not session.changed_hands:
        sessions.keep(session.token, session.memory)
        token = session.token
    else:
        token = sessions.begin(session.memory, person, instead_of=session.token)
    response.set_cookie(
        cookie_name(app, request),
        token,
        max_age=sessions.SIGNED_IN if person else None,
        secure=is_private(app, request),
        httponly=True,
        samesite="Lax",
    )


def signer() -> URLSafeTimedSerializer:
    """What signs the memory of strangers."""
    return URLSafeTimedSerializer(str(current_app.config["SECRET_KEY"]), salt="strangers")


def strangers(cookie: str | None) -> dict[str, Any]:
    """What a stranger's *cookie* holds; nothing, if we have not signed it or long ago."""
    try:
        signed: dict[str, Any] = signer().loads(cookie or "", max_age=DAY_SECONDS)
    except BadData:
        return {}
    return signed


def init_app(app: Flask) -> None:
    """Keep the sessions of *app* on the server."""
    app.session_interface = ServerSessions()
