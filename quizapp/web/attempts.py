"""Pages on which a pupil reads, answers, hands in and sees what came of it."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from questions.claims import Claims
from quizapp import db
from quizapp.errors import Overtaken, Refused
from quizapp.store import attempts as store
from quizapp.store import quizzes
from quizapp.store.attempts import Result, Sheet, SheetItem
from quizapp.usecases import attempts
from quizapp.web import people, who_said_what, words
from quizapp.web.desk import Desk, desk, first_open, missed
from quizapp.web.forms import AnswerForm, ConfirmForm, answer_form, fresh_key
from quizapp.web.strengths import strengths

bp = Blueprint("attempts", __name__)


@bp.post("/assignments/<int:assignment_id>/attempts")
@people.pupils_only
def start(assignment_id: int) -> Response:
    """Begin, or go on with what was begun."""
    attempt_id = attempts.start_attempt(people.number(), assignment_id)
    return redirect(url_for(".resume", attempt_id=attempt_id), 303)


@bp.get("/attempts/<int:attempt_id>")
@people.pupils_only
def resume(attempt_id: int) -> Response:
    """Lead to where the pupil stopped: the text of the first open question."""
    sheet = own_sheet(attempt_id)
    if sheet.handed_in_at is not None:
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    item = first_open(sheet.items)
    if item is None:
        return redirect(url_for(".hand_in", attempt_id=attempt_id), 303)
    number = item.question.section
    if item is sheet.items[0]:
        number = sheet.article.sections[0].number
    return redirect(url_for(".section", attempt_id=attempt_id, number=number), 303)


@bp.get("/attempts/<int:attempt_id>/sections/<int:number>")
@people.pupils_only
def section(attempt_id: int, number: int) -> str:
    """Read a section and one of its questions."""
    sheet = own_sheet(attempt_id)
    position = request.args.get("question", type=int)
    only_missed = "missed" in request.args
    return desk_page(desk(sheet, number, position, claims_of(sheet), only_missed=only_missed))


@bp.get("/attempts/<int:attempt_id>/questions/<int:position>")
@people.pupils_only
def question(attempt_id: int, position: int) -> Response:
    """Lead to a question in its section."""
    return redirect(address_of(own_sheet(attempt_id), position), 303)


@bp.post("/attempts/<int:attempt_id>/questions/<int:position>")
@people.pupils_only
def answer(attempt_id: int, position: int) -> Response | tuple[str, int]:
    """Save an answer, then show the question again: what it shows then is what is saved."""
    sheet = own_sheet(attempt_id)
    if sheet.item(position).locked:
        return page_of(
            sheet, position, None, _("Not saved: questions before this one come first.")
        ), 409
    form = form_for(sheet, sheet.item(position))
    if not form.validate_on_submit():
        return page_of(sheet, position, form), 422
    there, sent = address_of(sheet, position), form["answer"].data
    submission = attempts.Submission(position, sent, form.key.data or "", form.sequence.data or 0)
    try:
        attempts.save_answer(people.number(), attempt_id, submission)
    except Overtaken:
        told = _(
            "A newer answer to this question is already saved, perhaps from another device. "
            "It is shown below. You had sent: %(answer)s. If that is better, send it again.",
            answer=sheet.item(position).question.describe(sent),
        )
        return page_of(own_sheet(attempt_id), position, None, told), 409
    except Refused as refused:
        return page_of(own_sheet(attempt_id), position, None, words.told(refused)), 409
    return redirect(there, 303)


@bp.route("/attempts/<int:attempt_id>/hand-in", methods=["GET", "POST"])
@people.pupils_only
def hand_in(attempt_id: int) -> str | Response:
    """Ask once more, naming what is not answered yet; then close the attempt."""
    sheet = own_sheet(attempt_id)
    if ConfirmForm().validate_on_submit():
        attempts.hand_in(people.number(), attempt_id)
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    if sheet.handed_in_at is not None:
        return redirect(url_for(".result", attempt_id=attempt_id), 303)
    unanswered = [item for item in sheet.items if item.counts and item.answer is None]
    return render_template("attempts/hand_in.html", sheet=sheet, unanswered=unanswered)


@bp.get("/attempts/<int:attempt_id>/result")
@people.pupils_only
def result(attempt_id: int) -> str | Response:
    """What came of the attempt, as far as it may be seen by now."""
    result = store.result(db.reading(), people.number(), attempt_id)
    if result.handed_in_at is None:
        return redirect(url_for(".resume", attempt_id=attempt_id), 303)
    return render_template(
        "attempts/result.html",
        result=result,
        missed=missed(result.items) if result.may_see_key else (),
        again=read_again(result) if result.may_see_key else (),
        strengths=strengths(result.items),
        voices=who_said_what.voices(result.article, result.claims),
    )


def own_sheet(attempt_id: int) -> Sheet:
    """The attempt, if it is that of the pupil who asks."""
    return store.sheet(db.reading(), people.number(), attempt_id)


def claims_of(sheet: Sheet) -> Claims:
    """What the article attributes to whom."""
    return quizzes.claims(sheet.assignment.quiz_id)


def address_of(sheet: Sheet, position: int) -> str:
    """Where a question is shown, opened."""
    return url_for(
        ".section",
        attempt_id=sheet.attempt.id,
        number=sheet.item(position).question.section,
        question=position,
        _anchor="question",
    )


def form_for(sheet: Sheet, item: SheetItem, **options: Any) -> AnswerForm:
    """The form for a question, holding the answer that is saved."""
    return answer_form(item.question, sheet.seed, item.position)(
        data={"answer": item.answer, "sequence": sheet.next_sequence}, **options
    )


def page_of(sheet: Sheet, position: int, form: AnswerForm | None, told: str = "") -> str:
    """The page of a question after something was sent that could not be saved."""
    number = sheet.item(position).question.section
    return desk_page(desk(sheet, number, position, claims_of(sheet)), form, told)


def desk_page(shown: Desk, form: AnswerForm | None = None, told: str = "") -> str:
    """The reading page. *form* holds what was sent; without it, what is saved is shown."""
    if form is None and shown.item is not None and shown.is_answerable:
        form = form_for(shown.sheet, shown.item, formdata=None)
    if form is not None:
        form.key.data = fresh_key()
        form.sequence.data = shown.sheet.next_sequence
    return render_template(
        "attempts/section.html", desk=shown, form=form, told=told, back=place_of(shown)
    )


def place_of(shown: Desk) -> str:
    """The address of the page, for whoever goes elsewhere and comes back."""
    return url_for(
        ".section",
        attempt_id=shown.sheet.attempt.id,
        number=shown.section.number,
        question=shown.item.position if shown.item else None,
        missed=1 if shown.only_missed else None,
    )


def read_again(result: Result) -> tuple[tuple[int, str], ...]:
    """The paragraphs that answer what was missed, in order, each with its address."""
    found = {
        span.paragraph: url_for(
            ".section",
            attempt_id=result.attempt.id,
            number=result.article.section_of(span.paragraph).number,
            _anchor=f"p-{span.paragraph}",
        )
        for item in missed(result.items)
        for span in item.question.evidence
    }
    return tuple(sorted(found.items()))
