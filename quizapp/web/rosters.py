"""The people of a class: lists from a spreadsheet, cards to print, groups, one pupil's affairs."""

import json
from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint, Response, flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from werkzeug import Response as BaseResponse
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # older stubs

from quizapp import db
from quizapp.errors import Refused
from quizapp.store import rosters as store
from quizapp.store.rosters import Roster
from quizapp.usecases import classes, pupils, rosters
from quizapp.usecases.rosters import Card
from quizapp.web import addresses, people, words
from quizapp.web.forms import ConfirmForm, Form, offer
from quizapp.web.forms_people import (
    ChosenForm,
    ColleagueForm,
    EraseForm,
    GroupForm,
    MergeForm,
    MoveForm,
    NameForm,
    RosterForm,
)

bp = Blueprint("rosters", __name__)

CARDS = "cards"
"""Where the session holds new words until the teacher has printed them."""

Page = str | BaseResponse | tuple[str, int]
F = TypeVar("F", bound=ChosenForm)


@bp.get("/classes/<int:class_id>/people")
@people.teachers_only
def show(class_id: int) -> str:
    """Everybody in the class."""
    return _page(_own(class_id))


@bp.route("/classes/<int:class_id>/people/list", methods=["GET", "POST"])
@people.teachers_only
def upload(class_id: int) -> Page:
    """Paste a class list, and see what it would change."""
    roster = _own(class_id)
    form = RosterForm()
    lines = None
    if form.validate_on_submit():
        try:
            lines = rosters.plan(
                people.number(), class_id, form.text.data or "", whole=form.whole.data
            )
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    counts = rosters.counts(lines) if lines is not None else {}
    page = render_template(
        "rosters/list.html", roster=roster, form=form, lines=lines, counts=counts
    )
    return page, 422 if form.errors else 200


@bp.post("/classes/<int:class_id>/people/list/apply")
@people.teachers_only
def apply(class_id: int) -> Page:
    """Change the class as was shown."""
    roster = _own(class_id)
    form = RosterForm()
    if not form.validate_on_submit():
        page = render_template("rosters/list.html", roster=roster, form=form, lines=None, counts={})
        return page, 422
    cards = rosters.apply(people.number(), class_id, form.text.data or "", whole=form.whole.data)
    flash(_("The class is up to date."))
    if not cards:
        return redirect(url_for(".show", class_id=class_id), 303)
    return _hand_out(class_id, cards)


@bp.get("/classes/<int:class_id>/people/cards")
@people.teachers_only
def cards(class_id: int) -> str:
    """Cards to print and cut out: those that were just made, or the question for whom."""
    roster = _own(class_id)
    held = session.get(CARDS, {})
    return render_template(
        "rosters/cards.html",
        roster=roster,
        cards=held.get("cards") if held.get("class") == class_id else None,
        address=addresses.for_pupils("join.back"),
    )


@bp.post("/classes/<int:class_id>/people/cards")
@people.teachers_only
def make_cards(class_id: int) -> Page:
    """Give pupils new words, and show them once."""
    roster = _own(class_id)
    form = _with_pupils(ChosenForm(), roster)
    if not form.validate_on_submit():
        return _page(roster, form), 422
    return _hand_out(class_id, pupils.new_cards(people.number(), class_id, form.pupils.data or []))


@bp.post("/classes/<int:class_id>/people/cards/done")
@people.teachers_only
def cards_done(class_id: int) -> BaseResponse:
    """Stop showing the words: from now on nobody can read them here."""
    session.pop(CARDS, None)
    return redirect(url_for(".show", class_id=_own(class_id).id), 303)


@bp.post("/classes/<int:class_id>/people/groups")
@people.teachers_only
def make_group(class_id: int) -> Page:
    """Make a group, or give one other members."""
    roster = _own(class_id)
    form = _with_pupils(GroupForm(), roster)
    return _do(
        roster,
        form,
        lambda: pupils.make_group(
            people.number(), class_id, form.name.data or "", form.pupils.data or []
        ),
    )


@bp.post("/classes/<int:class_id>/people/groups/<int:group_id>/remove")
@people.teachers_only
def remove_group(class_id: int, group_id: int) -> Page:
    """Remove a group."""
    roster = _own(class_id)
    return _do(roster, ConfirmForm(), lambda: pupils.remove_group(people.number(), group_id))


@bp.post("/classes/<int:class_id>/name")
@people.teachers_only
def rename_class(class_id: int) -> Page:
    """Give the class another name."""
    form = NameForm()
    return _do(
        _own(class_id),
        form,
        lambda: classes.rename_class(people.number(), class_id, form.name.data or ""),
    )


@bp.post("/classes/<int:class_id>/archive")
@people.teachers_only
def archive_class(class_id: int) -> Page:
    """Put the class away, or take it out again."""
    roster = _own(class_id)
    return _do(
        roster,
        ConfirmForm(),
        lambda: classes.archive_class(
            people.number(), class_id, archived=roster.archived_at is None
        ),
    )


@bp.post("/classes/<int:class_id>/teachers")
@people.teachers_only
def share(class_id: int) -> Page:
    """Let a colleague teach the class as well."""
    form = ColleagueForm()
    return _do(
        _own(class_id),
        form,
        lambda: classes.share_class(people.number(), class_id, form.colleague.data or ""),
    )


@bp.post("/classes/<int:class_id>/teachers/<int:colleague_id>/remove")
@people.teachers_only
def stop_sharing(class_id: int, colleague_id: int) -> Page:
    """End that a colleague teaches the class as well."""
    return _do(
        _own(class_id),
        ConfirmForm(),
        lambda: classes.stop_sharing(people.number(), class_id, colleague_id),
    )


