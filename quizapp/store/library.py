"""Articles, their questions with keys, and the quizzes made of them: for teachers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from quizapp import models
from quizapp.errors import NotFound
from quizapp.models import ArticleVersion, QuestionVersion, Quiz, QuizItem, Status, Teacher


@dataclass(frozen=True)
class QuizCard:
    """A published quiz and how many questions it has."""

    id: int
    title: str
    version: int
    published_at: datetime
    questions: int


@dataclass(frozen=True)
class ArticleCard:
    """An article in a list. ``shipped`` ones came with the application and are for everybody."""

    id: int
    headline: str
    outlet: str | None
    level: str
    shipped: bool
    questions: int
    quizzes: tuple[QuizCard, ...]


@dataclass(frozen=True)
class StoredQuestion:
    """A question in its newest version; ``flag`` says what a teacher should look at in it."""

    id: int
    origin: str
    slug: str
    status: Status
    flag: str | None
    version_id: int
    version: int
    question: Question[Any]


@dataclass(frozen=True)
class VersionView:
    """One wording of a question; ``by`` is the teacher who wrote it, None if it came with it."""

    number: int
    question: Question[Any]
    written_at: datetime
    by: str | None


@dataclass(frozen=True)
class ArticleView:
    """An article as it is now, with its claims, its questions by section, and its quizzes.

    Questions that were dropped are not among them.
    """

    id: int
    version: int
    article: Article
    claims: Claims
    level: str
    licence: str
    shipped: bool
    archived: bool
    questions: tuple[StoredQuestion, ...]
    quizzes: tuple[QuizCard, ...]


def articles(
    session: Session, teacher_id: int, *, archived: bool = False
) -> tuple[ArticleCard, ...]:
    """The articles that this teacher can use: the shipped ones and the teacher's own.

    Those that are put away are a list of their own: only if *archived*, and then alone.
    """
    count = (
        select(func.count())
        .select_from(models.Question)
        .where(
            models.Question.article_id == models.Article.id,
            models.Question.status != Status.DROPPED,
        )
        .scalar_subquery()
        .label("questions")
    )
    rows = session.execute(
        select(models.Article, count)
        .where(put_away(teacher_id) if archived else at_hand(teacher_id))
        .order_by(models.Article.headline, models.Article.id)
    ).all()
    quizzes = _quizzes(session, teacher_id, [row.Article.id for row in rows])
    return tuple(
        ArticleCard(
            id=row.Article.id,
            headline=row.Article.headline,
            outlet=row.Article.outlet,
            level=row.Article.level,
            shipped=row.Article.teacher_id is None,
            questions=row.questions,
            quizzes=quizzes[row.Article.id],
        )
        for row in rows
    )


def article(session: Session, teacher_id: int, article_id: int) -> ArticleView:
    """The article *article_id* with everything about it."""
    row = session.scalar(usable_article(teacher_id, article_id))
    if row is None:
        raise NotFound
    newest = newest_version(session, article_id)
    return ArticleView(
        id=row.id,
        version=newest.number,
        article=schema.load(Article, newest.content),
        claims=schema.load(Claims, newest.claims),
        level=row.level,
        licence=row.licence,
        shipped=row.teacher_id is None,
        archived=row.archived_at is not None,
        questions=tuple(q for q in questions(session, article_id) if q.status != Status.DROPPED),
        quizzes=_quizzes(session, teacher_id, [article_id])[article_id],
    )


def shipped(session: Session, slug: str) -> int | None:
    """The id of the article that everybody can use under this slug, if it is there."""
    return session.scalar(
        select(models.Article.id).where(
            models.Article.slug == slug, models.Article.teacher_id.is_(None)
        )
    )


def usable_article(teacher_id: int, article_id: int) -> Select[models.Article]:
    """The article *article_id*, if this teacher may use it."""
    return select(models.Article).where(
        models.Article.id == article_id, usable(models.Article.teacher_id, teacher_id)
    )


def newest_version(session: Session, article_id: int) -> ArticleVersion:
    """The text and claims of the article as they are now."""
    return session.scalars(
        select(ArticleVersion)
        .where(ArticleVersion.article_id == article_id)
        .order_by(ArticleVersion.number.desc())
        .limit(1)
    ).one()


def usable_quiz(teacher_id: int, quiz_id: int) -> Select[Quiz]:
    """The quiz *quiz_id*, if this teacher may give it to a class."""
    return select(Quiz).where(Quiz.id == quiz_id, usable(Quiz.teacher_id, teacher_id))


def usable(owner: Any, teacher_id: int) -> ColumnElement[bool]:
    """Whether what has this *owner* (a column) is the teacher's, or everybody's."""
    return or_(owner.is_(None), owner == teacher_id)


def at_hand(teacher_id: int) -> ColumnElement[bool]:
    """Whether the teacher can use an article and has not put it away."""
    return and_(usable(models.Article.teacher_id, teacher_id), models.Article.archived_at.is_(None))


def put_away(teacher_id: int) -> ColumnElement[bool]:
    """Whether an article is one that the teacher has put away."""
    return and_(models.Article.teacher_id == teacher_id, models.Article.archived_at.is_not(None))


def questions(session: Session, article_id: int) -> tuple[StoredQuestion, ...]:
    """The questions about the article by section, those that were dropped included."""
    rows = session.execute(
        newest_questions()
        .where(models.Question.article_id == article_id)
        .order_by(models.Question.id)
    )
    stored = (stored_question(row.Question, row.QuestionVersion) for row in rows)
    return tuple(sorted(stored, key=lambda s: s.question.section))


def question(
    session: Session, teacher_id: int, article_id: int, question_id: int
) -> StoredQuestion:
    """The question *question_id* about the article, if the teacher may use that."""
    row = session.execute(
        newest_questions()
        .join(models.Article, models.Article.id == models.Question.article_id)
        .where(
            models.Question.id == question_id,
            models.Article.id == article_id,
            usable(models.Article.teacher_id, teacher_id),
        )
    ).one_or_none()
    if row is None:
        raise NotFound
    return stored_question(row.Question, row.QuestionVersion)


def history(
    session: Session, teacher_id: int, article_id: int, question_id: int
) -> tuple[VersionView, ...]:
    """All wordings of the question, newest first."""
    question(session, teacher_id, article_id, question_id)
    rows = session.execute(
        select(QuestionVersion, Teacher.name)
        .outerjoin(Teacher, Teacher.id == QuestionVersion.teacher_id)
        .where(QuestionVersion.question_id == question_id)
        .order_by(QuestionVersion.number.desc())
    )
    return tuple(
        VersionView(
            number=row.QuestionVersion.number,
            question=types.load(row.QuestionVersion.body),
            written_at=row.QuestionVersion.created_at,
            by=row.name,
        )
        for row in rows
    )


def newest_questions() -> Select[models.Question, QuestionVersion]:
    """All questions, each with its newest version."""
    newest = (
        select(func.max(QuestionVersion.number))
        .where(QuestionVersion.question_id == models.Question.id)
        .correlate(models.Question)
        .scalar_subquery()
    )
    return select(models.Question, QuestionVersion).join(
        QuestionVersion,
        (QuestionVersion.question_id == models.Question.id) & (QuestionVersion.number == newest),
    )


def stored_question(row: models.Question, version: QuestionVersion) -> StoredQuestion:
    """The question *row* as it is in *version*."""
    return StoredQuestion(
        id=row.id,
        origin=row.origin,
        slug=row.slug,
        status=Status(row.status),
        flag=row.flag,
        version_id=version.id,
        version=version.number,
        question=types.load(version.body),
    )


def _quizzes(
    session: Session, teacher_id: int, article_ids: Sequence[int]
) -> dict[int, tuple[QuizCard, ...]]:
    """The quizzes about each of the articles that this teacher can use."""
    count = (
        select(func.count())
        .select_from(QuizItem)
        .where(QuizItem.quiz_id == Quiz.id)
        .scalar_subquery()
        .label("questions")
    )
    rows = session.execute(
        select(Quiz, count)
        .where(Quiz.article_id.in_(article_ids), usable(Quiz.teacher_id, teacher_id))
        .order_by(Quiz.id)
    )
    found: dict[int, tuple[QuizCard, ...]] = dict.fromkeys(article_ids, ())
    for row in rows:
        quiz = row.Quiz
        card = QuizCard(quiz.id, quiz.title, quiz.version, quiz.published_at, row.questions)
        found[quiz.article_id] += (card,)
    return found
