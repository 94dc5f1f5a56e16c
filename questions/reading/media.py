"""The kinds of file that a text comes in, and who turns each into text.

To add one: write a module with a function ``to_text`` from bytes to text, marked as ``draft``
marks it, and add a line to ``Media``, ``LARGEST``, ``_TOO_LARGE`` and ``_READERS``.
"""

import re
from enum import StrEnum
from importlib import import_module

from questions.reading.decoding import UnreadableText, checked


class Media(StrEnum):
    """How the bytes of a text are to be read."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


LARGEST = {
    Media.TEXT: 2_000_000,
    Media.HTML: 5_000_000,
    Media.DOCX: 10_000_000,
    Media.PDF: 10_000_000,
}
"""In bytes: what is larger is not read."""

_TOO_LARGE = {
    Media.TEXT: "This text is too large: 2 MB are the most. Bring the article alone.",
    Media.HTML: "This page is too large: 5 MB are the most. Copy the article and paste it.",
    Media.DOCX: "This file is too large: 10 MB are the most. Take the pictures out of it.",
    Media.PDF: "This file is too large: 10 MB are the most. Bring the article’s pages alone.",
}

# By name, because their libraries take half a second and some 50 MB: whoever reads plain text, or
# only asks what kinds there are, needs none of them.
_READERS = {
    Media.TEXT: "questions.reading.decoding",
    Media.HTML: "questions.reading.html",
    Media.DOCX: "questions.reading.docx",
    Media.PDF: "questions.reading.pdf",
}

_BEGINNING = 4096
"""How many bytes of a file tell its kind."""
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)
_FRAGMENT = re.compile(rb"\s*<(p|div|article|section|h1)\b[^>]*>.*</\1>", re.DOTALL | re.IGNORECASE)
_HTML_NAME = re.compile(r"\.(?:x?html?|mht|mhtml)$", re.IGNORECASE)
_OLD_WORD = "This is a file of an old Word. Save it as .docx, and bring that."
_RICH_TEXT = "This is a rich text file. Save it as .docx or as plain text, and bring that."
_PICTURE = "This is a picture: there is no text in it. Type the text, or find the article as text."
_SAFARI = "This is a web archive of Safari. Save the page as HTML, or copy its text and paste it."
_NO_WORD = "This is no Word file, although its name says so. Copy the text and paste it."
_NO_PDF = "This is no PDF, although its name says so. Copy the text and paste it."
_UNREADABLE = {
    b"bplist00": _SAFARI,
    b"\xd0\xcf\x11\xe0": _OLD_WORD,
    b"{\\rtf": _RICH_TEXT,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"RIFF": _PICTURE,
}


def media_of(raw: bytes, name: str = "") -> Media:
    """The kind of a file, told by how it begins; by its *name* only where that tells nothing.

    UnreadableText, with a sentence for a person, where it is a kind that nobody reads.
    """
    beginning = raw[:_BEGINNING]
    for mark, sentence in _UNREADABLE.items():
        if beginning.startswith(mark):
            raise UnreadableText(sentence)
    if b"%PDF-" in beginning[:1024]:
        return Media.PDF
    if beginning.startswith(b"PK\x03\x04"):
        return Media.DOCX
    if (
        _HTML.match(beginning)
        or _FRAGMENT.match(beginning)
        or is_archive(raw)
        or _HTML_NAME.search(name)
    ):
        return Media.HTML
    if raw.strip():  # of an empty file the reader says more
        _check_name(name.lower())
    return Media.TEXT


def _check_name(name: str) -> None:
    """UnreadableText where what looks like plain text bears the *name* of another kind."""
    if name.endswith(".docx"):
        raise UnreadableText(_NO_WORD)
    if name.endswith(".pdf"):
        raise UnreadableText(_NO_PDF)


def is_archive(raw: bytes) -> bool:
    """Whether *raw* is a page that a browser has saved with all that belongs to it in one file."""
    beginning = raw[:_BEGINNING]
    return b"MIME-Version: 1.0" in beginning and b"multipart/related" in beginning


def to_text(raw: bytes, media: Media) -> str:
    """The text in a file of this kind; UnreadableText, with a sentence for a person, if none."""
    if len(raw) > LARGEST[media]:
        raise UnreadableText(_TOO_LARGE[media])
    return checked(import_module(_READERS[media]).to_text(raw))
