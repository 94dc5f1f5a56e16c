"""What came of an assignment: its questions under the magnifying glass, and the files of it."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response as BaseResponse

from quizapp import db
from quizapp.errors import Refused
from quizapp.store import analysis as store
from quizapp.store import assignments
from quizapp.store.analysis import Analysis, Item
from quizapp.usecases import names, pupils
from quizapp.web import people, pictures, words
from quizapp.web.forms_results import TheseForm

bp = Blueprint("results", __name__)

WORRYING = frozenset(store.Flag) - {store.Flag.NEARLY_ALL}
"""The flags that say that something may be the matter."""


@bp.get("/assignments/<int:assignment_id>/items")
@people.teachers_only
def items(assignment_id: int) -> str:
    """Question by question: how hard, how telling, who picked what, and what to look at."""
    found = own_analysis(assignment_id)
    return render_template(
        "results/items.html",
        found=found,
        assignment_id=assignment_id,
        flagged=[(flag, flagged(found, flag)) for flag in store.Flag],
        worrying={item.position for item in found.items if set(item.flags) & WORRYING},
        picture=pictures.dots(drawn(found)),
        size=(pictures.WIDTH, pictures.HEIGHT),
        room=pictures.ROOM,
        group_name=group_name,
        fewest=store.FEWEST_TO_FLAG,
    )


@bp.post("/assignments/<int:assignment_id>/items/group")
@people.teachers_only
def group(assignment_id: int) -> BaseResponse:
    """Make a group of those who gave the same answer."""
    _assignment, _quiz, classroom = assignments.own(db.reading(), people.number(), assignment_id)
    form = TheseForm()
    if form.validate_on_submit():
        try:
            pupils.make_group(people.number(), classroom.id, form.name.data or "", form.ids)
            flash(
                ngettext(
                    "“%(name)s” is a group of %(num)s pupil now: see “Pupils and groups”.",
                    "“%(name)s” is a group of %(num)s pupils now: see “Pupils and groups”.",
                    len(set(form.ids)),
                    name=form.name.data,
                )
            )
        except Refused as refused:
            flash(words.told(refused))
    else:
        flash(_("There is no group without a name of at most 40 letters, and pupils."))
    return redirect(url_for(".items", assignment_id=assignment_id), 303)


def own_analysis(assignment_id: int) -> Analysis:
    """The figures, if they are those of a class of the teacher who asks."""
    return store.analysis(db.reading(), people.number(), assignment_id)


def flagged(found: Analysis, flag: store.Flag) -> list[Item]:
    """The questions that *flag* is put at."""
    return [item for item in found.items if flag in item.flags]


def drawn(found: Analysis) -> list[tuple[int, float, float]]:
    """The questions that have both figures."""
    return [
        (item.position, item.facility, item.discrimination)
        for item in found.items
        if item.facility is not None and item.discrimination is not None
    ]


def group_name(title: str, position: int, answer: str) -> str:
    """What a group of those who gave *answer* could be called."""
    name = f"{title[:14].strip()} {position}: {answer}"
    tidy = " ".join("".join(c for c in name if c.isprintable()).split())
    return tidy if len(tidy) <= names.LONGEST else f"{tidy[: names.LONGEST - 1].rstrip()}…"
