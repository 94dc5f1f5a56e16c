"""The paragraphs, headings and captions of printed pages, from their lines.

What is a headline, a subhead or a caption is told by its size beside that of the body of the text;
a new paragraph by the white above it, by its indent, or by a last line that ends early. Words that
were parted at the end of a line are made whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from questions.lexicon import word_set
from questions.reading.markup import Block, Kind
from questions.reading.page_layout import Line

_HYPHENS = ("-", "\u2010", "\u00ad")
_FIRST_PARTS = word_set(
    "well self ill ex non half high low long short full part first second third mid post pre anti "
    "co cross all one two three four five six seven eight nine ten twenty thirty forty fifty old "
    "new hard soft far near right left single multi so vice north south east west"
)
"""What stands before the hyphen of a compound, and not before one at the end of a line only."""
_PAGE_NUMBER = re.compile(r"(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_PRINTED = re.compile(r"(?:https?|file)://\S*(?:\s.*)?|\d{1,2}/\d{1,2}/\d{2,4},? \d.*")
"""What a browser prints at the head and the foot of a page."""
_ENDED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_ITEM = re.compile(r"[•‣▪◦●■]\s*")
_BYLINE = re.compile(r"(?:by|words)\b", re.IGNORECASE)
_MARGIN = 0.12
"""The share of a page at its head and at its foot where running heads stand."""
_LARGER = 1.08
_SMALLER = 0.93
_HEADLINE = 1.3
_LONGEST_SUBHEAD = 14
_NEAR_PICTURE = 45.0


@dataclass(frozen=True)
class Page:
    """A page's lines in the order of reading, its height, and where its pictures are."""

    lines: tuple[Line, ...]
    height: float
    pictures: tuple[tuple[float, float, float, float], ...]


