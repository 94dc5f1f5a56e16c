"""The forms with which a teacher manages the people of a class."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.usecases import names
from quizapp.web.forms import Form, stripped

LONGEST_LIST = 500_000
"""In characters: far more than the names of a whole school."""


class RosterForm(Form):
    """A class list from a spreadsheet."""

    text = TextAreaField(
        _("Class list"),
        [
            InputRequired(_("Paste the list, with the names of the columns in its first line.")),
            Length(max=LONGEST_LIST),
        ],
    )
    whole = BooleanField(_("This is the whole class: archive who is not in the list"))


class NameForm(Form):
    """Another name, for a pupil, a class or a group."""

    name = StringField(
        _("Name"),
        [InputRequired(_("Type a name.")), Length(max=names.LONGEST)],
        filters=[stripped],
    )


class ChosenForm(Form):
    """Some pupils of a class."""

    pupils = SelectMultipleField(
        _("Pupils"), [InputRequired(_("Choose at least one pupil."))], coerce=int
    )


class GroupForm(NameForm, ChosenForm):
    """A group: its name and its pupils."""


class MoveForm(Form):
    """Another class for a pupil."""

    to = SelectField(_("Class"), coerce=int)


class MergeForm(Form):
    """The pupil who is the same person."""

    duplicate = SelectField(_("The same pupil, under another name"), coerce=int)


class ColleagueForm(Form):
    """Another teacher of the class."""

    colleague = StringField(
        _("Name of the other teacher"),
        [InputRequired(_("Type the name with which your colleague signs in."))],
        filters=[stripped],
    )


class EraseForm(Form):
    """The name once more, so that nobody is erased by mistake."""

    name = StringField(_("Type the pupil’s name to erase"), filters=[stripped])
