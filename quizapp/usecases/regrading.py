"""Putting a question right after pupils have answered it: void it, or grade by another key.

Nothing is overwritten. A regrade is a further row with who, when and why; what it did to the points
of each answer stands beside it, and it is undone by one more row. The totals of all attempts follow
in the same transaction.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from questions import types
from questions.question import Question
from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Amendment, Assignment, Attempt, Classroom, Regrade, RegradeChange
from quizapp.store import answers, quizzes, rulings
from quizapp.store import regrading as store
from quizapp.store.answers import LatestAnswer
from quizapp.store.regrading import Preview
from quizapp.store.teaching import taught_by
from quizapp.usecases import keys
from quizapp.usecases.settling import settle

LONGEST_REASON = 500


@dataclass(frozen=True)
class Proposal:
    """What a teacher wants to do to the question at *position*, and why.

    ``question`` is it with its new key, and None to make it void. ``everywhere`` does the same to
    the teacher's other assignments of the quiz. ``seen`` is the newest regrade of the question that
    the teacher knew of: 0 for none.
    """

    position: int
    amendment: Amendment
    question: Question[Any] | None
    reason: str
    everywhere: bool = False
    seen: int = 0


def apply(teacher_id: int, assignment_id: int, proposal: Proposal) -> str:
    """Regrade as proposed, as one step; returns what the step can be undone by."""
    with db.writing() as session:
        held = _held(session, teacher_id, scope(session, teacher_id, assignment_id, proposal))
        check(session, held, assignment_id, proposal)
        body = types.dump(proposal.question) if proposal.question is not None else None
        rows = [
            Regrade(
                assignment_id=assignment.id,
                position=proposal.position,
                amendment=proposal.amendment,
                body=body,
                reason=proposal.reason,
                undoes=None,
            )
            for assignment in held
        ]
        return _regrade(session, teacher_id, held, rows)


def preview(teacher_id: int, assignment_id: int, proposal: Proposal) -> Preview:
    """What *proposal* would do; it is refused for the same reasons for which it could not be."""
    session = db.reading()
    ids = scope(session, teacher_id, assignment_id, proposal)
    held = session.scalars(select(Assignment).where(Assignment.id.in_(ids))).all()
    check(session, held, assignment_id, proposal)
    return store.preview(session, ids, proposal.position, proposal.question)


def undo(teacher_id: int, assignment_id: int, regrade_id: int) -> None:
    """Take a step back, in all assignments of the teacher that it was done to."""
    with db.writing() as session:
        step = select(Regrade.batch).where(
            Regrade.id == regrade_id,
            Regrade.assignment_id == assignment_id,
            Regrade.amendment != Amendment.UNDO,
        )
        done = session.scalars(
            select(Regrade)
            .join(Assignment, Assignment.id == Regrade.assignment_id)
            .join(Classroom, Classroom.id == Assignment.classroom_id)
            .where(Regrade.batch.in_(step), taught_by(teacher_id))
            .order_by(Regrade.assignment_id)
        ).all()
        if regrade_id not in {row.id for row in done}:
            raise NotFound
        held = _held(session, teacher_id, [row.assignment_id for row in done])
        for row in done:
            _check_undo(session, row)
        rows = [
            Regrade(
                assignment_id=row.assignment_id,
                position=row.position,
                amendment=Amendment.UNDO,
                body=None,
                reason="",
                undoes=row.id,
            )
            for row in done
        ]
        _regrade(session, teacher_id, held, rows)


def scope(session: Session, teacher_id: int, assignment_id: int, proposal: Proposal) -> list[int]:
    """The assignments that are regraded: this one alone, or all of the teacher's of its quiz."""
    this = select(Assignment.quiz_id).where(Assignment.id == assignment_id)
    found = session.scalars(
        select(Assignment.id)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Assignment.quiz_id.in_(this), taught_by(teacher_id))
    ).all()
    if assignment_id not in found:
        raise NotFound
    return list(found) if proposal.everywhere else [assignment_id]


