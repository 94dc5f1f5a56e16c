"""By what the rows of a score table are ordered: ``?sort=name``, ``score`` or a question's number.

A minus in front turns the order round. All of it is in the address, so it works without scripts.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from flask import request

from quizapp.store.classes import Scored, ScoreTable

NOT_YET = -1.0
"""In place of points that are not there: below all that are."""


@dataclass(frozen=True)
class Order:
    """The column that rows are ordered by, lowest first or highest first."""

    column: str = "name"
    backwards: bool = False

    def of(self, column: object) -> str | None:
        """What ``aria-sort`` says of *column*; None where the order is by another one."""
        if str(column) != self.column:
            return None
        return "descending" if self.backwards else "ascending"

    def after(self, column: object) -> str:
        """What the heading of *column* asks for: its order, or the other way round."""
        return f"-{column}" if self.of(column) == "ascending" else str(column)

    @property
    def asked(self) -> str:
        """The order as it stands in an address."""
        return f"-{self.column}" if self.backwards else self.column


def asked_for() -> Order:
    """The order that the address asks for; by name where it says nothing that we know."""
    sort = request.args.get("sort", "")
    column = sort.removeprefix("-")
    known = column in {"name", "score"} or (column.isascii() and column.isdecimal())
    return Order(column, sort.startswith("-")) if known else Order()


def ordered(table: ScoreTable, order: Order) -> ScoreTable:
    """*table* with its rows in *order*; rows that are equal stay ordered by name."""
    if order.column == "name":
        return replace(table, rows=table.rows[::-1]) if order.backwards else table
    rows = sorted(table.rows, key=points_in(order.column), reverse=order.backwards)
    return replace(table, rows=tuple(rows))


def points_in(column: str) -> Callable[[Scored], float]:
    """The points that a row has in *column*; a question that does not exist has none."""

    def points(row: Scored) -> float:
        if column == "score":
            return NOT_YET if row.points is None else row.points
        found = next((c.points for c in row.cells if str(c.position) == column), None)
        return NOT_YET if found is None else found

    return points
