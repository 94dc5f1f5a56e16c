"""Giving a quiz to classes: the rules, exceptions to them, opening, closing and releasing.

Rules may change while pupils work. Nothing that a pupil has answered is lost by that, and nobody
who has begun gets less time than promised.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import (
    Assignment,
    Attempt,
    Classroom,
    Counting,
    Feedback,
    Override,
    Pupil,
    PupilGroup,
    Stage,
)
from quizapp.store import library, rules
from quizapp.store.teaching import taught_by

MOST_ATTEMPTS = 10
MOST_MINUTES = 600


@dataclass(frozen=True)
class Rules:
    """By which rules a class works on a quiz; all times are aware.

    ``practice`` shows what is right after each answer and counts in no score.
    """

    feedback: Feedback = Feedback.AFTER_EACH_ANSWER
    attempts_allowed: int = 1
    due_at: datetime | None = None
    opens_at: datetime | None = None
    minutes: int | None = None
    counting: Counting = Counting.BEST
    shuffled: bool = False
    in_order: bool = False
    practice: bool = False


@dataclass(frozen=True)
class Difference:
    """What is otherwise for a pupil or a group; None leaves a rule as it is."""

    extra_minutes: int | None = None
    opens_at: datetime | None = None
    due_at: datetime | None = None
    attempts_allowed: int | None = None


@dataclass(frozen=True)
class Whom:
    """A pupil or a group: one of the two."""

    pupil_id: int | None = None
    group_id: int | None = None


def assign(
    teacher_id: int,
    quiz_id: int,
    class_ids: Collection[int],
    given: Rules,
    stage: Stage = Stage.OPEN,
) -> list[int]:
    """Give the quiz to these classes; returns the assignments' ids, in the order of the classes."""
    check(given)
    with db.writing() as session:
        if session.scalar(library.usable_quiz(teacher_id, quiz_id)) is None:
            raise NotFound
        check_classes(session, teacher_id, class_ids)
        return [add(session, quiz_id, class_id, given, stage) for class_id in class_ids]


def check_classes(session: Session, teacher_id: int, class_ids: Collection[int]) -> None:
    """Refuse no class at all; NotFound if one of them is not the teacher's."""
    if not class_ids:
        raise Refused("Choose at least one class.")
    own = session.scalars(
        select(Classroom.id).where(Classroom.id.in_(class_ids), taught_by(teacher_id))
    )
    if set(own) != set(class_ids):
        raise NotFound


def add(
    session: Session, quiz_id: int, class_id: int, given: Rules, stage: Stage = Stage.OPEN
) -> int:
    """Store an assignment within the transaction of *session*; returns its id."""
    assignment = Assignment(
        quiz_id=quiz_id,
        classroom_id=class_id,
        stage=stage,
        created_at=clock.now(),
        **asdict(given),
    )
    session.add(assignment)
    session.flush()
    return assignment.id


def change_rules(teacher_id: int, assignment_id: int, given: Rules) -> None:
    """Let other rules hold from now on; who has begun keeps at least the time promised."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        check(given, known=(assignment.due_at,))
        for name, value in asdict(given).items():
            setattr(assignment, name, value)
        _lengthen(session, assignment)


def open_for_pupils(teacher_id: int, assignment_id: int) -> None:
    """Let pupils work on a draft, or go on with what was closed."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        by_due_date = assignment.feedback is Feedback.AFTER_DUE_DATE and not assignment.practice
        if by_due_date and assignment.due_at and assignment.due_at <= clock.now():
            raise Refused("The due date is over. Choose a later one.")
        assignment.stage = Stage.OPEN
        assignment.closed_at = None


def close(teacher_id: int, assignment_id: int) -> None:
    """Let nobody answer any more; what is open counts as handed in now, until it is reopened."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        if assignment.stage is Stage.DRAFT:
            raise Refused("This is a draft: no pupil has seen it yet.")
        if assignment.stage is Stage.OPEN:
            assignment.stage = Stage.CLOSED
            assignment.closed_at = clock.now()


def release(teacher_id: int, assignment_id: int, *, released: bool) -> None:
    """Show pupils their results, or no longer; only where the rule says that the teacher does."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        if assignment.feedback is not Feedback.WHEN_RELEASED or assignment.practice:
            raise Refused("The rules say when pupils see their results: there is nothing to do.")
        if (assignment.released_at is not None) != released:
            assignment.released_at = clock.now() if released else None