def check(
    session: Session, held: Sequence[Assignment], assignment_id: int, proposal: Proposal
) -> None:
    """Refuse what makes no sense, or what was proposed without knowing of the newest regrade.

    *held* are the assignments that it is about, *assignment_id* that of the page it comes from.
    """
    if not proposal.reason or len(proposal.reason) > LONGEST_REASON:
        raise Refused("Say in a sentence why: pupils and colleagues may ask.")
    published = quizzes.items(held[0].quiz_id)
    if not 1 <= proposal.position <= len(published):
        raise NotFound
    if proposal.seen != newest(session, assignment_id, proposal.position):
        raise Refused("Somebody has changed this question since. Look at it once more.")
    if proposal.question is None:
        _check_void(session, held, proposal.position)
    else:
        _check_key(proposal.question, published[proposal.position - 1].question)


def newest(session: Session, assignment_id: int, position: int) -> int:
    """The newest regrade of the question; 0 if there is none."""
    regrades = _regrades(session, assignment_id, position)
    return regrades[-1].id if regrades else 0


def _check_void(session: Session, held: Sequence[Assignment], position: int) -> None:
    hold = rulings.of_assignments(session, [assignment.id for assignment in held])
    known = [hold.get((assignment.id, position)) for assignment in held]
    if all(ruling is not None and not ruling.counts for ruling in known):
        raise Refused("This question does not count already.")


def _check_key(changed: Question[Any], published: Question[Any]) -> None:
    if published.marked_by_teacher:
        raise Refused("An open question has no key: change your marks instead.")
    if not keys.fits(changed, published):
        raise Refused("Only the key can be changed here: pupils have answered the question.")


def _check_undo(session: Session, row: Regrade) -> None:
    """What is undone must hold; a change of the key must be the last one, as later ones add to it.

    A question that is void is otherwise as it was, so that can be undone at any time.
    """
    live = rulings.in_force(_regrades(session, row.assignment_id, row.position))
    if row.id not in {regrade.id for regrade in live}:
        raise Refused("This is undone already.")
    if row.body is not None and any(r.id > row.id and r.body is not None for r in live):
        raise Refused("A later change adds to this one. Undo the later one first.")


def _regrades(session: Session, assignment_id: int, position: int) -> Sequence[Regrade]:
    return session.scalars(
        select(Regrade)
        .where(Regrade.assignment_id == assignment_id, Regrade.position == position)
        .order_by(Regrade.id)
    ).all()


def _held(session: Session, teacher_id: int, assignment_ids: Collection[int]) -> list[Assignment]:
    """The assignments, if they are all the teacher's classes'.

    Nobody starts, answers or marks in them until the end of the transaction: what they do goes by
    the one key or the other, and their totals, too.
    """
    found = list(
        session.scalars(
            select(Assignment)
            .join(Classroom, Classroom.id == Assignment.classroom_id)
            .where(Assignment.id.in_(assignment_ids), taught_by(teacher_id))
            .order_by(Assignment.id)
            .with_for_update(of=Assignment)
        )
    )
    if len(found) < len(set(assignment_ids)):
        raise NotFound
    return found


def _regrade(
    session: Session, teacher_id: int, held: Sequence[Assignment], rows: Sequence[Regrade]
) -> str:
    """Add *rows*, one for each assignment, as one step with all that follows from them."""
    step = token_hex(8)
    for assignment, row in zip(held, rows, strict=True):
        attempt_ids = session.scalars(
            select(Attempt.id)
            .where(Attempt.assignment_id == assignment.id)
            .order_by(Attempt.id)
            .with_for_update()
        ).all()
        before = answers.latest(session, attempt_ids)
        row.batch, row.teacher_id, row.applied_at = step, teacher_id, clock.now()
        session.add(row)
        session.flush()
        _note_changes(session, row.id, before, answers.latest(session, attempt_ids))
        settle(session, assignment, attempt_ids)
    return step


def _note_changes(
    session: Session,
    regrade_id: int,
    before: dict[tuple[int, int], LatestAnswer],
    after: dict[tuple[int, int], LatestAnswer],
) -> None:
    changes = [
        {
            "regrade_id": regrade_id,
            "answer_id": now.id,
            "points_before": before[place].points,
            "points_after": now.points,
        }
        for place, now in after.items()
        if before[place].points != now.points
    ]
    if changes:
        session.execute(insert(RegradeChange), changes)
