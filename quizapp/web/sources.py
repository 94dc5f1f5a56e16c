"""Who says what in an article, beside its text, to be set right."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from quizapp import db, jobs
from quizapp.errors import Refused
from quizapp.store import library as store
from quizapp.usecases import texts
from quizapp.web import article_text, people, who_said_what, words
from quizapp.web.forms_sources import FORMS, KINDS, correction_of, sentences_by_value

bp = Blueprint("sources", __name__)


@bp.get("/library/<int:article_id>/sources")
@people.teachers_only
def show(article_id: int) -> str:
    """Every source with its claims."""
    view = store.article(db.reading(), people.number(), article_id)
    article, claims = view.article, view.claims
    numbered = list(enumerate(claims.claims))
    return render_template(
        "sources/show.html",
        view=view,
        sections=article_text.sections(article, claims),
        hues=who_said_what.hues(article, claims),
        groups=[
            (number, source, [pair for pair in numbered if pair[1].source == number])
            for number, source in enumerate(claims.sources)
        ],
        nobodys=[pair for pair in numbered if pair[1].source is None],
        sentences=sentences_by_value(article),
        forms=FORMS,
        kinds=KINDS,
    )


@bp.post("/library/<int:article_id>/sources")
@people.teachers_only
def save(article_id: int) -> Response:
    """Put right who says what."""
    view = store.article(db.reading(), people.number(), article_id)
    base = request.form.get("base", 0, int)
    try:
        correction = correction_of(view.article, view.claims, request.form)
        outcome = texts.save_claims(people.number(), article_id, base, correction)
    except Refused as refused:
        flash(words.told(refused))
    else:
        flash(_("Saved."))
        if outcome.saved:
            jobs.enqueue_asking(article_id)
            flash(_("New questions are being written. They will be in the review in a minute."))
        if outcome.flagged:
            flash(
                ngettext(
                    "%(num)s question rests on a claim that was changed: it waits in the review.",
                    "%(num)s questions rest on a claim that was changed: they wait in the review.",
                    outcome.flagged,
                )
            )
    return redirect(url_for(".show", article_id=article_id), 303)
