"""Pages by which pupils come in, and the page where they start from."""

from flask import Blueprint, redirect, render_template, session, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user
from werkzeug import Response

from quizapp import db
from quizapp.errors import NoClass, Refused
from quizapp.store import pupils
from quizapp.usecases import classes
from quizapp.web import addresses, limits, people, words
from quizapp.web.forms import BackForm, JoinForm

bp = Blueprint("join", __name__)

PHRASE = "phrase"
"""Where the session holds the four words until the pupil says that they are kept."""


@bp.get("/")
def index() -> Response:
    """Lead everybody to where they start from."""
    if not current_user.is_authenticated:
        return redirect(url_for(".join"), 303)
    return redirect(url_for("classes.index" if current_user.is_teacher else ".me"), 303)


@bp.get("/join/<code>")
def join_by_code(code: str) -> str:
    """The page behind the QR code: the class code is filled in already."""
    return render_template("join/join.html", form=JoinForm(data={"code": code}))


@bp.route("/join", methods=["GET", "POST"])
def join() -> str | Response | tuple[str, int]:
    """Join a class by its code."""
    form = JoinForm()
    if not form.validate_on_submit():
        return render_template("join/join.html", form=form)
    code = form.code.data or ""
    limits.check_guesses()
    limits.check_new_pupils(code)
    try:
        joined = classes.join_class(code, form.name.data or "")
    except Refused as refused:
        if isinstance(refused, NoClass):
            limits.count_guess()
        field = form.code if isinstance(refused, NoClass) else form.name
        field.errors = [words.told(refused)]
        return render_template("join/join.html", form=form), 422
    limits.count_new_pupil(code)
    people.enter(people.PUPIL, joined.pupil_id)
    session[PHRASE] = joined.phrase
    return redirect(url_for(".me"), 303)


@bp.route("/back", methods=["GET", "POST"])
def back() -> str | Response | tuple[str, int]:
    """Come back by the four words."""
    form = BackForm()
    if not form.validate_on_submit():
        return render_template("join/back.html", form=form)
    limits.check_guesses()
    pupil = classes.come_back(form.phrase.data or "")
    if pupil is None:
        limits.count_guess()
        form.phrase.errors = [what_is_wrong(form.phrase.data or "")]
        return render_template("join/back.html", form=form), 422
    people.enter(people.PUPIL, pupil)
    return redirect(url_for(".me"), 303)


def what_is_wrong(phrase: str) -> str:
    """What to tell somebody whom *phrase* does not bring back."""
    number = len(classes.words_of(phrase))
    if number == classes.WORDS_IN_PHRASE:
        return str(_("These are nobody’s four words. Look at each of them again."))
    return str(
        ngettext(
            "This is one word; you need all four.",
            "These are %(num)s words; you need all four, and nothing else.",
            number,
        )
    )


@bp.get("/me")
@people.pupils_only
def me() -> str:
    """A pupil's assignments and, right after joining, the four words to keep."""
    home = pupils.home(db.reading(), people.number())
    return render_template(
        "join/me.html",
        home=home,
        phrase=session.get(PHRASE),
        address=addresses.for_pupils("join.back"),
    )


@bp.post("/me/phrase-kept")
@people.pupils_only
def phrase_kept() -> Response:
    """Stop showing the four words: from now on nobody can read them here."""
    session.pop(PHRASE, None)
    return redirect(url_for(".me"), 303)
