"""Forms. The answer form is built from the question's own field."""

from collections.abc import Mapping
from random import Random
from secrets import token_urlsafe
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    IntegerField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # older stubs
from wtforms.validators import (
    EqualTo,
    InputRequired,
    Length,
)
from wtforms.widgets import HiddenInput

from questions.question import Question
from quizapp.usecases import names, passwords
from quizapp.usecases.attempts import LONGEST_KEY
from quizapp.usecases.library import LONGEST_TITLE


class Form(FlaskForm):
    """What every form of the site is made of."""

    class Meta(FlaskForm.Meta):
        """How its fields are filled and shown."""

        def wrap_formdata(self, form: FlaskForm, formdata: object) -> Any:
            """Only what text fields send: no files, and no JSON, which can hold anything."""
            return request.form if formdata is not None and form.is_submitted() else None

        def render_field(self, field: Field, render_kw: dict[str, Any]) -> Any:
            """Tie *field* to its errors, for those who cannot see that they stand together."""
            if field.errors:
                render_kw |= {"aria-invalid": "true", "aria-describedby": f"{field.id}-errors"}
            return super().render_field(field, render_kw)


def stripped(value: str | None) -> str | None:
    """*value* without blanks around it and with single ones inside."""
    return value and " ".join(value.split())


def offer(choices: Mapping[Any, Any]) -> list[SelectChoice]:
    """The options of a field, from their values and what they are called."""
    return [SelectChoice(value, label) for value, label in choices.items()]


class JoinForm(Form):
    """Into a class, by its code."""

    code = StringField(
        _("Class code"),
        [InputRequired(_("Type the code that your teacher shows you.")), Length(max=20)],
        filters=[stripped],
    )
    name = StringField(
        _("Your name"),
        [
            InputRequired(_("Type your name, so that your teacher knows whose answers these are.")),
            Length(max=names.LONGEST, message=_("That is too long. A first name is enough.")),
        ],
        filters=[stripped],
    )


class BackForm(Form):
    """Back into a class, by the four words."""

    phrase = StringField(
        _("Your four words"),
        [InputRequired(_("Type the four words that you were given.")), Length(max=100)],
        filters=[stripped],
    )


class SignInForm(Form):
    """A teacher's way in."""

    name = StringField(
        _("Name"),
        [InputRequired(_("Type your name.")), Length(max=names.LONGEST)],
        filters=[stripped],
    )
    password = PasswordField(
        _("Password"),
        [InputRequired(_("Type your password.")), Length(max=passwords.LONGEST)],
    )


class WelcomeForm(Form):
    """A new teacher's name and password."""

    name = StringField(
        _("Name"),
        [InputRequired(_("Type your name.")), Length(max=names.LONGEST)],
        filters=[stripped],
    )
    password = PasswordField(
        _("Password"),
        [
            InputRequired(_("Choose a password.")),
            Length(
                passwords.SHORTEST,
                passwords.LONGEST,
                _("Take %(min)d to %(max)d characters: three or four words are good."),
            ),
        ],
    )
    again = PasswordField(
        _("The same password again"),
        [EqualTo("password", _("The two passwords are not the same. Type them once more."))],
    )


class ClassForm(Form):
    """A new class."""

    name = StringField(
        _("Name of the class"),
        [InputRequired(_("Give the class a name, such as 9b.")), Length(max=names.LONGEST)],
        filters=[stripped],
    )


class JoiningForm(Form):
    """Whether pupils may join."""

    open = SelectField(choices=offer({"yes": "yes", "no": "no"}))


class ConfirmForm(Form):
    """A button, and nothing to fill in."""


class QuizForm(Form):
    """The questions that make a quiz."""

    title = StringField(
        _("Title of the quiz"),
        [InputRequired(_("Give the quiz a title.")), Length(max=LONGEST_TITLE)],
        filters=[stripped],
    )
    questions = SelectMultipleField(
        _("Questions"), [InputRequired(_("Choose at least one question."))], coerce=int
    )


class MarkForm(Form):
    """A teacher's mark for an open answer: for the very one that is shown beside it."""

    answer = IntegerField(validators=[InputRequired()], widget=HiddenInput())

    score = RadioField(
        _("Mark"),
        [InputRequired(_("Choose a mark."))],
        choices=offer({2: _("Full"), 1: _("Partly"), 0: _("None")}),
        coerce=int,
    )


READING: dict[str, dict[str, LazyString]] = {
    "size": {"normal": _("Normal"), "large": _("Large"), "larger": _("Larger")},
    "spacing": {"normal": _("Normal"), "wide": _("Wide"), "wider": _("Wider")},
    "face": {"book": _("Book"), "legible": _("Easy to tell apart"), "dyslexic": _("OpenDyslexic")},
    "paper": {
        "device": _("As on this device"),
        "paper": _("Paper"),
        "white": _("White"),
        "dark": _("Dark"),
    },
}
"""How one can read: every option with its choices, the first of which holds without a choice."""


class ReadingForm(Form):
    """How somebody likes to read."""

    size = RadioField(_("Text size"), choices=offer(READING["size"]))
    spacing = RadioField(_("Line spacing"), choices=offer(READING["spacing"]))
    face = RadioField(_("Typeface"), choices=offer(READING["face"]))
    paper = RadioField(_("Paper"), choices=offer(READING["paper"]))


class AnswerForm(Form):
    """An answer on its way in; ``answer_form`` adds the question's own field, ``answer``.

    ``key`` is another one each time the form is shown: sent twice, it counts once. ``sequence``
    tells an answer that comes late from one that is new.
    """

    key = HiddenField(validators=[InputRequired(), Length(max=LONGEST_KEY)])
    sequence = IntegerField(validators=[InputRequired()], widget=HiddenInput())


def answer_form(question: Question[Any], seed: int, position: int) -> type[AnswerForm]:
    """The form for *question*, shuffled the same way each time for one *seed* and *position*."""
    return type("QuestionForm", (AnswerForm,), {"answer": question.field(shuffler(seed, position))})


def shuffler(seed: int, position: int) -> Random:
    """What shuffles the question at *position*: the same way each time for one *seed*."""
    return Random(f"{seed}:{position}")  # noqa: S311  an order of options, not a secret


def fresh_key() -> str:
    """A submission key that nobody has used."""
    return token_urlsafe(16)
