"""How the cells of a score table look. There are hundreds of them, and few different ones."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import get_template_attribute
from flask_babel import gettext as _
from markupsafe import Markup

from quizapp.store.classes import ScoreTable
from quizapp.store.scores import State

SIGNS = {
    State.RIGHT: ("✓", "right"),
    State.PARTLY: ("½", "partly"),
    State.WRONG: ("✗", "wrong"),
    State.WAITING: ("?", "waiting"),
    State.VOID: ("∅", "void"),
    State.BLANK: ("–", "todo"),
    State.OPEN: ("·", "todo"),
    State.NOT_STARTED: ("", "todo"),
}
"""The sign of each state in the table, and its CSS class."""


@dataclass(frozen=True)
class Look:
    """The CSS class of a cell, and what stands in it."""

    css: str
    inside: Markup


def looks(table: ScoreTable) -> Mapping[tuple[State, float | None], Look]:
    """The look of every cell of *table*, by its state and points: each made once."""
    mark = get_template_attribute("classes/_mark.html", "mark")
    kinds = {(cell.state, cell.points) for row in table.rows for cell in row.cells}
    return {
        (state, points): Look(
            SIGNS[state][1], mark(SIGNS[state][0], _(state), points, state is State.PARTLY)
        )
        for state, points in kinds
    }
