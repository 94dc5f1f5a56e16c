"""A class at work: who is where right now, and what came of it so far, without names."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.article import Article, Span
from questions.question import Question
from questions.types.select_text import SelectText
from questions.types.two_part import TwoPart
from quizapp import clock
from quizapp.models import Answer, Assignment, Attempt, Pupil
from quizapp.store import answers, classes, quizzes, rules
from quizapp.store.classes import Named
from quizapp.store.rules import Terms
from quizapp.store.scores import State
from quizapp.store.teaching import own_assignment

STUCK_AFTER = timedelta(minutes=5)
"""Reading a section takes a pupil two or three minutes, and answering a question about one."""

FEWEST = 3
"""Pupils who have to have handed in before a share is shown: of fewer, everybody knows who."""


class Standing(StrEnum):
    """What a pupil is doing."""

    NOT_STARTED = "not started"
    WORKING = "working"
    STUCK = "stuck"
    HANDED_IN = "handed in"


@dataclass(frozen=True)
class LastAnswer:
    """What an attempt shows of its progress: questions answered, and the newest answer."""

    answered: int = 0
    position: int | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Watched:
    """Where a pupil is, in the newest attempt; ``number`` is 0 where there is none.

    ``last`` is the position of the newest answer and ``last_at`` the moment of it, or of the
    start; ``closes_at`` is when the time is up.
    """

    pupil_id: int
    name: str
    standing: Standing
    number: int = 0
    answered: int = 0
    last: int | None = None
    section: int | None = None
    last_at: datetime | None = None
    closes_at: datetime | None = None
    handed_in_at: datetime | None = None


@dataclass(frozen=True)
class Watch:
    """Everybody in the class, by name, and how many questions there are."""

    assignment: Assignment
    title: str
    class_id: int
    class_name: str
    article: Article
    questions: int
    pupils: tuple[Watched, ...]

    @property
    def counts(self) -> dict[Standing, int]:
        """How many pupils there are of each standing."""
        found = Counter(pupil.standing for pupil in self.pupils)
        return {standing: found[standing] for standing in Standing}

    @property
    def mark(self) -> str:
        """A short text that is another one as soon as anything on the page would be."""
        seen = (self.assignment.stage, self.pupils)
        return sha256(repr(seen).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Share:
    """The share of the points that a question earned, over the ``pupils`` who handed in."""

    position: int
    question: Question[Any]
    share: float | None
    pupils: int


@dataclass(frozen=True)
class Heat:
    """A place in the article, and how many of the answers that could have picked it did."""

    span: Span
    picked: int
    answers: int

    @property
    def share(self) -> float:
        """The part of the answers that picked it."""
        return self.picked / self.answers


@dataclass(frozen=True)
class Projection:
    """What a whole class may look at: no names, and only what is handed in."""

    assignment: Assignment
    title: str
    class_name: str
    article: Article
    shares: tuple[Share, ...]
    heat: tuple[Heat, ...]
    handed_in: int
    working: int

    @property
    def has_enough(self) -> bool:
        """Whether so many have handed in that a share is nobody's in particular."""
        return self.handed_in >= FEWEST


def watch(session: Session, teacher_id: int, assignment_id: int) -> Watch:
    """Where everybody is, if it is one of the teacher's classes'."""
    assignment, quiz, classroom = own_assignment(session, teacher_id, assignment_id)
    sections = {item.position: item.question.section for item in quizzes.items(quiz.id)}
    newest: dict[int, Attempt] = {}
    for attempt in session.scalars(
        select(Attempt).where(Attempt.assignment_id == assignment_id).order_by(Attempt.number)
    ):
        newest[attempt.pupil_id] = attempt
    last = _last_answers(session, [attempt.id for attempt in newest.values()])
    book = rules.rulebook(session, [assignment])
    pupils = session.execute(
        select(Pupil.id, Pupil.name)
        .where(Pupil.classroom_id == classroom.id, Pupil.archived_at.is_(None))
        .order_by(Pupil.name_key, Pupil.id)
    )
    return Watch(
        assignment=assignment,
        title=quiz.title,
        class_id=classroom.id,
        class_name=classroom.name,
        article=quizzes.article(quiz.id),
        questions=len(sections),
        pupils=tuple(
            _watched(
                Named(row.id, row.name),
                newest.get(row.id),
                book.terms(assignment, row.id),
                last,
                sections,
            )
            for row in pupils
        ),
    )


