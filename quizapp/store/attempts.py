"""A pupil's attempt as the pupil sees it: the sheet to answer on, and the result."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.claims import Claims
from questions.question import Grade, Question
from quizapp import models
from quizapp.errors import NotFound
from quizapp.models import Answer, Assignment, Attempt, Feedback, Quiz
from quizapp.store import answers, quizzes, rules
from quizapp.store.answers import LatestAnswer


@dataclass(frozen=True)
class SheetItem:
    """One question of an attempt, with the answer saved for it, if any.

    ``grade`` is None where nothing is answered and while the feedback rule holds it back; its
    points are None where a teacher has yet to mark. A ``final`` answer cannot be changed any more.
    """

    position: int
    version_id: int
    question: Question[Any]
    answer: Any | None
    answer_id: int | None
    grade: Grade | None
    final: bool
    revision: int
    sequence: int

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
    """An attempt with all that the reading page shows."""

    attempt: Attempt
    assignment: Assignment
    article: Article
    items: tuple[SheetItem, ...]
    next_sequence: int
    keys: Keys

    @property
    def seed(self) -> int:
        """What the options are shuffled with."""
        return self.attempt.seed

    @property
    def handed_in_at(self) -> datetime | None:
        """When the attempt was handed in, or the due date that closed it; None while it is open."""
        return rules.handed_in_at(self.attempt, self.assignment)

    def item(self, position: int) -> SheetItem:
        """The question at *position*; NotFound if there is none."""
        if not 1 <= position <= len(self.items):
            raise NotFound
        return self.items[position - 1]

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
        """When the attempt was handed in, or the due date that closed it; None while it is open."""
        return rules.handed_in_at(self.attempt, self.assignment)


def sheet(session: Session, pupil_id: int, attempt_id: int) -> Sheet:
    """The attempt *attempt_id* of this pupil, with the questions, the answers and the article."""
    attempt, assignment, quiz = _own(session, pupil_id, attempt_id)
    keys = _keys(session, attempt, assignment)
    return Sheet(
        attempt=attempt,
        assignment=assignment,
        article=quizzes.article(quiz.id),
        items=_items(session, attempt, assignment, shown=keys.of_all or keys.of_answered),
        next_sequence=_next_sequence(session, attempt_id),
        keys=keys,
    )


def result(session: Session, pupil_id: int, attempt_id: int) -> Result:
    """The result of the attempt, as far as the feedback rule shows it by now."""
    attempt, assignment, quiz = _own(session, pupil_id, attempt_id)
    due = rules.result_is_due(attempt, assignment)
    may_see_key = _keys(session, attempt, assignment).of_all
    return Result(
        attempt=attempt,
        assignment=assignment,
        article=quizzes.article(quiz.id),
        may_see_result=due,
        may_see_key=may_see_key,
        points=attempt.points if due else 0.0,
        possible=attempt.possible,
        waiting=attempt.waiting if due else 0,
        skills=_skills(session, attempt_id) if due else (),
        items=_items(session, attempt, assignment, shown=True) if due else (),
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


def _keys(session: Session, attempt: Attempt, assignment: Assignment) -> Keys:
    at_once = assignment.feedback is Feedback.AFTER_EACH_ANSWER
    due = rules.result_is_due(attempt, assignment)
    if not (at_once or due) or _is_tested_elsewhere(session, attempt, assignment):
        return Keys(of_all=False, of_answered=False)
    own = session.scalars(
        select(Attempt).where(
            Attempt.assignment_id == assignment.id, Attempt.pupil_id == attempt.pupil_id
        )
    ).all()
    return Keys(of_all=rules.keys_are_due(attempt, assignment, own), of_answered=at_once)


def _is_tested_elsewhere(session: Session, attempt: Attempt, assignment: Assignment) -> bool:
    """Whether the pupil is working on the same quiz where keys are shown later."""
    rows = session.execute(
        select(Attempt, Assignment)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(
            Attempt.pupil_id == attempt.pupil_id,
            Attempt.handed_in_at.is_(None),
            Assignment.id != assignment.id,
            Assignment.quiz_id == assignment.quiz_id,
            Assignment.feedback != Feedback.AFTER_EACH_ANSWER,
        )
    )
    return any(rules.handed_in_at(row.Attempt, row.Assignment) is None for row in rows)


def _items(
    session: Session, attempt: Attempt, assignment: Assignment, *, shown: bool
) -> tuple[SheetItem, ...]:
    given = answers.latest(session, [attempt.id])
    at_once = assignment.feedback is Feedback.AFTER_EACH_ANSWER
    return tuple(
        _item(
            item,
            given.get((attempt.id, item.position)),
            closed=rules.handed_in_at(attempt, assignment) is not None,
            shown=shown,
            at_once=at_once,
        )
        for item in quizzes.items(assignment.quiz_id)
    )


def _item(
    item: quizzes.Item, given: LatestAnswer | None, *, closed: bool, shown: bool, at_once: bool
) -> SheetItem:
    return SheetItem(
        position=item.position,
        version_id=item.version_id,
        question=item.question,
        answer=given.answer if given else None,
        answer_id=given.id if given else None,
        grade=given.grade if given and shown else None,
        final=closed or (at_once and given is not None),
        revision=given.revision if given else 0,
        sequence=given.sequence if given else 0,
    )


def _next_sequence(session: Session, attempt_id: int) -> int:
    highest = session.scalar(
        select(func.max(Answer.sequence)).where(Answer.attempt_id == attempt_id)
    )
    return (highest or 0) + 1


def _skills(session: Session, attempt_id: int) -> tuple[SkillScore, ...]:
    rows = session.scalars(
        select(models.SkillScore)
        .where(models.SkillScore.attempt_id == attempt_id)
        .order_by(models.SkillScore.skill)
    )
    return tuple(SkillScore(row.skill, row.points, row.possible) for row in rows)
