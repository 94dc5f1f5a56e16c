"""The class that is there from the start, so that anybody can try the quiz at once."""

from dataclasses import dataclass

from sqlalchemy import select

from quizapp import clock, db
from quizapp.models import Classroom, Quiz
from quizapp.store import classes as store
from quizapp.usecases import assignments, classes
from quizapp.usecases.assignments import Rules

NAME = "Sample class"
ATTEMPTS = 3


@dataclass(frozen=True)
class Sample:
    """The sample class; its code as it is shown, or None while nobody may join."""

    name: str
    join_code: str | None


def prepare(article_id: int) -> Sample:
    """Make the sample class, if there is none yet, and give it the article's standard quiz.

    As long as no teacher has taken it, it is open for joining again after every start.
    """
    with db.writing() as session:
        classroom = session.scalar(select(Classroom).where(Classroom.is_sample))
        if classroom is None:
            class_id = classes.add_class(session, NAME, is_sample=True)
            quiz_id = session.scalars(
                select(Quiz.id)
                .where(Quiz.article_id == article_id, Quiz.teacher_id.is_(None))
                .order_by(Quiz.id)
            ).first()
            if quiz_id is not None:
                assignments.add(session, quiz_id, class_id, Rules(attempts_allowed=ATTEMPTS))
            classroom = session.get_one(Classroom, class_id)
        elif classroom.teacher_id is None:
            classroom.joining_until = clock.now() + classes.JOINING_LASTS
        code = store.shown_code(classroom.join_code) if store.is_open(classroom) else None
        return Sample(classroom.name, code)
