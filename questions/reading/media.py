"""The kinds of file that a text comes in, and who turns each into text.

To add one: write a module with a function from bytes to text, in which a heading begins with
``# ``, and add it to ``TO_TEXT``.
"""

from collections.abc import Callable
from enum import StrEnum

from questions.reading.decoding import decode


class Media(StrEnum):
    """How the bytes of a text are to be read."""

    TEXT = "text"


TO_TEXT: dict[Media, Callable[[bytes], str]] = {
    Media.TEXT: decode,
}
