"""What can go wrong for good reasons, in words a person can read. Knows no web framework."""

from typing import Any


class NotFound(LookupError):  # noqa: N818  it says what happened, like the HTTP reason
    """There is no such thing, or it is somebody else's: both look alike on purpose."""


class Refused(Exception):  # noqa: N818
    """Something that is not allowed; the message says why and what to do next.

    It is a ``template`` in English with the ``values`` for its gaps, ``%(name)s``, so that it can
    be said in another language.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template % values if values else template)
        self.template = template
        self.values = values


class NoClass(Refused):
    """A class code that leads to no class, or to one that takes no new pupils now."""


class Overtaken(Refused):
    """A late answer that an answer given later has already replaced.

    ``answer``, ``revision`` and ``sequence`` are those that are saved and stay so.
    """

    def __init__(self, *, answer: Any, revision: int, sequence: int) -> None:
        super().__init__("A newer answer to this question is already saved.")
        self.answer = answer
        self.revision = revision
        self.sequence = sequence


class TooMany(Refused):
    """Too many tries in a short time."""


class Busy(Exception):  # noqa: N818
    """The database cannot take a write right now; trying again in a moment will do."""


class UnsafeDatabase(Exception):  # noqa: N818
    """A database that could lose what it said it had saved: the application will not use it."""
