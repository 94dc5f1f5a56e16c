"""A pupil's attempt, from the start to the teacher's last mark.

An answer, its points and the totals that follow from them are written in one transaction. The row
of the attempt is locked meanwhile, so that two answers at once cannot both count the old totals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Overtaken, Refused
from quizapp.models import (
    Answer,
    Assignment,
    Attempt,
    Classroom,
    Mark,
    Pupil,
    Stage,
)
from quizapp.store import answers, rules, rulings
from quizapp.store.answers import LatestAnswer
from quizapp.store.quizzes import Item
from quizapp.store.rules import Terms
from quizapp.store.teaching import taught_by
from quizapp.usecases import sittings
from quizapp.usecases.settling import settle

LONGEST_KEY = 64
LARGEST_STEP = 10_000
"""How far the sequence of an answer may lie above all before it: a larger one would use them up."""
BEST_SCORE = 2
"""An open answer is marked 0, 1 or 2, as its rubric says."""


@dataclass(frozen=True)
class Submission:
    """One answer as the browser sends it.

    ``answer`` is the data of the question's field after validation; ``key`` is made by the
    browser, new for each answer and the same when it sends one again; ``sequence`` rises with
    each answer of the attempt.
    """

    position: int
    answer: Any
    key: str
    sequence: int


@dataclass(frozen=True)
class Saved:
    """What is saved of a submission; ``replay`` says that it had been saved before.

    ``points`` is None while the feedback rule holds them back, and for an open answer.
    """

    revision: int
    sequence: int
    points: float | None
    replay: bool


def start_attempt(pupil_id: int, assignment_id: int) -> int:
    """The pupil's open attempt, or a new one if the rules allow it."""
    with db.writing() as session:
        assignment = session.scalar(
            select(Assignment)
            .join(Pupil, Pupil.classroom_id == Assignment.classroom_id)
            .where(
                Assignment.id == assignment_id,
                Assignment.stage != Stage.DRAFT,
                Pupil.id == pupil_id,
            )
            # Only against another start of this pupil's: an exception for the pupil need not wait.
            .with_for_update(of=Pupil, key_share=True)
        )
        if assignment is None:
            raise NotFound
        terms = rules.terms(session, assignment, pupil_id)
        own = session.scalars(
            select(Attempt).where(
                Attempt.assignment_id == assignment_id, Attempt.pupil_id == pupil_id
            )
        ).all()
        open_one = next((a.id for a in own if terms.handed_in_at(a) is None), None)
        if open_one is not None:
            return open_one
        return _start(session, pupil_id, assignment, own)


def save_answer(pupil_id: int, attempt_id: int, submission: Submission) -> Saved:
    """Grade and save one answer; once this returns, it is on the disk.

    The same submission again changes nothing and returns what was saved. Raises Refused if the
    attempt is closed or the answer final, Overtaken if a later one has been saved already.
    """
    _check_form(submission)
    with db.writing() as session:
        attempt, assignment = _locked(session, pupil_id, attempt_id)
        terms = rules.terms(session, assignment, pupil_id)
        if replay := _saved_before(session, attempt_id, submission, shown=terms.at_once):
            return replay
        _check_open(attempt, terms)
        given = answers.latest(session, [attempt_id])
        _check_sequence(given.values(), submission)
        items = rulings.items(session, assignment)
        item = _item(items, submission.position)
        if terms.in_order:
            _check_turn(items, given.values(), item)
        current = given.get((attempt_id, submission.position))
        _check_newest(current, submission, final=terms.at_once)
        revision = current.revision + 1 if current else 1
        points = sittings.record(
            session, attempt_id, item, submission.answer,
            revision=revision, sequence=submission.sequence, submission_key=submission.key,
        )  # fmt: skip
        settle(session, assignment, [attempt_id])
    return Saved(
        revision=revision,
        sequence=submission.sequence,
        points=points if terms.at_once else None,
        replay=False,
    )


def hand_in(pupil_id: int, attempt_id: int) -> None:
    """Close the attempt; what was not answered counts nothing. Doing it again changes nothing."""
    with db.writing() as session:
        attempt, assignment = _locked(session, pupil_id, attempt_id)
        terms = rules.terms(session, assignment, pupil_id)
        if terms.handed_in_at(attempt) is None:
            attempt.handed_in_at = clock.now()


def mark_answer(teacher_id: int, answer_id: int, score: int) -> None:
    """Mark an open answer with 0, 1 or 2; the newest mark counts."""
    if not 0 <= score <= BEST_SCORE:
        raise Refused("A mark is a number from 0 to %(best)s.", best=BEST_SCORE)
    with db.writing() as session:
        attempt, assignment, position = _locked_with_answer(session, teacher_id, answer_id)
        _check_markable(session, attempt, assignment, position, answer_id)
        session.execute(
            insert(Mark).values(
                answer_id=answer_id,
                score=score,
                points=score / BEST_SCORE,
                teacher_id=teacher_id,
                marked_at=clock.now(),
            )
        )
        settle(session, assignment, [attempt.id])


