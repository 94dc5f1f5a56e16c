"""The bank: every question that a teacher can use, to be searched, tagged and used again."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from questions.question import Process, Skill
from questions.types import TYPES
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import Status
from quizapp.store import bank as store
from quizapp.store import library as library_store
from quizapp.store.bank import Search
from quizapp.usecases import reviewing
from quizapp.web import draft_words, people, quiz_titles, words
from quizapp.web.review_filter import STATUS

bp = Blueprint("bank", __name__)

TEXTS = ("text", "skill", "process", "kind", "status", "tag")
"""What is asked for in words; besides there are the number of an article, and of a page."""


@bp.get("/library/questions")
@people.teachers_only
def index() -> str:
    """What was found; of one article, to be chosen for a quiz."""
    wanted = asked_for()
    found = store.search(db.reading(), people.number(), wanted)
    articles = library_store.articles(db.reading(), people.number())
    return render_template(
        "bank/index.html",
        wanted=wanted,
        found=found,
        articles=articles,
        title=title_for(wanted),
        tags=store.tags(db.reading(), people.number()),
        skills=list(Skill),
        processes={each.value: draft_words.CHOICES[each.value] for each in Process},
        kinds={kind: cls.label for kind, cls in TYPES.items()},
        statuses={status.value: STATUS[status] for status in Status},
        address=address,
    )


@bp.post("/library/questions/<int:question_id>/tags")
@people.teachers_only
def tag(question_id: int) -> Response:
    """Give a question other tags."""
    try:
        reviewing.set_tags(people.number(), question_id, request.form.get("tags", "").split(","))
        flash(_("Saved."))
    except Refused as refused:
        flash(words.told(refused))
    return redirect(address(asked_for(), f"question-{question_id}"), 303)


def asked_for() -> Search:
    """The search in the address."""
    given = {name: request.args.get(name, "")[:200] for name in TEXTS}
    if "\0" in "".join(given.values()):
        raise NotFound
    page = request.args.get("page", 1, int)
    return Search(
        **given,
        article=request.args.get("article", type=int),
        page=min(max(page, 1), 10_000),
    )


def address(wanted: Search, anchor: str | None = None, page: int | None = None) -> str:
    """Where *wanted* is shown, or another *page* of it."""
    shown = wanted if page is None else replace(wanted, page=page)
    chosen: dict[str, Any] = {name: getattr(shown, name) or None for name in (*TEXTS, "article")}
    return url_for(".index", **chosen, page=shown.page if shown.page > 1 else None, _anchor=anchor)


def title_for(wanted: Search) -> str:
    """What a quiz of the article that is searched would be called; "" for several articles."""
    if wanted.article is None:
        return ""
    view = library_store.article(db.reading(), people.number(), wanted.article)
    return quiz_titles.fresh(view)
