"""A score table as CSV: the cells of the page, in the order of the page."""

import csv
from collections.abc import Iterable
from io import StringIO

from quizapp.store.classes import Scored, ScoreTable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet compute a cell instead of showing it; the wide forms count, too."""


def table_csv(table: ScoreTable, headings: Iterable[str]) -> str:
    """*table* as CSV; *headings* name the columns around those of the questions.

    It starts with a byte order mark, without which spreadsheets do not read it as UTF-8.
    """
    pupil, score, possible, waiting = headings
    out = StringIO()
    rows = csv.writer(out)
    numbers = [str(column.position) for column in table.columns]
    rows.writerow([pupil, *numbers, score, possible, waiting])
    rows.writerows([as_text(cell) for cell in cells(row)] for row in table.rows)
    return "\ufeff" + out.getvalue()


def cells(row: Scored) -> list[str]:
    """The cells of one pupil: a name, points by question, and totals."""
    return [
        row.name,
        *("" if cell.points is None else points(cell.points) for cell in row.cells),
        "" if row.points is None else points(row.points),
        str(row.possible),
        str(row.waiting),
    ]


def points(value: float) -> str:
    """*value* without a needless ".0" and with a point in every language."""
    return f"{round(value, 4):g}"


def as_text(cell: str) -> str:
    """*cell*, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell
