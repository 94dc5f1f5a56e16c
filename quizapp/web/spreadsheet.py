"""A score table as CSV: the rows of the page in its order, and in each cell the same points.

Where the page shows a sign, the points are in what the sign is called.
"""

import csv
from collections.abc import Callable, Iterable
from io import StringIO

from quizapp.store.classes import Scored, ScoreTable
from quizapp.web import words

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")
"""What makes a spreadsheet compute a cell instead of showing it; the wide forms count, too."""

NOTHING = "–"
"""What stands where there are no points at all."""


def table_csv(table: ScoreTable, headings: Iterable[str], named: Callable[[str], str]) -> str:
    """*table* as CSV; *headings* name the columns around those of the questions, and the means.

    *named* says what a state is called where there are no points. The text starts with a byte
    order mark, without which spreadsheets do not read it as UTF-8.
    """
    pupil, score, possible, mean = headings
    numbers = [str(column.position) for column in table.columns]
    rows = [[pupil, *numbers, score, possible], *(cells(row, named) for row in table.rows)]
    if table.mean is not None:
        means = [points(column.mean) for column in table.columns]
        rows.append([mean, *means, points(table.mean), str(table.possible)])
    out = StringIO()
    # In quotes throughout: where lists are separated by semicolons, one in a name would otherwise
    # begin a cell.
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(
        [as_text(cell) for cell in row] for row in rows
    )
    return "\ufeff" + out.getvalue()


def cells(row: Scored, named: Callable[[str], str]) -> list[str]:
    """The cells of one pupil: the name, points or a state by question, and the total."""
    return [
        row.name,
        *(named(c.state) if c.points is None else points(c.points) for c in row.cells),
        points(row.points),
        str(row.possible),
    ]


def points(value: float | None) -> str:
    """*value* as on the page, but with a point in every language: programs read it."""
    return NOTHING if value is None else f"{words.rounded(value):.12g}"


def as_text(cell: str) -> str:
    """*cell*, so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell
