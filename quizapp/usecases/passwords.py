"""Teachers' passwords: argon2id with the memory and time that OWASP's password cheat sheet names.

The library's own default is heavier; a staff room signing in at once would wait on a small box.
"""

import os
import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from quizapp.errors import Refused

SHORTEST, LONGEST = 10, 200

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_cores = threading.BoundedSemaphore(max(1, (os.cpu_count() or 1) - 1))
"""So many hashes are made at once: one core is left for everybody else's pages."""


def hashed(password: str) -> str:
    """What to keep of a new *password*; Refused if it is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(
            "A password has %(shortest)s to %(longest)s characters.",
            shortest=SHORTEST,
            longest=LONGEST,
        )
    with _cores:
        return _hasher.hash(_typed(password))


def matches(password: str, password_hash: str | None) -> bool:
    """Whether *password* is the one; None, for an unknown name, takes just as long."""
    with _cores:
        try:
            _hasher.verify(password_hash or _nobodys(), _typed(password[: LONGEST + 1]))
        except VerifyMismatchError:
            return False
    return password_hash is not None


def _typed(password: str) -> str:
    # The same letters can arrive composed or decomposed, as the keyboard has it.
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys() -> str:
    return _hasher.hash(os.urandom(16).hex())
