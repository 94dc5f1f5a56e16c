"""What a teacher tells a pupil about an answer, and the words kept to be used again."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp import clock, db
from quizapp.errors import NotFound, Refused
from quizapp.models import Answer, Assignment, Attempt, Classroom, Comment, SavedComment
from quizapp.store.teaching import taught_by

LONGEST = 1000
MOST_KEPT = 200


def comment(teacher_id: int, answer_id: int, text: str) -> None:
    """Tell the pupil *text* about the answer, instead of what was said before; "" says nothing."""
    _check(text)
    with db.writing() as session:
        _check_own(session, teacher_id, answer_id)
        session.add(
            Comment(answer_id=answer_id, text=text, teacher_id=teacher_id, written_at=clock.now())
        )


def keep(teacher_id: int, text: str) -> None:
    """Keep *text* among the teacher's comments; one that is there already stays as it is."""
    _check(text)
    with db.writing() as session:
        kept = set(
            session.scalars(select(SavedComment.text).where(SavedComment.teacher_id == teacher_id))
        )
        if not text or text in kept:
            return
        if len(kept) >= MOST_KEPT:
            raise Refused("You keep %(most)s comments already. Remove one first.", most=MOST_KEPT)
        session.add(SavedComment(teacher_id=teacher_id, text=text))


def forget(teacher_id: int, saved_id: int) -> None:
    """Keep a comment no longer; what was said with it stays said."""
    with db.writing() as session:
        gone = session.scalars(
            delete(SavedComment)
            .where(SavedComment.id == saved_id, SavedComment.teacher_id == teacher_id)
            .returning(SavedComment.id)
        ).all()
        if not gone:
            raise NotFound


def _check(text: str) -> None:
    if len(text) > LONGEST:
        raise Refused("A comment has at most %(most)s characters.", most=LONGEST)


def _check_own(session: Session, teacher_id: int, answer_id: int) -> None:
    own = session.scalar(
        select(Answer.id)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Classroom, Classroom.id == Assignment.classroom_id)
        .where(Answer.id == answer_id, taught_by(teacher_id))
    )
    if own is None:
        raise NotFound
