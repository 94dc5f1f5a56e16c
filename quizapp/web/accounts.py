"""Pages by which teachers come in, and everybody goes out."""

from flask import Blueprint, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp.errors import Refused
from quizapp.usecases import accounts
from quizapp.web import limits, people, words
from quizapp.web.forms import SignInForm, WelcomeForm

bp = Blueprint("accounts", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> str | Response | tuple[str, int]:
    """Let a teacher in by name and password."""
    form = SignInForm()
    if not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form)
    name = form.name.data or ""
    limits.count_password(name)
    teacher = accounts.check_password(name, form.password.data or "")
    if teacher is None:
        form.form_errors.append(_("Name and password do not go together. Try again."))
        return render_template("accounts/sign_in.html", form=form), 422
    limits.forget_passwords(name)
    people.enter(people.TEACHER, teacher)
    return redirect(url_for("classes.index"), 303)


@bp.route("/welcome/<token>", methods=["GET", "POST"])
def welcome(token: str) -> str | Response | tuple[str, int]:
    """Make a teacher's account by the link that works once."""
    if not accounts.teacher_can_be_made(token):
        return render_template("accounts/used.html"), 404
    form = WelcomeForm()
    if not form.validate_on_submit():
        return render_template("accounts/welcome.html", form=form)
    try:
        teacher = accounts.accept_invitation(token, form.name.data or "", form.password.data or "")
    except Refused as refused:
        form.form_errors.append(words.told(refused))
        return render_template("accounts/welcome.html", form=form), 422
    people.enter(people.TEACHER, teacher)
    return redirect(url_for("classes.index"), 303)


@bp.post("/sign-out")
def sign_out() -> Response:
    """Forget who this browser belongs to."""
    session.clear()
    return redirect(url_for("join.index"), 303)
