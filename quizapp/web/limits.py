"""How often something may be tried. What was right is never counted, and nobody shuts out a class.

A class comes from one address, so what one address may do is either tied to one account or as much
as no class does by hand.

passwords   10 wrong ones for one name from one address in a quarter of an hour, and 200 for one
            name from anywhere in an hour. Each counts before it is looked at, so that many at once
            are not more than many in a row. The right one makes those from its address forgotten.
guesses     3,000 wrong class codes and phrases from one address in ten minutes, five a second.
            Both have 40 random bits: at that speed it takes years to meet any of a thousand.
new pupils  200 in ten minutes with one class code. What is sent without a name joins nobody.
objections  20 in ten minutes by one pupil: no quiz has so many questions that are wrong.
"""

from flask import Flask, current_app, request
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter, RateLimiter

from quizapp.errors import TooMany
from quizapp.store import classes
from quizapp.usecases import names, tokens

WRONG_PASSWORDS_HERE = parse("10 per 15 minutes")
WRONG_PASSWORDS = parse("200 per hour")
WRONG_GUESSES = parse("3000 per 10 minutes")
NEW_PUPILS = parse("200 per 10 minutes")
OBJECTIONS = parse("20 per 10 minutes")

WAIT = "Wait a quarter of an hour, then try again."


def count_password(name: str) -> None:
    """Count a try to sign in under *name*; TooMany if there were too many."""
    if not (
        _tries().hit(WRONG_PASSWORDS_HERE, _account(name), _address())
        and _tries().hit(WRONG_PASSWORDS, _account(name))
    ):
        raise TooMany(WAIT)


def forget_passwords(name: str) -> None:
    """Forget the tries from here under *name*: the last one was right."""
    _tries().clear(WRONG_PASSWORDS_HERE, _account(name), _address())


def check_guesses() -> None:
    """TooMany if too much has been guessed from this address."""
    if not _tries().test(WRONG_GUESSES, _address()):
        raise TooMany(WAIT)


def count_guess() -> None:
    """Count a wrong code or phrase."""
    _tries().hit(WRONG_GUESSES, _address())


def check_new_pupils(code: str) -> None:
    """TooMany if too many have just joined the class with this *code*."""
    if not _tries().test(NEW_PUPILS, _class(code)):
        raise TooMany(WAIT)


def count_new_pupil(code: str) -> None:
    """Count somebody who has joined the class with this *code*."""
    _tries().hit(NEW_PUPILS, _class(code))


def count_objection(pupil_id: int) -> None:
    """Count what a pupil says is wrong; TooMany if there was too much."""
    if not _tries().hit(OBJECTIONS, str(pupil_id)):
        raise TooMany(WAIT)


def _tries() -> RateLimiter:
    tries: RateLimiter = current_app.extensions["tries"]
    return tries


def _address() -> str:
    return request.remote_addr or ""


# Keys are hashed: what people send can be long, and it is kept in memory.


def _account(name: str) -> str:
    """The account that somebody tries to get into: every spelling that leads there is one."""
    return tokens.hashed(names.key(name))


def _class(code: str) -> str:
    return tokens.hashed(classes.typed_code(code))


def init_app(app: Flask) -> None:
    """Count what is tried in *app*."""
    app.extensions["tries"] = FixedWindowRateLimiter(MemoryStorage())
