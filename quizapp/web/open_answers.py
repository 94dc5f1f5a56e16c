"""All open answers of a class to one question, marked in a row, without names."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug import Response

from quizapp import db
from quizapp.errors import Refused
from quizapp.store import open_answers as store
from quizapp.store.open_answers import MarkingView, OpenAnswer
from quizapp.usecases import attempts, comments
from quizapp.web import people, words
from quizapp.web.forms import ConfirmForm

bp = Blueprint("open_answers", __name__)

NO_MARK = ""
"""What the browser sends where no mark is chosen."""


@dataclass(frozen=True)
class Judged:
    """What was sent about one answer; ``score`` is None where no mark is chosen."""

    answer: OpenAnswer
    score: int | None
    comment: str
    keep: bool


@bp.route("/assignments/<int:assignment_id>/mark/<int:position>", methods=["GET", "POST"])
@people.teachers_only
def mark(assignment_id: int, position: int) -> str | Response | tuple[str, int]:
    """Every answer with its mark and a comment; what has changed is saved."""
    view = store.of_question(db.reading(), people.number(), assignment_id, position)
    if not ConfirmForm().validate_on_submit():
        return page(view)
    problems = [told for judged in sent(view) for told in save(judged)]
    if problems:
        view = store.of_question(db.reading(), people.number(), assignment_id, position)
        return page(view, problems), 422
    flash(_("Saved."))
    names = 1 if "names" in request.args else None
    return redirect(
        url_for(".mark", assignment_id=assignment_id, position=position, names=names), 303
    )


@bp.post("/comments/<int:saved_id>/forget")
@people.teachers_only
def forget(saved_id: int) -> Response:
    """Take a comment out of those that are kept."""
    if ConfirmForm().validate_on_submit():
        comments.forget(people.number(), saved_id)
        flash(_("Removed. What you said with it stays said."))
    return redirect(back(), 303)


def sent(view: MarkingView) -> Iterator[Judged]:
    """What was sent about each answer of the page."""
    bank = {str(saved.id): saved.text for saved in view.saved}
    for answer in view.answers:
        if f"comment-{answer.answer_id}" not in request.form:
            continue  # it came after the page was loaded
        score = request.form.get(f"score-{answer.answer_id}", NO_MARK)
        written = request.form.get(f"comment-{answer.answer_id}", "").replace("\r\n", "\n").strip()
        chosen = bank.get(request.form.get(f"saved-{answer.answer_id}", ""), "")
        yield Judged(
            answer=answer,
            score=int(score) if score in {"0", "1", "2"} else None,
            comment="\n".join(filter(None, (written, chosen))),
            keep=f"keep-{answer.answer_id}" in request.form,
        )


def save(judged: Judged) -> Iterator[str]:
    """Save what is new about an answer; yields why something could not be."""
    teacher, number = people.number(), judged.answer.answer_id
    try:
        if judged.score is not None and judged.score != judged.answer.score:
            attempts.mark_answer(teacher, number, judged.score)
        if judged.comment != judged.answer.comment:
            comments.comment(teacher, number, judged.comment)
        if judged.keep:
            comments.keep(teacher, judged.comment)
    except Refused as refused:
        yield words.told(refused)


def page(view: MarkingView, problems: list[str] | None = None) -> str:
    """The page with what is saved by now."""
    return render_template(
        "open_answers/mark.html",
        view=view,
        problems=problems or (),
        names="names" in request.args,
        longest=comments.LONGEST,
        heading=heading(view),
    )


def heading(view: MarkingView) -> str:
    """What is left to do; where nothing is, not a count of it."""
    if not view.answers:
        return str(_("No answers yet"))
    if not view.waiting:
        return str(_("Everything is marked."))
    return str(
        ngettext(
            "%(num)s answer waits for your mark", "%(num)s answers wait for your mark", view.waiting
        )
    )


def back() -> str:
    """The page of answers that the button was on; a foreign address leads to the classes."""
    there = request.form.get("back", "")
    is_ours = there.startswith("/assignments/") and "\\" not in there
    return there if is_ours else url_for("classes.index")
