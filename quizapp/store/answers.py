"""The answers that count: of each question the latest, with the points that it has by now.

Reading pages, score tables and the arithmetic of points all start here, so that they agree.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from questions.question import Grade
from quizapp.models import Answer, Attempt, Mark
from quizapp.store import rulings
from quizapp.store.rulings import Ruling, Rulings


class LatestAnswer(NamedTuple):
    """The answer to one question; ``points`` is None while a teacher has yet to mark it.

    ``points`` and ``parts`` are as they were graded then, whatever the grading does today; where a
    teacher has regraded the question, they are those of the key that holds. An answer to a
    question that does not ``count`` has no points.
    """

    id: int
    attempt_id: int
    position: int
    revision: int
    sequence: int
    answer: Any
    points: float | None
    parts: list[float]
    answered_at: datetime
    counts: bool

    @property
    def grade(self) -> Grade:
        """The points with those of each part."""
        return Grade(self.points, tuple(self.parts))

    @property
    def is_waiting(self) -> bool:
        """Whether a teacher has yet to mark it."""
        return self.counts and self.points is None


# Made once: every page with points asks this.
_GIVEN = (
    select(
        Answer.id,
        Answer.attempt_id,
        Answer.position,
        Answer.revision,
        Answer.sequence,
        Answer.answer,
        Answer.points,
        Answer.parts,
        Answer.answered_at,
        select(Mark.points)
        .where(Mark.answer_id == Answer.id)
        .order_by(Mark.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("marked"),
        Attempt.assignment_id,
    )
    .join(Attempt, Attempt.id == Answer.attempt_id)
    .where(Answer.attempt_id.in_(bindparam("attempts", expanding=True)))
    .order_by(Answer.revision)
)


def latest(
    session: Session, attempts: Collection[int], supposed: Rulings | None = None
) -> dict[tuple[int, int], LatestAnswer]:
    """The answers that count in these attempts, by attempt and position.

    They have the points that they would have if the *supposed* rulings held instead of the real
    ones, where there are any.
    """
    hold = rulings.of_attempts(session, attempts) if supposed is None else supposed
    rows = session.execute(_GIVEN, {"attempts": list(attempts)})
    # Later revisions take the place of earlier ones.
    newest = {(row.attempt_id, row.position): row for row in rows}
    return {
        place: _counted(row, hold.get((row.assignment_id, row.position)))
        for place, row in newest.items()
    }


def _counted(row: Row[Any], ruling: Ruling | None) -> LatestAnswer:
    answer = LatestAnswer._make((*row[:-2], True))
    if ruling is None and row.marked is None:
        return answer
    grade = _grade(row, ruling)
    return answer._replace(
        points=grade.points,
        parts=list(grade.parts),
        counts=ruling is None or ruling.counts,
    )


def _grade(row: Row[Any], ruling: Ruling | None) -> Grade:
    """The points by what holds: the teacher's mark, the key of the ruling, or as graded then."""
    if ruling is not None and not ruling.counts:
        return Grade(None)
    if row.marked is not None:
        return Grade(row.marked, tuple(row.parts))
    if ruling is not None:
        return ruling.question.grade(row.answer)
    return Grade(row.points, tuple(row.parts))
