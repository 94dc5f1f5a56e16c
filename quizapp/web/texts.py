"""Setting the text of an article right, all of it in one form."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from questions.correction import blocks_of
from quizapp import db
from quizapp.errors import Refused
from quizapp.store import library as store
from quizapp.store.library import ArticleView
from quizapp.usecases import texts
from quizapp.usecases.texts import Outcome
from quizapp.web import people, words
from quizapp.web.forms_text import TextForm, corrected_text

bp = Blueprint("texts", __name__)


@bp.get("/library/<int:article_id>/text")
@people.teachers_only
def show(article_id: int) -> str:
    """The text with everything that can be changed in it."""
    view = store.article(db.reading(), people.number(), article_id)
    return page(view, form_of(view))


@bp.post("/library/<int:article_id>/text")
@people.teachers_only
def save(article_id: int) -> Response | tuple[str, int]:
    """Make what was sent the text from now on."""
    view = store.article(db.reading(), people.number(), article_id)
    form = form_of(view)
    if not form.validate_on_submit():
        return page(view, form), 422
    article = corrected_text(view.article, form, request.form)
    try:
        outcome = texts.save_text(
            people.number(), article_id, form.base.data or 0, article, form.notes
        )
    except Refused as refused:
        form.form_errors.append(words.told(refused))
        return page(view, form), 422
    tell(outcome)
    return redirect(url_for(".show", article_id=article_id), 303)


def form_of(view: ArticleView) -> TextForm:
    """The form with the headline and the notes of *view*."""
    article = view.article
    return TextForm(
        data={
            "base": view.version,
            "headline": article.headline,
            "outlet": article.outlet,
            "byline": article.byline,
            "level": view.level,
            "licence": view.licence,
        }
    )


def tell(outcome: Outcome) -> None:
    """Say what became of the questions."""
    flash(_("Saved."))
    if outcome.moved:
        flash(
            ngettext(
                "%(num)s question went along with its words.",
                "%(num)s questions went along with their words.",
                outcome.moved,
            )
        )
    if outcome.flagged:
        flash(
            ngettext(
                "%(num)s question lost what it rests on: it waits in the review.",
                "%(num)s questions lost what they rest on: they wait in the review.",
                outcome.flagged,
            )
        )


def page(view: ArticleView, form: TextForm) -> str:
    """The page with the form."""
    return render_template(
        "texts/show.html",
        view=view,
        form=form,
        blocks=blocks_of(view.article),
        sections=len(view.article.sections),
    )
