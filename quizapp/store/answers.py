"""The answers that count: of each question the latest, with the teacher's mark where there is one.

Reading pages, score tables and the arithmetic of points all start here, so that they agree.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.question import Grade
from quizapp.models import Answer, Mark


@dataclass(frozen=True)
class LatestAnswer:
    """The answer to one question; ``points`` is None while a teacher has yet to mark it.

    ``parts`` are as they were graded then, whatever the grading does today.
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

    @property
    def grade(self) -> Grade:
        """The points with those of each part."""
        return Grade(self.points, tuple(self.parts))


def latest(session: Session, attempts: Collection[int]) -> dict[tuple[int, int], LatestAnswer]:
    """The answers that count in these attempts, by attempt and position."""
    newest_mark = (
        select(Mark.points)
        .where(Mark.answer_id == Answer.id)
        .order_by(Mark.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            Answer.id,
            Answer.attempt_id,
            Answer.position,
            Answer.revision,
            Answer.sequence,
            Answer.answer,
            func.coalesce(newest_mark, Answer.points).label("points"),
            Answer.parts,
            Answer.answered_at,
        )
        .where(Answer.attempt_id.in_(attempts))
        .order_by(Answer.revision)
    )
    # Later revisions take the place of earlier ones.
    return {(row.attempt_id, row.position): LatestAnswer(**row._mapping) for row in rows}
