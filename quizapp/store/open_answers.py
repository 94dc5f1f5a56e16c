"""The open answers of a class to one question, to be marked in a row, and what is said of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.article import Article
from questions.question import Question
from quizapp.errors import NotFound
from quizapp.models import Answer, Assignment, Comment, Feedback, Mark, SavedComment
from quizapp.store import classes, quizzes
from quizapp.store.classes import Scored, ScoreTable
from quizapp.store.scores import State


@dataclass(frozen=True)
class OpenAnswer:
    """What one pupil wrote; ``score`` is None until it is marked."""

    answer_id: int
    pupil_id: int
    name: str
    answer: str
    answered_at: datetime
    score: int | None
    comment: str


@dataclass(frozen=True)
class MarkingView:
    """All open answers to one question, in an order that tells nothing and stays the same."""

    assignment: Assignment
    title: str
    class_id: int
    class_name: str
    position: int
    question: Question[Any]
    article: Article
    answers: tuple[OpenAnswer, ...]
    elsewhere: tuple[int, ...]
    """The positions of other questions with answers to be marked."""
    saved: tuple[SavedComment, ...]

    @property
    def waiting(self) -> int:
        """How many of the answers are not marked yet."""
        return sum(answer.score is None for answer in self.answers)


def of_question(
    session: Session, teacher_id: int, assignment_id: int, position: int
) -> MarkingView:
    """The answers to the open question at *position*, in the attempts that count."""
    table = classes.scores(session, teacher_id, assignment_id)
    column = next((c for c in table.columns if c.position == position), None)
    if column is None or not column.question.marked_by_teacher or not column.counts:
        raise NotFound
    return MarkingView(
        assignment=table.assignment,
        title=table.title,
        class_id=table.class_id,
        class_name=table.class_name,
        position=position,
        question=column.question,
        article=quizzes.article(table.assignment.quiz_id),
        answers=_answers(session, table, position),
        elsewhere=tuple(
            other.position
            for other in table.columns
            if other.position != position and _has_waiting(table, other.position)
        ),
        saved=saved_comments(session, teacher_id),
    )


def saved_comments(session: Session, teacher_id: int) -> tuple[SavedComment, ...]:
    """The comments that the teacher keeps, by their words."""
    rows = session.scalars(
        select(SavedComment)
        .where(SavedComment.teacher_id == teacher_id)
        .order_by(func.lower(SavedComment.text), SavedComment.id)
    )
    return tuple(rows)


def comments(session: Session, answer_ids: Collection[int]) -> dict[int, str]:
    """What a teacher says about these answers, where one says something; the newest counts."""
    rows = session.scalars(
        select(Comment).where(Comment.answer_id.in_(answer_ids)).order_by(Comment.id)
    )
    newest = {row.answer_id: row.text for row in rows}
    return {answer_id: text for answer_id, text in newest.items() if text}


def _answers(session: Session, table: ScoreTable, position: int) -> tuple[OpenAnswer, ...]:
    feedback, practice = table.assignment.feedback, table.assignment.practice
    at_once = practice or feedback is Feedback.AFTER_EACH_ANSWER
    final = [row for row in table.rows if row.handed_in_at or at_once]
    by_id = {
        cell.answer_id: row
        for row in final
        for cell in row.cells
        if cell.position == position and cell.answer_id is not None
    }
    marks = session.execute(
        select(Mark.answer_id, Mark.score).where(Mark.answer_id.in_(by_id)).order_by(Mark.id)
    )
    scores = {row.answer_id: row.score for row in marks}
    said = comments(session, by_id)
    rows = session.scalars(select(Answer).where(Answer.id.in_(by_id)))
    given = {row.id: row for row in rows}
    shuffled = sorted(
        by_id.items(), key=lambda pair: _place(table.assignment.id, position, pair[1])
    )
    return tuple(
        OpenAnswer(
            answer_id=number,
            pupil_id=row.pupil_id,
            name=row.name,
            answer=given[number].answer,
            answered_at=given[number].answered_at,
            score=scores.get(number),
            comment=said.get(number, ""),
        )
        for number, row in shuffled
    )


def _place(assignment_id: int, position: int, row: Scored) -> str:
    """Where the pupil's answer comes: by chance, and there for good, whoever else answers."""
    return sha256(f"{assignment_id}:{position}:{row.pupil_id}".encode()).hexdigest()


def _has_waiting(table: ScoreTable, position: int) -> bool:
    return any(row.cells[position - 1].state is State.WAITING for row in table.rows)
