"""A teacher's review of the questions about an article: keep, drop, edit, write one's own.

Only one's own articles can be changed. An edit is a new version of the question; quizzes that are
published keep theirs.
"""

from collections.abc import Sequence
from itertools import count
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.places import misplaced
from questions.question import InvalidQuestion, Question
from quizapp import db, models
from quizapp.errors import NotFound, Refused
from quizapp.models import Origin, QuestionTag, QuestionVersion, Status
from quizapp.store import library as store
from quizapp.store.library import StoredQuestion
from quizapp.usecases import versions

MOST_TAGS = 10
LONGEST_TAG = 40

UNDECIDED = (Status.READY, Status.SUGGESTED)
"""What a question is until a teacher has said what shall become of it."""


def set_status(teacher_id: int, question_ids: Sequence[int], status: Status) -> None:
    """Say of these questions, all about one article of the teacher's, what becomes of them."""
    with db.writing() as session:
        rows = _own_questions(session, teacher_id, question_ids)
        for row in rows:
            row.status = status
            if status is Status.KEPT:
                row.flag = None


def keep_ready(teacher_id: int, article_id: int) -> int:
    """Keep every question about the article that needs no review; returns how many that are."""
    with db.writing() as session:
        own_article(session, teacher_id, article_id)
        ready = session.scalars(
            select(models.Question).where(
                models.Question.article_id == article_id,
                models.Question.status == Status.READY,
                models.Question.flag.is_(None),
            )
        ).all()
        for row in ready:
            row.status = Status.KEPT
        return len(ready)


def another_like(teacher_id: int, question_id: int) -> int:
    """Drop the question for another undecided one that is like it; returns the id of that one.

    Most like it is one of the same recipe about the same claim, then one of the same recipe in the
    same section, then of the same recipe anywhere. Where there is none, nothing is dropped.
    """
    with db.writing() as session:
        (row,) = _own_questions(session, teacher_id, [question_id])
        stored = store.questions(session, row.article_id)
        this = next(each for each in stored if each.id == question_id)
        others = [each for each in stored if each.status in UNDECIDED and _is_like(each, this)]
        if not others:
            raise Refused("There is no other question like this one left.")
        row.status = Status.DROPPED
        return max(others, key=lambda other: _likeness(other, this)).id


def edit_question(teacher_id: int, question_id: int, plain: dict[str, Any]) -> int:
    """Make *plain*, the fields of a question, its next version and keep it; returns the version.

    Raises InvalidQuestion with a line for each field at fault.
    """
    with db.writing() as session:
        (row,) = _own_questions(session, teacher_id, [question_id])
        question = checked(plain, _text(session, row.article_id))
        return _revise(session, row, question, teacher_id)


def write_question(teacher_id: int, article_id: int, plain: dict[str, Any]) -> int:
    """Store a question of the teacher's own about the article; returns the question's id.

    Raises InvalidQuestion with a line for each field at fault.
    """
    with db.writing() as session:
        own_article(session, teacher_id, article_id)
        question = checked(plain, _text(session, article_id))
        slug = _free_slug(session, article_id)
        row = versions.new_row(article_id, slug, Origin.CURATED, Status.KEPT)
        versions.add_question(session, row, question, teacher_id)
        return row.id


def take_up(teacher_id: int, question_id: int, number: int) -> int:
    """Make version *number* of the question, as it was, the newest one; returns the version."""
    with db.writing() as session:
        (row,) = _own_questions(session, teacher_id, [question_id])
        body = session.scalar(
            select(QuestionVersion.body).where(
                QuestionVersion.question_id == question_id, QuestionVersion.number == number
            )
        )
        if body is None:
            raise NotFound
        try:
            question = checked(body, _text(session, row.article_id))
        except InvalidQuestion as error:
            raise Refused(
                "This version asks about words that are no longer in the text. Edit it instead."
            ) from error
        return _revise(session, row, question, teacher_id)


def set_tags(teacher_id: int, question_id: int, tags: Sequence[str]) -> None:
    """Let the question be found under these *tags*, and under no others."""
    tidy = {" ".join(tag.split()).casefold() for tag in tags} - {""}
    if len(tidy) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in tidy):
        raise Refused(
            "At most %(most)s tags of %(longest)s characters each.",
            most=MOST_TAGS,
            longest=LONGEST_TAG,
        )
    with db.writing() as session:
        _own_questions(session, teacher_id, [question_id])
        session.execute(delete(QuestionTag).where(QuestionTag.question_id == question_id))
        session.add_all(QuestionTag(question_id=question_id, tag=tag) for tag in sorted(tidy))


def checked(plain: dict[str, Any], article: Article) -> Question[Any]:
    """The question that *plain* describes, if its places are in *article*, or InvalidQuestion."""
    question = types.load(plain)
    problems = misplaced(question, article)
    if problems:
        raise InvalidQuestion(*problems)
    return question


def own_article(session: Session, teacher_id: int, article_id: int) -> models.Article:
    """The article, held until the end of the transaction, if the teacher may change it."""
    row = session.scalar(store.usable_article(teacher_id, article_id).with_for_update())
    if row is None:
        raise NotFound
    if row.teacher_id is None:
        raise Refused("This article came with the site. Make it yours, then change it.")
    return row


def _own_questions(
    session: Session, teacher_id: int, question_ids: Sequence[int]
) -> list[models.Question]:
    """The questions, held together with their article, if the teacher may change them."""
    rows = list(
        session.scalars(select(models.Question).where(models.Question.id.in_(question_ids)))
    )
    articles = {row.article_id for row in rows}
    if len(rows) < len(set(question_ids)) or len(articles) != 1:
        raise NotFound
    own_article(session, teacher_id, articles.pop())
    return rows


def _revise(
    session: Session, row: models.Question, question: Question[Any], teacher_id: int
) -> int:
    row.status = Status.KEPT
    row.flag = None
    return versions.add_version(session, row, question, teacher_id).id


def _text(session: Session, article_id: int) -> Article:
    return schema.load(Article, store.newest_version(session, article_id).content)


def _free_slug(session: Session, article_id: int) -> str:
    taken = set(
        session.scalars(
            select(models.Question.slug).where(models.Question.article_id == article_id)
        )
    )
    return next(slug for n in count(1) if (slug := f"own-{n}") not in taken)


def _is_like(other: StoredQuestion, this: StoredQuestion) -> bool:
    if other.id == this.id:
        return False
    if this.question.recipe is None:
        return other.question.skill == this.question.skill
    return other.question.recipe == this.question.recipe


def _likeness(other: StoredQuestion, this: StoredQuestion) -> tuple[bool, bool, float]:
    a, b = other.question, this.question
    about_the_same = a.claim is not None and a.claim == b.claim
    return about_the_same, a.section == b.section, a.confidence or 0.0
