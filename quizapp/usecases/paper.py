"""What a pupil wrote on paper, typed in by a teacher."""

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Assignment, Attempt, Classroom, Pupil
from quizapp.store import rulings
from quizapp.store.teaching import taught_by
from quizapp.usecases import sittings
from quizapp.usecases.settling import settle


def enter(teacher_id: int, assignment_id: int, pupil_id: int, answers: Mapping[int, Any]) -> int:
    """Store *answers*, by position, as an attempt that is handed in; returns its id.

    Each is the data of the question's field after validation. Dates and the number of tries do not
    matter: what lies on the teacher's desk was written.
    """
    if not answers:
        raise Refused("Type in at least one answer.")
    with db.writing() as session:
        assignment = session.scalar(
            select(Assignment)
            .join(Classroom, Classroom.id == Assignment.classroom_id)
            .join(Pupil, Pupil.classroom_id == Classroom.id)
            .where(Assignment.id == assignment_id, Pupil.id == pupil_id, taught_by(teacher_id))
            .with_for_update(of=Pupil)
        )
        if assignment is None:
            raise NotFound
        highest = session.scalar(
            select(func.max(Attempt.number)).where(
                Attempt.assignment_id == assignment_id, Attempt.pupil_id == pupil_id
            )
        )
        attempt = sittings.begin(session, pupil_id, assignment, (highest or 0) + 1)
        sittings.count_from_zero(session, assignment, attempt)
        items = {item.position: item for item in rulings.items(session, assignment)}
        if not answers.keys() <= items.keys():
            raise NotFound
        for sequence, (position, answer) in enumerate(sorted(answers.items()), start=1):
            sittings.record(
                session, attempt.id, items[position], answer,
                revision=1, sequence=sequence, submission_key=secrets.token_urlsafe(16),
                teacher_id=teacher_id,
            )  # fmt: skip
        attempt.handed_in_at = clock.now()
        settle(session, assignment, [attempt.id])
        return attempt.id
