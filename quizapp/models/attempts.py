"""What a class is asked to do, what pupils answered, and the points that came of it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Enum, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Feedback(StrEnum):
    """When a pupil may see the key, the explanation and the points."""

    AFTER_EACH_ANSWER = "after each answer"
    AFTER_HANDING_IN = "after handing in"
    AFTER_DUE_DATE = "after the due date"
    WHEN_RELEASED = "when released"


class Stage(StrEnum):
    """Whether pupils see an assignment, and whether they can work on it."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class Counting(StrEnum):
    """Which of a pupil's attempts counts."""

    BEST = "best"
    FIRST = "first"
    LATEST = "latest"


class Amendment(StrEnum):
    """What a regrade does to one question of an assignment."""

    VOID = "void"
    CHANGE_KEY = "change the key"
    ACCEPT_ANSWER = "accept an answer"
    UNDO = "undo"


def _chosen(options: type[StrEnum]) -> Enum:
    """The column of a choice, kept as its words."""
    return Enum(
        options, native_enum=False, length=20, values_callable=lambda them: [o.value for o in them]
    )


class Assignment(Model):
    """A quiz given to a class, with its rules.

    Before ``opens_at`` nobody can start; ``minutes`` is the time limit of an attempt. ``shuffled``
    gives each attempt an order of its own within the sections; with ``in_order`` a section opens
    once the one before it is answered. ``practice`` counts in no score. ``released_at`` is when
    the teacher released the results, where the rule says so; ``closed_at`` when the teacher closed
    it, if it is closed.
    """

    __tablename__ = "assignment"

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    classroom_id: Mapped[int] = mapped_column(ForeignKey("classroom.id"), index=True)
    feedback: Mapped[Feedback] = mapped_column(_chosen(Feedback))
    attempts_allowed: Mapped[int]
    due_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    stage: Mapped[Stage] = mapped_column(
        _chosen(Stage), default=Stage.OPEN, server_default=Stage.OPEN
    )
    opens_at: Mapped[datetime | None]
    minutes: Mapped[int | None]
    counting: Mapped[Counting] = mapped_column(
        _chosen(Counting), default=Counting.BEST, server_default=Counting.BEST
    )
    shuffled: Mapped[bool] = mapped_column(default=False, server_default=false())
    in_order: Mapped[bool] = mapped_column(default=False, server_default=false())
    practice: Mapped[bool] = mapped_column(default=False, server_default=false())
    released_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class Override(Model):
    """Other rules of an assignment for one pupil or one group; None leaves a rule as it is.

    What is said for a pupil comes before what is said for a group.
    """

    __tablename__ = "override"
    __table_args__ = (
        UniqueConstraint("assignment_id", "pupil_id"),
        UniqueConstraint("assignment_id", "group_id"),
        CheckConstraint("(pupil_id IS NULL) <> (group_id IS NULL)", name="one_of_both"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("pupil.id"), index=True)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("pupil_group.id"), index=True)
    opens_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    extra_minutes: Mapped[int | None]
    attempts_allowed: Mapped[int | None]


class Attempt(Model):
    """One pupil's sitting. ``seed`` shuffles the options the same way each time.

    ``points`` of ``possible`` are earned so far; ``waiting`` counts the answers that the teacher
    has yet to mark. All three follow from the answers, marks and regrades and change only with
    them. ``ends_at`` is when the time limit closes the attempt, if there is one.
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
    ends_at: Mapped[datetime | None]


class Answer(Model):
    """One saved answer. Rows are only ever added: a changed answer is the next revision.

    ``submission_key`` makes a repeated submission harmless; ``sequence`` is the browser's count of
    its submissions, so that a late one is known as late. ``points`` are those of the automatic
    grading, None where a teacher marks; ``parts`` those of each row or part, where there are any.
    ``teacher_id`` is set where a teacher typed in what the pupil wrote on paper.
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
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))


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


class Comment(Model):
    """What a teacher tells a pupil about an answer. Rows are only ever added; the newest counts."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), index=True)
    text: Mapped[str]
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"))
    written_at: Mapped[datetime]


class SavedComment(Model):
    """A comment that a teacher keeps to use again."""

    __tablename__ = "saved_comment"
    __table_args__ = (UniqueConstraint("teacher_id", "text"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"))
    text: Mapped[str]


class Objection(Model):
    """A pupil says that a question is wrong; ``settled_at`` is when a teacher dealt with it."""

    __tablename__ = "objection"
    __table_args__ = (UniqueConstraint("assignment_id", "position", "pupil_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"))
    position: Mapped[int]
    pupil_id: Mapped[int] = mapped_column(ForeignKey("pupil.id"), index=True)
    text: Mapped[str]
    sent_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    reply: Mapped[str | None]


class Regrade(Model):
    """One question of an assignment is graded otherwise from now on. Rows are only ever added.

    ``body`` is the question as it is graded then (``questions.types.dump``), None where it is
    void; an undo names in ``undoes`` what it takes back. Those applied together share ``batch``.
    """

    __tablename__ = "regrade"

    id: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[str] = mapped_column(index=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignment.id"), index=True)
    position: Mapped[int]
    amendment: Mapped[Amendment] = mapped_column(_chosen(Amendment))
    body: Mapped[dict[str, Any] | None]
    reason: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("regrade.id"), unique=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"))
    applied_at: Mapped[datetime]


class RegradeChange(Model):
    """The points of an answer before and after a regrade; None is a question that is void."""

    __tablename__ = "regrade_change"

    regrade_id: Mapped[int] = mapped_column(ForeignKey("regrade.id"), primary_key=True)
    answer_id: Mapped[int] = mapped_column(ForeignKey("answer.id"), primary_key=True, index=True)
    points_before: Mapped[float | None]
    points_after: Mapped[float | None]
