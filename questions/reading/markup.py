"""The blocks of a marked-up text in order: paragraphs, headings, items of lists, rows of tables.

It takes HTML as mammoth writes it and the XML that trafilatura gives, and goes through them without
recursion: somebody may have nested fifty thousand elements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lxml import etree

CAPTION = "\ue000"
"""Stands before the words of a caption: a character that no text holds."""


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"


@dataclass(frozen=True)
class Block:
    """A block with its ``words``; of a row ``cells`` has those of each. Headings have a level."""

    kind: Kind
    words: str
    level: int = 0
    cells: tuple[str, ...] = ()


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ITEMS = {"item", "li"}
_ROWS = {"row", "tr"}
_CELLS = {"cell", "td", "th"}
_BREAKS = {"lb", "br"}
_PARAGRAPHS = {
    "p", "quote", "blockquote", "div", "section", "article", "main", "pre", "list", "ul", "ol",
    "table", "dl", "dt", "dd", "hr",
}  # fmt: skip
_SILENT = {"script", "style", "template"}
_BLANKS = re.compile(r"\s+")
_PARTED = re.compile(r"(?: *\n){2,} *")
"""Two breaks of a line in a row part paragraphs."""


def blocks(body: Any) -> Iterator[Block]:
    """The blocks under the element *body*; none is empty."""
    walk = _Walk()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if not isinstance(element.tag, str):  # a comment
            walk.add(element.tail if event == "end" else "")
        elif event == "start":
            yield from walk.enter(element)
        else:
            yield from walk.leave(element)
            walk.add("" if element is body else element.tail)


class _Walk:
    """Where the walk through the elements is."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.cells: list[str] = []
        self.in_row = 0
        self.kinds: list[tuple[Kind, int]] = [(Kind.PARAGRAPH, 0)]

    def add(self, words: str | None) -> None:
        self.words.append(_BLANKS.sub(" ", words or ""))

    def enter(self, element: Any) -> Iterator[Block]:
        kind = _kind(element)
        if element.tag in _ROWS:
            yield from self.flush()
            self.in_row += 1
        elif kind and not self.in_row:
            yield from self.flush()
            self.kinds.append(kind)
        elif kind or element.tag in _CELLS:
            self.add(" ")
        elif element.tag in _BREAKS:
            self.words.append("\n")
        self.add(None if element.tag in _SILENT else element.text)

    def leave(self, element: Any) -> Iterator[Block]:
        if element.tag in _CELLS and self.in_row == 1:
            self.cells.append(self.taken().replace("\n", " "))
        elif element.tag in _ROWS:
            self.in_row -= 1
            if not self.in_row:
                yield from self.row()
        elif _kind(element) and not self.in_row:
            yield from self.flush()
            self.kinds.pop()

    def taken(self) -> str:
        words = "".join(self.words).strip()
        self.words.clear()
        return words

    def row(self) -> Iterator[Block]:
        self.words.clear()
        cells = tuple(self.cells)
        self.cells.clear()
        if any(cells):
            yield Block(Kind.ROW, " ".join(filter(None, cells)), cells=cells)

    def flush(self) -> Iterator[Block]:
        kind, level = self.kinds[-1]
        for part in _PARTED.split(self.taken()):
            words = _BLANKS.sub(" ", part)
            if words.startswith(CAPTION):
                yield Block(Kind.CAPTION, words.removeprefix(CAPTION).strip())
            elif words:
                yield Block(kind, words, level)


def _kind(element: Any) -> tuple[Kind, int] | None:
    """What the words in *element* are, with the level of a heading; None if it is no block."""
    tag = element.tag
    if tag == "head":
        return Kind.HEADING, _HEADINGS.get(element.get("rend"), 2)
    if tag in _HEADINGS:
        return Kind.HEADING, _HEADINGS[tag]
    if tag in _ITEMS:
        return Kind.ITEM, 0
    if tag == "figcaption":
        return Kind.CAPTION, 0
    return (Kind.PARAGRAPH, 0) if tag in _PARAGRAPHS else None
