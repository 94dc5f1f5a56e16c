"""What an attempt is worth: the arithmetic from its answers to its totals."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizapp.store.answers import LatestAnswer
from quizapp.store.quizzes import Item


@dataclass(frozen=True)
class Part:
    """The points that belong to one skill, of those that are possible in it."""

    points: float
    possible: int


@dataclass(frozen=True)
class Totals:
    """``points`` of ``possible``; ``waiting`` answers have yet to be marked by a teacher."""

    points: float
    possible: int
    waiting: int
    skills: Mapping[str, Part]


def totals(items: Sequence[Item], given: Iterable[LatestAnswer]) -> Totals:
    """The totals of an attempt at *items* with the answers *given*; each item is one point."""
    counting = [item for item in items if item.counts]
    answers = {answer.position: answer for answer in given if answer.counts}
    earned = {item.position: _points(answers.get(item.position)) for item in counting}
    of_skill: dict[str, list[float]] = defaultdict(list, {i.question.skill: [] for i in items})
    for item in counting:
        of_skill[item.question.skill].append(earned[item.position])
    return Totals(
        points=math.fsum(earned.values()),
        possible=len(counting),
        waiting=sum(answer.is_waiting for answer in answers.values()),
        skills={skill: Part(math.fsum(points), len(points)) for skill, points in of_skill.items()},
    )


def _points(answer: LatestAnswer | None) -> float:
    return (answer.points or 0.0) if answer else 0.0
