"""The lines of a printed page in the order in which one reads them: column after column.

A page is taken apart where a stretch of white runs down between two bodies of text. What lies above
and below such a stretch, such as a headline over all columns, is taken apart by itself. Measures
are in points, from the top left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

_NARROWEST_GUTTER = 5
_BLANK = 0.4
"""The white between two words of a line is about this share of their size."""
_NARROWEST_COLUMN = 50
_FEWEST_LINES = 5
"""A column has at least so many lines."""
_FULL = 0.6
"""The lines of a column fill this share of its width; the cells of a table do not."""
_SAME_LINE = 0.35
"""Words whose feet differ by less than this share of their size stand on one line."""


@dataclass(frozen=True)
class Line:
    """Words beside each other; ``column`` has the left and the right edge of their column."""

    words: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    column: tuple[float, float] = (0.0, 0.0)

    @property
    def indent(self) -> float:
        """How far right of its column's edge the line begins."""
        return self.x0 - self.column[0]


def in_order(words: Iterable[Line]) -> Iterator[Line]:
    """The lines that single *words* make, as they are read."""
    for column in _columns(sorted(words, key=lambda word: (word.top, word.x0))):
        edges = _edges(column)
        for row in _rows(column):
            yield _joined(row, edges)


def _edges(column: list[Line]) -> tuple[float, float]:
    """From where to where the text of *column* runs; a page's foot may run farther."""
    sizes = Counter(word.size for word in column)
    usual, _ = sizes.most_common(1)[0]
    text = [word for word in column if word.size == usual]
    return min(word.x0 for word in text), max(word.x1 for word in text)


def _rows(words: Iterable[Line]) -> Iterator[list[Line]]:
    """*words* by the line they stand on, from left to right."""
    row: list[Line] = []
    for word in sorted(words, key=lambda word: word.bottom):
        if row and word.bottom - row[0].bottom > _SAME_LINE * max(word.size, row[0].size):
            yield sorted(row, key=lambda word: word.x0)
            row = []
        row.append(word)
    if row:
        yield sorted(row, key=lambda word: word.x0)


def _joined(row: list[Line], edges: tuple[float, float]) -> Line:
    letters = sum(len(word.words) for word in row)
    bold = sum(len(word.words) for word in row if word.bold)
    return Line(
        words=" ".join(word.words for word in row),
        x0=row[0].x0,
        x1=max(word.x1 for word in row),
        top=min(word.top for word in row),
        bottom=max(word.bottom for word in row),
        size=max(row, key=lambda word: len(word.words)).size,
        bold=bold > 0.9 * letters,
        column=edges,
    )


def _columns(words: list[Line]) -> Iterator[list[Line]]:
    """*words*, from top to bottom, parted into columns in the order of reading."""
    found = _side_by_side(words)
    if found is None:
        if words:
            yield words
        return
    first, last, x = found
    yield from _columns(words[:first])
    yield from _columns([word for word in words[first:last] if word.x0 < x])
    yield from _columns([word for word in words[first:last] if word.x0 >= x])
    yield from _columns(words[last:])


def _side_by_side(words: list[Line]) -> tuple[int, int, float] | None:
    """The longest run ``[first, last)`` of *words* with a gutter in it, and where that is."""
    best: tuple[int, int, float] | None = None
    longest = 0
    for first in range(len(words)):
        if len(words) - first <= longest:
            break
        if first and words[first].top - words[first - 1].top < 1:
            continue  # a run begins with a line
        found = _run(words, first)
        if found and found[0] - first > longest:
            best = (first, *found)
            longest = found[0] - first
    return best


def _run(words: list[Line], first: int) -> tuple[int, float] | None:
    """How far down from *first* on there is a gutter, and where; None if there is none."""
    covered, parted = 0, 0
    near = words[first].bottom + _FEWEST_LINES * words[first].size
    last = first
    for word in words[first:]:
        covered |= (1 << int(word.x1 + _BLANK * word.size) + 1) - (1 << int(word.x0))
        if _has_gap(covered):
            parted = covered
        elif parted or word.top > near:
            break
        last += 1
    gutters = (_gutter(words[first:last], gap) for gap in _gaps(parted))
    return next(((last, x) for x in gutters if x is not None), None)


def _has_gap(covered: int) -> bool:
    """Whether there is a stretch of white between the covered ones; each bit is a point."""
    inverted = ~covered & (1 << covered.bit_length()) - 1
    inverted >>= (covered & -covered).bit_length()
    for _ in range(_NARROWEST_GUTTER - 1):
        inverted &= inverted >> 1
    return inverted > 0


def _gaps(covered: int) -> list[tuple[int, int]]:
    """The stretches of white between the covered ones, the widest first."""
    bits = f"{covered:b}"[::-1]
    found = [match.span() for match in re.finditer(r"(?<=1)0+(?=1)", bits)]
    wide = [(start, end) for start, end in found if end - start >= _NARROWEST_GUTTER]
    return sorted(wide, key=lambda gap: gap[0] - gap[1])


def _gutter(words: list[Line], gap: tuple[int, int]) -> float | None:
    """The middle of *gap*, if both sides of it are columns of text."""
    x = sum(gap) / 2
    sides = [word for word in words if word.x0 < x], [word for word in words if word.x0 >= x]
    return x if all(map(_is_column, sides)) else None


def _is_column(words: list[Line]) -> bool:
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    rows = list(_rows(words))
    filled = median((row[-1].x1 - row[0].x0) / (right - left) for row in rows)
    return len(rows) >= _FEWEST_LINES and right - left >= _NARROWEST_COLUMN and filled >= _FULL
