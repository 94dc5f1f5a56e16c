"""A Word file as text: as it reads with all changes accepted, without comments and notes.

mammoth does the reading. What it is given has been looked through before: a small file may unpack
to gigabytes, or define entities that do.
"""

import io
import re
import zipfile

import lxml.html
import mammoth
from mammoth import documents, transforms

from questions.reading import furniture
from questions.reading.decoding import UnreadableText
from questions.reading.draft import Draft
from questions.reading.markup import Block, Kind, blocks

LARGEST_UNPACKED = 100_000_000
MOST_ENTRIES = 2_000

# Word's headings are those inside an article, below its title.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Heading 1'] => h2:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='Heading 2'] => h3:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""
_TITLE_WORDS = range(3, 21)
"""How many words a title has that no style shows; of fewer it may be a rubric or the outlet."""
_DAY = re.compile(r"(?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4}")
_ENDED = re.compile(r"[.!?][”’\"')]*$")
_DEFINITIONS = (b"<!DOCTYPE", b"<!ENTITY")
_BROKEN = "This Word file is broken. Open it in Word, save it once more, and bring that."
_NOT_WORD = "This is not a Word file. Save the article as .docx or as plain text, and bring that."
_LOCKED = "This file is locked with a password. Save it without one, and bring that."
_TOO_MUCH = "There is too much in this Word file. Copy the article into a new one, and bring that."


def to_text(raw: bytes) -> str:
    """The article in the Word file *raw*; UnreadableText if it cannot be read."""
    try:
        _check(raw)
        page = mammoth.convert_to_html(
            io.BytesIO(raw),
            style_map=_STYLES,
            convert_image=lambda _image: [],
            include_embedded_style_map=False,
            transform_document=_WITHOUT_NOTES,
        ).value
    except UnreadableText:
        raise
    except Exception as error:  # whatever mammoth meets in a file that is not as it should be
        raise UnreadableText(_BROKEN) from error
    return _drafted(list(blocks(lxml.html.fromstring(f"<div>{page}</div>"))))


_WITHOUT_NOTES = transforms.element_of_type(documents.NoteReference, lambda _: documents.text(""))


def _check(raw: bytes) -> None:
    """UnreadableText if *raw* is no Word file, or one that is made to fill the memory."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > LARGEST_UNPACKED:
            raise UnreadableText(_TOO_MUCH)
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableText(_LOCKED)
        if "[Content_Types].xml" not in archive.namelist() or not _is_word(archive):
            raise UnreadableText(_NOT_WORD)
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                _check_definitions(archive.read(entry))


def _is_word(archive: zipfile.ZipFile) -> bool:
    return any(name.startswith("word/") for name in archive.namelist())


def _check_definitions(part: bytes) -> None:
    # No Word file defines anything. UTF-16 has every other byte empty.
    if any(mark in part.replace(b"\0", b"") for mark in _DEFINITIONS):
        raise UnreadableText(_BROKEN)


def _drafted(found: list[Block]) -> str:
    draft = Draft()
    headline = _headline(found)
    if headline is not None:
        draft.headline(headline.words)
    for block in found:
        if block is not headline:
            draft.block(block)
    return draft.text


def _headline(found: list[Block]) -> Block | None:
    """The title; else the heading that stands first, where no other has its level.

    Else the short line that stands first, where paragraphs part it from the first heading.
    """
    headings = [block for block in found if block.kind is Kind.HEADING]
    title = next((block for block in headings if block.level == 1), None)
    if title is not None:
        return title
    if headings and headings[0] is found[0]:
        alone = sum(block.level == headings[0].level for block in headings) == 1
        return headings[0] if alone else None
    if headings and _is_title(found[0], found[1 : found.index(headings[0])]):
        return found[0]
    return None


def _is_title(first: Block, below: list[Block]) -> bool:
    """Whether a *first* line without a style is the title of the paragraphs *below* it."""
    words = first.words.split()
    stands_out = len(words) in _TITLE_WORDS and not first.words.endswith((".", ":", ","))
    is_line = first.kind is Kind.PARAGRAPH and stands_out and words[0].lower() != "by"
    is_dated = furniture.is_date(first.words) or _DAY.fullmatch(first.words)
    return is_line and not is_dated and any(_ENDED.search(block.words) for block in below)
