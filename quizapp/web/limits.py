"""How often something may be tried: per account and per class, since a class shares an address."""

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from quizapp.store import classes
from quizapp.usecases import names

limiter = Limiter(get_remote_address, storage_uri="memory://")


def has_failed(response: Response) -> bool:
    """Whether a form came back instead of leading on."""
    return response.status_code != 303


def account() -> str:
    """The account that somebody tries to get into: every spelling that leads there is one."""
    return names.key(request.form.get("name", ""))


def class_code() -> str:
    """The class that somebody wants to join."""
    return classes.typed_code(request.form.get("code", ""))


sign_in = limiter.limit(
    "10 per 15 minutes", key_func=account, methods=["POST"], deduct_when=has_failed
)
joining = limiter.limit("200 per 10 minutes", key_func=class_code, methods=["POST"])
guessing = limiter.limit("300 per 10 minutes", methods=["POST"], deduct_when=has_failed)


def init_app(app: Flask) -> None:
    """Count what is tried in *app*."""
    limiter.init_app(app)
