"""What a pupil is good at and what is worth practising, from the answers that have points."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from questions.question import Process, Skill
from quizapp.store.attempts import SheetItem
from quizapp.web.desk import is_waiting

GOOD = 0.6
"""The share of the points from which on one is good at something."""

PROCESSES = {
    Process.LOCATE: _("Find it in the text"),
    Process.UNDERSTAND: _("Understand it"),
    Process.EVALUATE: _("Weigh it"),
}

Named = TypeVar("Named", bound=Hashable)


@dataclass(frozen=True)
class Bar:
    """How much of what was asked in one process is right."""

    name: LazyString
    points: float
    possible: int


@dataclass(frozen=True)
class Strengths:
    """A bar for each process; the skills in the order in which they were asked."""

    bars: tuple[Bar, ...]
    good_at: tuple[Skill, ...]
    practise: tuple[Skill, ...]


def strengths(items: Iterable[SheetItem]) -> Strengths:
    """What *items* say; an answer that waits for its mark says nothing yet.

    Nor does a question that does not count.
    """
    marked = [item for item in items if item.counts and not is_waiting(item)]
    earned = grouped((item.question.process, item.points or 0.0) for item in marked)
    shares = grouped((item.question.skill, item.points or 0.0) for item in marked)
    is_good = {skill: sum(points) / len(points) >= GOOD for skill, points in shares.items()}
    return Strengths(
        bars=tuple(
            Bar(name, sum(earned[process]), len(earned[process]))
            for process, name in PROCESSES.items()
            if process in earned
        ),
        good_at=tuple(skill for skill, good in is_good.items() if good),
        practise=tuple(skill for skill, good in is_good.items() if not good),
    )


def grouped(pairs: Iterable[tuple[Named, float]]) -> dict[Named, list[float]]:
    """The values of *pairs* by their names, in the order in which these come."""
    found: dict[Named, list[float]] = defaultdict(list)
    for name, value in pairs:
        found[name].append(value)
    return dict(found)
