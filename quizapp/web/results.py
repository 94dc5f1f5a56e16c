"""What came of an assignment: its questions under the magnifying glass, and the files of it."""

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response as BaseResponse

from quizapp import db
from quizapp.errors import Refused
from quizapp.store import analysis as store
from quizapp.store import progress
from quizapp.store.analysis import Analysis, Item
from quizapp.store.progress import Progress
from quizapp.store.teaching import own_assignment
from quizapp.usecases import names, pupils
from quizapp.web import file_names, people, pictures, result_sheets, spreadsheet, words
from quizapp.web.forms_results import TheseForm

bp = Blueprint("results", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

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


@bp.get("/assignments/<int:assignment_id>/items.csv")
@people.teachers_only
def items_csv(assignment_id: int) -> Response:
    """The figures of the questions for a spreadsheet."""
    found = own_analysis(assignment_id)
    rows = result_sheets.items(found)
    return download(spreadsheet.as_csv(rows), "text/csv", named("questions", found, "csv"))


@bp.get("/assignments/<int:assignment_id>/results.xlsx")
@people.teachers_only
def workbook(assignment_id: int) -> Response:
    """Scores, questions, answers and skills in one file."""
    found = own_analysis(assignment_id)
    headings = (_("Pupil"), _("Score"), _("Possible"), _("Class, handed in"))
    sheets = {
        "scores": spreadsheet.scores(found.table, headings, _),
        "items": result_sheets.items(found),
        "answers": result_sheets.answers(found),
        "skills": result_sheets.skills(found),
    }
    return download(spreadsheet.as_xlsx(sheets), XLSX, named("results", found, "xlsx"))


@bp.post("/assignments/<int:assignment_id>/items/group")
@people.teachers_only
def group(assignment_id: int) -> BaseResponse:
    """Make a group of those who gave the same answer."""
    _assignment, _quiz, classroom = own_assignment(db.reading(), people.number(), assignment_id)
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


@bp.get("/classes/<int:class_id>/skills")
@people.teachers_only
def skills(class_id: int) -> str:
    """The skills of the class, from article to article."""
    return skills_page(own_progress(class_id))


@bp.get("/classes/<int:class_id>/skills/<int:pupil_id>")
@people.teachers_only
def pupils_skills(class_id: int, pupil_id: int) -> str:
    """The skills of one pupil, from article to article."""
    return skills_page(own_progress(class_id, pupil_id))


@bp.get("/classes/<int:class_id>/skills.csv")
@people.teachers_only
def skills_csv(class_id: int) -> Response:
    """The skills of the class for a spreadsheet."""
    found = own_progress(class_id)
    rows = result_sheets.progress(found)
    name = file_names.download("skills", found.class_name, number=class_id, ending="csv")
    return download(spreadsheet.as_csv(rows), "text/csv", name)


@bp.get("/classes/<int:class_id>/skills/<int:pupil_id>.csv")
@people.teachers_only
def pupils_skills_csv(class_id: int, pupil_id: int) -> Response:
    """The skills of one pupil for a spreadsheet."""
    rows = result_sheets.progress(own_progress(class_id, pupil_id))
    return download(spreadsheet.as_csv(rows), "text/csv", f"skills-{class_id}-{pupil_id}.csv")


def own_progress(class_id: int, pupil_id: int | None = None) -> Progress:
    """The shares, if they are those of a class of the teacher who asks."""
    return progress.progress(db.reading(), people.number(), class_id, pupil_id)


def skills_page(found: Progress) -> str:
    """The shares with a line for each skill."""
    return render_template(
        "results/skills.html",
        found=found,
        lines={
            skill: pictures.line([share.right if share else None for share in shares])
            for skill, shares in found.skills.items()
        },
        size=(pictures.LINE_WIDTH, pictures.LINE_HEIGHT),
    )


def download(content: str | bytes, media: str, name: str) -> Response:
    """A file for the teacher's computer."""
    return Response(
        content,
        mimetype=media,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def named(what: str, found: Analysis, ending: str) -> str:
    """What a file about an assignment is called: by its class and its quiz."""
    table = found.table
    return file_names.download(
        what, table.class_name, table.title, number=table.assignment.id, ending=ending
    )


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
