"""The three ways to bring an article in: its text, a file, an address."""

from typing import Any

from flask import request
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import CombinedMultiDict
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from quizapp.usecases.bringing import LONGEST_ADDRESS
from quizapp.web.forms import Form, stripped

LONGEST_HEADLINE = 300


class TextForm(Form):
    """An article that was copied somewhere and is pasted here."""

    headline = StringField(
        _("Headline (leave empty if it is in the text)"),
        [Length(max=LONGEST_HEADLINE, message=_("That is too long for a headline."))],
        filters=[stripped],
    )
    text = TextAreaField(_("Text"), [InputRequired(_("Paste the text of the article."))])


class FileForm(Form):
    """An article in a file."""

    class Meta(Form.Meta):
        """How its fields are filled."""

        def wrap_formdata(self, form: FlaskForm, formdata: object) -> Any:
            """What the form sends, its file included."""
            fields = super().wrap_formdata(form, formdata)
            return None if fields is None else CombinedMultiDict([request.files, fields])

    file = FileField(_("File"), [FileRequired(_("Choose a file."))])


class AddressForm(Form):
    """An article on the web."""

    address = StringField(
        _("Address"),
        [
            InputRequired(_("Type or paste the address of the article.")),
            Length(max=LONGEST_ADDRESS, message=_("That is too long for an address.")),
        ],
        filters=[stripped],
    )
