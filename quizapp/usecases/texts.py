"""Putting an article right: its text, and who says what in it.

Each save is a new version of the article. The questions go along: their words are found again in
the new text, as new versions of the questions, and what cannot be found is flagged for a review.
Quizzes that are published keep the text and the questions that they have.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from questions import schema, types
from questions.article import Article
from questions.claim_correction import ClaimCorrection, corrected_claims
from questions.claims import Claims
from questions.places import Places, moved_claims, moved_question
from questions.question import InvalidQuestion
from quizapp import db, models
from quizapp.errors import Refused
from quizapp.models import ArticleVersion, Status
from quizapp.store import library as store
from quizapp.usecases import versions
from quizapp.usecases.reviewing import own_article
from quizapp.usecases.versions import CLAIM_CHANGED, EVIDENCE_GONE, Text


@dataclass(frozen=True)
class Notes:
    """What a teacher notes about an article: for whom it is, and who may copy it."""

    level: str
    licence: str


@dataclass(frozen=True)
class Outcome:
    """What a correction did to the questions: how many it changed, how many it flagged."""

    moved: int = 0
    flagged: int = 0
    saved: bool = True
    """Whether there was anything to save."""


@dataclass(frozen=True)
class _Change:
    """The text and claims before and after: ``claims`` has the new index of each claim left."""

    places: Places
    claims: Mapping[int, int]
    changed: Collection[int] = ()
    """Claims, by their index before, that say something else now."""


def save_text(
    teacher_id: int, article_id: int, base: int, article: Article, notes: Notes
) -> Outcome:
    """Make *article* the text from now on; *base* is the version that was corrected."""
    if not article.paragraphs:
        raise Refused("Leave at least one paragraph in.")
    with db.writing() as session:
        row = own_article(session, teacher_id, article_id)
        newest = _unchanged(session, article_id, base)
        row.headline = article.headline
        row.outlet = article.outlet
        row.level, row.licence = notes.level, notes.licence
        old, claims = schema.load(Article, newest.content), schema.load(Claims, newest.claims)
        if article == old:
            return Outcome(saved=False)
        places = Places(old, article)
        moved, now = moved_claims(claims, places)
        versions.add_text(
            session, newest.article_id, newest.number + 1, Text(article, moved), teacher_id
        )
        return _carry_along(session, article_id, teacher_id, _Change(places, now))


def save_claims(
    teacher_id: int, article_id: int, base: int, correction: ClaimCorrection
) -> Outcome:
    """Put right who says what; *base* is the version of the article that was corrected.

    Questions about a claim that is another one now are flagged.
    """
    with db.writing() as session:
        own_article(session, teacher_id, article_id)
        newest = _unchanged(session, article_id, base)
        article, old = schema.load(Article, newest.content), schema.load(Claims, newest.claims)
        right = corrected_claims(article, old, correction)
        if right.claims == old:
            return Outcome(saved=False)
        versions.add_text(
            session, newest.article_id, newest.number + 1, Text(article, right.claims), teacher_id
        )
        change = _Change(Places(article, article), right.now, right.changed)
        return _carry_along(session, article_id, teacher_id, change)


def _unchanged(session: Session, article_id: int, base: int) -> ArticleVersion:
    """The newest version, if it is still the one that was corrected."""
    newest = store.newest_version(session, article_id)
    if newest.number != base:
        raise Refused(
            "The article was changed in the meantime, perhaps in another window. "
            "Open this page again and make your changes there."
        )
    return newest


def _carry_along(session: Session, article_id: int, teacher_id: int, change: _Change) -> Outcome:
    """Bring every question about the article into its new version."""
    asked = store.newest_questions().where(models.Question.article_id == article_id)
    moved = flagged = 0
    for row, version in session.execute(asked).all():
        plain, flag = _moved(version.body, change)
        if plain != version.body and not _revised(session, row, plain, teacher_id):
            flag = EVIDENCE_GONE
        moved += plain != version.body
        flagged += _flag(row, flag)
    return Outcome(moved, flagged)


def _revised(
    session: Session, row: models.Question, plain: dict[str, Any], teacher_id: int
) -> bool:
    """Make *plain* the next version of the question, if that can still be asked."""
    try:
        versions.add_version(session, row, types.load(plain), teacher_id)
    except InvalidQuestion:
        return False
    return True


def _flag(row: models.Question, flag: str) -> bool:
    """Flag the question, or take back that its evidence is gone; whether it is newly flagged."""
    if not flag:
        if row.flag == EVIDENCE_GONE:
            row.flag = None
        return False
    new = row.flag != flag
    row.flag = flag
    if row.status != Status.DROPPED:
        row.status = Status.SUGGESTED
    return new


def _moved(body: dict[str, Any], change: _Change) -> tuple[dict[str, Any], str]:
    """A question's plain data in the new version, and what is to be said about it."""
    claim = body["claim"]
    plain, whole = moved_question(body, change.places)
    plain["claim"] = None if claim is None else change.claims.get(claim)
    if not whole:
        return plain, EVIDENCE_GONE
    if claim is not None and (claim in change.changed or plain["claim"] is None):
        return plain, CLAIM_CHANGED
    return plain, ""
