"""The review of the questions about an article: suggestions beside the text, to keep or to drop."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_babel.speaklater import LazyString
from werkzeug import Response

from quizapp import db, jobs
from quizapp.errors import NotFound, Refused
from quizapp.models import Status
from quizapp.store import library as store
from quizapp.store.library import ArticleView, StoredQuestion
from quizapp.usecases import reviewing
from quizapp.web import article_text, certainty, people, review_filter, words
from quizapp.web.forms_review import DecisionForm
from quizapp.web.marking import EVIDENCE, Mark
from quizapp.web.review_filter import Filter

bp = Blueprint("reviewing", __name__)


@dataclass(frozen=True)
class Card:
    """A question to decide about, the words of its claim, and how sure it is in words."""

    stored: StoredQuestion
    source: str
    claim: str
    sure: LazyString | None

    @property
    def id(self) -> int:
        """The number of the question."""
        return self.stored.id

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.stored.status in reviewing.UNDECIDED


@bp.get("/library/<int:article_id>/review")
@people.teachers_only
def show(article_id: int) -> str:
    """The suggestions, beside the text that they are about."""
    view = store.article(db.reading(), people.number(), article_id)
    questions = store.questions(db.reading(), article_id)
    wanted = review_filter.asked_for()
    shown = wanted.matching(questions)
    at = request.args.get("at", type=int)
    return render_template(
        "reviewing/show.html",
        view=view,
        sections=article_text.sections(view.article, view.claims, evidence(shown, at)),
        cards=[card(view, stored) for stored in shown],
        counts=Counter(stored.status for stored in questions),
        ready=sum(is_ready(stored) for stored in questions),
        wanted=wanted,
        recipes=review_filter.recipes(questions),
        statuses=review_filter.STATUS,
        at=at,
    )


@bp.post("/library/<int:article_id>/review")
@people.teachers_only
def decide(article_id: int) -> Response:
    """Keep or drop a question; then on to the next one."""
    form = DecisionForm()
    if not form.validate_on_submit():
        raise NotFound
    decided = form.question.data or 0
    store.question(db.reading(), people.number(), article_id, decided)
    wanted = review_filter.asked_for()
    shown = wanted.matching(store.questions(db.reading(), article_id))
    try:
        reviewing.set_status(people.number(), [decided], Status(form.status.data))
    except Refused as refused:
        flash(words.told(refused))
        return back(article_id, wanted, decided)
    return back(article_id, wanted, review_filter.next_open(shown, decided))


@bp.post("/library/<int:article_id>/review/ready")
@people.teachers_only
def keep_ready(article_id: int) -> Response:
    """Keep all questions that need no review."""
    try:
        kept = reviewing.keep_ready(people.number(), article_id)
        flash(ngettext("%(num)s question was kept.", "%(num)s questions were kept.", kept))
    except Refused as refused:
        flash(words.told(refused))
    return redirect(url_for(".show", article_id=article_id), 303)


@bp.post("/library/<int:article_id>/review/ask")
@people.teachers_only
def ask(article_id: int) -> Response:
    """Have questions made about the article as it is now."""
    view = store.article(db.reading(), people.number(), article_id)
    if view.shipped:
        raise NotFound
    jobs.enqueue_asking(article_id)
    flash(_("New questions are being written. They will be here in a minute."))
    return redirect(url_for(".show", article_id=article_id), 303)


@bp.post("/library/<int:article_id>/questions/<int:question_id>/another")
@people.teachers_only
def another(article_id: int, question_id: int) -> Response:
    """Take another question of the same kind instead of this one."""
    store.question(db.reading(), people.number(), article_id, question_id)
    try:
        following = reviewing.another_like(people.number(), question_id)
    except Refused as refused:
        flash(words.told(refused))
        following = question_id
    else:
        flash(_("Dropped. This one is like it."))
    return back(article_id, review_filter.asked_for(), following)


def evidence(shown: Sequence[StoredQuestion], at: int | None) -> list[Mark]:
    """Marks for what decides each question, by which a script finds it; lit up for the one *at*."""
    return [
        Mark(span, f"{EVIDENCE} q-{stored.id}" if stored.id == at else f"q-{stored.id}")
        for stored in shown
        for span in stored.question.evidence
    ]


def card(view: ArticleView, stored: StoredQuestion) -> Card:
    """All that one should know to decide about a question."""
    question = stored.question
    source = claim = ""
    if question.claim is not None and question.claim < len(view.claims.claims):
        found = view.claims.claims[question.claim]
        claim = " … ".join(view.article.text_of(span) for span in found.content)
        source = "" if found.source is None else view.claims.sources[found.source].name
    sure = None if question.confidence is None else certainty.word(question.confidence)
    return Card(stored, source, claim, sure)


def is_ready(stored: StoredQuestion) -> bool:
    """Whether the question can be kept without a review."""
    return stored.status is Status.READY and stored.flag is None


def back(article_id: int, wanted: Filter, at: int | None) -> Response:
    """Back to the review, at the question *at*."""
    anchor = f"question-{at}" if at else "suggestions"
    return redirect(
        url_for(".show", article_id=article_id, at=at, _anchor=anchor, **wanted.chosen()), 303
    )
