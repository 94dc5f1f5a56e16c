"""Giving a quiz to classes, and the rules while they work: open, close, exceptions, release."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import db
from quizapp.errors import Refused
from quizapp.models import Feedback, Stage
from quizapp.store import assignments as store
from quizapp.store import classes as class_store
from quizapp.store import library
from quizapp.store.assignments import AssignmentView
from quizapp.usecases import assignments
from quizapp.web import people, words
from quizapp.web.forms import ConfirmForm, offer
from quizapp.web.forms_assigning import (
    AssignForm,
    OverrideForm,
    ReleaseForm,
    RulesForm,
    filled,
    filled_with,
)

bp = Blueprint("assigning", __name__)


@bp.route("/classes/<int:class_id>/assign", methods=["GET", "POST"])
@people.teachers_only
def assign(class_id: int) -> str | Response | tuple[str, int]:
    """Give a quiz to a class, or to several."""
    shown = class_store.of_teacher(db.reading(), people.number(), class_id)
    form = assign_form(class_id)
    if form.validate_on_submit():
        stage = Stage.DRAFT if "draft" in request.form else Stage.OPEN
        class_ids = [class_id, *(form.classes.data or ())]
        try:
            given = assignments.assign(
                people.number(), form.quiz.data, class_ids, form.rules, stage
            )
            return after_assigning(given, stage)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    return (
        render_template("assigning/assign.html", shown=shown, form=form),
        422 if form.errors else 200,
    )


@bp.route("/assignments/<int:assignment_id>/rules", methods=["GET", "POST"])
@people.teachers_only
def rules(assignment_id: int) -> str | Response | tuple[str, int]:
    """The rules and the exceptions to them; rules can be changed here."""
    view = own_assignment(assignment_id)
    form = RulesForm(data=filled(view.assignment))
    if form.validate_on_submit():
        try:
            assignments.change_rules(people.number(), assignment_id, form.rules)
            flash(_("Changed. The new rules hold from now on."))
            return back(assignment_id)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    return page(view, form, override_form(view, fresh=True)), 422 if form.errors else 200


@bp.post("/assignments/<int:assignment_id>/open")
@people.teachers_only
def open_for_pupils(assignment_id: int) -> Response:
    """Let pupils work on it, or go on."""
    own_assignment(assignment_id)
    if ConfirmForm().validate_on_submit():
        try:
            assignments.open_for_pupils(people.number(), assignment_id)
            flash(_("It is open. Your pupils find it on their page."))
        except Refused as refused:
            flash(words.told(refused))
    return back(assignment_id)


@bp.post("/assignments/<int:assignment_id>/close")
@people.teachers_only
def close(assignment_id: int) -> Response:
    """Let nobody answer any more."""
    own_assignment(assignment_id)
    if ConfirmForm().validate_on_submit():
        try:
            assignments.close(people.number(), assignment_id)
            flash(_("It is closed. What was answered is handed in; you can reopen it."))
        except Refused as refused:
            flash(words.told(refused))
    return back(assignment_id)


@bp.post("/assignments/<int:assignment_id>/release")
@people.teachers_only
def release(assignment_id: int) -> Response:
    """Show pupils their results, or no longer."""
    own_assignment(assignment_id)
    form = ReleaseForm()
    if form.validate_on_submit():
        released = form.released.data == "yes"
        try:
            assignments.release(people.number(), assignment_id, released=released)
            flash(_("Pupils see their results.") if released else _("Results are hidden again."))
        except Refused as refused:
            flash(words.told(refused))
    if "scores" in request.args:
        return redirect(url_for("classes.scores", assignment_id=assignment_id), 303)
    return back(assignment_id)


@bp.post("/assignments/<int:assignment_id>/delete")
@people.teachers_only
def delete(assignment_id: int) -> Response:
    """Delete a draft."""
    own_assignment(assignment_id)
    if ConfirmForm().validate_on_submit():
        try:
            class_id = assignments.delete_draft(people.number(), assignment_id)
            flash(_("The draft is deleted. The quiz is still in the library."))
            return redirect(url_for("classes.show", class_id=class_id), 303)
        except Refused as refused:
            flash(words.told(refused))
    return back(assignment_id)


@bp.post("/assignments/<int:assignment_id>/overrides")
@people.teachers_only
def override(assignment_id: int) -> Response | tuple[str, int]:
    """Let other rules hold for a pupil or a group."""
    view = own_assignment(assignment_id)
    form = override_form(view)
    if form.validate_on_submit():
        try:
            assignments.set_override(people.number(), assignment_id, form.chosen, form.difference)
            flash(_("Saved. This holds from now on, also for who has begun."))
            return back(assignment_id)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    return page(view, RulesForm(formdata=None, data=filled(view.assignment)), form), 422


@bp.post("/assignments/<int:assignment_id>/overrides/<int:override_id>/remove")
@people.teachers_only
def remove_override(assignment_id: int, override_id: int) -> Response:
    """Let the usual rules hold again."""
    own_assignment(assignment_id)
    if ConfirmForm().validate_on_submit():
        assignments.drop_override(people.number(), assignment_id, override_id)
        flash(_("Removed. The usual rules hold again; who has begun keeps the time promised."))
    return back(assignment_id)


def own_assignment(assignment_id: int) -> AssignmentView:
    """The assignment, if it is that of a class of the teacher who asks."""
    return store.of_teacher(db.reading(), people.number(), assignment_id)


def assign_form(class_id: int) -> AssignForm:
    """The form that gives one of the teacher's quizzes to a class and to others with it."""
    form = AssignForm(data={"quiz": request.args.get("quiz", type=int)})
    articles = library.articles(db.reading(), people.number())
    form.quiz.choices = offer(
        {
            quiz.id: _("%(title)s (%(count)s questions)", title=quiz.title, count=quiz.questions)
            for article in articles
            for quiz in article.quizzes
        }
    )
    cards = class_store.home(db.reading(), people.number())
    form.classes.choices = offer({card.id: card.name for card in cards if card.id != class_id})
    return form


