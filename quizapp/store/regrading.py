"""A question that has been answered, and what was and what can be done to put it right.

A preview tells what a change would do to every score, by the same arithmetic as the change itself.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.question import Question
from quizapp import clock
from quizapp.errors import NotFound
from quizapp.models import (
    Amendment,
    Assignment,
    Attempt,
    Classroom,
    Pupil,
    Regrade,
    RegradeChange,
    Teacher,
)
from quizapp.store import answers, quizzes, rules, rulings
from quizapp.store import scores as scoring
from quizapp.store.answers import LatestAnswer
from quizapp.store.quizzes import Item
from quizapp.store.rules import Rulebook
from quizapp.store.rulings import Ruling, Rulings
from quizapp.store.teaching import own_assignment, taught_by
from quizapp.store.totals import Totals, totals


@dataclass(frozen=True)
class Given:
    """An answer that pupils gave, and how many of them did, in the attempts that are in."""

    answer: Any
    told: str
    pupils: int
    is_right: bool


@dataclass(frozen=True)
class Done:
    """A regrade with who did it; ``changed`` counts the answers that got other points."""

    id: int
    amendment: Amendment
    question: Question[Any] | None
    reason: str
    teacher: str
    applied_at: datetime
    changed: int
    is_undone: bool
    can_be_undone: bool


@dataclass(frozen=True)
class QuestionView:
    """A question of an assignment as it counts by now; ``others`` counts the other assignments."""

    assignment: Assignment
    title: str
    class_id: int
    class_name: str
    item: Item
    published: Question[Any]
    article: Article
    given: tuple[Given, ...]
    history: tuple[Done, ...]
    others: int

    @property
    def newest(self) -> int:
        """The newest regrade of the question; 0 if there is none."""
        return self.history[0].id if self.history else 0


@dataclass(frozen=True)
class ChangedScore:
    """The score of a pupil, in the attempt that counts, before and after."""

    pupil_id: int
    name: str
    class_name: str
    before: Totals
    after: Totals


@dataclass(frozen=True)
class Preview:
    """What a change would do in some assignments.

    The means are over those who handed in, ``n`` pupils. ``same`` counts the pupils who began and
    whose score stays as it is.
    """

    changed: tuple[ChangedScore, ...]
    same: int
    mean_before: float | None
    mean_after: float | None
    n: int
    assignments: int


def question(session: Session, teacher_id: int, assignment_id: int, position: int) -> QuestionView:
    """The question at *position*, if the assignment is one of the teacher's classes'."""
    assignment, quiz, classroom = own_assignment(session, teacher_id, assignment_id)
    published = quizzes.items(quiz.id)
    if not 1 <= position <= len(published):
        raise NotFound
    item = rulings.items(session, assignment)[position - 1]
    others = (
        select(func.count())
        .select_from(Assignment)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
    )
    return QuestionView(
        assignment=assignment,
        title=quiz.title,
        class_id=classroom.id,
        class_name=classroom.name,
        item=item,
        published=published[position - 1].question,
        article=quizzes.article(quiz.id),
        given=_given(session, assignment, item),
        history=_history(session, assignment_id, position),
        others=session.scalar(
            others.where(
                Assignment.quiz_id == quiz.id,
                Assignment.id != assignment_id,
                taught_by(teacher_id),
            )
        )
        or 0,
    )


def preview(
    session: Session, assignment_ids: Sequence[int], position: int, question: Question[Any] | None
) -> Preview:
    """What it would do to every score if *question* were asked there, or if it were void (None)."""
    rows = session.execute(
        select(Assignment, Classroom.name)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Assignment.id.in_(assignment_ids))
        .order_by(Classroom.name, Assignment.id)
    ).all()
    hold = rulings.of_assignments(session, assignment_ids)
    compared: list[_Compared] = []
    book = rules.rulebook(session, [row.Assignment for row in rows])
    for row in rows:
        supposed = _supposed(row.Assignment, hold, position, question)
        compared += _compare(session, row.Assignment, row.name, book, supposed)
    done = [one for one in compared if one.handed_in]
    changed = [one.score for one in compared if one.score.before != one.score.after]
    return Preview(
        changed=tuple(changed),
        same=len(compared) - len(changed),
        mean_before=_mean([one.score.before.points for one in done]),
        mean_after=_mean([one.score.after.points for one in done]),
        n=len(done),
        assignments=len(rows),
    )


@dataclass(frozen=True)
class _Compared:
    score: ChangedScore
    handed_in: bool


def _supposed(
    assignment: Assignment, hold: Rulings, position: int, question: Question[Any] | None
) -> Rulings:
    place = (assignment.id, position)
    known = hold.get(place)
    if question is not None:
        ruling = Ruling(question, known is None or known.counts, clock.now())
    else:
        so_far = (
            known.question if known else quizzes.items(assignment.quiz_id)[position - 1].question
        )
        ruling = Ruling(so_far, counts=False, changed_at=clock.now())
    return {**hold, place: ruling}


def _compare(
    session: Session, assignment: Assignment, class_name: str, book: Rulebook, supposed: Rulings
) -> list[_Compared]:
    """The pupils who began, each with the score of the attempt that counts, before and after."""
    rows = session.execute(
        select(Attempt, Pupil.name)
        .join(Pupil, Pupil.id == Attempt.pupil_id)
        .where(Attempt.assignment_id == assignment.id, Pupil.archived_at.is_(None))
        .order_by(Pupil.name_key, Pupil.id, Attempt.number)
    ).all()
    own: dict[int, list[Attempt]] = defaultdict(list)
    for row in rows:
        own[row.Attempt.pupil_id].append(row.Attempt)
    names = {row.Attempt.pupil_id: row.name for row in rows}
    ids = [row.Attempt.id for row in rows]
    published = quizzes.items(assignment.quiz_id)
    before = _totals(rulings.items(session, assignment), answers.latest(session, ids), ids)
    after = _totals(
        rulings.ruled(published, assignment.id, supposed),
        answers.latest(session, ids, supposed),
        ids,
    )
    found = []
    for pupil_id, attempts in own.items():
        terms = book.terms(assignment, pupil_id)
        was = scoring.counted(attempts, terms, lambda a: _at_best(before[a.id]))
        is_now = scoring.counted(attempts, terms, lambda a: _at_best(after[a.id]))
        if was is None or is_now is None:
            continue
        score = ChangedScore(
            pupil_id, names[pupil_id], class_name, before[was.id], after[is_now.id]
        )
        found.append(_Compared(score, terms.handed_in_at(was) is not None))
    return found


def _totals(
    items: Sequence[Item], given: Mapping[tuple[int, int], LatestAnswer], ids: Iterable[int]
) -> dict[int, Totals]:
    of_attempt: dict[int, list[LatestAnswer]] = defaultdict(list)
    for answer in given.values():
        of_attempt[answer.attempt_id].append(answer)
    return {number: totals(items, of_attempt[number]) for number in ids}


def _at_best(worth: Totals) -> float:
    return worth.points + worth.waiting


def _mean(points: Sequence[float]) -> float | None:
    return math.fsum(points) / len(points) if points else None


def _given(session: Session, assignment: Assignment, item: Item) -> tuple[Given, ...]:
    """The answers to the question in all attempts, most frequent first; none to open ones."""
    if item.question.marked_by_teacher:
        return ()
    rows = session.execute(
        select(Attempt.id, Attempt.pupil_id)
        .where(Attempt.assignment_id == assignment.id)
        .order_by(Attempt.number)
    ).all()
    latest = answers.latest(session, [row.id for row in rows])
    # Of each pupil the answer in the newest attempt that has one.
    by_pupil = {
        row.pupil_id: latest[row.id, item.position].answer
        for row in rows
        if (row.id, item.position) in latest
    }
    told = {item.question.describe(answer): answer for answer in by_pupil.values()}
    counts = Counter(item.question.describe(answer) for answer in by_pupil.values())
    return tuple(
        Given(told[words], words, number, item.question.grade(told[words]).points == 1)
        for words, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _history(session: Session, assignment_id: int, position: int) -> tuple[Done, ...]:
    """What was done to the question, newest first."""
    changed = (
        select(func.count())
        .select_from(RegradeChange)
        .where(RegradeChange.regrade_id == Regrade.id)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Regrade, Teacher.name, changed.label("changed"))
        .join(Teacher, Teacher.id == Regrade.teacher_id)
        .where(Regrade.assignment_id == assignment_id, Regrade.position == position)
        .order_by(Regrade.id.desc())
    ).all()
    live = rulings.in_force([row.Regrade for row in reversed(rows)])
    last_key = max((regrade.id for regrade in live if regrade.body is not None), default=0)
    return tuple(
        Done(
            id=row.Regrade.id,
            amendment=row.Regrade.amendment,
            question=rulings.question_of(row.Regrade),
            reason=row.Regrade.reason,
            teacher=row.name,
            applied_at=row.Regrade.applied_at,
            changed=row.changed,
            is_undone=row.Regrade not in live and row.Regrade.amendment is not Amendment.UNDO,
            can_be_undone=row.Regrade in live
            and (row.Regrade.body is None or row.Regrade.id == last_key),
        )
        for row in rows
    )
