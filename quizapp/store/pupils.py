"""What a pupil sees after signing in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import models
from quizapp.errors import NotFound
from quizapp.models import Assignment, Attempt, Classroom, Pupil, Quiz, Stage
from quizapp.store import rules
from quizapp.store.rules import Terms


@dataclass(frozen=True)
class AttemptCard:
    """One attempt; what the rules have closed counts as handed in.

    ``points`` and ``waiting`` are None while the feedback rule holds them back.
    """

    id: int
    number: int
    closes_at: datetime | None
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
    terms: Terms
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
        .where(Assignment.classroom_id == pupil.classroom_id, Assignment.stage != Stage.DRAFT)
        .order_by(Assignment.id.desc())
    ).all()
    book = rules.rulebook(session, [row.Assignment for row in rows])
    return PupilHome(
        pupil_id=pupil.id,
        name=pupil.name,
        class_name=class_name,
        quizzes=tuple(
            _given(
                row.Assignment.id,
                row.title,
                row.headline,
                book.terms(row.Assignment, pupil_id),
                own[row.Assignment.id],
            )
            for row in rows
        ),
    )


def pupil(session: Session, pupil_id: int) -> Pupil:
    """The pupil of this id."""
    return _pupil(session, pupil_id)[0]


def _pupil(session: Session, pupil_id: int) -> tuple[Pupil, str]:
    row = session.execute(
        select(Pupil, Classroom.name)
        .join(Classroom, Classroom.id == Pupil.classroom_id)
        .where(Pupil.id == pupil_id, Pupil.archived_at.is_(None))
    ).one_or_none()
    if row is None:
        raise NotFound
    return row.Pupil, row.name


def _given(
    assignment_id: int, title: str, headline: str, terms: Terms, own: Sequence[Attempt]
) -> GivenQuiz:
    return GivenQuiz(
        assignment_id=assignment_id,
        title=title,
        headline=headline,
        terms=terms,
        attempts=tuple(_card(attempt, terms) for attempt in own),
        may_start=terms.may_start(own),
    )


def _card(attempt: Attempt, terms: Terms) -> AttemptCard:
    due = terms.result_is_due(attempt)
    return AttemptCard(
        id=attempt.id,
        number=attempt.number,
        closes_at=terms.closes_at(attempt),
        handed_in_at=terms.handed_in_at(attempt),
        points=attempt.points if due else None,
        possible=attempt.possible,
        waiting=attempt.waiting if due else None,
    )
