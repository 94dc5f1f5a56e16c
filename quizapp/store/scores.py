"""Which attempt of a pupil counts, and how its questions stand: the teacher's view of points."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum

from quizapp.models import Attempt, Counting
from quizapp.store.answers import LatestAnswer
from quizapp.store.quizzes import Item
from quizapp.store.rules import Terms


class State(StrEnum):
    """How one question of one pupil stands."""

    RIGHT = "right"
    PARTLY = "partly right"
    WRONG = "wrong"
    WAITING = "to be marked"
    VOID = "does not count"
    BLANK = "no answer"
    OPEN = "not answered yet"
    NOT_STARTED = "not started"


def at_best(attempt: Attempt) -> float:
    """The points that the attempt can still come to, going by its stored totals."""
    return attempt.points + attempt.waiting


def counted(
    attempts: Iterable[Attempt], terms: Terms, worth: Callable[[Attempt], float] = at_best
) -> Attempt | None:
    """The attempt that counts for a pupil: the best, first or latest one, as the rules say.

    One that is handed in comes before one that is open. To be the best, an answer that waits for
    its mark counts as if it were right, so that the teacher gets to see and mark every attempt
    that could be it. *worth* says which one is the best.
    """

    def rank(attempt: Attempt) -> tuple[bool, float, int]:
        is_in = terms.handed_in_at(attempt) is not None
        match terms.counting:
            case Counting.FIRST:
                return is_in, 0, -attempt.number
            case Counting.LATEST:
                return is_in, 0, attempt.number
            case Counting.BEST:
                return is_in, worth(attempt), attempt.number

    return max(attempts, key=rank, default=None)


def state(
    attempt: Attempt | None,
    handed_in_at: datetime | None,
    item: Item,
    answer: LatestAnswer | None,
) -> State:
    """How *item*, to which *answer* (or nothing) was given, stands in *attempt*.

    *handed_in_at* is what the pupil's terms say of the attempt.
    """
    if attempt is None:
        return State.NOT_STARTED
    if not item.counts:
        return State.VOID
    if answer is None:
        return State.OPEN if handed_in_at is None else State.BLANK
    return verdict(answer.points)


def verdict(points: float | None) -> State:
    """What an answer with *points* is called."""
    if points is None:
        return State.WAITING
    return State.RIGHT if points >= 1 else State.PARTLY if points > 0 else State.WRONG
