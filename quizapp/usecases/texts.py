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
from questions.claims import Claims
from questions.places import Places, moved_claims, moved_question
from questions.question import InvalidQuestion
from quizapp import clock, db, models
from quizapp.errors import Refused
from quizapp.models import ArticleVersion, QuestionVersion, Status
from quizapp.store import library as store
from quizapp.usecases import versions
from quizapp.usecases.reviewing import own_article
from quizapp.usecases.versions import CLAIM_CHANGED, EVIDENCE_GONE


@dataclass(frozen=True)
class Notes:
    """What a teacher notes about an article: for whom it is, and who may copy it."""

    level: str
    licence: str


@dataclass(frozen=True)
class Outcome:
    """What a correction did to the questions: how many moved, and how many need a look."""

    moved: int = 0
    flagged: int = 0


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
            return Outcome()
        places = Places(old, article)
        moved, now = moved_claims(claims, places)
        _add_version(session, newest, teacher_id, article, moved)
        return _carry_along(session, article_id, teacher_id, _Change(places, now))


def _unchanged(session: Session, article_id: int, base: int) -> ArticleVersion:
    """The newest version, if it is still the one that was corrected."""
    newest = store.newest_version(session, article_id)
    if newest.number != base:
        raise Refused(
            "The article was changed in the meantime, perhaps in another window. "
            "Open this page again and make your changes there."
        )
    return newest


def _add_version(
    session: Session, newest: ArticleVersion, teacher_id: int, article: Article, claims: Claims
) -> None:
    session.add(
        ArticleVersion(
            article_id=newest.article_id,
            number=newest.number + 1,
            content=schema.dump(article),
            claims=schema.dump(claims),
            created_at=clock.now(),
            teacher_id=teacher_id,
        )
    )
    session.flush()


def _carry_along(session: Session, article_id: int, teacher_id: int, change: _Change) -> Outcome:
    """Bring every question about the article into its new version."""
    asked = store.newest_questions().where(models.Question.article_id == article_id)
    moved = flagged = 0
    for row, version in session.execute(asked).all():
        flag = _carry(session, row, version, teacher_id, change)
        moved += flag is not None
        flagged += bool(flag)
    return Outcome(moved, flagged)


def _carry(
    session: Session,
    row: models.Question,
    version: QuestionVersion,
    teacher_id: int,
    change: _Change,
) -> str | None:
    """Bring one question along: its flag, "" if it only moved, None if it stays as it is."""
    plain, flag = _moved(version.body, change)
    if plain != version.body:
        try:
            versions.add_version(session, row, types.load(plain), teacher_id)
        except InvalidQuestion:
            flag = EVIDENCE_GONE
    elif not flag:
        return None
    if flag:
        row.flag = flag
        if row.status != Status.DROPPED:
            row.status = Status.SUGGESTED
    return flag


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
