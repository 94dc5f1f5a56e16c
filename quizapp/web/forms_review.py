"""The forms with which questions are reviewed."""

from wtforms import IntegerField, SelectField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from quizapp.models import Status
from quizapp.web.forms import Form, offer


class DecisionForm(Form):
    """What becomes of one question."""

    question = IntegerField(validators=[InputRequired()], widget=HiddenInput())
    status = SelectField(choices=offer({status.value: status.value for status in Status}))
