"""Tables as CSV and as XLSX: the same figures as on the page, for a spreadsheet.

A table is rows of texts and numbers; None is where there is no number. Where the page shows a
sign, the points are in what the sign is called.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO, StringIO
from typing import TypeAlias

import xlsxwriter

from quizapp.store.classes import Scored, ScoreTable
from quizapp.web import words

Row: TypeAlias = Sequence[str | float | None]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet compute a cell instead of showing it; the wide forms count, too."""

NOTHING = "–"
"""What stands where there are no points at all."""

LONGEST_CELL = 32_767
"""What an XLSX cell holds, in characters."""


def scores(table: ScoreTable, headings: Iterable[str], named: Callable[[str], str]) -> list[Row]:
    """The rows of *table*; *headings* name the columns around the questions, and the means.

    *named* says what a state is called where there are no points.
    """
    pupil, score, possible, mean = headings
    numbers = [str(column.position) for column in table.columns]
    rows: list[Row] = [[pupil, *numbers, score, possible]]
    rows += [cells(row, named) for row in table.rows]
    if table.mean is not None:
        means = [column.mean for column in table.columns]
        rows.append([mean, *means, table.mean, table.possible])
    return rows


def cells(row: Scored, named: Callable[[str], str]) -> Row:
    """The cells of one pupil: the name, points or a state by question, and the total."""
    return [
        row.name,
        *(named(c.state) if c.points is None else c.points for c in row.cells),
        row.points,
        row.possible,
    ]


def as_csv(rows: Iterable[Row]) -> str:
    """*rows* as CSV, with a byte order mark: without it spreadsheets do not read it as UTF-8."""
    out = StringIO()
    # In quotes throughout: where lists are separated by semicolons, one in a name would otherwise
    # begin a cell.
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(
        [as_text(cell) if isinstance(cell, str) else points(cell) for cell in row] for row in rows
    )
    return "\ufeff" + out.getvalue()


def as_xlsx(sheets: Mapping[str, Iterable[Row]]) -> bytes:
    """*sheets* as one XLSX file. A text is written as a text, whatever it begins with."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for y, row in enumerate(rows):
                for x, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(y, x, cell[:LONGEST_CELL])
                    elif cell is None:
                        sheet.write_string(y, x, NOTHING)
                    else:
                        sheet.write_number(y, x, words.rounded(cell))
    return out.getvalue()


def points(value: float | None) -> str:
    """*value* as on the page, but with a point in every language: programs read it."""
    return NOTHING if value is None else f"{words.rounded(value):.12g}"


def as_text(cell: str) -> str:
    """*cell*, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell
