"""An article as the tagger reads it: word pieces, and which of them stand in quotation marks.

Paragraphs are joined by blank lines into one text, whose characters all offsets of this package
count; ``Pieces.place`` gives the paragraph back.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from questions.attribution.quotations import Quotation

Numbers = npt.NDArray[np.int64]
Encode = Callable[[str], tuple[list[int], list[tuple[int, int]]]]
"""From words to the ids of their pieces, and ``[start, end)`` of each in characters."""

OPENING, CLOSING, BREAK = 101, 102, 1
"""The pieces before and behind a window, and the one for a blank line, by BERT's numbers."""

BETWEEN = "\n\n"


@dataclass(frozen=True)
class Pieces:
    """The word pieces of a text.

    ``ids`` and ``quoted`` (1 inside quotation marks) have one number for each piece, ``offsets``
    a row ``[start, end)`` in characters of ``text``; ``begins`` is where each paragraph begins and
    ``marked`` where the quotations are.
    """

    text: str
    begins: tuple[int, ...]
    ids: Numbers
    offsets: Numbers
    quoted: Numbers
    marked: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The first and one past the last piece of the characters ``[start, end)``."""
        first = np.searchsorted(self.offsets[:, 1], start, "right")
        return int(first), int(np.searchsorted(self.offsets[:, 0], end))

    def words(self, first: int, last: int) -> str:
        """The text from piece *first* to piece *last*, both included."""
        return self.text[self.offsets[first, 0] : self.offsets[last, 1]]

    def window(self, first: int, end: int) -> tuple[Numbers, Numbers]:
        """What the network takes for the pieces ``[first, end)``: ids, and 1 for what is quoted."""
        ids = np.concatenate(([OPENING], self.ids[first:end], [CLOSING]))
        return ids, np.concatenate(([0], self.quoted[first:end], [0]))

    def place(self, offset: int) -> tuple[int, int]:
        """The paragraph, counted from 0, of the character at *offset*, and its place in there."""
        paragraph = bisect_right(self.begins, offset) - 1
        return paragraph, offset - self.begins[paragraph]


def cut(
    encode: Encode, paragraphs: Sequence[str], quotations: Sequence[Sequence[Quotation]]
) -> Pieces:
    """The pieces of *paragraphs*; *quotations* are those of each paragraph."""
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    begins: list[int] = []
    marked: list[tuple[int, int]] = []
    at = 0
    for words, there in zip(paragraphs, quotations, strict=True):
        if ids:
            ids.append(BREAK)
            offsets.append((at, at))
        found, places = encode(words)
        ids += found
        offsets += [(at + start, at + end) for start, end in places]
        marked += [(at + q.start, at + q.end) for q in there if q.depth == 0]
        begins.append(at)
        at += len(words) + len(BETWEEN)
    table = np.array(offsets, np.int64).reshape(-1, 2)
    return Pieces(
        BETWEEN.join(paragraphs),
        tuple(begins),
        np.array(ids, np.int64),
        table,
        _quoted(table, marked),
        tuple(marked),
    )


def _quoted(offsets: Numbers, marked: list[tuple[int, int]]) -> Numbers:
    quoted = np.zeros(len(offsets), np.int64)
    for start, end in marked:
        first, last = np.searchsorted(offsets[:, 0], (start, end))
        quoted[first:last] = 1
    return quoted
