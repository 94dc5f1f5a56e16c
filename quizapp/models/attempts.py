"""What a class is asked to do, what pupils answered, and the points that came of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Enum, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Feedback(StrEnum):
    """When a pupil may see the key, the explanation and the points."""

    AFTER_EACH_ANSWER = "after each answer"
    AFTER_HANDING_IN = "after handing in"
    AFTER_DUE_DATE = "after the due date"


_FEEDBACK = Enum(
    Feedback, native_enum=False, length=20, values_callable=lambda rules: [r.value for r in rules]
)


class Assignment(Model):
    """A quiz given to a class, with its rules."""

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    classroom_id: Mapped[int] = mapped_column(ForeignKey("classroom.id"), index=True)
    feedback: Mapped[Feedback] = mapped_column(_FEEDBACK)
    attempts_allowed: Mapped[int]
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Attempt(Model):
    """One pupil's sitting. ``seed`` shuffles the options the same way each time.

    ``points`` of ``possible`` are earned so far; ``waiting`` counts the answers that the teacher
    has yet to mark. All three follow from the answers and marks and change only with them.
    """

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("assignment_id", "pupil_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    number: Mapped[int]
    seed: Mapped[int]
    started_at: Mapped[datetime]
    handed_in_at: Mapped[datetime | None]
    points: Mapped[float]
    possible: Mapped[int]
    waiting: Mapped[int]


class Answer(Model):
    """One saved answer. Rows are only ever added: a changed answer is the next revision.

    ``submission_key`` makes a repeated submission harmless; ``sequence`` is the browser's count of
    its submissions, so that a late one is known as late. ``points`` are those of the automatic
    grading, None where a teacher marks; ``parts`` those of each row or part, where there are any.
    """

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("attempt_id", "submission_key"),
        UniqueConstraint("attempt_id", "position", "revision"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"))
    position: Mapped[int]
    question_version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id"))
    revision: Mapped[int]
    sequence: Mapped[int]
    submission_key: Mapped[str]
    answer: Mapped[Any] = mapped_column(JSON)
    points: Mapped[float | None]
    parts: Mapped[list[float]] = mapped_column(JSON)
    answered_at: Mapped[datetime]


class SkillScore(Model):
    """The points of one attempt that belong to one skill."""

    __tablename__ = "skill_score"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[float]
    possible: Mapped[int]


class Mark(Model):
    """A teacher's mark for an open answer. Rows are only ever added; the newest counts."""

    __tablename__ = "mark"

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), index=True)
    score: Mapped[int]
    points: Mapped[float]
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"))
    marked_at: Mapped[datetime]
