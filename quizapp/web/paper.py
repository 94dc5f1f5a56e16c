"""A quiz on paper: the sections with paragraph numbers, the questions, the key; and back again."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.store import classes as class_store
from quizapp.store import library as store
from quizapp.store import quizzes
from quizapp.store.library import QuizCard
from quizapp.store.quizzes import Item
from quizapp.usecases import paper
from quizapp.web import people, words
from quizapp.web.forms import ConfirmForm, Form, answer_form

bp = Blueprint("paper", __name__)


@bp.route("/assignments/<int:assignment_id>/pupils/<int:pupil_id>/paper", methods=["GET", "POST"])
@people.teachers_only
def type_in(assignment_id: int, pupil_id: int) -> str | Response | tuple[str, int]:
    """Type in what a pupil wrote on the printed sheet."""
    table = class_store.scores(db.reading(), people.number(), assignment_id)
    pupil = next((row for row in table.rows if row.pupil_id == pupil_id), None)
    if pupil is None:
        raise NotFound
    items = quizzes.items(table.assignment.quiz_id)
    form = ConfirmForm()
    fields = {item.position: _field(item, table.assignment.quiz_id) for item in items}
    if form.validate_on_submit():
        try:
            answers = _answers(fields)
            if answers is not None:
                paper.enter(people.number(), assignment_id, pupil_id, answers)
                flash(_("Saved: %(name)s.", name=pupil.name))
                return redirect(url_for("classes.scores", assignment_id=assignment_id), 303)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    page = render_template(
        "paper/type_in.html", table=table, pupil=pupil, items=items, form=form, fields=fields
    )
    return page, 422 if form.is_submitted() else 200


def _field(item: Item, quiz_id: int) -> Form:
    """The form of one question; all of them are on one page, so that each has its own prefix.

    The order of the options is that of the printed sheet.
    """
    return answer_form(item.question, quiz_id, item.position)(prefix=f"q{item.position}-")


def _answers(fields: dict[int, Form]) -> dict[int, object] | None:
    """What was typed in, by position; None if something of it is no answer."""
    given = {position: form for position, form in fields.items() if _is_filled(form)}
    # All are validated, so that each tells what is wrong with it.
    sound = [form.answer.validate(form) for form in given.values()]
    if not all(sound):
        return None
    return {position: form.answer.data for position, form in given.items()}


def _is_filled(form: Form) -> bool:
    name = form.answer.name
    return any(value for key, value in request.form.items(multi=True) if key.startswith(name))


@bp.get("/library/<int:article_id>/quizzes/<int:quiz_id>/paper")
@people.teachers_only
def sheet(article_id: int, quiz_id: int) -> str:
    """What pupils get: text and questions, nothing of the key."""
    quiz = _own(article_id, quiz_id)
    items = quizzes.items(quiz_id)
    forms = {
        # One order for everybody, and not the one in which the key may stand first.
        item.position: answer_form(item.question, quiz_id, item.position)(formdata=None)
        for item in items
    }
    return render_template(
        "paper/sheet.html",
        quiz=quiz,
        article_id=article_id,
        article=quizzes.article(quiz_id),
        items=items,
        forms=forms,
    )


@bp.get("/library/<int:article_id>/quizzes/<int:quiz_id>/paper/key")
@people.teachers_only
def key(article_id: int, quiz_id: int) -> str:
    """What the teacher keeps: what is right, and the sentence that decides."""
    quiz = _own(article_id, quiz_id)
    return render_template(
        "paper/key.html", quiz=quiz, article_id=article_id, items=quizzes.items(quiz_id)
    )


def _own(article_id: int, quiz_id: int) -> QuizCard:
    view = store.article(db.reading(), people.number(), article_id)
    quiz = next((quiz for quiz in view.quizzes if quiz.id == quiz_id), None)
    if quiz is None:
        raise NotFound
    return quiz
