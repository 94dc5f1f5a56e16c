"""A teacher's classes: who is in them, what they were given, and how they did."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.question import Grade, Question, Skill
from quizapp import clock
from quizapp.errors import NotFound
from quizapp.models import (
    Answer,
    Assignment,
    Attempt,
    Classroom,
    Feedback,
    Mark,
    Pupil,
    Quiz,
    Stage,
)
from quizapp.store import answers, quizzes, rules, rulings
from quizapp.store import scores as scoring
from quizapp.store.answers import LatestAnswer
from quizapp.store.quizzes import Item
from quizapp.store.scores import State
from quizapp.store.teaching import own_assignment, taught_by


@dataclass(frozen=True)
class ClassCard:
    """A class in a list. ``join_code`` is as it is shown: XXXX-XXXX."""

    id: int
    name: str
    join_code: str
    open_for_joining: bool
    archived: bool
    pupils: int
    assignments: int


@dataclass(frozen=True)
class Named:
    """Something with a name and an id."""

    id: int
    name: str


@dataclass(frozen=True)
class AssignmentCard:
    """A quiz given to a class, and how many pupils have started and handed in."""

    id: int
    title: str
    stage: Stage
    opens_at: datetime | None
    practice: bool
    feedback: Feedback
    attempts_allowed: int
    due_at: datetime | None
    created_at: datetime
    started: int
    handed_in: int


@dataclass(frozen=True)
class ClassView:
    """A class with its pupils, by name, and its assignments, newest first."""

    id: int
    name: str
    join_code: str
    open_for_joining: bool
    joining_until: datetime | None
    pupils: tuple[Named, ...]
    assignments: tuple[AssignmentCard, ...]


@dataclass(frozen=True)
class Column:
    """One question of a score table. ``mean`` is over the pupils who have handed in, if any.

    A question that does not ``count`` has none.
    """

    position: int
    question: Question[Any]
    mean: float | None
    counts: bool
    changed_at: datetime | None


class Cell(NamedTuple):
    """How one question of one pupil stands; ``answer_id`` is None where nothing was answered."""

    position: int
    state: State
    points: float | None
    answer_id: int | None
    answer: Any = None


@dataclass(frozen=True)
class Scored:
    """A pupil's row: of the attempt that counts, or without an attempt and points.

    ``handed_in_at`` is the due date where that has closed the attempt.
    """

    pupil_id: int
    name: str
    attempt_id: int | None
    attempts: int
    handed_in_at: datetime | None
    cells: tuple[Cell, ...]
    points: float | None
    possible: int
    waiting: int


@dataclass(frozen=True)
class ScoreTable:
    """Pupils × questions of one assignment. ``mean`` is that of the totals handed in, if any."""

    assignment: Assignment
    title: str
    class_id: int
    class_name: str
    columns: tuple[Column, ...]
    rows: tuple[Scored, ...]
    mean: float | None

    @property
    def possible(self) -> int:
        """The points that there are: one for each question that counts."""
        return sum(column.counts for column in self.columns)

    @property
    def skills(self) -> list[tuple[Skill, float]]:
        """The mean of each skill's questions, from 0 to 1, the weakest first."""
        means: dict[Skill, list[float]] = defaultdict(list)
        for column in self.columns:
            if column.mean is not None:
                means[column.question.skill].append(column.mean)
        shares = [(skill, sum(of_skill) / len(of_skill)) for skill, of_skill in means.items()]
        return sorted(shares, key=lambda pair: pair[1])


@dataclass(frozen=True)
class GivenMark:
    """A teacher's mark for an open answer, 0 to 2."""

    score: int
    points: float
    marked_at: datetime


@dataclass(frozen=True)
class AnswerView:
    """One pupil's answer to one question, with the article; ``answer`` is None where there is none.

    ``marks`` are in the order in which they were given: the last one counts.
    """

    assignment_id: int
    title: str
    class_id: int
    class_name: str
    pupil_id: int
    pupil_name: str
    position: int
    question: Question[Any]
    answer_id: int | None
    answer: Any | None
    revision: int
    answered_at: datetime | None
    grade: Grade | None
    state: State
    marks: tuple[GivenMark, ...]
    article: Article
    counts: bool
    changed_at: datetime | None


def shown_code(join_code: str) -> str:
    """A join code as people read it: two groups of four."""
    return f"{join_code[:4]}-{join_code[4:]}"


