"""How the cells of a score table look. There are hundreds of them, and few different ones."""

from collections.abc import Callable

from flask import get_template_attribute
from flask_babel import gettext as _
from markupsafe import Markup

from quizapp.store.classes import Scored, ScoreTable
from quizapp.store.scores import State
from quizapp.web import addresses

SIGNS = {
    State.RIGHT: ("✓", "right"),
    State.PARTLY: ("½", "partly"),
    State.WRONG: ("✗", "wrong"),
    State.WAITING: ("?", "waiting"),
    State.VOID: ("∅", "todo"),
    State.BLANK: ("–", "todo"),
    State.OPEN: ("·", "todo"),
    State.NOT_STARTED: ("", "todo"),
}
"""The sign of each state in the table, and its CSS class."""


HERE = "987654321"
"""Stands in a cell for the address that it leads to."""


def cells(table: ScoreTable) -> Callable[[Scored], Markup]:
    """What makes the cells of one row of *table*.

    How a cell looks follows from its state and points: each look is rendered once, and pasted
    together with the addresses from then on.
    """
    cell_of = get_template_attribute("classes/_cell.html", "cell")
    kinds = {(cell.state, cell.points) for row in table.rows for cell in row.cells}
    looks = {kind: _parted(cell_of(*SIGNS[kind[0]], _(kind[0]), kind, HERE)) for kind in kinds}
    address = addresses.pattern(
        "classes.answer", "pupil_id", "position", assignment_id=table.assignment.id
    )

    def cells_of(row: Scored) -> Markup:
        start = address(pupil_id=row.pupil_id, position="")
        made = []
        for cell in row.cells:
            before, after = looks[cell.state, cell.points]
            made.append(f"{before}{start}{cell.position}{after}" if after else before)
        return Markup("".join(made))  # noqa: S704  made of what the template has escaped

    return cells_of


def _parted(cell: str) -> tuple[str, str]:
    """What stands before the address and after it; nothing after it where there is none."""
    before, _here, after = str(cell).partition(HERE)
    return before, after
