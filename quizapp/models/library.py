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


class Status(StrEnum):
    """Whether a question may be asked.

    A recipe's question is ready where it needs no review, and suggested where a teacher has to
    look at it first. What a teacher has looked at is kept or dropped.
    """

    READY = "ready"
    SUGGESTED = "suggested"
    KEPT = "kept"
    DROPPED = "dropped"


class Article(Model):
    """An article; its text stands in its versions. Shipped articles have no teacher."""

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
    level: Mapped[str]
    licence: Mapped[str]
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class ArticleVersion(Model):
    """One state of an article's text and of what it attributes to whom, never changed.

    ``content`` and ``claims`` hold ``schema.dump`` of ``questions.article.Article`` and of
    ``questions.claims.Claims``. A correction makes the next version; numbers start at 1.
    """

    __tablename__ = "article_version"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    claims: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("teacher.id"))


class ReadingJob(Model):
    """A text that a teacher brought, on its way to becoming an article.

    ``upload`` is what was brought, kept until it is read; ``media`` says how to read it ("html").
    ``step`` is what is being done ("reading"), ``problem`` the sentence that says why it failed.
    """

    __tablename__ = "reading_job"

    id: Mapped[int] = mapped_column(primary_key=True)
    teacher_id: Mapped[int] = mapped_column(ForeignKey("teacher.id"), index=True)
    title: Mapped[str]
    media: Mapped[str]
    upload: Mapped[bytes | None]
    step: Mapped[str]
    problem: Mapped[str | None]
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class Question(Model):
    """A question about an article; what it asks stands in its versions.

    ``kind``, ``skill`` and ``process`` are those of the newest version, for the search. ``flag``
    says what a teacher should look at, for instance that the evidence is no longer in the text.
    """

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("article_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    origin: Mapped[str]
    slug: Mapped[str]
    status: Mapped[str] = mapped_column(default=Status.KEPT, server_default=Status.KEPT)
    kind: Mapped[str] = mapped_column(default="", server_default=text("''"))
    skill: Mapped[str] = mapped_column(default="", server_default=text("''"))
    process: Mapped[str] = mapped_column(default="", server_default=text("''"))
    flag: Mapped[str | None]


class QuestionTag(Model):
    """A word under which a teacher finds a question again."""

    __tablename__ = "question_tag"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)


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
    """A published quiz, frozen: an ordered list of question versions over one article version.

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
    article_version: Mapped[int] = mapped_column(default=1, server_default="1")


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