def delete_draft(teacher_id: int, assignment_id: int) -> int:
    """Delete an assignment that no pupil has seen; returns the class's id."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        if assignment.stage is not Stage.DRAFT:
            raise Refused("Only a draft can be deleted. Close this one: what was answered stays.")
        session.execute(delete(Override).where(Override.assignment_id == assignment_id))
        session.delete(assignment)
        return assignment.classroom_id


def set_override(teacher_id: int, assignment_id: int, whom: Whom, difference: Difference) -> None:
    """Let other rules hold for a pupil or a group, instead of those that did so far."""
    with db.writing() as session:
        assignment = _own(session, teacher_id, assignment_id)
        _check_whom(session, assignment.classroom_id, whom)
        known = session.scalar(
            select(Override).where(
                Override.assignment_id == assignment_id,
                Override.pupil_id.is_not_distinct_from(whom.pupil_id),
                Override.group_id.is_not_distinct_from(whom.group_id),
            )
        )
        _check_difference(assignment, difference, known.due_at if known else None)
        row = known or Override(assignment_id=assignment_id, **asdict(whom))
        for name, value in asdict(difference).items():
            setattr(row, name, value)
        session.add(row)
        session.flush()
        _lengthen(session, assignment)


def drop_override(teacher_id: int, assignment_id: int, override_id: int) -> None:
    """Let the usual rules hold again; who has begun keeps the time promised."""
    with db.writing() as session:
        _own(session, teacher_id, assignment_id)
        row = session.scalar(
            select(Override).where(
                Override.id == override_id, Override.assignment_id == assignment_id
            )
        )
        if row is None:
            raise NotFound
        session.delete(row)


def check(given: Rules, known: Collection[datetime | None] = ()) -> None:
    """Refuse rules that make no sense; a due date in the past may stay if it is *known*."""
    if not 1 <= given.attempts_allowed <= MOST_ATTEMPTS:
        raise Refused("Allow 1 to %(most)s attempts.", most=MOST_ATTEMPTS)
    if given.minutes is not None and not 1 <= given.minutes <= MOST_MINUTES:
        raise Refused("Give 1 to %(most)s minutes, or no time limit.", most=MOST_MINUTES)
    by_due_date = given.feedback is Feedback.AFTER_DUE_DATE and not given.practice
    if given.due_at is None and by_due_date:
        raise Refused("Choose a due date, or let pupils see what is right earlier.")
    _check_dates(given.opens_at, given.due_at, known)


def _check_dates(
    opens_at: datetime | None, due_at: datetime | None, known: Collection[datetime | None]
) -> None:
    if due_at is not None and due_at <= clock.now() and due_at not in known:
        raise Refused("The due date is over. Choose a later one.")
    if opens_at is not None and due_at is not None and due_at <= opens_at:
        raise Refused("It would be due before it opens. Choose other dates.")


def _check_difference(
    assignment: Assignment, difference: Difference, due_so_far: datetime | None
) -> None:
    if difference == Difference():
        raise Refused("Say what is different: time, dates or attempts.")
    extra, tries = difference.extra_minutes, difference.attempts_allowed
    if extra is not None and assignment.minutes is None:
        raise Refused("There is no time limit, so there is nothing to add minutes to.")
    if extra is not None and not 1 <= extra <= MOST_MINUTES:
        raise Refused("Add 1 to %(most)s minutes.", most=MOST_MINUTES)
    if tries is not None and not 1 <= tries <= MOST_ATTEMPTS:
        raise Refused("Allow 1 to %(most)s attempts.", most=MOST_ATTEMPTS)
    _check_dates(
        difference.opens_at or assignment.opens_at,
        difference.due_at or assignment.due_at,
        (due_so_far, assignment.due_at),
    )


def _check_whom(session: Session, class_id: int, whom: Whom) -> None:
    pupil = select(Pupil.id).where(Pupil.id == whom.pupil_id, Pupil.classroom_id == class_id)
    group = select(PupilGroup.id).where(
        PupilGroup.id == whom.group_id, PupilGroup.classroom_id == class_id
    )
    found = [session.scalar(pupil), session.scalar(group)]
    if sum(one is not None for one in found) != 1:
        raise NotFound


def _own(session: Session, teacher_id: int, assignment_id: int) -> Assignment:
    """The assignment, if it is one of the teacher's classes'; nobody else changes it meanwhile."""
    assignment = session.scalar(
        select(Assignment)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Assignment.id == assignment_id, taught_by(teacher_id))
        .with_for_update(of=Assignment)
    )
    if assignment is None:
        raise NotFound
    return assignment


def _lengthen(session: Session, assignment: Assignment) -> None:
    """Give those who have begun the time that they have by the rules of now, if that is more."""
    book = rules.rulebook(session, [assignment])
    begun = session.scalars(
        select(Attempt).where(
            Attempt.assignment_id == assignment.id,
            Attempt.handed_in_at.is_(None),
            Attempt.ends_at.is_not(None),
        )
    )
    for attempt in begun:
        end = book.terms(assignment, attempt.pupil_id).end_of(attempt.started_at)
        attempt.ends_at = end and max(end, attempt.ends_at or end)