def _body_size(lines: Iterable[Line]) -> float:
    """The size of most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.words)
    return letters.most_common(1)[0][0]


def without_running_heads(pages: list[Page]) -> list[Page]:
    """*pages* without page numbers, and without what stands at the head or foot of several."""
    lines = [line for page in pages for line in page.lines]
    largest = _LARGER * _body_size(lines) if lines else 0.0
    seen = Counter(
        chain.from_iterable({_numberless(line) for line in page.lines} for page in pages)
    )

    def is_running(line: Line, page: Page) -> bool:
        edge = _MARGIN * page.height
        if edge < line.top and line.bottom < page.height - edge:
            return False
        if _PAGE_NUMBER.fullmatch(line.words) or _PRINTED.fullmatch(line.words):
            return True
        return seen[_numberless(line)] > 1 and line.size <= largest

    return [
        replace(page, lines=tuple(line for line in page.lines if not is_running(line, page)))
        for page in pages
    ]


def _numberless(line: Line) -> str:
    return re.sub(r"\d+", "0", line.words.casefold())


@dataclass
class _Piece:
    """Lines that belong together."""

    lines: list[Line]
    page: Page

    @property
    def size(self) -> float:
        return self.lines[0].size

    def goes_on(self, line: Line, spacing: float) -> bool:
        """Whether *line*, the next in the same column, belongs to this."""
        last = self.lines[-1]
        if not 0.94 < line.size / last.size < 1.06 or line.bold != last.bold:
            return False
        if not 0 < line.bottom - last.bottom < 1.3 * spacing * line.size or _ITEM.match(line.words):
            return False
        if line.x0 - last.x0 > 0.7 * line.size and last.indent < 0.5 * line.size:
            return False
        return not _ends_early(last, line)


def _ends_early(last: Line, line: Line) -> bool:
    """Whether the first word of *line* would have fitted on the line before it."""
    if last.words.endswith(_HYPHENS):
        return False
    word = line.words.split()[0]
    width = 1.2 * (line.x1 - line.x0) * len(word) / len(line.words)
    slack = 0.6 if _ENDED.search(last.words) else 2.0
    return last.x1 + width + slack * line.size < last.column[1]


def _pieces(pages: list[Page], body: float) -> list[_Piece]:
    """The lines of all pages put together as headings, paragraphs and captions."""
    spacing = _spacing(pages)
    found: list[_Piece] = []
    for page in pages:
        last: Line | None = None
        for line in page.lines:
            large = line.size > _HEADLINE * body  # a headline may begin over several columns
            beside = last and (large or line.column == last.column)
            if beside and found[-1].goes_on(line, spacing):
                found[-1].lines.append(line)
            elif open_ := _broken_off(found, line, last, body):
                open_.lines.append(line)
                found.append(found.pop(found.index(open_)))
            else:
                found.append(_Piece([line], page))
            last = line
    return found


def _broken_off(found: list[_Piece], line: Line, last: Line | None, body: float) -> _Piece | None:
    """The paragraph that *line*, at the top of a column, goes on with."""
    if last and line.column == last.column:
        return None
    if not _is_body(line.size, body) or line.indent > 0.7 * line.size:
        return None
    piece = next((p for p in reversed(found) if _is_body(p.size, body)), None)
    if piece is None or piece.lines[-1].bold != line.bold or _ENDED.search(piece.lines[-1].words):
        return None
    return piece


def _is_body(size: float, body: float) -> bool:
    return _SMALLER * body <= size <= _LARGER * body


def _spacing(pages: list[Page]) -> float:
    """From line to line, in sizes of the letters, inside paragraphs."""
    steps = [
        (after.bottom - before.bottom) / after.size
        for page in pages
        for before, after in pairwise(page.lines)
        if before.column == after.column and before.size == after.size
    ]
    return median(step for step in steps) if steps else 1.2


def blocks(pages: list[Page]) -> Iterator[Block]:
    """The blocks of *pages* in the order of reading; the headline has level 1."""
    body = _body_size(line for page in pages for line in page.lines)
    pieces = _pieces(pages, body)
    whole = _Whole(pieces)
    largest = max(piece.size for piece in pieces if piece.page is pages[0])
    headed = largest < _HEADLINE * body
    for piece in pieces:
        words = whole.words(piece.lines)
        if not headed and piece.size == largest:
            headed = True
            yield Block(Kind.HEADING, words, level=1)
        elif _ITEM.match(words):
            yield Block(Kind.ITEM, _ITEM.sub("", words))
        elif piece.size < _SMALLER * body and _is_under_picture(piece):
            yield Block(Kind.CAPTION, words)
        elif _is_subhead(piece, words, body):
            yield Block(Kind.HEADING, words, level=2)
        else:
            yield Block(Kind.PARAGRAPH, words)


def _is_subhead(piece: _Piece, words: str, body: float) -> bool:
    stands_out = piece.size > _LARGER * body or all(line.bold for line in piece.lines)
    is_short = len(words.split()) <= _LONGEST_SUBHEAD
    return stands_out and is_short and not words.endswith(".") and not _BYLINE.match(words)


def _is_under_picture(piece: _Piece) -> bool:
    left, right = min(line.x0 for line in piece.lines), max(line.x1 for line in piece.lines)
    top, bottom = piece.lines[0].top, piece.lines[-1].bottom
    return any(
        left < x1 and x0 < right and above - _NEAR_PICTURE < bottom and top < below + _NEAR_PICTURE
        for x0, above, x1, below in piece.page.pictures
    )


class _Whole:
    """Joins lines, and words that were parted at the end of one."""

    def __init__(self, pieces: list[_Piece]) -> None:
        # The last word of a line may be half a word, so it tells nothing.
        inside = [
            word.strip("“”‘’\"'.,;:!?()").lower()
            for piece in pieces
            for line in piece.lines
            for word in line.words.split()[:-1]
        ]
        self.known = frozenset(inside)

    def words(self, lines: list[Line]) -> str:
        text = lines[0].words
        for line in lines[1:]:
            text = self._joined(text, line.words)
        return text

    def _joined(self, before: str, after: str) -> str:
        if not before.endswith(_HYPHENS) or not before[-2:-1].isalpha():
            return f"{before} {after}"
        if before.endswith("\u00ad"):
            return before[:-1] + after
        first = re.split(r"[\s“‘\"(—–]", before[:-1])[-1].lower()
        second = re.split(r"[^\w’'-]", after)[0].lower()
        if not after[0].islower() or f"{first}-{second}" in self.known:
            return before + after
        compound = first in _FIRST_PARTS and first + second not in self.known
        return before + after if compound else before[:-1] + after
