"""What a pupil sees after signing in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import models
from quizapp.errors import NotFound
from quizapp.models import Assignment, Attempt, Classroom, Feedback, Pupil, Quiz
from quizapp.store import rules


@dataclass(frozen=True)
class AttemptCard:
    """One attempt; what the due date has closed counts as handed in.

    ``points`` and ``waiting`` are None while the feedback rule holds them back.
    """

    id: int
    number: int
    handed_in_at: datetime | None
    points: float | None
    possible: int
    waiting: int | None


@dataclass(frozen=True)
class GivenQuiz:
    """A quiz that the pupil's class was given, with the pupil's attempts in order."""

    assignment_id: int
    title: str
    headline: str
    feedback: Feedback
    due_at: datetime | None
    attempts_allowed: int
    attempts: tuple[AttemptCard, ...]
    may_start: bool

    @property
    def open_attempt(self) -> AttemptCard | None:
        """The attempt that is not handed in yet, if there is one."""
        return next((a for a in self.attempts if a.handed_in_at is None), None)


@dataclass(frozen=True)
class PupilHome:
    """A pupil, the class, and what the class was given, newest first."""

    pupil_id: int
    name: str
    class_name: str
    quizzes: tuple[GivenQuiz, ...]


def home(session: Session, pupil_id: int) -> PupilHome:
    """What the pupil has to do and has done."""
    pupil, class_name = _pupil(session, pupil_id)
    own = defaultdict(list)
    mine = select(Attempt).where(Attempt.pupil_id == pupil_id).order_by(Attempt.number)
    for attempt in session.scalars(mine):
        own[attempt.assignment_id].append(attempt)
    rows = session.execute(
        select(Assignment, Quiz.title, models.Article.headline)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .join(models.Article, models.Article.id == Quiz.article_id)
        .where(Assignment.classroom_id == pupil.classroom_id)
        .order_by(Assignment.id.desc())
    )
    return PupilHome(
        pupil_id=pupil.id,
        name=pupil.name,
        class_name=class_name,
        quizzes=tuple(
            _given(row.Assignment, row.title, row.headline, own[row.Assignment.id]) for row in rows
        ),
    )


def pupil(session: Session, pupil_id: int) -> Pupil:
    """The pupil of this id."""
    return _pupil(session, pupil_id)[0]


def _pupil(session: Session, pupil_id: int) -> tuple[Pupil, str]:
    row = session.execute(
        select(Pupil, Classroom.name)
        .join(Classroom, Classroom.id == Pupil.classroom_id)
        .where(Pupil.id == pupil_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row.Pupil, row.name


def _given(assignment: Assignment, title: str, headline: str, own: Sequence[Attempt]) -> GivenQuiz:
    return GivenQuiz(
        assignment_id=assignment.id,
        title=title,
        headline=headline,
        feedback=assignment.feedback,
        due_at=assignment.due_at,
        attempts_allowed=assignment.attempts_allowed,
        attempts=tuple(_card(attempt, assignment) for attempt in own),
        may_start=(
            all(attempt.handed_in_at for attempt in own)
            and len(own) < assignment.attempts_allowed
            and not rules.is_closed(assignment)
        ),
    )


def _card(attempt: Attempt, assignment: Assignment) -> AttemptCard:
    due = rules.result_is_due(attempt, assignment)
    return AttemptCard(
        id=attempt.id,
        number=attempt.number,
        handed_in_at=rules.handed_in_at(attempt, assignment),
        points=attempt.points if due else None,
        possible=attempt.possible,
        waiting=attempt.waiting if due else None,
    )
