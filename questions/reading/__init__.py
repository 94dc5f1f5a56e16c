"""A news text as an Article: headline, paragraphs in sections, captions, and what was dropped.

media.py       the kinds of file, and who reads each
decoding.py    bytes of plain text and Markdown -> text
html.py        a web page, docx.py a Word file, pdf.py a PDF -> text, marked as draft.py marks it
markup.py      the blocks of HTML, for those
english.py     whether it is English
marks.py       marks of Markdown and of lists taken out
lines.py       text -> lines, those wrapped by hand joined
tables.py      rows of a table
captions.py    pictures' captions and credits
head.py        headline, outlet, byline, dateline
body.py        furniture, posts of a live blog, subheads, pull quotes
furniture.py   how lines look that are no part of an article
long.py        a paragraph that nobody could read in one, parted
sections.py    where the topic turns
headings.py    a heading for a section, from its own words
phrases.py     noun phrases, for headings; words.py has the lists
quotations.py  what is quoted, and what must stay beside it
assembly.py    pieces -> Article

Each step cuts and labels pieces of the text (``pieces.py``) and none throws anything away, so
every character that is not a blank ends in the article or in the list of what was dropped.
"""

import re
from dataclasses import replace

from questions.article import Article, Paragraph, Section
from questions.reading import body
from questions.reading.assembly import assemble
from questions.reading.captions import find_captions, part_credit
from questions.reading.decoding import UnreadableText, checked
from questions.reading.english import check_english
from questions.reading.head import Hints, label_head
from questions.reading.lines import lines
from questions.reading.long import part_long_paragraphs
from questions.reading.marks import Unmarked, unmark
from questions.reading.media import LARGEST, Media, media_of, to_text
from questions.reading.pieces import Piece, cut_out
from questions.reading.tables import label_rows

__all__ = ["LARGEST", "Media", "UnreadableText", "media_of", "pieces", "plain", "read", "read_text"]

_BLOCK = re.compile(r"\S(?:[^\n]|\n(?![ \t]*(?:\n|$)))*")
_LINE = re.compile(r"\S[^\n]*")


def read(raw: bytes, media: Media = Media.TEXT) -> Article:
    """The article in a file; UnreadableText, with a sentence for a person, if there is none.

    Plain text and Markdown come in UTF-8 or UTF-16, else in Windows-1252; ``LARGEST`` says how
    many bytes a file may have.
    """
    text = check_english(to_text(raw, media))
    unmarked = unmark(text, marked=media is not Media.TEXT)
    if media is not Media.TEXT:
        unmarked = replace(unmarked, marks=())  # they are its reader's, not the file's
    return assemble(unmarked, pieces(unmarked))


def read_text(text: str) -> Article:
    """The article in *text*, as ``read`` finds it."""
    unmarked = unmark(checked(text))
    return assemble(unmarked, pieces(unmarked))


def pieces(unmarked: Unmarked) -> list[Piece]:
    """The labelled pieces of a text whose marks have been taken out, in order."""
    text = unmarked.text
    found = lines(text, unmarked.firm)
    found = _cut_images(text, found, unmarked.images)
    found = label_rows(text, found)
    found = find_captions(text, found)
    found = body.drop_furniture(text, found)
    found = label_head(text, found, Hints(unmarked.headings, unmarked.emphasised))
    found = body.part_times(text, found)
    found = body.drop_pull_quotes(text, found)
    found = body.label_subheads(text, found, unmarked.headings)
    return part_long_paragraphs(text, found)


def plain(text: str) -> tuple[Article, tuple[int, ...]]:
    """*text* as it is, in one section, and the offset in *text* at which each paragraph begins.

    Paragraphs are parted by blank lines, or by line ends where there are no blank lines.
    """
    blank_lines = re.search(r"\S[ \t]*\n[ \t]*\n\s*\S", text)
    found = list((_BLOCK if blank_lines else _LINE).finditer(text))
    paragraphs = tuple(Paragraph(n, match[0].rstrip()) for n, match in enumerate(found, 1))
    sections = (Section(1, "", paragraphs),) if paragraphs else ()
    return Article("", sections=sections), tuple(match.start() for match in found)


def _cut_images(text: str, found: list[Piece], images: tuple[tuple[int, int], ...]) -> list[Piece]:
    """*found* with the words that describe a picture in Markdown cut out as captions."""
    waiting = list(images)
    result = []
    for piece in found:
        rest = piece
        while waiting and waiting[0][1] <= rest.end:
            image = Piece(*waiting.pop(0))
            *before, caption = cut_out(text, Piece(rest.start, image.end), image)
            result.extend([*before, *part_credit(text, caption)])
            rest = Piece(image.end, rest.end)
        result.extend(cut_out(text, rest, Piece(rest.end, rest.end)))
    return result
