"""The forms with which a quiz is given to classes, and by which rules."""

from datetime import UTC, datetime
from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
)
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError
from wtforms.widgets import CheckboxInput

from quizapp import config
from quizapp.models import Assignment, Counting, Feedback, Override
from quizapp.usecases.assignments import MOST_ATTEMPTS, MOST_MINUTES, Difference, Rules, Whom
from quizapp.web.forms import Form, offer

A_NUMBER = NumberRange(1, MOST_ATTEMPTS, _("Take a number from %(min)s to %(max)s."))
MINUTES = NumberRange(1, MOST_MINUTES, _("Take a number from %(min)s to %(max)s."))


AS_BROWSERS_TYPE = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
"""How a date and time is sent, and in the first way also shown."""


def of_this_century(_form: FlaskForm, field: Field) -> None:
    """Refuse a date that calendars, or the clocks of other time zones, cannot hold."""
    if field.data.year // 100 != 20:
        raise ValidationError(_("Choose a date of this century."))


def moment_field(label: LazyString, element: str | None = None) -> DateTimeLocalField:
    """A field for a date and a time that may be left empty; *element* is its id on the page."""
    checks = [Optional(), of_this_century]
    return DateTimeLocalField(label, checks, format=AS_BROWSERS_TYPE, id=element)


def meant(typed: datetime | None) -> datetime | None:
    """The moment that somebody typed by the school's clock."""
    zone = config.timezone()
    return typed and (typed.replace(tzinfo=zone) if zone else typed).astimezone(UTC)


def as_typed(moment: datetime | None) -> datetime | None:
    """*moment* as it is typed by the school's clock."""
    return moment and moment.astimezone(config.timezone()).replace(tzinfo=None)


class RulesForm(Form):
    """By which rules a class works on a quiz."""

    feedback = RadioField(
        _("Pupils see what is right"),
        [InputRequired(_("Choose when pupils see what is right."))],
        choices=offer(
            {
                Feedback.AFTER_EACH_ANSWER.value: _("after each answer"),
                Feedback.AFTER_HANDING_IN.value: _("after handing in"),
                Feedback.AFTER_DUE_DATE.value: _("after the due date"),
                Feedback.WHEN_RELEASED.value: _("when I release it"),
            }
        ),
        default=Feedback.AFTER_EACH_ANSWER.value,
    )
    due_at = moment_field(_("Due (leave empty for no date)"))
    opens_at = moment_field(_("Opens (leave empty for at once)"))
    minutes = IntegerField(_("Time limit in minutes (leave empty for none)"), [Optional(), MINUTES])
    attempts_allowed = IntegerField(
        _("How often a pupil may try"),
        [InputRequired(_("Type a number, such as 1.")), A_NUMBER],
        default=1,
    )
    counting = RadioField(
        _("Which try counts"),
        choices=offer(
            {
                Counting.BEST.value: _("the best"),
                Counting.FIRST.value: _("the first"),
                Counting.LATEST.value: _("the latest"),
            }
        ),
        default=Counting.BEST.value,
    )
    shuffled = BooleanField(_("Each try in an order of its own"))
    in_order = BooleanField(_("Section by section"))
    practice = BooleanField(_("Practice"))

    @property
    def rules(self) -> Rules:
        """What is asked for."""
        return Rules(
            feedback=Feedback(self.feedback.data),
            attempts_allowed=self.attempts_allowed.data or 1,
            due_at=meant(self.due_at.data),
            opens_at=meant(self.opens_at.data),
            minutes=self.minutes.data,
            counting=Counting(self.counting.data),
            shuffled=self.shuffled.data,
            in_order=self.in_order.data,
            practice=self.practice.data,
        )

    @property
    def has_more(self) -> bool:
        """Whether something is asked for, or wrong, that is seldom needed."""
        seldom = (self.opens_at, self.minutes, self.shuffled, self.in_order, self.practice)
        wrong = any(field.errors for field in (*seldom, self.attempts_allowed, self.counting))
        return wrong or any(field.data for field in seldom) or self.attempts_allowed.data != 1


class AssignForm(RulesForm):
    """A quiz for a class, and for other classes with it."""

    quiz = SelectField(_("Quiz"), coerce=int)
    classes = SelectMultipleField(_("Also for"), coerce=int, option_widget=CheckboxInput())


class OverrideForm(Form):
    """Other rules for a pupil or a group."""

    whom = SelectField(_("For whom"), id="whom")
    extra_minutes = IntegerField(_("Extra minutes"), [Optional(), MINUTES], id="extra-minutes")
    opens_at = moment_field(_("Opens"), "opens-otherwise")
    due_at = moment_field(_("Due"), "due-otherwise")
    attempts_allowed = IntegerField(_("Tries"), [Optional(), A_NUMBER], id="other-tries")

    @property
    def chosen(self) -> Whom:
        """The pupil or the group."""
        kind, _dash, number = (self.whom.data or "").partition("-")
        return Whom(**{f"{kind}_id": int(number)})

    @property
    def difference(self) -> Difference:
        """What is otherwise."""
        return Difference(
            extra_minutes=self.extra_minutes.data,
            opens_at=meant(self.opens_at.data),
            due_at=meant(self.due_at.data),
            attempts_allowed=self.attempts_allowed.data,
        )


class ReleaseForm(Form):
    """Whether results are shown."""

    released = SelectField(choices=offer({"yes": "yes", "no": "no"}))


def filled(assignment: Assignment) -> dict[str, Any]:
    """What the rules form shows of *assignment*."""
    return {
        "feedback": assignment.feedback.value,
        "due_at": as_typed(assignment.due_at),
        "opens_at": as_typed(assignment.opens_at),
        "minutes": assignment.minutes,
        "attempts_allowed": assignment.attempts_allowed,
        "counting": assignment.counting.value,
        "shuffled": assignment.shuffled,
        "in_order": assignment.in_order,
        "practice": assignment.practice,
    }


def filled_with(override: Override) -> dict[str, Any]:
    """What the form of exceptions shows of *override*."""
    kind = "pupil" if override.pupil_id else "group"
    return {
        "whom": f"{kind}-{override.pupil_id or override.group_id}",
        "extra_minutes": override.extra_minutes,
        "opens_at": as_typed(override.opens_at),
        "due_at": as_typed(override.due_at),
        "attempts_allowed": override.attempts_allowed,
    }
