"""The library: articles with who said what in them, their questions with keys, and quizzes."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.store import bringing, quizzes
from quizapp.store import classes as class_store
from quizapp.store import library as store
from quizapp.store.library import ArticleView
from quizapp.usecases import library
from quizapp.web import article_text, people, quiz_titles, who_said_what, words
from quizapp.web.forms import QuizForm, offer

bp = Blueprint("articles", __name__)


@bp.get("/library")
@people.teachers_only
def index() -> str:
    """The articles that there are, and those on their way."""
    return render_template(
        "articles/index.html",
        articles=store.articles(db.reading(), people.number()),
        archived=store.articles(db.reading(), people.number(), archived=True),
        jobs=bringing.jobs(db.reading(), people.number()),
    )


@bp.get("/library/<int:article_id>")
@people.teachers_only
def show(article_id: int) -> str:
    """An article, its claims and its questions."""
    view = store.article(db.reading(), people.number(), article_id)
    return page(view, quiz_form(view, {"title": quiz_titles.fresh(view)}))


@bp.get("/library/<int:article_id>/quizzes/<int:quiz_id>")
@people.teachers_only
def quiz(article_id: int, quiz_id: int) -> str:
    """A quiz to look through: its questions in order, each with its key."""
    view = store.article(db.reading(), people.number(), article_id)
    card = next((quiz for quiz in view.quizzes if quiz.id == quiz_id), None)
    if card is None:
        raise NotFound
    return render_template(
        "articles/quiz.html",
        view=view,
        quiz=card,
        items=quizzes.items(quiz_id),
        classes=class_store.home(db.reading(), people.number()),
    )


@bp.post("/library/<int:article_id>/quizzes")
@people.teachers_only
def publish(article_id: int) -> Response | tuple[str, int]:
    """Make a quiz of the chosen questions."""
    view = store.article(db.reading(), people.number(), article_id)
    form = quiz_form(view)
    if not form.validate_on_submit():
        return page(view, form), 422
    try:
        library.publish_quiz(
            people.number(), article_id, form.questions.data or [], form.title.data or ""
        )
    except Refused as refused:
        form.form_errors.append(words.told(refused))
        return page(view, form), 422
    flash(_("The quiz is ready. Choose a class to give it to."))
    return redirect(url_for(".show", article_id=article_id, _anchor="quizzes"), 303)


@bp.post("/library/<int:article_id>/copy")
@people.teachers_only
def copy(article_id: int) -> Response:
    """Make an article that came with the site the teacher's own."""
    try:
        copy_id = library.copy_article(people.number(), article_id)
    except Refused as refused:
        flash(words.told(refused))
        return redirect(url_for(".show", article_id=article_id), 303)
    flash(_("This copy is yours: change the text and the questions as you like."))
    return redirect(url_for(".show", article_id=copy_id), 303)


@bp.post("/library/<int:article_id>/archive")
@people.teachers_only
def archive(article_id: int) -> Response:
    """Put the article away, or take it out again."""
    view = store.article(db.reading(), people.number(), article_id)
    try:
        library.archive_article(people.number(), article_id, archived=not view.archived)
        flash(_("Saved."))
    except Refused as refused:
        flash(words.told(refused))
    return redirect(url_for(".show", article_id=article_id), 303)


def quiz_form(view: ArticleView, chosen: dict[str, Any] | None = None) -> QuizForm:
    """The form that makes a quiz of the questions of *view*."""
    form = QuizForm(data=chosen)
    form.questions.choices = offer({q.version_id: q.question.prompt for q in view.questions})
    return form


def page(view: ArticleView, form: QuizForm) -> str:
    """The article's page."""
    return render_template(
        "articles/show.html",
        view=view,
        form=form,
        sections=article_text.sections(view.article, view.claims),
        voices=who_said_what.voices(view.article, view.claims),
        classes=class_store.home(db.reading(), people.number()),
    )
