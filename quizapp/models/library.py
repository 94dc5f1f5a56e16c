"""Articles, the questions about them in all their versions, and the quizzes made of those."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.db import Model


class Origin(StrEnum):
    """Where a question comes from: a person wrote it, or a recipe made it."""

    CURATED = "curated"
    GENERATED = "generated"


class Article(Model):
    """An article and what it attributes to whom. Shipped articles have no teacher.

    ``content`` and ``claims`` hold ``schema.dump`` of ``questions.article.Article`` and of
    ``questions.claims.Claims``.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("teacher_id", "slug"),
        # To a unique constraint no two missing teachers are the same; this one holds for them.
        Index(
            "uq_article_shipped_slug",
            "slug",
            unique=True,
            sqlite_where=text("teacher_id IS NULL"),
            postgresql_where=text("teacher_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))
    slug: Mapped[str]
    headline: Mapped[str]
    outlet: Mapped[str | None]
    content: Mapped[dict[str, Any]]
    claims: Mapped[dict[str, Any]]
    level: Mapped[str]
    licence: Mapped[str]
    created_at: Mapped[datetime]


class Question(Model):
    """A question about an article; what it asks stands in its versions."""

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("article_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    origin: Mapped[str]
    slug: Mapped[str]


class QuestionVersion(Model):
    """One wording of a question with its key, never changed: an edit makes the next version.

    ``body`` holds ``questions.types.dump``.
    """

    __tablename__ = "question_version"
    __table_args__ = (UniqueConstraint("question_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    number: Mapped[int]
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))


class Quiz(Model):
    """A published quiz, frozen: an ordered list of question versions.

    The standard quiz of a shipped article has no teacher and is there for all of them.
    """

    __tablename__ = "quiz"
    __table_args__ = (UniqueConstraint("article_id", "teacher_id", "title", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))
    title: Mapped[str]
    version: Mapped[int]
    published_at: Mapped[datetime]


class QuizItem(Model):
    """A question version at its place in a quiz; positions start at 1."""

    __tablename__ = "quiz_item"
    __table_args__ = (
        UniqueConstraint("quiz_id", "position"),
        UniqueConstraint("quiz_id", "question_version_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"))
    position: Mapped[int]
    question_version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id"))