def _check_start(terms: Terms, own: Sequence[Attempt]) -> None:
    if terms.is_due:
        raise Refused("The time for this quiz is over.")
    if terms.is_over:
        raise Refused("Your teacher has closed this quiz.")
    if terms.is_to_come:
        raise Refused("This quiz is not open yet. Your page says when it opens.")
    if len(own) >= terms.attempts_allowed:
        raise Refused("You have used all your attempts at this quiz.")


def _start(session: Session, pupil_id: int, assignment: Assignment, own: Sequence[Attempt]) -> int:
    attempt = sittings.begin(session, pupil_id, assignment, len(own) + 1)
    terms = rules.terms(session, assignment, pupil_id)
    _check_start(terms, own)
    attempt.ends_at = terms.end_of(attempt.started_at)
    sittings.count_from_zero(session, assignment, attempt)
    return attempt.id


def _check_form(submission: Submission) -> None:
    if not 1 <= len(submission.key) <= LONGEST_KEY or not submission.key.isprintable():
        raise Refused("The answer came without a proper key. Load the page again.")


def _check_sequence(given: Iterable[LatestAnswer], submission: Submission) -> None:
    highest = max((answer.sequence for answer in given), default=0)
    if not 1 <= submission.sequence <= highest + LARGEST_STEP:
        raise Refused("The answer came without a proper number. Load the page again.")


def _locked(session: Session, pupil_id: int, attempt_id: int) -> Row[Attempt, Assignment]:
    """The pupil's attempt with its assignment; nobody else can change it until the end."""
    row = session.execute(
        select(Attempt, Assignment)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Attempt.id == attempt_id, Attempt.pupil_id == pupil_id)
        .with_for_update(of=Attempt)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


def _locked_with_answer(
    session: Session, teacher_id: int, answer_id: int
) -> Row[Attempt, Assignment, int]:
    """The attempt with this answer, if it is in one of the teacher's classes; locked likewise."""
    row = session.execute(
        select(Attempt, Assignment, Answer.position)
        .join(Answer, Answer.attempt_id == Attempt.id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Answer.id == answer_id, taught_by(teacher_id))
        .with_for_update(of=Attempt)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


def _check_markable(
    session: Session, attempt: Attempt, assignment: Assignment, position: int, answer_id: int
) -> None:
    item = _item(rulings.items(session, assignment), position)
    if not item.question.marked_by_teacher:
        raise Refused("This answer is graded already: only open answers are marked.")
    if not item.counts:
        raise Refused("This question does not count any more. Undo that first, then mark it.")
    terms = rules.terms(session, assignment, attempt.pupil_id)
    if terms.handed_in_at(attempt) is None and not terms.at_once:
        raise Refused("The pupil can still change this answer. Mark it once it is handed in.")
    if answers.latest(session, [attempt.id])[attempt.id, position].id != answer_id:
        raise Refused("The pupil has changed this answer since. Load the page again.")


def _saved_before(
    session: Session, attempt_id: int, submission: Submission, *, shown: bool
) -> Saved | None:
    row = session.execute(
        select(Answer.position, Answer.revision, Answer.sequence, Answer.points).where(
            Answer.attempt_id == attempt_id, Answer.submission_key == submission.key
        )
    ).one_or_none()
    if row is None:
        return None
    if row.position != submission.position:
        raise Refused("This key belongs to the answer to another question. Load the page again.")
    return Saved(row.revision, row.sequence, row.points if shown else None, replay=True)


def _check_open(attempt: Attempt, terms: Terms) -> None:
    if attempt.handed_in_at is not None:
        raise Refused("You have handed this in: your answers cannot be changed any more.")
    if rules.is_out_of_time(attempt):
        raise Refused("Your time is up. What you had saved by then is handed in.")
    if terms.is_due:
        raise Refused("The time for this quiz is over. What you have answered is saved.")
    if terms.is_over:
        raise Refused("Your teacher has closed this quiz. What you have answered is saved.")


def _check_turn(items: Sequence[Item], given: Iterable[LatestAnswer], item: Item) -> None:
    waiting = rules.locked(items, {answer.position for answer in given})
    if item.position in waiting:
        raise Refused("Answer the questions about the sections before this one first.")


def _check_newest(current: LatestAnswer | None, submission: Submission, *, final: bool) -> None:
    if current is None:
        return
    if submission.sequence <= current.sequence:
        raise Overtaken(answer=current.answer, revision=current.revision, sequence=current.sequence)
    if final:
        raise Refused("You have answered this question, and your first answer counts.")


def _item(items: Sequence[Item], position: int) -> Item:
    """The question at its place among *items*; NotFound if there is no such place."""
    if not 1 <= position <= len(items):
        raise NotFound
    return items[position - 1]