def _watched(
    pupil: Named,
    attempt: Attempt | None,
    terms: Terms,
    last: Mapping[int, LastAnswer],
    sections: Mapping[int, int],
) -> Watched:
    if attempt is None:
        return Watched(pupil.id, pupil.name, Standing.NOT_STARTED)
    progress = last.get(attempt.id, LastAnswer())
    return Watched(
        pupil_id=pupil.id,
        name=pupil.name,
        standing=_standing(attempt, terms, progress),
        number=attempt.number,
        answered=progress.answered,
        last=progress.position,
        section=sections.get(progress.position or 0),
        last_at=progress.answered_at or attempt.started_at,
        closes_at=terms.closes_at(attempt),
        handed_in_at=terms.handed_in_at(attempt),
    )


def _standing(attempt: Attempt, terms: Terms, progress: LastAnswer) -> Standing:
    if terms.handed_in_at(attempt) is not None:
        return Standing.HANDED_IN
    quiet = clock.now() - (progress.answered_at or attempt.started_at)
    return Standing.STUCK if quiet >= STUCK_AFTER else Standing.WORKING


def _last_answers(session: Session, attempt_ids: Sequence[int]) -> dict[int, LastAnswer]:
    newest = (
        select(
            func.max(Answer.id).label("id"),
            func.count(Answer.position.distinct()).label("answered"),
        )
        .where(Answer.attempt_id.in_(attempt_ids))
        .group_by(Answer.attempt_id)
        .subquery()
    )
    rows = session.execute(
        select(Answer.attempt_id, Answer.position, Answer.answered_at, newest.c.answered).join(
            newest, newest.c.id == Answer.id
        )
    )
    return {row.attempt_id: LastAnswer(row.answered, row.position, row.answered_at) for row in rows}


def projection(
    session: Session, teacher_id: int, assignment_id: int, position: int | None = None
) -> Projection:
    """What the class did so far; the heat is of all questions, or of the one at *position*."""
    table = classes.scores(session, teacher_id, assignment_id)
    article = quizzes.article(table.assignment.quiz_id)
    done = [row for row in table.rows if row.handed_in_at is not None]
    given = answers.latest(session, [row.attempt_id for row in done if row.attempt_id is not None])
    asked = {c.position: c.question for c in table.columns if position in {None, c.position}}
    picks = [
        (asked[answer.position], answer.answer)
        for answer in given.values()
        if answer.position in asked
    ]
    return Projection(
        assignment=table.assignment,
        title=table.title,
        class_name=table.class_name,
        article=article,
        shares=tuple(
            Share(
                column.position,
                column.question,
                column.mean,
                sum(row.cells[n].state is not State.WAITING for row in done),
            )
            for n, column in enumerate(table.columns)
            if column.counts
        ),
        heat=_heat(picks),
        handed_in=len(done),
        working=sum(row.attempts > 0 and row.handed_in_at is None for row in table.rows),
    )


def _heat(picks: Iterable[tuple[Question[Any], Any]]) -> tuple[Heat, ...]:
    """How often each place was picked; places that overlap are taken together."""
    picked: Counter[Span] = Counter()
    offered: Counter[Span] = Counter()
    for question, answer in picks:
        text = picked_place(question, answer)
        if text is None:
            continue
        places = [Span(p.paragraph, p.start, p.end) for p in question.places]
        offered.update(places)
        picked.update(p for p in places if text == f"{p.paragraph}:{p.start}-{p.end}")
    found: list[Heat] = []
    for span in sorted(offered, key=lambda s: (s.paragraph, s.start, -s.end)):
        here = Heat(span, picked[span], offered[span])
        if found and found[-1].span.overlap(span):
            around = found.pop()
            here = Heat(around.span, around.picked + here.picked, around.answers + here.answers)
        found.append(here)
    return tuple(found)


def picked_place(question: Question[Any], answer: Any) -> str | None:
    """The place of the article that *answer* picked, "paragraph:start-end", where one is picked."""
    match question:
        case SelectText():
            return str(answer)
        case TwoPart():
            return str(answer["support"])
        case _:
            return None
