"""Bring an article in, and see how far its reading is."""

from pathlib import PurePath

from flask import Blueprint, Flask, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response
from werkzeug.exceptions import RequestEntityTooLarge

from questions.reading import LARGEST, Media, UnreadableText, media_of
from quizapp import db, jobs
from quizapp.errors import Refused
from quizapp.store import bringing as store
from quizapp.store.bringing import JobView
from quizapp.usecases import bringing
from quizapp.usecases.bringing import ENDS, FETCHING, READING, Upload
from quizapp.web import people, words
from quizapp.web.forms import Form
from quizapp.web.forms_bringing import AddressForm, FileForm, TextForm

bp = Blueprint("bringing", __name__)

AROUND_A_FILE = 100_000
"""In bytes: what a browser sends with a file."""

STEPS = (READING, "finding who said what", "writing questions")
"""What is done for a text, one after the other, as the worker calls it."""

Answer = str | Response | tuple[str, int]


@bp.get("/library/new")
@people.teachers_only
def new() -> Answer:
    """The ways to bring an article in."""
    return page(AddressForm(data={"address": request.args.get("address")}))


@bp.post("/library/new/text")
@people.teachers_only
def text() -> Answer:
    """Bring a text that was pasted."""
    form = TextForm()
    if not form.validate_on_submit():
        return page(form), 422
    pasted, headline = form.text.data or "", form.headline.data or ""
    # The line under it says that this is the headline, and nothing else about the text.
    content = f"{headline}\n{'=' * 3}\n\n{pasted}" if headline else pasted
    title = headline or next(filter(None, map(str.strip, pasted.splitlines())), "")
    return taken(form, title, content.encode())


@bp.post("/library/new/file")
@people.teachers_only
def file() -> Answer:
    """Bring a file."""
    form = FileForm()
    if not form.validate_on_submit():
        return page(form), 422
    return taken(form, PurePath(form.file.data.filename).name, form.file.data.read())


@bp.post("/library/new/address")
@people.teachers_only
def address() -> Answer:
    """Bring the address of an article."""
    form = AddressForm()
    if not form.validate_on_submit():
        return page(form), 422
    try:
        job_id = bringing.bring_address(people.number(), form.address.data or "")
    except Refused as refused:
        form.form_errors.append(words.told(refused))
        return page(form), 422
    return under_way(job_id)


@bp.get("/library/jobs/<int:job_id>")
@people.teachers_only
def job(job_id: int) -> Answer:
    """How far the reading is; when it is done, the article."""
    shown = store.job(db.reading(), people.number(), job_id)
    if shown.article_id is not None:
        return redirect(url_for("articles.show", article_id=shown.article_id), 303)
    return render_template(
        "bringing/job.html",
        job=shown,
        steps=steps(shown),
        before=store.before(db.reading(), job_id, ENDS),
    )


@bp.post("/library/jobs/<int:job_id>/again")
@people.teachers_only
def again(job_id: int) -> Answer:
    """Try once more what came to nothing."""
    bringing.again(people.number(), job_id)
    return under_way(job_id)


@bp.post("/library/jobs/<int:job_id>/remove")
@people.teachers_only
def remove(job_id: int) -> Answer:
    """Take what came to nothing out of the list."""
    bringing.forget(people.number(), job_id)
    flash(_("Removed."))
    return redirect(url_for("articles.index"), 303)


@bp.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Answer:
    """Say what is too large, where it was sent from."""
    form: Form = TextForm(formdata=None) if request.endpoint == TEXT else FileForm(formdata=None)
    form.form_errors.append(
        _("This is too large: a file may have 10 MB, a text 2 MB. Bring the article alone.")
    )
    return page(form), 413


def taken(form: Form, title: str, content: bytes) -> Answer:
    """Let *content* be read, or say in the *form* why not."""
    try:
        upload = Upload(title, media_of(content, title), content)
        return under_way(bringing.bring(people.number(), upload))
    except UnreadableText as unreadable:
        form.form_errors.append(words.translated(unreadable))
    except Refused as refused:
        form.form_errors.append(words.told(refused))
    return page(form), 422


def under_way(job_id: int) -> Response:
    """Hand the job to the workers, and go where one can watch it."""
    jobs.enqueue(job_id)
    return redirect(url_for(".job", job_id=job_id), 303)


def page(sent: Form) -> str:
    """The page with all ways, of which one was just *sent*."""
    forms = (sent, TextForm(formdata=None), FileForm(formdata=None), AddressForm(formdata=None))
    of_kind = {type(form): form for form in reversed(forms)}
    return render_template(
        "bringing/new.html",
        text=of_kind[TextForm],
        file=of_kind[FileForm],
        address=of_kind[AddressForm],
    )


def steps(shown: JobView) -> list[tuple[str, str]]:
    """Every step of the job, each with "done", "now" or "to come"."""
    names = (FETCHING, *STEPS) if shown.media == bringing.ADDRESS else STEPS
    now = names.index(shown.step) if shown.step in names else -1
    return [
        (name, "now" if place == now else "done" if place < now else "to come")
        for place, name in enumerate(names)
    ]


TEXT, FILE = f"{bp.name}.{text.__name__}", f"{bp.name}.{file.__name__}"


def allow_files() -> None:
    """Let a teacher, and nobody else, send more than a form of this site needs."""
    if request.endpoint in {TEXT, FILE} and current_user.is_teacher:
        request.max_content_length = max(LARGEST.values()) + AROUND_A_FILE
        request.max_form_memory_size = LARGEST[Media.TEXT] + AROUND_A_FILE


def init_app(app: Flask) -> None:
    """Set the limits before anything in *app* looks into a request."""
    app.before_request(allow_files)
