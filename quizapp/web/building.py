"""Build a quiz out of the questions about an article: a proposal to change, publish and assign."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from quizapp import db
from quizapp.errors import Refused
from quizapp.models import Stage
from quizapp.store import classes as class_store
from quizapp.store import library as store
from quizapp.store.library import ArticleView, StoredQuestion
from quizapp.usecases import building, library
from quizapp.usecases.building import NewQuiz
from quizapp.web import people, quiz_titles, words
from quizapp.web.forms import offer
from quizapp.web.forms_building import BuildForm
from quizapp.web.strengths import PROCESSES

bp = Blueprint("building", __name__)


@dataclass(frozen=True)
class Mix:
    """The questions of the proposal, in order, and the versions that were turned down."""

    chosen: tuple[StoredQuestion, ...]
    passed: tuple[int, ...] = ()


@bp.get("/library/<int:article_id>/build")
@people.teachers_only
def propose(article_id: int) -> str:
    """A first proposal."""
    view = own_article(article_id)
    form = build_form(view)
    return page(view, form, Mix(tuple(building.propose(view, form.wish))))


@bp.post("/library/<int:article_id>/build")
@people.teachers_only
def build(article_id: int) -> str | Response | tuple[str, int]:
    """Change the proposal in one way, or make a quiz of it."""
    view = own_article(article_id)
    form = build_form(view)
    step, _dash, version = request.form.get("do", "").partition("-")
    mix = sent_mix(view)
    if step in MAKING:
        return make(view, form, mix, step)
    form.validate()
    if step in CHANGES:
        mix = CHANGES[step](view, form, mix, int(version) if version.isdecimal() else 0)
    number_errors = list(form.number.errors)
    for field in form:
        field.errors = ()  # what is not asked for yet is not missing
    form.number.errors = number_errors
    return page(view, form, mix), 422 if number_errors else 200


def make(view: ArticleView, form: BuildForm, mix: Mix, step: str) -> Response | tuple[str, int]:
    """Publish the quiz, and give it to the chosen classes if that was asked for."""
    if not form.validate():
        return page(view, form, mix), 422
    versions = [stored.version_id for stored in mix.chosen]
    stage = Stage.DRAFT if step == "draft" else Stage.OPEN
    quiz = NewQuiz(versions, form.title.data or "", stage)
    try:
        if step == "publish":
            library.publish_quiz(people.number(), view.id, versions, quiz.title)
            flash(_("The quiz is ready. Choose a class to give it to."))
            return redirect(url_for("articles.show", article_id=view.id, _anchor="quizzes"), 303)
        given = building.publish_and_give(
            people.number(), view.id, quiz, form.classes.data or [], form.rules
        )
    except Refused as refused:
        form.form_errors.append(words.told(refused))
        return page(view, form, mix), 422
    if stage is Stage.DRAFT:
        flash(_("Kept as a draft. Your pupils do not see it yet."))
        return redirect(url_for("assigning.rules", assignment_id=given[0]), 303)
    flash(_("Assigned. Your pupils find it on their page now."))
    return redirect(url_for("classes.scores", assignment_id=given[0]), 303)


MAKING = {"give", "draft", "publish"}
"""The steps that end the building."""


def anew(view: ArticleView, form: BuildForm, _mix: Mix, _version: int) -> Mix:
    """The proposal for what is wished for now."""
    return Mix(tuple(building.propose(view, form.wish)))


def another_mix(view: ArticleView, form: BuildForm, mix: Mix, _version: int) -> Mix:
    """Another proposal; if there is none, the one that is there."""
    wish, found = building.another_mix(view, form.wish, building.propose(view, form.wish))
    if wish == form.wish:
        flash(_("There is no other mix: too few questions go together."))
        return mix
    form.seed.data, form.seed.raw_data = wish.seed, None  # what was sent would be shown again
    return Mix(tuple(found))


def swap(view: ArticleView, form: BuildForm, mix: Mix, version: int) -> Mix:
    """Another question in the place of this one; if there is none, it stays."""
    others = tuple(stored for stored in mix.chosen if stored.version_id != version)
    passed = (*mix.passed, version)
    found = building.another(view, others, form.wish, passed)
    if found is None:
        flash(_("There is no other question that goes with the rest."))
        return mix
    chosen = tuple(found if each.version_id == version else each for each in mix.chosen)
    return Mix(chosen, passed)


def add(view: ArticleView, form: BuildForm, mix: Mix, _version: int) -> Mix:
    """One more question, at the end of its section."""
    found = building.another(view, mix.chosen, form.wish, mix.passed)
    if found is None:
        flash(_("There is no other question that goes with the rest."))
        return mix
    before = [s for s in mix.chosen if s.question.section <= found.question.section]
    place = mix.chosen.index(before[-1]) + 1 if before else 0
    return replace(mix, chosen=(*mix.chosen[:place], found, *mix.chosen[place:]))


def drop(_view: ArticleView, _form: BuildForm, mix: Mix, version: int) -> Mix:
    """Without this question."""
    chosen = tuple(stored for stored in mix.chosen if stored.version_id != version)
    return Mix(chosen, (*mix.passed, version))


def move(mix: Mix, version: int, step: int) -> Mix:
    """The question, *step* places later."""
    chosen = list(mix.chosen)
    place = next((n for n, s in enumerate(chosen) if s.version_id == version), None)
    if place is not None and 0 <= place + step < len(chosen):
        chosen.insert(place + step, chosen.pop(place))
    return replace(mix, chosen=tuple(chosen))


def up(_view: ArticleView, _form: BuildForm, mix: Mix, version: int) -> Mix:
    """The question, one place earlier."""
    return move(mix, version, -1)


def down(_view: ArticleView, _form: BuildForm, mix: Mix, version: int) -> Mix:
    """The question, one place later."""
    return move(mix, version, 1)


CHANGES: dict[str, Callable[[ArticleView, BuildForm, Mix, int], Mix]] = {
    "propose": anew,
    "mix": another_mix,
    "swap": swap,
    "add": add,
    "drop": drop,
    "up": up,
    "down": down,
}
"""What the other buttons do, by the first word of their value."""


def own_article(article_id: int) -> ArticleView:
    """The article, if the teacher who asks may use it."""
    return store.article(db.reading(), people.number(), article_id)


def build_form(view: ArticleView) -> BuildForm:
    """The form; a teacher with one class need not choose it."""
    cards = class_store.home(db.reading(), people.number())
    asked = request.args.get("class", type=int)
    wanted = [card.id for card in cards if card.id == asked or len(cards) == 1]
    form = BuildForm(data={"title": quiz_titles.fresh(view), "classes": wanted})
    form.classes.choices = offer({card.id: card.name for card in cards})
    return form


def sent_mix(view: ArticleView) -> Mix:
    """The proposal as it was sent; questions that are gone or new by now have no place in it."""
    known = {stored.version_id: stored for stored in view.questions}
    sent = dict.fromkeys(request.form.getlist("chosen", type=int))
    return Mix(
        tuple(known[version] for version in sent if version in known),
        tuple(request.form.getlist("passed", type=int)),
    )


def page(view: ArticleView, form: BuildForm, mix: Mix) -> str:
    """The proposal, with why."""
    return render_template(
        "building/build.html",
        view=view,
        form=form,
        mix=mix,
        headings={section.number: section.heading for section in view.article.sections},
        skills=len({stored.question.skill for stored in mix.chosen}),
        sections=len({stored.question.section for stored in mix.chosen}),
        processes=by_process(mix.chosen),
        usable=len(building.usable(view, unreviewed=False)),
        waiting=len(building.usable(view, unreviewed=True)),
    )


def by_process(chosen: Sequence[StoredQuestion]) -> list[tuple[str, int]]:
    """How many questions ask for what, from easy to hard."""
    counts = Counter(stored.question.process for stored in chosen)
    return [(str(name), counts[process]) for process, name in PROCESSES.items()]
