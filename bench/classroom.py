"""A class of 40 that works on the shipped quiz and has handed another one in, to measure with.

Made in its own folder with the use cases that the site itself uses; nothing of it is left behind.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questions.claims import Claims
from questions.pack import load_pack
from questions.question import Question
from questions.types.choice import Choice
from questions.types.short_text import ShortText
from quizapp import config, create_app, db, migrate
from quizapp.store import classes as classes_store
from quizapp.store import library as library_store
from quizapp.usecases import accounts, assignments, attempts, classes, library
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission

PUPILS = 40
QUESTIONS = 18
FINISHED = 20
TEACHER = "Ms Okafor"
PASSWORD = "nine green bottles"  # noqa: S105  of a teacher who exists for a minute


@dataclass(frozen=True)
class Classroom:
    """What a measurement needs to know: one pupil's way in, and the pages to ask for."""

    phrase: str
    attempt_id: int
    assignment_id: int
    finished_id: int


@dataclass(frozen=True)
class Seat:
    """A pupil with an attempt begun."""

    pupil_id: int
    phrase: str
    attempt_id: int


def fill(folder: Path) -> Classroom:
    """Make the class in *folder*; every pupil has answered every second question."""
    app = create_app({"INSTANCE": str(folder)})
    with app.app_context():
        migrate.bring_up_to_date()
        pack = load_pack(config.ROOT / "questions" / "curated" / "belarus-2020")
        article_id = library.add_pack(pack, (), Claims())
        teacher_id = accounts.accept_invitation(accounts.invite_teacher(), TEACHER, PASSWORD)
        class_id = classes.create_class(teacher_id, "9b")
        article = library_store.article(db.reading(), teacher_id, article_id)
        asked = [q for q in article.questions if right_answer(q.question)][:QUESTIONS]
        quiz_id = library.publish_quiz(
            teacher_id, article_id, [q.version_id for q in asked], "Measured"
        )
        (assignment_id,) = assignments.assign(teacher_id, quiz_id, [class_id], Rules())
        code = classes_store.of_teacher(db.reading(), teacher_id, class_id).join_code
        seats = [_seat(code, number, assignment_id) for number in range(PUPILS)]
        for number, seat in enumerate(seats):
            for position, view in list(enumerate(asked, 1))[::2]:
                submission = Submission(
                    position, right_answer(view.question), f"{number}-{position}", position
                )
                attempts.save_answer(seat.pupil_id, seat.attempt_id, submission)
        finished_id = _finished(teacher_id, article_id, class_id, [seat.pupil_id for seat in seats])
        for engine in db.sql.engines.values():
            engine.dispose()
    return Classroom(seats[0].phrase, seats[0].attempt_id, assignment_id, finished_id)


def _finished(teacher_id: int, article_id: int, class_id: int, pupils: list[int]) -> int:
    """An assignment of choices that everybody has handed in, with right and wrong answers."""
    article = library_store.article(db.reading(), teacher_id, article_id)
    choices = [q for q in article.questions if isinstance(q.question, Choice)]
    others = [q for q in article.questions if isinstance(q.question, ShortText)]
    asked = [*choices, *others][:FINISHED]
    quiz_id = library.publish_quiz(teacher_id, article_id, [q.version_id for q in asked], "Done")
    (assignment_id,) = assignments.assign(teacher_id, quiz_id, [class_id], Rules())
    for number, pupil_id in enumerate(pupils):
        attempt_id = attempts.start_attempt(pupil_id, assignment_id)
        for position, view in enumerate(asked, 1):
            wrong = view.question.wrong_texts or ("Nobody",)
            is_right = (number * 7 + position * 11) % 13 < 8
            answer = right_answer(view.question) if is_right else wrong[number % len(wrong)]
            submission = Submission(position, answer, f"{number}-{position}", position)
            attempts.save_answer(pupil_id, attempt_id, submission)
        attempts.hand_in(pupil_id, attempt_id)
    return assignment_id


def right_answer(question: Question[Any]) -> str | None:
    """A right answer, for the two interactions that are answered with one text."""
    match question:
        case Choice():
            return question.key[0]
        case ShortText():
            return question.accepted[0]
        case _:
            return None


def _seat(code: str, number: int, assignment_id: int) -> Seat:
    joined = classes.join_class(code, f"Pupil {number}")
    attempt_id = attempts.start_attempt(joined.pupil_id, assignment_id)
    return Seat(joined.pupil_id, joined.phrase, attempt_id)
