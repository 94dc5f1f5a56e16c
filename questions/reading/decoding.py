"""Bytes as text: UTF-8 or UTF-16 where they are it, else the encoding of old Windows programs."""

import codecs
import html
import re

_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|pound|euro|#x?[0-9a-f]{2,5});",
    re.IGNORECASE,
)
_EMPTY = "This file is empty: there is no text in it."
_NOT_TEXT = "This file is not text. Save the article as plain text first."


class UnreadableText(ValueError):  # noqa: N818 - the name that callers catch
    """A file that cannot be read as an article, with a sentence for a person."""


def to_text(raw: bytes) -> str:
    """The characters that *raw* stands for."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def checked(text: str) -> str:
    """*text* with line ends made alike, and with the characters that entities of HTML stand for.

    UnreadableText if there is nothing to read in it.
    """
    if not text.strip():
        raise UnreadableText(_EMPTY)
    odd = sum(char < " " and not char.isspace() for char in text)
    if "\0" in text or odd * 20 > len(text):
        raise UnreadableText(_NOT_TEXT)
    for line_end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
