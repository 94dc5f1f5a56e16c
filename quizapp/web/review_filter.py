"""Which questions a review shows: ``?section=2&recipe=detail&status=suggested``.

All of it is in the address, so it works without scripts and stays when one comes back.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from quizapp.models import Status
from quizapp.store.library import StoredQuestion
from quizapp.usecases.reviewing import UNDECIDED

OPEN = "open"
ALL = "all"
OWN = "own"
"""In place of a recipe: a person wrote the question."""

STATUS: dict[str, LazyString] = {
    OPEN: _("not decided yet"),
    Status.READY: _("needs no review"),
    Status.SUGGESTED: _("suggested"),
    Status.KEPT: _("kept"),
    Status.DROPPED: _("dropped"),
    ALL: _("all"),
}


@dataclass(frozen=True)
class Filter:
    """What is wanted; "" lets everything through."""

    section: str = ""
    recipe: str = ""
    status: str = OPEN

    def chosen(self) -> dict[str, Any]:
        """The filter as an address has it, without what holds anyhow."""
        usual = asdict(Filter())
        return {name: value for name, value in asdict(self).items() if value != usual[name]}

    def matching(self, questions: Sequence[StoredQuestion]) -> tuple[StoredQuestion, ...]:
        """Those of *questions* that are wanted, in their order."""
        return tuple(stored for stored in questions if self._lets_through(stored))

    def _lets_through(self, stored: StoredQuestion) -> bool:
        question = stored.question
        return (
            self.section in ("", str(question.section))
            and self.recipe in ("", question.recipe or OWN)
            and self._has_status(stored.status)
        )

    def _has_status(self, status: Status) -> bool:
        return self.status in (ALL, status) or (self.status == OPEN and status in UNDECIDED)


def asked_for() -> Filter:
    """The filter in the address; a status that is none counts as not said."""
    status = request.args.get("status", OPEN)
    return Filter(
        request.args.get("section", ""),
        request.args.get("recipe", ""),
        status if status in STATUS else OPEN,
    )


def recipes(questions: Sequence[StoredQuestion]) -> list[str]:
    """The recipes that made *questions*."""
    return sorted({stored.question.recipe for stored in questions if stored.question.recipe})


def next_open(shown: Sequence[StoredQuestion], question_id: int) -> int | None:
    """The next undecided one of *shown* after the question, else the first of them."""
    ids = [stored.id for stored in shown]
    place = ids.index(question_id) if question_id in ids else -1
    turned = (*shown[place + 1 :], *shown[: max(place, 0)])
    return next((stored.id for stored in turned if stored.status in UNDECIDED), None)