def typed_code(text: str) -> str:
    """The join code that somebody typed, in any case, with or without the dash."""
    return "".join(c for c in text.upper() if c.isalnum())


def home(session: Session, teacher_id: int) -> tuple[ClassCard, ...]:
    """The classes of a teacher, by name."""
    rows = session.execute(
        select(
            Classroom,
            _count(Pupil)
            .where(Pupil.classroom_id == Classroom.id, Pupil.archived_at.is_(None))
            .scalar_subquery()
            .label("pupils"),
            _count(Assignment)
            .where(Assignment.classroom_id == Classroom.id)
            .scalar_subquery()
            .label("assignments"),
        )
        .where(taught_by(teacher_id))
        .order_by(Classroom.name, Classroom.id)
    )
    return tuple(
        ClassCard(
            id=row.Classroom.id,
            name=row.Classroom.name,
            join_code=shown_code(row.Classroom.join_code),
            open_for_joining=is_open(row.Classroom),
            archived=row.Classroom.archived_at is not None,
            pupils=row.pupils,
            assignments=row.assignments,
        )
        for row in rows
    )


def is_open(classroom: Classroom) -> bool:
    """Whether the class takes new pupils now."""
    return classroom.joining_until is not None and classroom.joining_until > clock.now()


def of_teacher(session: Session, teacher_id: int, class_id: int) -> ClassView:
    """The class *class_id* of this teacher."""
    classroom = session.scalar(
        select(Classroom).where(Classroom.id == class_id, taught_by(teacher_id))
    )
    if classroom is None:
        raise NotFound
    return ClassView(
        id=classroom.id,
        name=classroom.name,
        join_code=shown_code(classroom.join_code),
        open_for_joining=is_open(classroom),
        joining_until=classroom.joining_until,
        pupils=named_pupils(session, class_id),
        assignments=_assignments(session, class_id),
    )


def scores(session: Session, teacher_id: int, assignment_id: int) -> ScoreTable:
    """The points of everybody in the class for one assignment."""
    assignment, quiz, classroom = own_assignment(session, teacher_id, assignment_id)
    asked = rulings.items(session, assignment)
    attempts = _attempts(session, assignment_id)
    book = rules.rulebook(session, [assignment])
    pupils = named_pupils(session, classroom.id)
    terms = {pupil.id: book.terms(assignment, pupil.id) for pupil in pupils}
    counting = {
        pupil_id: scoring.counted(attempts.get(pupil_id, ()), of_pupil)
        for pupil_id, of_pupil in terms.items()
    }
    given = answers.latest(session, [a.id for a in counting.values() if a is not None])

    def row(pupil: Named) -> Scored:
        attempt = counting[pupil.id]
        return _scored(
            pupil,
            attempt,
            terms[pupil.id].handed_in_at(attempt) if attempt else None,
            len(attempts.get(pupil.id, ())),
            [(i, given.get((attempt.id, i.position)) if attempt else None) for i in asked],
        )

    rows = tuple(map(row, pupils))
    return ScoreTable(
        assignment=assignment,
        title=quiz.title,
        class_id=classroom.id,
        class_name=classroom.name,
        columns=tuple(
            Column(
                item.position,
                item.question,
                mean_of_question(rows, n) if item.counts else None,
                item.counts,
                item.changed_at,
            )
            for n, item in enumerate(asked)
        ),
        rows=rows,
        mean=mean_of_totals(rows),
    )


def answer(
    session: Session, teacher_id: int, assignment_id: int, pupil_id: int, position: int
) -> AnswerView:
    """What this pupil answered to one question, in the attempt that counts."""
    assignment, quiz, classroom = own_assignment(session, teacher_id, assignment_id)
    pupil = session.scalar(
        select(Pupil).where(Pupil.id == pupil_id, Pupil.classroom_id == classroom.id)
    )
    asked = rulings.items(session, assignment)
    item = next((i for i in asked if i.position == position), None)
    if pupil is None or item is None:
        raise NotFound
    terms = rules.terms(session, assignment, pupil_id)
    attempt = scoring.counted(_attempts(session, assignment_id).get(pupil_id, ()), terms)
    given = answers.latest(session, [attempt.id]).get((attempt.id, position)) if attempt else None
    return AnswerView(
        assignment_id=assignment_id,
        title=quiz.title,
        class_id=classroom.id,
        class_name=classroom.name,
        pupil_id=pupil_id,
        pupil_name=pupil.name,
        position=position,
        question=item.question,
        answer_id=given.id if given else None,
        answer=given.answer if given else None,
        revision=given.revision if given else 0,
        answered_at=given.answered_at if given else None,
        grade=given.grade if given else None,
        state=scoring.state(attempt, terms.handed_in_at(attempt) if attempt else None, item, given),
        marks=_marks(session, given.id) if given else (),
        article=quizzes.article(quiz.id),
        counts=item.counts,
        changed_at=item.changed_at,
    )


