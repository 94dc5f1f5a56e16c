"""Asking again: new questions about an article that a teacher has put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import schema
from questions.article import Article
from questions.claims import Claims
from questions.question import Question
from quizapp import db, models
from quizapp.models import Origin, Status
from quizapp.store import library as store
from quizapp.store.library import StoredQuestion
from quizapp.usecases import versions


@dataclass(frozen=True)
class Text:
    """An article as it is in one version."""

    version: int
    article: Article
    claims: Claims


def text_of(article_id: int) -> Text | None:
    """The article as it is now; None where it is gone."""
    session = db.reading()
    if session.get(models.Article, article_id) is None:
        return None
    newest = store.newest_version(session, article_id)
    return Text(
        newest.number,
        schema.load(Article, newest.content),
        schema.load(Claims, newest.claims),
    )


def add_fresh(
    article_id: int,
    version: int,
    ready: Sequence[Question[Any]],
    for_review: Sequence[Question[Any]],
) -> int:
    """Add those of the questions that are not there yet; returns how many.

    Nothing is added where the article is no longer in *version*: then it is asked about again.
    """
    with db.writing() as session:
        row = session.get(models.Article, article_id, with_for_update=True)
        if row is None or store.newest_version(session, article_id).number != version:
            return 0
        known = store.questions(session, article_id)
        judged = [(question, Status.READY) for question in ready]
        judged += [(question, Status.SUGGESTED) for question in for_review]
        fresh = [pair for pair in judged if not _is_known(pair[0], known)]
        for slug, (question, status) in zip(
            _slugs(session, article_id, len(fresh)), fresh, strict=True
        ):
            new = versions.new_row(article_id, slug, Origin.GENERATED, status)
            versions.add_question(session, new, question)
        return len(fresh)


def _is_known(question: Question[Any], known: Sequence[StoredQuestion]) -> bool:
    """Whether the same is asked already, or was dropped; what is flagged can be asked anew."""
    return any(
        (each.question.prompt == question.prompt and each.question.kind == question.kind)
        or (
            each.flag is None
            and question.claim is not None
            and (each.question.recipe, each.question.claim) == (question.recipe, question.claim)
        )
        for each in known
    )


def _slugs(session: Session, article_id: int, number: int) -> list[str]:
    slugs = select(models.Question.slug).where(models.Question.article_id == article_id)
    taken = set(session.scalars(slugs))
    free = (slug for n in count(1) if (slug := f"again-{n}") not in taken)
    return [next(free) for _ in range(number)]
