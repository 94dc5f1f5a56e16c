"""A teacher's classes: who is in them, what they were given, and how they did."""

from flask import Blueprint, Response, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug import Response as BaseResponse

from quizapp import db, qr
from quizapp.errors import NotFound, Refused
from quizapp.store import classes as store
from quizapp.store import objections, quizzes, rosters
from quizapp.store.classes import ClassView, Column, Named, ScoreTable
from quizapp.store.scores import State
from quizapp.usecases import attempts, classes
from quizapp.web import (
    addresses,
    file_names,
    narrowing,
    ordering,
    people,
    score_grid,
    spreadsheet,
    words,
)
from quizapp.web.forms import ClassForm, JoiningForm, MarkForm

bp = Blueprint("classes", __name__)

RENEWED = "renewed"
"""Where the session holds a pupil's new four words until the teacher has passed them on."""

TALK_ABOUT = 4
"""How many questions are worth talking about in one lesson."""

MOST = 0.7
"""What share of the points a question has to earn so as not to need talking about."""


@bp.route("/classes", methods=["GET", "POST"])
@people.teachers_only
def index() -> str | BaseResponse | tuple[str, int]:
    """The teacher's classes, and a new one."""
    form = ClassForm()
    if form.validate_on_submit():
        try:
            class_id = classes.create_class(people.number(), form.name.data or "")
            return redirect(url_for(".show", class_id=class_id), 303)
        except Refused as refused:
            form.form_errors.append(words.told(refused))
    cards = store.home(db.reading(), people.number())
    waiting = objections.waiting(db.reading(), people.number())
    return (
        render_template("classes/index.html", classes=cards, form=form, objections=waiting),
        status_of(form),
    )


@bp.get("/classes/<int:class_id>")
@people.teachers_only
def show(class_id: int) -> str:
    """A class: its way in, its assignments and its pupils."""
    shown = own_class(class_id)
    address = addresses.for_pupils("join.join_by_code", code=shown.join_code)
    return render_template(
        "classes/show.html", shown=shown, address=address, picture=qr.picture(address)
    )


@bp.get("/classes/<int:class_id>/poster")
@people.teachers_only
def poster(class_id: int) -> str:
    """The way into a class, large: for the wall or the projector."""
    shown = own_class(class_id)
    address = addresses.for_pupils("join.join_by_code", code=shown.join_code)
    return render_template(
        "classes/poster.html", shown=shown, address=address, picture=qr.picture(address)
    )


@bp.post("/classes/<int:class_id>/joining")
@people.teachers_only
def joining(class_id: int) -> BaseResponse:
    """Let pupils join, or no longer."""
    form = JoiningForm()
    if form.validate_on_submit():
        classes.set_joining(people.number(), class_id, open=form.open.data == "yes")
    return redirect(url_for(".show", class_id=class_id), 303)


@bp.get("/classes/<int:class_id>/pupils/<int:pupil_id>/phrase")
@people.teachers_only
def phrase(class_id: int, pupil_id: int) -> str:
    """Ask before a pupil gets four new words; right afterwards, show them."""
    shown = own_class(class_id)
    renewed = session.get(RENEWED, {})
    return render_template(
        "classes/phrase.html",
        shown=shown,
        pupil=pupil_of(shown, pupil_id),
        phrase=renewed.get("phrase") if renewed.get("pupil") == pupil_id else None,
        address=addresses.for_pupils("join.back"),
    )


@bp.post("/classes/<int:class_id>/pupils/<int:pupil_id>/phrase")
@people.teachers_only
def renew_phrase(class_id: int, pupil_id: int) -> BaseResponse:
    """Give a pupil four new words."""
    pupil_of(own_class(class_id), pupil_id)
    phrase = classes.renew_phrase(people.number(), pupil_id)
    session[RENEWED] = {"pupil": pupil_id, "phrase": phrase}
    return redirect(url_for(".phrase", class_id=class_id, pupil_id=pupil_id), 303)


@bp.post("/classes/<int:class_id>/phrase-passed-on")
@people.teachers_only
def phrase_passed_on(class_id: int) -> BaseResponse:
    """Stop showing the four words: from now on nobody can read them here."""
    session.pop(RENEWED, None)
    return redirect(url_for(".show", class_id=own_class(class_id).id), 303)


@bp.get("/assignments/<int:assignment_id>")
@people.teachers_only
def scores(assignment_id: int) -> str:
    """Pupils × questions, and what to talk about."""
    order = ordering.asked_for()
    whole = own_table(assignment_id)
    offered = own_offer(whole)
    part = narrowing.asked_for(offered)
    table = ordering.ordered(narrowing.part_of(whole, part), order)
    return render_template(
        "classes/scores.html",
        table=table,
        order=order,
        whole=whole,
        offered=offered,
        part=part,
        cells=score_grid.cells(table),
        sorted_by=addresses.pattern(".scores", "sort", assignment_id=assignment_id, **part.asked),
        signs=[(sign, _(state)) for state, (sign, _css) in score_grid.SIGNS.items()],
        handed_in=sum(row.handed_in_at is not None for row in table.rows),
        working=sum(row.attempts > 0 and row.handed_in_at is None for row in table.rows),
        waiting=waiting(whole),
        hardest=[(column, counted(table, column)) for column in hardest(table)],
    )


