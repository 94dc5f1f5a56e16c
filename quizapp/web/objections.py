"""What pupils say is wrong with a question: a few words from them, and an answer to them."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import db
from quizapp.errors import Refused
from quizapp.store import objections as store
from quizapp.usecases import objections
from quizapp.web import limits, people, words
from quizapp.web.forms import ConfirmForm

bp = Blueprint("objections", __name__)


@bp.post("/attempts/<int:attempt_id>/questions/<int:position>/objection")
@people.pupils_only
def send(attempt_id: int, position: int) -> Response:
    """Say that a question is wrong; what came of it stands beside the question."""
    if ConfirmForm().validate_on_submit():
        try:
            limits.count_objection(people.number())
            objections.object_to(people.number(), attempt_id, position, written("objection"))
            flash(_("Sent to your teacher."))
        except Refused as refused:
            flash(words.told(refused))
    return redirect(url_for("attempts.question", attempt_id=attempt_id, position=position), 303)


@bp.get("/objections")
@people.teachers_only
def show() -> str:
    """What is not settled in all classes, then what is."""
    session = db.reading()
    return render_template(
        "objections/show.html",
        waiting=store.queue(session, people.number()),
        settled=store.settled(session, people.number()),
        longest=objections.LONGEST,
    )


@bp.post("/objections/<int:objection_id>")
@people.teachers_only
def settle(objection_id: int) -> Response:
    """Answer the pupil."""
    if ConfirmForm().validate_on_submit():
        try:
            objections.settle(people.number(), objection_id, written("reply"))
            flash(_("Answered. The pupil reads it beside the question."))
        except Refused as refused:
            flash(words.told(refused))
    return redirect(url_for(".show"), 303)


def written(name: str) -> str:
    """The text that was sent as *name*."""
    return request.form.get(name, "").replace("\r\n", "\n").strip()
