"""A question put right after pupils have answered it: look, propose, see what it does, apply."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from questions.question import InvalidQuestion, Question
from quizapp import db
from quizapp.errors import NotFound, Refused
from quizapp.models import Amendment
from quizapp.store import regrading as store
from quizapp.store.regrading import QuestionView
from quizapp.usecases import keys, regrading
from quizapp.usecases.regrading import Proposal
from quizapp.web import draft_words, people, words
from quizapp.web.forms import ConfirmForm
from quizapp.web.forms_regrading import KeyForm, RegradeForm, VoidForm, key_form

bp = Blueprint("regrading", __name__)


@bp.route("/assignments/<int:assignment_id>/questions/<int:position>", methods=["GET", "POST"])
@people.teachers_only
def show(assignment_id: int, position: int) -> str | Response | tuple[str, int]:
    """The question as it counts by now; what is proposed is shown in its effects, then applied."""
    view = store.question(db.reading(), people.number(), assignment_id, position)
    if request.method == "GET":
        return page(view, VoidForm(data=known(view)), filled(view))
    voids = request.form.get("amendment") == Amendment.VOID
    form = VoidForm() if voids else key_form(view.item.question, position)()
    if not form.validate_on_submit():
        return page(view, *beside(view, form)), 422
    try:
        proposal = Proposal(
            position,
            Amendment.VOID if voids else Amendment(form["amendment"].data),
            None if voids else changed(view, form),
            form.reason.data or "",
            everywhere=form.everywhere.data,
            seen=form.seen.data or 0,
        )
        return proposed(view, proposal)
    except InvalidQuestion as error:
        form.form_errors += [draft_words.told(p.partition(": ")[2]) for p in error.problems]
    except Refused as refused:
        form.form_errors.append(words.told(refused))
    return page(view, *beside(view, form)), 422


@bp.post("/assignments/<int:assignment_id>/questions/<int:position>/undo/<int:regrade_id>")
@people.teachers_only
def undo(assignment_id: int, position: int, regrade_id: int) -> Response:
    """Take a step back."""
    if ConfirmForm().validate_on_submit():
        try:
            regrading.undo(people.number(), assignment_id, regrade_id)
            flash(_("Undone. All scores have followed."))
        except Refused as refused:
            flash(words.told(refused))
    return redirect(url_for(".show", assignment_id=assignment_id, position=position), 303)


def proposed(view: QuestionView, proposal: Proposal) -> str | Response:
    """What *proposal* would do; where that has been seen, do it."""
    here = (people.number(), view.assignment.id)
    if request.form.get("do") == "apply":
        regrading.apply(*here, proposal)
        flash(_("Done. All scores have followed; you can undo it below."))
        return redirect(request.path, 303)
    return render_template(
        "regrading/preview.html",
        view=view,
        proposal=proposal,
        preview=regrading.preview(*here, proposal),
        sent=[
            (name, value)
            for name in request.form
            if name not in {"csrf_token", "do"}
            for value in request.form.getlist(name)
        ],
    )


def changed(view: QuestionView, form: RegradeForm) -> Question[Any]:
    """The question with the key that *form* gives it."""
    now, answer = view.item.question, form["answer"].data
    if form["amendment"].data == Amendment.ACCEPT_ANSWER:
        question = keys.also_accepting(now, answer, form["note"].data or "")
    else:
        question = keys.with_key(now, answer)
    return replace(
        question,
        explanation=(form["explanation"].data or "").replace("\r\n", "\n").strip(),
        evidence=() if form["without_evidence"].data else question.evidence,
    )


def known(view: QuestionView) -> dict[str, Any]:
    """What a form holds before anything is filled in."""
    return {"seen": view.newest}


def filled(view: QuestionView) -> KeyForm | None:
    """The form for another key, with the answer that was chosen above it; none to open ones."""
    question = view.item.question
    if question.marked_by_teacher:
        return None
    values = known(view) | {"explanation": question.explanation}
    number = request.args.get("given", type=int)
    if number is not None:
        if not 0 <= number < len(view.given):
            raise NotFound
        values["answer"] = view.given[number].answer
        values["amendment"] = (
            Amendment.ACCEPT_ANSWER if keys.can_have_more(question) else Amendment.CHANGE_KEY
        ).value
    return key_form(question, view.item.position)(formdata=None, data=values)


def beside(view: QuestionView, form: RegradeForm) -> tuple[VoidForm, KeyForm | None]:
    """Both forms of the page, of which *form* was sent."""
    if isinstance(form, KeyForm):
        return VoidForm(formdata=None, data=known(view)), form
    return form, filled(view)


def page(view: QuestionView, void: RegradeForm, key: KeyForm | None) -> str:
    """The page of the question with both forms."""
    return render_template(
        "regrading/show.html",
        view=view,
        void=void,
        key=key,
        can_have_more=keys.can_have_more(view.item.question),
    )
