"""A PDF as text.

A PDF knows letters and where they stand, nothing else: ``page_layout`` makes lines of them, and
``typeset`` paragraphs of the lines.
"""

import io
import re
from typing import Any

import pdfplumber
import pypdf
from pdfplumber.utils.exceptions import PdfminerException
from pypdf.errors import PyPdfError

from questions.reading.decoding import UnreadableText
from questions.reading.draft import Draft
from questions.reading.markup import Block
from questions.reading.page_layout import Line, in_order
from questions.reading.typeset import Page, blocks, without_running_heads

MOST_PAGES = 300
_FEWEST_WORDS = 20
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_FAULTS = (PyPdfError, PdfminerException, ValueError, LookupError, TypeError, AttributeError)
"""What the two libraries raise at files that are not as they should be."""

_BROKEN = "This PDF is broken. Open it, print it to a new PDF, and bring that."
_LOCKED = "This PDF is locked with a password. Save it without one, and bring that."
_LONG = "This PDF is too long: 300 pages are the most. Bring the article’s pages alone."
_PICTURE = "This PDF is a picture of a text: there are no letters in it. Find the article as text."


def to_text(raw: bytes) -> str:
    """The article in the PDF *raw*; UnreadableText if it cannot be read."""
    _check(raw)
    try:
        with pdfplumber.open(io.BytesIO(raw)) as file:
            pages = without_running_heads([_page(page) for page in file.pages])
    except (*_FAULTS, RecursionError) as error:
        raise UnreadableText(_BROKEN) from error
    if sum(len(line.words.split()) for page in pages for line in page.lines) < _FEWEST_WORDS:
        raise UnreadableText(_PICTURE)
    return _drafted(list(blocks(pages)))


def _check(raw: bytes) -> None:
    """UnreadableText where the file is broken, locked or too long."""
    try:
        file = pypdf.PdfReader(io.BytesIO(raw))
        locked = file.is_encrypted and not file.decrypt("")
        pages = 0 if locked else len(file.pages)
    except (*_FAULTS, RecursionError) as error:
        raise UnreadableText(_BROKEN) from error
    if locked:
        raise UnreadableText(_LOCKED)
    if pages > MOST_PAGES:
        raise UnreadableText(_LONG)


def _page(page: Any) -> Page:
    words = page.extract_words(x_tolerance_ratio=0.15, extra_attrs=["size", "fontname"])
    pictures = tuple((i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images)
    lines = tuple(in_order(_word(word) for word in words if word["upright"]))
    page.close()  # it would keep every letter
    return Page(lines, float(page.height), pictures)


def _word(found: dict[str, Any]) -> Line:
    return Line(
        words=found["text"].translate(_LIGATURES),
        x0=found["x0"],
        x1=found["x1"],
        top=found["top"],
        bottom=found["bottom"],
        size=round(found["size"], 1),
        bold=bool(_BOLD.search(found["fontname"])),
    )


def _drafted(found: list[Block]) -> str:
    draft = Draft()
    for block in found:
        if block.level == 1:
            draft.headline(block.words)
    for block in found:
        if block.level != 1:
            draft.block(block)
    return draft.text
