"""Questions in a teacher's hand: edit one, write one, look at one as pupils will see it."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from questions.question import InvalidQuestion, Question
from questions.types import TYPES
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.store import library as store
from quizapp.store.library import ArticleView, StoredQuestion
from quizapp.usecases import reviewing
from quizapp.web import draft_words, people, review_filter, words
from quizapp.web.drafts import KINDS, Draft
from quizapp.web.forms import answer_form

bp = Blueprint("writing", __name__)

PREVIEW_SEED = 1


@bp.get("/library/<int:article_id>/questions/new")
@people.teachers_only
def new(article_id: int) -> str:
    """Choose how the new question is answered."""
    view = store.article(db.reading(), people.number(), article_id)
    return render_template("writing/new.html", view=view, kinds=KINDS, types=TYPES)


@bp.route("/library/<int:article_id>/questions/new/<kind>", methods=["GET", "POST"])
@people.teachers_only
def write(article_id: int, kind: str) -> str | Response | tuple[str, int]:
    """Write a question of one's own."""
    view = store.article(db.reading(), people.number(), article_id)
    if kind not in TYPES:
        raise NotFound
    return work_on(view, Draft(kind, view.article), None)


@bp.route("/library/<int:article_id>/questions/<int:question_id>", methods=["GET", "POST"])
@people.teachers_only
def edit(article_id: int, question_id: int) -> str | Response | tuple[str, int]:
    """Change a question: what is saved is its next version."""
    stored = store.question(db.reading(), people.number(), article_id, question_id)
    view = store.article(db.reading(), people.number(), article_id)
    return work_on(view, Draft(stored.question.kind, view.article, stored.question), stored)


@bp.get("/library/<int:article_id>/questions/<int:question_id>/versions")
@people.teachers_only
def history(article_id: int, question_id: int) -> str:
    """Every version of a question, with who wrote it and when."""
    stored = store.question(db.reading(), people.number(), article_id, question_id)
    return render_template(
        "writing/history.html",
        view=store.article(db.reading(), people.number(), article_id),
        stored=stored,
        versions=store.history(db.reading(), people.number(), article_id, question_id),
    )


@bp.post("/library/<int:article_id>/questions/<int:question_id>/versions/<int:number>")
@people.teachers_only
def take_up(article_id: int, question_id: int, number: int) -> Response:
    """Make an older version the newest one again."""
    store.question(db.reading(), people.number(), article_id, question_id)
    try:
        reviewing.take_up(people.number(), question_id, number)
        flash(_("Version %(number)s is the newest one again.", number=number))
    except Refused as refused:
        flash(words.told(refused))
    return redirect(url_for(".history", article_id=article_id, question_id=question_id), 303)


def work_on(
    view: ArticleView, draft: Draft, stored: StoredQuestion | None
) -> str | Response | tuple[str, int]:
    """Show *draft*; where it was sent, look at what it makes, and save that if so wished."""
    if request.method == "GET":
        return page(view, draft, stored, stored.question if stored else None)
    draft.read(request.form)
    try:
        question = question_of(draft)
        if request.form.get("do") != "save":
            return page(view, draft, stored, question)
        save(view.id, draft.plain(), stored)
    except InvalidQuestion as error:
        draft.show(error.problems)
        return page(view, draft, stored), 422
    except Refused as refused:
        flash(words.told(refused))
        return redirect(url_for("reviewing.show", article_id=view.id), 303)
    flash(_("Saved. The question is kept."))
    return redirect(way_on(view, stored), 303)


def question_of(draft: Draft) -> Question[Any]:
    """The question that *draft* makes, or InvalidQuestion with all that is wrong."""
    too_long = draft.too_long()
    if too_long:
        raise InvalidQuestion(*too_long)
    return reviewing.checked(draft.plain(), draft.article)


def save(article_id: int, plain: dict[str, Any], stored: StoredQuestion | None) -> None:
    """Store the question: as the next version of one that there is, or as a new one."""
    if stored is None:
        reviewing.write_question(people.number(), article_id, plain)
    else:
        reviewing.edit_question(people.number(), stored.id, plain)


def way_on(view: ArticleView, stored: StoredQuestion | None) -> str:
    """To the next question that waits in the review; from a new one, to those that are kept."""
    if stored is None:
        return url_for("reviewing.show", article_id=view.id, status="kept")
    following = review_filter.next_open(view.questions, stored.id)
    anchor = f"question-{following}" if following else "suggestions"
    return url_for("reviewing.show", article_id=view.id, at=following, _anchor=anchor)


def page(
    view: ArticleView,
    draft: Draft,
    stored: StoredQuestion | None,
    question: Question[Any] | None = None,
) -> str:
    """The form with *draft* in it; *question* is what a pupil would see of it."""
    field = None
    if question is not None:
        field = answer_form(question, PREVIEW_SEED, 1)(formdata=None)["answer"]
    return render_template(
        "writing/form.html",
        view=view,
        draft=draft,
        stored=stored,
        question=question,
        field=field,
        names=draft_words.FIELDS,
        columns=draft_words.PLACES,
    )
