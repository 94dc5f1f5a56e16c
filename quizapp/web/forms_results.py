"""The form with which a teacher makes a group of those who gave the same answer."""

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import InputRequired, Length, Regexp

from quizapp.web.forms_people import NameForm

LONGEST_LIST = 5000
"""In characters: the numbers of more pupils than any class has."""


class TheseForm(NameForm):
    """A name for a group, and the numbers of its pupils: "3,8,12"."""

    pupils = StringField(
        validators=[
            InputRequired(_("Choose at least one pupil.")),
            Length(max=LONGEST_LIST),
            Regexp(r"\d{1,9}(,\d{1,9})*$", message=_("Choose at least one pupil.")),
        ]
    )

    @property
    def ids(self) -> list[int]:
        """The numbers of the pupils."""
        return [int(number) for number in (self.pupils.data or "").split(",")]
