"""A PDF as text."""

import io

import pdfplumber
import pypdf
from pypdf.errors import PyPdfError

from questions.reading.decoding import UnreadableText

MOST_PAGES = 300

_BROKEN = "This PDF is broken. Open it, print it to a new PDF, and bring that."
_LOCKED = "This PDF is locked with a password. Save it without one, and bring that."
_LONG = "This PDF is too long: 300 pages are the most. Bring the article’s pages alone."
_PICTURE = "This PDF is a picture of a text: there are no letters in it. Find the article as text."


def to_text(raw: bytes) -> str:
    """The article in the PDF *raw*; UnreadableText if it cannot be read."""
    _check(raw)
    with pdfplumber.open(io.BytesIO(raw)) as file:
        text = "\n\n".join(page.extract_text() for page in file.pages)
    if not text.strip():
        raise UnreadableText(_PICTURE)
    return text


def _check(raw: bytes) -> None:
    try:
        file = pypdf.PdfReader(io.BytesIO(raw))
        if file.is_encrypted and not file.decrypt(""):
            raise UnreadableText(_LOCKED)
        pages = len(file.pages)
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        if isinstance(error, UnreadableText):
            raise
        raise UnreadableText(_BROKEN) from error
    if pages > MOST_PAGES:
        raise UnreadableText(_LONG)
