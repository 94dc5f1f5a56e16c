"""A pupil says that a question is wrong; a teacher looks at it and answers."""

from sqlalchemy import select

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Answer, Assignment, Attempt, Classroom, Objection
from quizapp.store.teaching import taught_by

LONGEST = 500


def object_to(pupil_id: int, attempt_id: int, position: int, text: str) -> None:
    """Say once, of a question that the pupil has answered in the attempt, that it is wrong."""
    if not text:
        raise Refused("Say in a sentence what is wrong.")
    _check(text)
    with db.writing() as session:
        attempt = session.scalar(
            select(Attempt)
            .where(Attempt.id == attempt_id, Attempt.pupil_id == pupil_id)
            .with_for_update()
        )
        answered = session.scalar(
            select(Answer.id)
            .where(Answer.attempt_id == attempt_id, Answer.position == position)
            .limit(1)
        )
        if attempt is None or answered is None:
            raise NotFound
        known = session.scalar(
            select(Objection.id).where(
                Objection.assignment_id == attempt.assignment_id,
                Objection.position == position,
                Objection.pupil_id == pupil_id,
            )
        )
        if known is not None:
            raise Refused("You have told your teacher about this question already.")
        session.add(
            Objection(
                assignment_id=attempt.assignment_id,
                position=position,
                pupil_id=pupil_id,
                text=text,
                sent_at=clock.now(),
            )
        )


def settle(teacher_id: int, objection_id: int, reply: str) -> None:
    """Answer an objection, which settles it; another answer takes the place of the first."""
    if not reply:
        raise Refused("Write the pupil an answer, even a short one.")
    _check(reply)
    with db.writing() as session:
        said = session.scalar(
            select(Objection)
            .join(Assignment, Assignment.id == Objection.assignment_id)
            .join(Classroom, Classroom.id == Assignment.classroom_id)
            .where(Objection.id == objection_id, taught_by(teacher_id))
            .with_for_update(of=Objection)
        )
        if said is None:
            raise NotFound
        said.reply = reply
        said.settled_at = clock.now()


def _check(text: str) -> None:
    if len(text) > LONGEST:
        raise Refused("That is too long: at most %(most)s characters.", most=LONGEST)
