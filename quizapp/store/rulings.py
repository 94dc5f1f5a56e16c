"""How the questions of an assignment count by now, after what its teachers have regraded.

A question holds as it was published until a regrade changes its key; of those that are not undone
the last one holds. It counts for nobody while a regrade that is not undone makes it void.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from questions import types
from questions.question import Question
from quizapp.models import Amendment, Assignment, Attempt, Regrade
from quizapp.store import quizzes
from quizapp.store.quizzes import Item


@dataclass(frozen=True)
class Ruling:
    """How one question counts; ``changed_at`` is None where it does as it was published."""

    question: Question[Any]
    counts: bool
    changed_at: datetime | None


Rulings: TypeAlias = Mapping[tuple[int, int], Ruling]
"""By assignment and position; for questions that were never regraded there is none."""


def in_force(regrades: Sequence[Regrade]) -> list[Regrade]:
    """Those of *regrades*, which are in order, that neither are undone nor undo another."""
    undone = {regrade.undoes for regrade in regrades}
    return [
        regrade
        for regrade in regrades
        if regrade.amendment is not Amendment.UNDO and regrade.id not in undone
    ]


def question_of(regrade: Regrade) -> Question[Any] | None:
    """The question with the key that *regrade* gave it; None where it changed no key."""
    return types.load(regrade.body) if regrade.body is not None else None


def ruling(published: Question[Any], regrades: Sequence[Regrade]) -> Ruling:
    """What *regrades* of one question, in order, make of it."""
    live = in_force(regrades)
    keys = [regrade.body for regrade in live if regrade.body is not None]
    voids = [regrade for regrade in live if regrade.amendment is Amendment.VOID]
    return Ruling(
        question=types.load(keys[-1]) if keys else published,
        counts=not voids,
        changed_at=(voids or live)[-1].applied_at if live else None,
    )


def of_assignments(session: Session, assignment_ids: Iterable[int]) -> Rulings:
    """The rulings of these assignments."""
    return _read(session, select(Assignment.id).where(Assignment.id.in_(assignment_ids)))


def of_attempts(session: Session, attempt_ids: Iterable[int]) -> Rulings:
    """The rulings of the assignments that these attempts belong to."""
    return _read(session, select(Attempt.assignment_id).where(Attempt.id.in_(attempt_ids)))


def items(session: Session, assignment: Assignment) -> tuple[Item, ...]:
    """The questions of *assignment* in order, as they count by now."""
    published = quizzes.items(assignment.quiz_id)
    return ruled(published, assignment.id, of_assignments(session, [assignment.id]))


def ruled(published: Iterable[Item], assignment_id: int, rulings: Rulings) -> tuple[Item, ...]:
    """The *published* questions as they count in the assignment."""
    return tuple(_ruled(item, rulings.get((assignment_id, item.position))) for item in published)


def _ruled(item: Item, ruling: Ruling | None) -> Item:
    if ruling is None:
        return item
    return replace(
        item, question=ruling.question, counts=ruling.counts, changed_at=ruling.changed_at
    )


def _read(session: Session, assignments: Select[int]) -> Rulings:
    rows = session.execute(
        select(Regrade, Assignment.quiz_id)
        .join(Assignment, Assignment.id == Regrade.assignment_id)
        .where(Regrade.assignment_id.in_(assignments))
        .order_by(Regrade.id)
    )
    found: dict[tuple[int, int, int], list[Regrade]] = defaultdict(list)
    for row in rows:
        found[row.Regrade.assignment_id, row.Regrade.position, row.quiz_id].append(row.Regrade)
    return {
        (assignment_id, position): ruling(quizzes.items(quiz_id)[position - 1].question, regrades)
        for (assignment_id, position, quiz_id), regrades in found.items()
    }