def override_form(view: AssignmentView, *, fresh: bool = False) -> OverrideForm:
    """The form of exceptions, for the pupils and groups of the class.

    A *fresh* one ignores what was sent and shows the exception that the address asks for.
    """
    asked = request.args.get("override", type=int)
    known = next((o.override for o in view.overrides if o.override.id == asked), None)
    shown = filled_with(known) if known else {}
    form = OverrideForm(**({"formdata": None} if fresh else {}), data=shown)
    form.whom.choices = offer(
        {f"group-{g.id}": _("Group %(name)s", name=g.name) for g in view.groups}
        | {f"pupil-{p.id}": p.name for p in view.pupils}
    )
    return form


def after_assigning(given: list[int], stage: Stage) -> Response:
    """Say what happened, and lead to where it goes on."""
    if stage is Stage.DRAFT:
        flash(_("Kept as a draft. Your pupils do not see it yet."))
        return back(given[0])
    flash(_("Assigned. Your pupils find it on their page now."))
    return redirect(url_for("classes.scores", assignment_id=given[0]), 303)


def back(assignment_id: int) -> Response:
    """To the rules."""
    return redirect(url_for(".rules", assignment_id=assignment_id), 303)


def page(view: AssignmentView, form: RulesForm, exceptions: OverrideForm) -> str:
    """The page of the rules."""
    waiting = 0
    if view.assignment.feedback is Feedback.WHEN_RELEASED:
        table = class_store.scores(db.reading(), people.number(), view.assignment.id)
        waiting = sum(row.waiting for row in table.rows)
    return render_template(
        "assigning/rules.html", view=view, form=form, exceptions=exceptions, waiting=waiting
    )
