"""A pupil's attempt as the pupil sees it: the sheet to answer on, and the result."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.claims import Claims
from questions.question import Grade, Question
from quizapp import clock, models
from quizapp.errors import NotFound
from quizapp.models import Answer, Assignment, Attempt, Objection, Quiz
from quizapp.store import answers, objections, open_answers, quizzes, rules, rulings
from quizapp.store.answers import LatestAnswer
from quizapp.store.rules import Terms


@dataclass(frozen=True)
class SheetItem:
    """One question of an attempt, with the answer saved for it, if any.

    ``grade`` is None where nothing is answered and while the feedback rule holds it back; its
    points are None where a teacher has yet to mark. A ``final`` answer cannot be changed any more.
    One that is ``locked`` is not to be shown yet: questions before it come first. Where it does
    not ``count``, or its key has been changed at ``changed_at``, a teacher has regraded it.
    """

    position: int
    version_id: int
    question: Question[Any]
    answer: Any | None
    answer_id: int | None
    grade: Grade | None
    final: bool
    locked: bool
    revision: int
    sequence: int
    counts: bool
    changed_at: datetime | None
    comment: str = ""
    """What the teacher says about the answer, where that may be seen by now."""

    @property
    def points(self) -> float | None:
        """The points of the answer, where there are any to be seen by now."""
        return self.grade.points if self.grade else None


@dataclass(frozen=True)
class SkillScore:
    """The points of one skill."""

    skill: str
    points: float
    possible: int


@dataclass(frozen=True)
class Keys:
    """Which keys the pupil may see by now: those of all questions, or of the answered ones."""

    of_all: bool
    of_answered: bool


@dataclass(frozen=True)
class Sheet:
    """An attempt with all that the reading page shows, its questions in the pupil's own order."""

    attempt: Attempt
    assignment: Assignment
    terms: Terms
    article: Article
    items: tuple[SheetItem, ...]
    next_sequence: int
    keys: Keys
    objections: Mapping[int, Objection]
    """What the pupil said is wrong with a question, by its position."""

    @property
    def seed(self) -> int:
        """What the options are shuffled with."""
        return self.attempt.seed

    @property
    def handed_in_at(self) -> datetime | None:
        """When the attempt was handed in, or what closed it did so; None while it is open."""
        return self.terms.handed_in_at(self.attempt)

    @property
    def closes_at(self) -> datetime | None:
        """Until when the attempt can be worked on, as far as that is known."""
        return self.terms.closes_at(self.attempt)

    @property
    def seconds_left(self) -> int | None:
        """How long it can still be worked on; None if there is no end, or it is over."""
        if self.closes_at is None or self.handed_in_at is not None:
            return None
        return max(0, int((self.closes_at - clock.now()).total_seconds()))

    def item(self, position: int) -> SheetItem:
        """The question at *position*; NotFound if there is none."""
        found = next((item for item in self.items if item.position == position), None)
        if found is None:
            raise NotFound
        return found

    def may_see_key(self, position: int) -> bool:
        """Whether key, explanation and points of the question may be shown by now."""
        return self.keys.of_all or (self.keys.of_answered and self.item(position).final)


@dataclass(frozen=True)
class Result:
    """What came of an attempt. Without ``may_see_result`` the points are 0 and the rest empty.

    Without ``may_see_key`` there are no claims, and which items were missed is not to be told.
    """

    attempt: Attempt
    assignment: Assignment
    terms: Terms
    article: Article
    may_see_result: bool
    may_see_key: bool
    points: float
    possible: int
    waiting: int
    skills: tuple[SkillScore, ...]
    items: tuple[SheetItem, ...]
    claims: Claims

    @property
    def handed_in_at(self) -> datetime | None:
        """When the attempt was handed in, or what closed it did so; None while it is open."""
        return self.terms.handed_in_at(self.attempt)


def sheet(session: Session, pupil_id: int, attempt_id: int) -> Sheet:
    """The attempt *attempt_id* of this pupil, with the questions, the answers and the article."""
    attempt, assignment, quiz = _own(session, pupil_id, attempt_id)
    terms = rules.terms(session, assignment, pupil_id)
    keys = _keys(session, attempt, terms)
    return Sheet(
        attempt=attempt,
        assignment=assignment,
        terms=terms,
        article=quizzes.article(quiz.id),
        items=_items(session, attempt, assignment, terms, shown=keys.of_all or keys.of_answered),
        next_sequence=_next_sequence(session, attempt_id),
        keys=keys,
        objections=objections.of_pupil(session, pupil_id, assignment.id),
    )


