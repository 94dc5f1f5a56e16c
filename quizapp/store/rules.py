"""The rules of an assignment as they hold for one pupil: the one place that works them out.

What is closed, until when there is time, what may be seen: pages, tables and use cases all ask the
``Terms`` of the pupil, in which the exceptions for the pupil and the pupil's groups are applied.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import clock
from quizapp.models import (
    Assignment,
    Attempt,
    Counting,
    Feedback,
    GroupMember,
    Override,
    Stage,
)
from quizapp.store.quizzes import Item

GRACE = timedelta(seconds=10)
"""How long after the end of the time limit an answer is still taken: it may have been under way."""


@dataclass(frozen=True)
class Terms:
    """What holds for one pupil in one assignment. ``minutes`` include those that are extra.

    ``results_at`` is the latest due date that anybody has: what is right is shown to nobody before.
    """

    stage: Stage
    closed_at: datetime | None
    opens_at: datetime | None
    due_at: datetime | None
    results_at: datetime | None
    minutes: int | None
    attempts_allowed: int
    feedback: Feedback
    counting: Counting
    shuffled: bool
    in_order: bool
    practice: bool
    released_at: datetime | None

    @property
    def at_once(self) -> bool:
        """Whether each answer is final and brings its key."""
        return self.feedback is Feedback.AFTER_EACH_ANSWER

    @property
    def is_to_come(self) -> bool:
        """Whether it opens later."""
        return self.opens_at is not None and self.opens_at > clock.now()

    @property
    def is_due(self) -> bool:
        """Whether the due date has closed it. Under other rules that date is a wish."""
        closes = self.feedback is Feedback.AFTER_DUE_DATE
        return closes and self.due_at is not None and self.due_at <= clock.now()

    @property
    def is_over(self) -> bool:
        """Whether nothing more may be answered."""
        return self.stage is Stage.CLOSED or self.is_due

    def end_of(self, started_at: datetime) -> datetime | None:
        """When the time limit ends an attempt begun at *started_at*."""
        return None if self.minutes is None else started_at + timedelta(minutes=self.minutes)

    def closes_at(self, attempt: Attempt) -> datetime | None:
        """Until when *attempt* can be worked on, as far as that is known."""
        due = self.due_at if self.feedback is Feedback.AFTER_DUE_DATE else None
        return min(filter(None, (attempt.ends_at, due)), default=None)

    def handed_in_at(self, attempt: Attempt) -> datetime | None:
        """When *attempt* was handed in, or what closed it did so; None while it is open."""
        if attempt.handed_in_at is not None:
            return attempt.handed_in_at
        ends = (
            self.closed_at if self.stage is Stage.CLOSED else None,
            self.due_at if self.is_due else None,
            attempt.ends_at if is_out_of_time(attempt) else None,
        )
        return min(filter(None, ends), default=None)

    def may_start(self, own: Sequence[Attempt]) -> bool:
        """Whether the pupil, whose attempts so far are *own*, may begin another one now."""
        return not self.is_to_come and self._has_tries(own) and not self._is_working(own)

    def result_is_due(self, attempt: Attempt) -> bool:
        """Whether the pupil may see the whole result by now."""
        if self.handed_in_at(attempt) is None:
            return False
        if self.feedback is Feedback.WHEN_RELEASED:
            return self.released_at is not None
        if self.feedback is Feedback.AFTER_DUE_DATE:
            return self.results_at is not None and self.results_at <= clock.now()
        return True

    def keys_are_due(self, attempt: Attempt, own: Sequence[Attempt]) -> bool:
        """Whether the pupil, whose attempts are *own*, may see all keys by now.

        After handing in, or once released, they are shown when no try is left that they could
        help. Where every answer brings its key at once, further tries are practice.
        """
        if not self.result_is_due(attempt):
            return False
        if self.feedback in {Feedback.AFTER_HANDING_IN, Feedback.WHEN_RELEASED}:
            return not (self._has_tries(own) or self._is_working(own))
        return True

    def _has_tries(self, own: Sequence[Attempt]) -> bool:
        return len(own) < self.attempts_allowed and not self.is_over

    def _is_working(self, own: Sequence[Attempt]) -> bool:
        return any(self.handed_in_at(attempt) is None for attempt in own)


@dataclass(frozen=True)
class Rulebook:
    """The exceptions to the rules of some assignments."""

    all: Mapping[int, Sequence[Override]]
    of_groups: Mapping[tuple[int, int], Sequence[Override]]

    def terms(self, assignment: Assignment, pupil_id: int) -> Terms:
        """What holds for this pupil; *assignment* is one of those of the book."""
        all_of_it = self.all.get(assignment.id, ())
        own = [one for one in all_of_it if one.pupil_id == pupil_id]
        of_groups = self.of_groups.get((assignment.id, pupil_id), ())

        def rule(name: str, kindest: Callable[[Iterable[Any]], Any], otherwise: Any) -> Any:
            """What is said for the pupil, else the kindest of what is said for the groups."""
            for said in (own, of_groups):
                values = [v for one in said if (v := getattr(one, name)) is not None]
                if values:
                    return kindest(values)
            return otherwise

        due_dates = [assignment.due_at, *(one.due_at for one in all_of_it)]
        extra = rule("extra_minutes", max, 0)
        return Terms(
            stage=assignment.stage,
            closed_at=assignment.closed_at,
            opens_at=rule("opens_at", min, assignment.opens_at),
            due_at=rule("due_at", max, assignment.due_at),
            results_at=max(filter(None, due_dates), default=None),
            minutes=None if assignment.minutes is None else assignment.minutes + extra,
            attempts_allowed=rule("attempts_allowed", max, assignment.attempts_allowed),
            feedback=Feedback.AFTER_EACH_ANSWER if assignment.practice else assignment.feedback,
            counting=assignment.counting,
            shuffled=assignment.shuffled,
            in_order=assignment.in_order,
            practice=assignment.practice,
            released_at=assignment.released_at,
        )


def rulebook(session: Session, assignments: Collection[Assignment]) -> Rulebook:
    """The exceptions to the rules of *assignments*, read at once for all pupils."""
    rows = session.execute(
        select(Override, GroupMember.pupil_id.label("member_id"))
        .outerjoin(GroupMember, GroupMember.group_id == Override.group_id)
        .where(Override.assignment_id.in_([assignment.id for assignment in assignments]))
    )
    every: dict[int, dict[int, Override]] = defaultdict(dict)
    of_groups: dict[tuple[int, int], list[Override]] = defaultdict(list)
    for row in rows:
        every[row.Override.assignment_id][row.Override.id] = row.Override
        if row.member_id is not None:
            of_groups[row.Override.assignment_id, row.member_id].append(row.Override)
    return Rulebook({number: list(found.values()) for number, found in every.items()}, of_groups)


def terms(session: Session, assignment: Assignment, pupil_id: int) -> Terms:
    """What holds for this pupil in *assignment*."""
    return rulebook(session, [assignment]).terms(assignment, pupil_id)


def is_out_of_time(attempt: Attempt) -> bool:
    """Whether the time limit has closed *attempt*.

    Until the last answer that may be under way has been taken, nothing counts as closed: what is
    right must not be shown before.
    """
    return attempt.ends_at is not None and attempt.ends_at + GRACE <= clock.now()


def locked(items: Iterable[Item], answered: Collection[int]) -> frozenset[int]:
    """The positions that have to wait, section by section: those after the first open section.

    A question that does not count keeps nobody waiting.
    """
    asked = tuple(items)
    open_sections = {i.question.section for i in asked if i.counts and i.position not in answered}
    first = min(open_sections, default=0)
    return frozenset(i.position for i in asked if open_sections and i.question.section > first)
