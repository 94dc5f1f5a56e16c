"""The administrator's page: teachers, how much there is, texts on their way, backups, version."""

from importlib.metadata import PackageNotFoundError, version

from flask import Blueprint, flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import backups, db
from quizapp.store import administration as store
from quizapp.usecases import accounts
from quizapp.web import addresses, people

bp = Blueprint("administration", __name__)

INVITED = "invited"
"""Where the session holds the link for a new teacher until it has been passed on."""


@bp.get("/administration")
@people.admins_only
def show() -> str:
    """The whole site at a glance."""
    return render_template(
        "administration/show.html",
        overview=store.overview(db.reading()),
        backups=backups.all_made(),
        backups_possible=backups.possible(),
        size=db.size(),
        invitation=session.pop(INVITED, None),
        versions={name: _version(name) for name in ("flask", "sqlalchemy", "spacy")},
    )


@bp.post("/administration/invitations")
@people.admins_only
def invite() -> Response:
    """Make a link for a new teacher; it is shown once."""
    token = accounts.invite_teacher()
    session[INVITED] = addresses.for_pupils("accounts.welcome", token=token)
    return redirect(url_for(".show", _anchor="invitation"), 303)


@bp.post("/administration/teachers/<int:teacher_id>/lock")
@people.admins_only
def lock(teacher_id: int) -> Response:
    """Let a teacher sign in no longer."""
    accounts.disable(people.number(), teacher_id, disabled=True)
    flash(_("This teacher can no longer sign in."))
    return redirect(url_for(".show"), 303)


@bp.post("/administration/teachers/<int:teacher_id>/unlock")
@people.admins_only
def unlock(teacher_id: int) -> Response:
    """Let a teacher sign in again."""
    accounts.disable(people.number(), teacher_id, disabled=False)
    flash(_("This teacher can sign in again."))
    return redirect(url_for(".show"), 303)


@bp.post("/administration/teachers/<int:teacher_id>/administrator")
@people.admins_only
def make_admin(teacher_id: int) -> Response:
    """Let a teacher look after the site as well."""
    accounts.make_admin(teacher_id)
    flash(_("There is one administrator more."))
    return redirect(url_for(".show"), 303)


@bp.post("/administration/backups")
@people.admins_only
def back_up() -> Response:
    """Copy the database now."""
    copy = backups.make("by-hand")
    flash(_("The copy is made and checked: %(name)s", name=copy.name))
    return redirect(url_for(".show", _anchor="backups"), 303)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "–"
