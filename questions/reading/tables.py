"""Rows of a table, told apart from rows of links and from dates: they come in numbers."""

import re
from collections.abc import Iterator
from itertools import groupby

from questions.reading.pieces import Label, Piece

_CELLS = re.compile(r"\s*\|\s*|\t+")
_RULE = re.compile(r"[\s|:+=-]+")
_LONGEST_CELL = 60
_FEWEST = 3
"""A table without a figure in it has at least so many rows."""
_FEWEST_WORDS = 12
"""Above a line of so many words nothing is a table: there stand menus."""


def label_rows(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* with the rows of tables labelled."""
    result: list[Piece] = []
    in_text = False
    for count, group in groupby(pieces, key=lambda piece: _cells(text, piece)):
        rows = list(group)
        if count > 1 and in_text and _is_table(text, rows):
            result.extend(_labelled(text, rows))
        else:
            result.extend(rows)
        in_text = in_text or any(len(row.of(text).split()) >= _FEWEST_WORDS for row in rows)
    return result


def _cells(text: str, piece: Piece) -> int:
    """How many cells *piece* has if it is a row of a table."""
    line = piece.of(text)
    if piece.label is not Label.TEXT or "\n" in line:
        return 0
    cells = _CELLS.split(line.strip("| "))
    return len(cells) if max(map(len, cells)) <= _LONGEST_CELL else 0


def _is_table(text: str, rows: list[Piece]) -> bool:
    figures = any(char.isdigit() for row in rows[1:] for char in row.of(text))
    return len(rows) >= _FEWEST or (len(rows) > 1 and figures)


def _labelled(text: str, rows: list[Piece]) -> Iterator[Piece]:
    for row in rows:
        if _RULE.fullmatch(row.of(text)):
            yield row.dropped("line of a table")
        else:
            yield row.labelled(Label.ROW)