def _count(table: type) -> Any:
    return select(func.count()).select_from(table)


def named_pupils(session: Session, class_id: int) -> tuple[Named, ...]:
    """The pupils of the class who are not archived, by name."""
    rows = session.execute(
        select(Pupil.id, Pupil.name)
        .where(Pupil.classroom_id == class_id, Pupil.archived_at.is_(None))
        .order_by(Pupil.name_key, Pupil.id)
    )
    return tuple(Named(row.id, row.name) for row in rows)


def _assignments(session: Session, class_id: int) -> tuple[AssignmentCard, ...]:
    rows = session.execute(
        select(Assignment, Quiz.title)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(Assignment.classroom_id == class_id)
        .order_by(Assignment.id.desc())
    ).all()
    given = {row.Assignment.id: row.Assignment for row in rows}
    started, handed_in = defaultdict(set), defaultdict(set)
    book = rules.rulebook(session, given.values())
    for attempt in session.scalars(select(Attempt).where(Attempt.assignment_id.in_(given))):
        number, pupil_id = attempt.assignment_id, attempt.pupil_id
        started[number].add(pupil_id)
        if book.terms(given[number], pupil_id).handed_in_at(attempt) is not None:
            handed_in[number].add(pupil_id)
    return tuple(
        AssignmentCard(
            id=row.Assignment.id,
            title=row.title,
            stage=row.Assignment.stage,
            opens_at=row.Assignment.opens_at,
            practice=row.Assignment.practice,
            feedback=row.Assignment.feedback,
            attempts_allowed=row.Assignment.attempts_allowed,
            due_at=row.Assignment.due_at,
            created_at=row.Assignment.created_at,
            started=len(started[row.Assignment.id]),
            handed_in=len(handed_in[row.Assignment.id]),
        )
        for row in rows
    )


def _attempts(session: Session, assignment_id: int) -> dict[int, list[Attempt]]:
    by_pupil: dict[int, list[Attempt]] = defaultdict(list)
    for attempt in session.scalars(select(Attempt).where(Attempt.assignment_id == assignment_id)):
        by_pupil[attempt.pupil_id].append(attempt)
    return by_pupil


def _scored(
    pupil: Named,
    attempt: Attempt | None,
    handed_in_at: datetime | None,
    tries: int,
    answered: Sequence[tuple[Item, LatestAnswer | None]],
) -> Scored:
    cells = tuple(
        Cell(
            item.position,
            scoring.state(attempt, handed_in_at, item, found),
            found.points if found else None,
            found.id if found else None,
            found.answer if found else None,
        )
        for item, found in answered
    )
    return Scored(
        pupil_id=pupil.id,
        name=pupil.name,
        attempt_id=attempt.id if attempt else None,
        attempts=tries,
        handed_in_at=handed_in_at,
        cells=cells,
        points=attempt.points if attempt else None,
        possible=sum(item.counts for item, _found in answered),
        waiting=attempt.waiting if attempt else 0,
    )


def mean_of_question(rows: Sequence[Scored], n: int) -> float | None:
    """The mean of the points in column *n* of *rows*, over those that are handed in and marked."""
    cells = [row.cells[n] for row in rows if row.handed_in_at]
    return _mean([cell.points or 0.0 for cell in cells if cell.state is not State.WAITING])


def mean_of_totals(rows: Sequence[Scored]) -> float | None:
    """The mean of the totals of *rows*, over those that are handed in."""
    return _mean([row.points for row in rows if row.points is not None and row.handed_in_at])


def _mean(points: Sequence[float]) -> float | None:
    return math.fsum(points) / len(points) if points else None


def _marks(session: Session, answer_id: int) -> tuple[GivenMark, ...]:
    rows = session.execute(
        select(Mark.score, Mark.points, Mark.marked_at)
        .join(Answer, Answer.id == Mark.answer_id)
        .where(Mark.answer_id == answer_id)
        .order_by(Mark.id)
    )
    return tuple(GivenMark(row.score, row.points, row.marked_at) for row in rows)
