"""Bytes as text: UTF-8 where it is, else the encoding of old Windows programs."""

import codecs

LARGEST = 2_000_000
"""No text may have more bytes than this."""


class UnreadableText(ValueError):  # noqa: N818 - the name that callers catch
    """A file that cannot be read as an article, with a sentence for a person."""


def decode(raw: bytes) -> str:
    """The text in *raw*, line ends made alike."""
    if len(raw) > LARGEST:
        raise UnreadableText("This file is too large: an article has at most 2 MB of text.")
    if b"\0" in raw:
        raise UnreadableText("This file is not text. Save the article as plain text first.")
    try:
        text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return checked(text)


def checked(text: str) -> str:
    """*text* with line ends made alike; UnreadableText if there is nothing to read in it."""
    if not text.strip():
        raise UnreadableText("This file is empty: there is no text in it.")
    if sum(char < " " and not char.isspace() for char in text) * 20 > len(text):
        raise UnreadableText("This file is not text. Save the article as plain text first.")
    for line_end in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_end, "\n")
    return text
