"""Which attempt of a pupil counts, and how its questions stand: the teacher's view of points."""

from collections.abc import Iterable
from enum import StrEnum

from quizapp.models import Assignment, Attempt
from quizapp.store import rules
from quizapp.store.answers import LatestAnswer


class State(StrEnum):
    """How one question of one pupil stands."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    WAITING = "to be marked"
    BLANK = "no answer"
    OPEN = "not answered yet"
    NOT_STARTED = "not started"


def counted(attempts: Iterable[Attempt], assignment: Assignment) -> Attempt | None:
    """The attempt that counts for a pupil: the best one handed in, else the one that is open.

    An answer that waits for its mark counts as if it were right, so that the teacher gets to see
    and mark every attempt that could be the best.
    """

    def rank(attempt: Attempt) -> tuple[bool, float, int]:
        is_in = rules.handed_in_at(attempt, assignment) is not None
        return (is_in, attempt.points + attempt.waiting, attempt.number)

    return max(attempts, key=rank, default=None)


def state(attempt: Attempt | None, assignment: Assignment, answer: LatestAnswer | None) -> State:
    """How the question that *answer* (or nothing) was given to stands in *attempt*."""
    if attempt is None:
        return State.NOT_STARTED
    if answer is None:
        return State.OPEN if rules.handed_in_at(attempt, assignment) is None else State.BLANK
    return verdict(answer.points)


def verdict(points: float | None) -> State:
    """What an answer with *points* is called."""
    if points is None:
        return State.WAITING
    return State.RIGHT if points >= 1 else State.PARTLY if points > 0 else State.WRONG
