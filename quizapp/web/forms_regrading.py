"""The forms with which a question is put right after pupils have answered it."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from questions.question import Question
from quizapp.models import Amendment
from quizapp.usecases import keys
from quizapp.usecases.regrading import LONGEST_REASON
from quizapp.web.forms import Form, offer, shuffler, stripped

LONGEST_TEXT = 2000


class RegradeForm(Form):
    """Why, how far, and what was known by then."""

    reason = StringField(
        _("Why"),
        [
            InputRequired(_("Say in a sentence why: pupils and colleagues may ask.")),
            Length(max=LONGEST_REASON),
        ],
        filters=[stripped],
    )
    everywhere = BooleanField(_("In all my classes that have this quiz"))
    seen = IntegerField(validators=[InputRequired()], widget=HiddenInput())


class VoidForm(RegradeForm):
    """Take a question out."""


class KeyForm(RegradeForm):
    """Grade by another key; ``answer`` is the question's own field, answered as is right."""

    amendment = RadioField(
        _("What to do with it"),
        [InputRequired(_("Choose what to do."))],
        choices=offer(
            {
                Amendment.ACCEPT_ANSWER.value: _("Also right: what was right stays right"),
                Amendment.CHANGE_KEY.value: _("The only right answer: what was right is wrong now"),
            }
        ),
    )
    note = StringField(
        _("Where two options are right: why both"), [Length(max=LONGEST_TEXT)], filters=[stripped]
    )
    explanation = TextAreaField(
        _("Explanation, as pupils will read it"), [Length(max=LONGEST_TEXT)]
    )
    without_evidence = BooleanField(_("The sentences that are marked as deciding do not fit now"))


def key_form(question: Question[Any], position: int) -> type[KeyForm]:
    """The form for *question*."""
    made: type[KeyForm] = type(
        "KeyFormOfQuestion", (KeyForm,), {"answer": question.field(shuffler(1, position))}
    )
    if not keys.can_have_more(question):
        made.amendment = RadioField(
            _("What to do with it"),
            default=Amendment.CHANGE_KEY.value,
            choices=offer({Amendment.CHANGE_KEY.value: _("Make it the right answer")}),
        )
    return made