@bp.get("/assignments/<int:assignment_id>/scores.csv")
@people.teachers_only
def scores_csv(assignment_id: int) -> Response:
    """The same table for a spreadsheet."""
    whole = own_table(assignment_id)
    part = narrowing.asked_for(own_offer(whole))
    table = ordering.ordered(narrowing.part_of(whole, part), ordering.asked_for())
    headings = (_("Pupil"), _("Score"), _("Possible"), _("Class, handed in"))
    name = file_names.download(
        "scores", table.class_name, table.title, number=assignment_id, ending="csv"
    )
    return Response(
        spreadsheet.as_csv(spreadsheet.scores(table, headings, _)),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@bp.route(
    "/assignments/<int:assignment_id>/pupils/<int:pupil_id>/questions/<int:position>",
    methods=["GET", "POST"],
)
@people.teachers_only
def answer(
    assignment_id: int, pupil_id: int, position: int
) -> str | BaseResponse | tuple[str, int]:
    """One pupil's answer to one question; an open one can be marked here."""
    here = (assignment_id, pupil_id, position)
    view = store.answer(db.reading(), people.number(), *here)
    score = view.marks[-1].score if view.marks else None
    form = MarkForm(data={"answer": view.answer_id, "score": score})
    if form.is_submitted() and not marked_by_teacher(view):
        raise NotFound
    if form.validate_on_submit() and view.answer_id is not None:
        if form.answer.data != view.answer_id:
            raise Refused(
                "The pupil has answered again since. Load the page and read it once more."
            )
        attempts.mark_answer(people.number(), view.answer_id, form.score.data)
        flash(_("Marked."))
        return redirect(request.path, 303)
    table = own_table(assignment_id)
    return (
        render_template(
            "classes/answer.html",
            view=view,
            form=form if marked_by_teacher(view) else None,
            sign=score_grid.SIGNS[view.state],
            before=neighbour(table, view, -1),
            after=neighbour(table, view, 1),
            to_mark=to_mark(table),
        ),
        status_of(form),
    )


def own_class(class_id: int) -> ClassView:
    """The class, if it is that of the teacher who asks."""
    return store.of_teacher(db.reading(), people.number(), class_id)


def pupil_of(shown: ClassView, pupil_id: int) -> Named:
    """The pupil, if there is one of this number in the class."""
    found = next((pupil for pupil in shown.pupils if pupil.id == pupil_id), None)
    if found is None:
        raise NotFound
    return found


def own_table(assignment_id: int) -> ScoreTable:
    """The scores, if they are those of a class of the teacher who asks."""
    return store.scores(db.reading(), people.number(), assignment_id)


def own_offer(table: ScoreTable) -> narrowing.Offer:
    """By what the table can be narrowed."""
    sections = quizzes.article(table.assignment.quiz_id).sections
    return narrowing.offer(table, sections, rosters.groups_of(db.reading(), table.class_id))


def marked_by_teacher(view: store.AnswerView) -> bool:
    """Whether the teacher gives the points for this answer."""
    return view.counts and view.answer_id is not None and view.question.marked_by_teacher


def status_of(form: ClassForm | MarkForm) -> int:
    """The status of a page with *form*: whether something in it has to be put right."""
    return 422 if form.errors else 200


def hardest(table: ScoreTable) -> list[Column]:
    """The questions that earned least, hardest first, without those that most got right."""
    known = [column for column in table.columns if column.mean is not None and column.mean < MOST]
    return sorted(known, key=lambda column: (column.mean or 0, column.position))[:TALK_ABOUT]


def counted(table: ScoreTable, column: Column) -> int:
    """How many pupils' points the mean of a question is made of."""
    place = table.columns.index(column)
    cells = [row.cells[place] for row in table.rows if row.handed_in_at]
    return sum(cell.state is not State.WAITING for cell in cells)


def neighbour(table: ScoreTable, view: store.AnswerView, step: int) -> int | None:
    """The next pupil with an answer to this question: *step* is 1 going down the table, or -1."""
    order = [
        row.pupil_id
        for row in table.rows
        if row.pupil_id == view.pupil_id or row.cells[view.position - 1].answer_id is not None
    ]
    place = order.index(view.pupil_id) + step
    return order[place] if 0 <= place < len(order) else None


def waiting(table: ScoreTable) -> list[int]:
    """The positions of all answers that wait for a mark, in order; one for each answer."""
    return sorted(
        cell.position for row in table.rows for cell in row.cells if cell.state is State.WAITING
    )


def to_mark(table: ScoreTable) -> list[str]:
    """The addresses of all answers that wait for a mark, question by question."""
    waiting = [
        (cell.position, row.pupil_id)
        for row in table.rows
        for cell in row.cells
        if cell.state is State.WAITING
    ]
    return [
        url_for(".answer", assignment_id=table.assignment.id, pupil_id=pupil_id, position=position)
        for position, pupil_id in sorted(waiting, key=lambda found: found[0])
    ]
