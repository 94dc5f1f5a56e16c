"""How the skills of a class, or of one of its pupils, go from article to article.

Counted are assignments that are no practice, in the order in which they began; of each pupil the
attempt that counts, once it is handed in. A skill has no share while an answer in it waits for its
mark: the blank ones alone would say that nobody can do it.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from questions.question import Skill
from quizapp.errors import NotFound
from quizapp.models import (
    Answer,
    Assignment,
    Attempt,
    Classroom,
    Mark,
    Pupil,
    Quiz,
    SkillScore,
    Stage,
)
from quizapp.store import quizzes, rules, rulings
from quizapp.store import scores as scoring
from quizapp.store.classes import Named
from quizapp.store.teaching import taught_by


@dataclass(frozen=True)
class Given:
    """An assignment, and when it began."""

    id: int
    title: str
    began_at: datetime


@dataclass(frozen=True)
class Share:
    """``points`` of ``possible`` in one skill, by ``n`` pupils together."""

    points: float
    possible: int
    n: int

    @property
    def right(self) -> float:
        """The share right."""
        return self.points / self.possible


Shares: TypeAlias = tuple[Share | None, ...]
"""One for each assignment; None where the skill was not asked, or nobody has handed in."""


@dataclass(frozen=True)
class Progress:
    """The shares of every skill that was asked, by name; of the class where ``pupil`` is None."""

    class_id: int
    class_name: str
    pupil: Named | None
    given: tuple[Given, ...]
    skills: Mapping[Skill, Shares]


def progress(
    session: Session, teacher_id: int, class_id: int, pupil_id: int | None = None
) -> Progress:
    """The shares of the class *class_id*, if it is this teacher's, or of the pupil *pupil_id*."""
    classroom = session.scalar(
        select(Classroom).where(Classroom.id == class_id, taught_by(teacher_id))
    )
    if classroom is None:
        raise NotFound
    pupil = None if pupil_id is None else _pupil(session, class_id, pupil_id)
    given = _given(session, class_id)
    counting = _counting(session, list(given), pupil)
    waiting = _waiting(session, [a for a in counting.values() if a.waiting], given)
    found = _shares(session, counting, waiting)
    return Progress(
        class_id=class_id,
        class_name=classroom.name,
        pupil=pupil,
        given=tuple(
            Given(each.id, title, each.opens_at or each.created_at) for each, title in given.items()
        ),
        skills={
            skill: tuple(found[skill].get(each.id) for each in given)
            for skill in Skill
            if skill in found
        },
    )


def _pupil(session: Session, class_id: int, pupil_id: int) -> Named:
    pupil = session.scalar(
        select(Pupil).where(Pupil.id == pupil_id, Pupil.classroom_id == class_id)
    )
    if pupil is None:
        raise NotFound
    return Named(pupil.id, pupil.name)


def _given(session: Session, class_id: int) -> dict[Assignment, str]:
    rows = session.execute(
        select(Assignment, Quiz.title)
        .join(Quiz, Quiz.id == Assignment.quiz_id)
        .where(
            Assignment.classroom_id == class_id,
            Assignment.practice.is_(False),
            Assignment.stage != Stage.DRAFT,
        )
    )
    titles = {row.Assignment: row.title for row in rows}
    began = sorted(titles, key=lambda each: (each.opens_at or each.created_at, each.id))
    return {assignment: titles[assignment] for assignment in began}


def _counting(
    session: Session, given: Sequence[Assignment], pupil: Named | None
) -> dict[int, Attempt]:
    """The attempts that count and are handed in, by their ids."""
    assignments = {each.id: each for each in given}
    wanted = Pupil.archived_at.is_(None) if pupil is None else Pupil.id == pupil.id
    by_pupil: dict[tuple[int, int], list[Attempt]] = defaultdict(list)
    for attempt in session.scalars(
        select(Attempt)
        .join(Pupil, Pupil.id == Attempt.pupil_id)
        .where(Attempt.assignment_id.in_(assignments), wanted)
        # Who has moved here brought work from another class along, and the other way round.
        .where(Pupil.classroom_id.in_({each.classroom_id for each in given}))
    ):
        by_pupil[attempt.assignment_id, attempt.pupil_id].append(attempt)
    book = rules.rulebook(session, given)
    found = {}
    for (assignment_id, pupil_id), attempts in by_pupil.items():
        terms = book.terms(assignments[assignment_id], pupil_id)
        attempt_that_counts = scoring.counted(attempts, terms)
        if attempt_that_counts and terms.handed_in_at(attempt_that_counts):
            found[attempt_that_counts.id] = attempt_that_counts
    return found


def _waiting(
    session: Session, attempts: Sequence[Attempt], given: Mapping[Assignment, str]
) -> set[tuple[int, str]]:
    """The assignments, with skills in which an answer waits for its mark."""
    if not attempts:
        return set()
    assignment_of = {attempt.id: attempt.assignment_id for attempt in attempts}
    quiz_of = {each.id: each.quiz_id for each in given}
    held = rulings.of_attempts(session, assignment_of)
    rows = session.execute(
        select(Answer.attempt_id, Answer.position)
        .where(
            Answer.attempt_id.in_(assignment_of),
            Answer.points.is_(None),
            ~exists().where(Mark.answer_id == Answer.id),
        )
        .distinct()
    )
    found = set()
    for attempt_id, position in rows:
        assignment_id = assignment_of[attempt_id]
        ruling = held.get((assignment_id, position))
        if ruling is None or ruling.counts:
            question = quizzes.items(quiz_of[assignment_id])[position - 1].question
            found.add((assignment_id, question.skill.value))
    return found


def _shares(
    session: Session, counting: Mapping[int, Attempt], waiting: Collection[tuple[int, str]]
) -> dict[Skill, dict[int, Share]]:
    sums: dict[tuple[Skill, int], list[tuple[float, int]]] = defaultdict(list)
    rows = session.execute(
        select(
            SkillScore.attempt_id, SkillScore.skill, SkillScore.points, SkillScore.possible
        ).where(SkillScore.attempt_id.in_(counting))
    )
    for attempt_id, skill, points, possible in rows:
        assignment_id = counting[attempt_id].assignment_id
        if possible and (assignment_id, skill) not in waiting:
            sums[Skill(skill), assignment_id].append((points, possible))
    found: dict[Skill, dict[int, Share]] = defaultdict(dict)
    for (skill, assignment_id), parts in sums.items():
        found[skill][assignment_id] = Share(
            math.fsum(points for points, _ in parts), sum(known for _, known in parts), len(parts)
        )
    return found