@bp.get("/classes/<int:class_id>/people/<int:pupil_id>")
@people.teachers_only
def pupil(class_id: int, pupil_id: int) -> str:
    """One pupil: name, class, the data, and the end of it."""
    return _pupil_page(_own(class_id), pupil_id)


@bp.post("/classes/<int:class_id>/people/<int:pupil_id>/name")
@people.teachers_only
def rename(class_id: int, pupil_id: int) -> Page:
    """Give the pupil another name."""
    form = NameForm()
    return _do_with_pupil(
        (class_id, pupil_id),
        form,
        lambda: pupils.rename(people.number(), pupil_id, form.name.data or ""),
    )


@bp.post("/classes/<int:class_id>/people/<int:pupil_id>/archive")
@people.teachers_only
def archive(class_id: int, pupil_id: int) -> Page:
    """Take the pupil out of the lists, or bring the pupil back."""
    away = _own(class_id).member(pupil_id).archived_at is not None
    change = pupils.restore if away else pupils.archive
    return _do_with_pupil(
        (class_id, pupil_id), ConfirmForm(), lambda: change(people.number(), pupil_id)
    )


@bp.post("/classes/<int:class_id>/people/<int:pupil_id>/move")
@people.teachers_only
def move(class_id: int, pupil_id: int) -> Page:
    """Put the pupil into another class."""
    form = MoveForm()
    form.to.choices = offer({one.id: one.name for one in _own(class_id).elsewhere})
    return _do_with_pupil(
        (class_id, pupil_id),
        form,
        lambda: pupils.move(people.number(), pupil_id, form.to.data),
        stays=False,
    )


@bp.post("/classes/<int:class_id>/people/<int:pupil_id>/merge")
@people.teachers_only
def merge(class_id: int, pupil_id: int) -> Page:
    """Make one pupil of two."""
    form = MergeForm()
    form.duplicate.choices = _others(_own(class_id), pupil_id)
    return _do_with_pupil(
        (class_id, pupil_id),
        form,
        lambda: pupils.merge(people.number(), pupil_id, form.duplicate.data),
    )


@bp.get("/classes/<int:class_id>/people/<int:pupil_id>/everything.json")
@people.teachers_only
def everything(class_id: int, pupil_id: int) -> Response:
    """All that is kept of the pupil, to hand out."""
    _own(class_id).member(pupil_id)
    kept = store.everything(db.reading(), people.number(), pupil_id)
    return Response(
        json.dumps(kept, ensure_ascii=False, indent=2),
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="pupil-{pupil_id}.json"'},
    )


@bp.post("/classes/<int:class_id>/people/<int:pupil_id>/erase")
@people.teachers_only
def erase(class_id: int, pupil_id: int) -> Page:
    """Delete the pupil and all that is kept, for good."""
    name = _own(class_id).member(pupil_id).name
    form = EraseForm()

    def change() -> None:
        if form.name.data != name:
            raise Refused("This is not the pupil’s name. Nothing was erased.")
        pupils.erase(people.number(), pupil_id)

    return _do_with_pupil((class_id, pupil_id), form, change, stays=False)


def _own(class_id: int) -> Roster:
    return store.roster(db.reading(), people.number(), class_id)


def _with_pupils(form: F, roster: Roster) -> F:
    form.pupils.choices = offer({member.id: member.name for member in roster.pupils})
    return form


def _others(roster: Roster, pupil_id: int) -> list[SelectChoice]:
    everybody = (*roster.pupils, *roster.archived)
    return offer({other.id: other.name for other in everybody if other.id != pupil_id})


def _hand_out(class_id: int, made: tuple[Card, ...]) -> BaseResponse:
    held = [{"name": card.name, "phrase": card.phrase} for card in made]
    session[CARDS] = {"class": class_id, "cards": held}
    return redirect(url_for(".cards", class_id=class_id), 303)


def _do(roster: Roster, form: Form, change: Callable[[], object]) -> Page:
    """Do what *form* asks for, and show the class again, with what went wrong if something did."""
    if form.validate_on_submit():
        try:
            change()
            flash(_("Done."))
            return redirect(url_for(".show", class_id=roster.id), 303)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    return _page(roster, form), 422


def _page(roster: Roster, wrong: Form | None = None) -> str:
    return render_template(
        "rosters/show.html",
        roster=roster,
        wrong=wrong,
        group_form=_with_pupils(GroupForm(formdata=None), roster),
        name_form=NameForm(formdata=None, data={"name": roster.name}),
        colleague_form=ColleagueForm(formdata=None),
    )


def _do_with_pupil(
    place: tuple[int, int], form: Form, change: Callable[[], object], *, stays: bool = True
) -> Page:
    """Do what *form* asks for, and show the pupil again, or the class where the pupil is gone."""
    class_id, pupil_id = place
    roster = _own(class_id)
    name = roster.member(pupil_id).name
    if form.validate_on_submit():
        try:
            change()
            flash(_("Done: %(name)s.", name=name))
            address = url_for(".pupil", class_id=class_id, pupil_id=pupil_id)
            return redirect(address if stays else url_for(".show", class_id=class_id), 303)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    return _pupil_page(roster, pupil_id, form), 422


def _pupil_page(roster: Roster, pupil_id: int, wrong: Form | None = None) -> str:
    member = roster.member(pupil_id)
    move_form, merge_form = MoveForm(formdata=None), MergeForm(formdata=None)
    move_form.to.choices = offer({one.id: one.name for one in roster.elsewhere})
    merge_form.duplicate.choices = _others(roster, pupil_id)
    return render_template(
        "rosters/pupil.html",
        roster=roster,
        member=member,
        wrong=wrong,
        name_form=NameForm(formdata=None, data={"name": member.name}),
        move_form=move_form,
        merge_form=merge_form,
        erase_form=EraseForm(formdata=None),
    )