def result(session: Session, pupil_id: int, attempt_id: int) -> Result:
    """The result of the attempt, as far as the feedback rule shows it by now."""
    attempt, assignment, quiz = _own(session, pupil_id, attempt_id)
    terms = rules.terms(session, assignment, pupil_id)
    due = terms.result_is_due(attempt)
    may_see_key = _keys(session, attempt, terms).of_all
    return Result(
        attempt=attempt,
        assignment=assignment,
        terms=terms,
        article=quizzes.article(quiz.id),
        may_see_result=due,
        may_see_key=may_see_key,
        points=attempt.points if due else 0.0,
        possible=attempt.possible,
        waiting=attempt.waiting if due else 0,
        skills=_skills(session, attempt_id) if due else (),
        items=_items(session, attempt, assignment, terms, shown=True) if due else (),
        claims=quizzes.claims(quiz.id) if may_see_key else Claims(),
    )


def _own(session: Session, pupil_id: int, attempt_id: int) -> Row[Attempt, Assignment, Quiz]:
    row = session.execute(
        select(Attempt, Assignment, Quiz)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Attempt.id == attempt_id, Attempt.pupil_id == pupil_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row


def _keys(session: Session, attempt: Attempt, terms: Terms) -> Keys:
    due = terms.result_is_due(attempt)
    if not (terms.at_once or due) or _is_tested_elsewhere(session, attempt):
        return Keys(of_all=False, of_answered=False)
    own = session.scalars(
        select(Attempt).where(
            Attempt.assignment_id == attempt.assignment_id, Attempt.pupil_id == attempt.pupil_id
        )
    ).all()
    return Keys(of_all=terms.keys_are_due(attempt, own), of_answered=terms.at_once)


def _is_tested_elsewhere(session: Session, attempt: Attempt) -> bool:
    """Whether the pupil is working on the same quiz where keys are shown later."""
    same_quiz = select(Assignment.quiz_id).where(Assignment.id == attempt.assignment_id)
    rows = session.execute(
        select(Attempt, Assignment)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(
            Attempt.pupil_id == attempt.pupil_id,
            Attempt.handed_in_at.is_(None),
            Assignment.id != attempt.assignment_id,
            Assignment.quiz_id.in_(same_quiz),
        )
    ).all()
    if not rows:
        return False
    book = rules.rulebook(session, [row.Assignment for row in rows])
    elsewhere = [(row.Attempt, book.terms(row.Assignment, attempt.pupil_id)) for row in rows]
    return any(
        not terms.at_once and terms.handed_in_at(other) is None for other, terms in elsewhere
    )


def _items(
    session: Session, attempt: Attempt, assignment: Assignment, terms: Terms, *, shown: bool
) -> tuple[SheetItem, ...]:
    given = {answer.position: answer for answer in answers.latest(session, [attempt.id]).values()}
    told = terms.at_once or terms.result_is_due(attempt)
    said = open_answers.comments(session, [answer.id for answer in given.values()]) if told else {}
    asked = rulings.items(session, assignment)
    closed = terms.handed_in_at(attempt) is not None
    locked = rules.locked(asked, given) if terms.in_order and not closed else frozenset[int]()
    items = (
        _item(
            item,
            given.get(item.position),
            final=closed or (terms.at_once and item.position in given),
            locked=item.position in locked,
            shown=shown,
        )
        for item in arranged(asked, terms, attempt.seed)
    )
    return tuple(replace(item, comment=said.get(item.answer_id or 0, "")) for item in items)


def arranged(items: Sequence[quizzes.Item], terms: Terms, seed: int) -> tuple[quizzes.Item, ...]:
    """*items* in the order in which the attempt with this *seed* goes through them.

    Where they are shuffled, the questions about a section change places among themselves.
    """
    order = sorted(items, key=lambda i: i.question.section) if terms.in_order else list(items)
    if not terms.shuffled:
        return tuple(order)
    rng = Random(f"{seed}:order")  # noqa: S311  an order of questions, not a secret
    of_section: dict[int, list[quizzes.Item]] = defaultdict(list)
    for item in order:
        of_section[item.question.section].append(item)
    for section in sorted(of_section):
        rng.shuffle(of_section[section])
    return tuple(of_section[item.question.section].pop() for item in order)


def _item(
    item: quizzes.Item, given: LatestAnswer | None, *, final: bool, locked: bool, shown: bool
) -> SheetItem:
    return SheetItem(
        position=item.position,
        version_id=item.version_id,
        question=item.question,
        answer=given.answer if given else None,
        answer_id=given.id if given else None,
        grade=given.grade if given and shown else None,
        final=final,
        locked=locked,
        revision=given.revision if given else 0,
        sequence=given.sequence if given else 0,
        counts=item.counts,
        changed_at=item.changed_at,
    )


def _next_sequence(session: Session, attempt_id: int) -> int:
    highest = session.scalar(
        select(func.max(Answer.sequence)).where(Answer.attempt_id == attempt_id)
    )
    return (highest or 0) + 1


def _skills(session: Session, attempt_id: int) -> tuple[SkillScore, ...]:
    rows = session.scalars(
        select(models.SkillScore)
        .where(models.SkillScore.attempt_id == attempt_id, models.SkillScore.possible > 0)
        .order_by(models.SkillScore.skill)
    )
    return tuple(SkillScore(row.skill, row.points, row.possible) for row in rows)
