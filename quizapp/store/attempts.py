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
class Sheet:
    """An attempt with all that the reading page shows."""

    attempt: Attempt
    assignment: Assignment
    article: Article
    items: tuple[SheetItem, ...]
    next_sequence: int
    result_is_due: bool

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
        return self.result_is_due or (
            self.assignment.feedback is Feedback.AFTER_EACH_ANSWER and self.item(position).final
        )


@dataclass(frozen=True)
class Result:
    """What came of an attempt. Without ``may_see_result`` the points are 0 and the rest empty."""

    attempt: Attempt
    assignment: Assignment
    article: Article
    may_see_result: bool
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
    return Sheet(
        attempt=attempt,
        assignment=assignment,
        article=quizzes.article(quiz.id),
        items=_items(session, attempt, assignment),
        next_sequence=_next_sequence(session, attempt_id),
        result_is_due=rules.result_is_due(attempt, assignment),
    )


def result(session: Session, pupil_id: int, attempt_id: int) -> Result:
    """The result of the attempt, as far as the feedback rule shows it by now."""
    attempt, assignment, quiz = _own(session, pupil_id, attempt_id)
    due = rules.result_is_due(attempt, assignment)
    return Result(
        attempt=attempt,
        assignment=assignment,
        article=quizzes.article(quiz.id),
        may_see_result=due,
        points=attempt.points if due else 0.0,
        possible=attempt.possible,
        waiting=attempt.waiting if due else 0,
        skills=_skills(session, attempt_id) if due else (),
        items=_items(session, attempt, assignment) if due else (),
        claims=quizzes.claims(quiz.id) if due else Claims(),
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


def _items(session: Session, attempt: Attempt, assignment: Assignment) -> tuple[SheetItem, ...]:
    given = answers.latest(session, [attempt.id])
    due = rules.result_is_due(attempt, assignment)
    at_once = assignment.feedback is Feedback.AFTER_EACH_ANSWER
    return tuple(
        _item(
            item,
            given.get((attempt.id, item.position)),
            closed=rules.handed_in_at(attempt, assignment) is not None,
            shown=due or at_once,
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
