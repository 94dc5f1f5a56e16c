"""Articles with their questions, and the quizzes made of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.claims import Claims
from questions.pack import Pack
from questions.question import Question
from quizapp import clock, db, models
from quizapp.errors import NotFound, Refused
from quizapp.models import ArticleVersion, Origin, QuestionVersion, Quiz, QuizItem, Status
from quizapp.store import library as store
from quizapp.usecases import names, standard, versions
from quizapp.usecases.versions import Text

RowT = TypeVar("RowT", bound=db.Model)

LONGEST_TITLE = 100


def add_pack(
    pack: Pack,
    generated: Sequence[Question[Any]],
    claims: Claims = Claims(),  # noqa: B008  frozen
    *,
    for_review: Sequence[Question[Any]] = (),
    teacher_id: int | None = None,
) -> int:
    """Store *pack* and publish its standard quiz; returns the article's id.

    *generated* questions may be asked unseen; those *for_review* are in no quiz before a teacher
    has read them.

    A pack is stored once: when its slug comes again, nothing changes. *claims* are those of the
    article, for the page that shows who said what. Without *teacher_id* every teacher can use it.
    """
    with db.writing() as session:
        known = session.scalar(
            select(models.Article.id).where(
                models.Article.slug == pack.slug,
                models.Article.teacher_id.is_not_distinct_from(teacher_id),
            )
        )
        if known is not None:
            return known
        article_id = _add(session, pack, generated, claims, teacher_id)
        _add_questions(session, article_id, Status.SUGGESTED, _named("for-review", for_review))
        return article_id


def publish_quiz(teacher_id: int, article_id: int, version_ids: Sequence[int], title: str) -> int:
    """Freeze these question versions, in this order, as a quiz; returns its id."""
    with db.writing() as session:
        return publish(session, teacher_id, article_id, version_ids, title)


def publish(
    session: Session, teacher_id: int, article_id: int, version_ids: Sequence[int], title: str
) -> int:
    """The same within the transaction of *session*."""
    title = names.checked(title, LONGEST_TITLE)
    if session.scalar(store.usable_article(teacher_id, article_id).with_for_update()) is None:
        raise NotFound
    found = session.execute(
        select(QuestionVersion.id, QuestionVersion.question_id, models.Question.flag)
        .join(models.Question, models.Question.id == QuestionVersion.question_id)
        .where(models.Question.article_id == article_id, QuestionVersion.id.in_(version_ids))
    ).all()
    if not version_ids:
        raise Refused("Choose at least one question.")
    if {row.id for row in found} != set(version_ids):
        raise NotFound
    if len({row.question_id for row in found}) < len(version_ids):
        raise Refused("A question can be in a quiz only once.")
    if any(row.flag == versions.EVIDENCE_GONE for row in found):
        raise Refused(
            "A chosen question asks about words that are no longer in the text. "
            "Edit it first, or leave it out."
        )
    return _publish(session, article_id, version_ids, title, teacher_id)


def copy_article(teacher_id: int, article_id: int) -> int:
    """Make an article that came with the site the teacher's own; returns the id of the copy.

    Its text and its questions come along in all their versions; quizzes stay what they are.
    """
    with db.writing() as session:
        original = session.scalar(store.usable_article(teacher_id, article_id))
        if original is None:
            raise NotFound
        if original.teacher_id is not None:
            raise Refused("This article is yours already.")
        copy = models.Article(
            teacher_id=teacher_id,
            slug=_free_slug(session, teacher_id, original.slug),
            headline=original.headline,
            outlet=original.outlet,
            level=original.level,
            licence=original.licence,
            created_at=clock.now(),
        )
        session.add(copy)
        session.flush()
        _copy_versions(session, original.id, copy.id)
        return copy.id


def archive_article(teacher_id: int, article_id: int, *, archived: bool) -> None:
    """Put an article away, or take it out again: its quizzes and their answers stay as they are."""
    with db.writing() as session:
        article = session.scalar(store.usable_article(teacher_id, article_id))
        if article is None:
            raise NotFound
        if article.teacher_id is None:
            raise Refused("This article came with the site, and others use it.")
        article.archived_at = clock.now() if archived else None


def _free_slug(session: Session, teacher_id: int, slug: str) -> str:
    taken = set(
        session.scalars(select(models.Article.slug).where(models.Article.teacher_id == teacher_id))
    )
    numbered = (f"{slug}-{number}" for number in count(2))
    return slug if slug not in taken else next(name for name in numbered if name not in taken)


def _copy_versions(session: Session, original_id: int, copy_id: int) -> None:
    """Give the article *copy_id* the texts and the questions that *original_id* has."""
    for text in session.scalars(
        select(ArticleVersion).where(ArticleVersion.article_id == original_id)
    ):
        session.add(_copied(text, article_id=copy_id))
    rows = session.scalars(
        select(models.Question)
        .where(models.Question.article_id == original_id)
        .order_by(models.Question.id)
    )
    copies = {row.id: _copied(row, article_id=copy_id) for row in rows}
    session.add_all(copies.values())
    session.flush()
    wordings = session.scalars(
        select(QuestionVersion)
        .where(QuestionVersion.question_id.in_(copies))
        .order_by(QuestionVersion.id)
    )
    session.add_all(_copied(each, question_id=copies[each.question_id].id) for each in wordings)


def _copied(row: RowT, **changed: int) -> RowT:
    """A new row like *row*, but for its id and for what is *changed*."""
    columns = (column.key for column in row.__table__.columns if column.key != "id")
    return type(row)(**{name: getattr(row, name) for name in columns} | changed)


def _add(
    session: Session,
    pack: Pack,
    generated: Sequence[Question[Any]],
    claims: Claims,
    teacher_id: int | None,
) -> int:
    article = models.Article(
        teacher_id=teacher_id,
        slug=pack.slug,
        headline=pack.article.headline or pack.title,
        outlet=pack.article.outlet,
        level=pack.level,
        licence=pack.licence,
        created_at=clock.now(),
    )
    session.add(article)
    session.flush()
    versions.add_text(session, article.id, 1, Text(pack.article, claims), teacher_id)
    new = [question for question in generated if question not in pack.questions]
    ids = _add_questions(
        session, article.id, Status.KEPT, zip(pack.ids, pack.questions, strict=True)
    )
    ids |= _add_questions(session, article.id, Status.READY, _named("generated", new))
    chosen = [ids[question] for question in standard.choose(pack.questions, new)]
    _publish(session, article.id, chosen, pack.title, teacher_id)
    return article.id


def _named(what: str, questions: Iterable[Question[Any]]) -> Iterator[tuple[str, Question[Any]]]:
    return ((f"{what}-{number}", question) for number, question in enumerate(questions, start=1))


def _add_questions(
    session: Session, article_id: int, status: Status, asked: Iterable[tuple[str, Question[Any]]]
) -> dict[Question[Any], int]:
    """Store *asked*, each with its slug, in the first version; returns the versions' ids.

    What is kept from the start was written by a person.
    """
    origin = Origin.CURATED if status is Status.KEPT else Origin.GENERATED
    return {
        question: versions.add_question(
            session, versions.new_row(article_id, slug, origin, status), question
        ).id
        for slug, question in asked
    }


def _publish(
    session: Session,
    article_id: int,
    version_ids: Sequence[int],
    title: str,
    teacher_id: int | None,
) -> int:
    published = session.scalar(
        select(func.max(Quiz.version)).where(
            Quiz.article_id == article_id,
            Quiz.teacher_id.is_not_distinct_from(teacher_id),
            Quiz.title == title,
        )
    )
    quiz = Quiz(
        article_id=article_id,
        teacher_id=teacher_id,
        title=title,
        version=(published or 0) + 1,
        published_at=clock.now(),
        article_version=store.newest_version(session, article_id).number,
    )
    session.add(quiz)
    session.flush()
    session.add_all(
        QuizItem(quiz_id=quiz.id, position=position, question_version_id=version_id)
        for position, version_id in enumerate(version_ids, start=1)
    )
    return quiz.id
