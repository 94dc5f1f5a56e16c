"""The rows of an attempt, written within the transaction of whoever begins or answers it."""

import secrets
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from quizapp import clock
from quizapp.models import Answer, Assignment, Attempt, SkillScore
from quizapp.store import rulings
from quizapp.store.quizzes import Item
from quizapp.usecases.settling import settle


def begin(session: Session, pupil_id: int, assignment: Assignment, number: int) -> Attempt:
    """A new attempt, stored; ``count_from_zero`` has to follow.

    What holds and what counts may be read only from now on: once the attempt is stored, whoever
    changes the rules or regrades waits for it.
    """
    attempt = Attempt(
        assignment_id=assignment.id,
        pupil_id=pupil_id,
        number=number,
        seed=secrets.randbelow(2**31),
        started_at=clock.now(),
        points=0.0,
        possible=0,
        waiting=0,
    )
    session.add(attempt)
    session.flush()
    session.refresh(assignment)
    return attempt


def count_from_zero(session: Session, assignment: Assignment, attempt: Attempt) -> None:
    """Write down what can be earned in a new attempt, as a whole and by skill."""
    skills = {item.question.skill for item in rulings.items(session, assignment)}
    session.execute(
        insert(SkillScore),
        [
            {"attempt_id": attempt.id, "skill": skill, "points": 0.0, "possible": 0}
            for skill in skills
        ],
    )
    settle(session, assignment, [attempt.id])


def record(session: Session, attempt_id: int, item: Item, answer: Any, **more: Any) -> float | None:
    """Grade *answer* and write it with *more* columns, revision and sequence among them.

    Returns its points; ``settle`` has to follow.
    """
    grade = item.question.grade(answer)
    session.execute(
        insert(Answer).values(
            attempt_id=attempt_id,
            position=item.position,
            question_version_id=item.version_id,
            answer=answer,
            points=grade.points,
            parts=list(grade.parts),
            answered_at=clock.now(),
            **more,
        )
    )
    return grade.points
