"""The form with which a quiz is put together and given to classes."""

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import CheckboxInput, HiddenInput

from quizapp.usecases.building import MOST_QUESTIONS, Difficulty, Wish
from quizapp.usecases.library import LONGEST_TITLE
from quizapp.web.forms import offer, stripped
from quizapp.web.forms_assigning import RulesForm

LENGTH = 12
"""How many questions are proposed at first: about a lesson's reading and answering."""

LARGEST_SEED = 10**9


class BuildForm(RulesForm):
    """How many questions and which, and for which classes by which rules."""

    number = IntegerField(
        _("How many questions"),
        [
            InputRequired(_("Type a number, such as 12.")),
            NumberRange(1, MOST_QUESTIONS, _("Take a number from %(min)s to %(max)s.")),
        ],
        default=LENGTH,
    )
    difficulty = RadioField(
        _("Difficulty"),
        choices=offer(
            {
                Difficulty.MIXED.value: _("mixed"),
                Difficulty.EASIER.value: _("easier: find it in the text"),
                Difficulty.HARDER.value: _("harder: understand and judge"),
            }
        ),
        default=Difficulty.MIXED.value,
    )
    unreviewed = BooleanField(_("Also suggestions that nobody has reviewed"))
    seed = IntegerField(validators=[NumberRange(1, LARGEST_SEED)], widget=HiddenInput(), default=1)
    title = StringField(
        _("Title of the quiz"),
        [InputRequired(_("Give the quiz a title.")), Length(max=LONGEST_TITLE)],
        filters=[stripped],
    )
    classes = SelectMultipleField(_("Give it to"), coerce=int, option_widget=CheckboxInput())

    @property
    def wish(self) -> Wish:
        """What is wished for; what was typed wrongly is as at first."""
        number = LENGTH if self.number.errors else self.number.data or LENGTH
        return Wish(
            number=number,
            difficulty=Difficulty(self.difficulty.data),
            unreviewed=self.unreviewed.data,
            seed=1 if self.seed.errors else self.seed.data or 1,
        )
