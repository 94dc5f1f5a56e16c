"""What the rules of an assignment say by now: what is closed, and what may be seen."""

from collections.abc import Sequence
from datetime import datetime

from quizapp import clock
from quizapp.models import Assignment, Attempt, Feedback


def closes(feedback: Feedback, due_at: datetime | None) -> bool:
    """Whether these rules allow no more answers by now: from then on keys are shown to everybody.

    Under the other rules a due date is a wish: who is late can still hand in.
    """
    return feedback is Feedback.AFTER_DUE_DATE and due_at is not None and due_at <= clock.now()


def closed_at(
    handed_in_at: datetime | None, feedback: Feedback, due_at: datetime | None
) -> datetime | None:
    """When an attempt was closed, by its pupil or by these rules; None while it is open.

    What the due date has closed counts as handed in, wherever that matters.
    """
    return due_at if handed_in_at is None and closes(feedback, due_at) else handed_in_at


def handed_in_at(attempt: Attempt, assignment: Assignment) -> datetime | None:
    """When *attempt* was handed in, or the due date that closed it; None while it is open."""
    return closed_at(attempt.handed_in_at, assignment.feedback, assignment.due_at)


def is_closed(assignment: Assignment) -> bool:
    """Whether nothing more may be answered."""
    return closes(assignment.feedback, assignment.due_at)


def result_is_due(attempt: Attempt, assignment: Assignment) -> bool:
    """Whether the pupil may see the whole result by now."""
    if handed_in_at(attempt, assignment) is None:
        return False
    if assignment.feedback is Feedback.WHEN_RELEASED:
        return assignment.released_at is not None
    return assignment.feedback is not Feedback.AFTER_DUE_DATE or is_closed(assignment)


def keys_are_due(attempt: Attempt, assignment: Assignment, own: Sequence[Attempt]) -> bool:
    """Whether the pupil, whose attempts at the assignment are *own*, may see all keys by now.

    After handing in they are shown once no try is left that they could help. Where every answer
    brings its key at once, further tries are practice.
    """
    if not result_is_due(attempt, assignment):
        return False
    if assignment.feedback is not Feedback.AFTER_HANDING_IN:
        return True
    return len(own) >= assignment.attempts_allowed and all(one.handed_in_at for one in own)
