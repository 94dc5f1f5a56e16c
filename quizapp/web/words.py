"""Numbers and times in the reader's own way, as filters for the templates."""

from datetime import datetime

from babel import Locale, UnknownLocaleError
from flask import Flask, has_request_context, request
from flask_babel import (
    Babel,
    format_date,
    format_decimal,
    format_percent,
    format_time,
    lazy_gettext,
)

VERDICTS = {
    "right": lazy_gettext("That is right"),
    "partly": lazy_gettext("Partly right"),
    "wrong": lazy_gettext("Not quite"),
    "waiting": lazy_gettext("Your teacher will read this one"),
}


def reader_locale() -> str:
    """The first language that the reader's browser asks for and that we know the habits of."""
    for language in request.accept_languages.values() if has_request_context() else ():
        try:
            return str(Locale.parse(language, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


def number(value: float) -> str:
    """*value* with at most one digit after the point, which is none for whole points."""
    return str(format_decimal(round(value, 1)))


def percent(share: float) -> str:
    """*share* (0 to 1) in whole percent."""
    return str(format_percent(share))


def when(moment: datetime) -> str:
    """The date and the time of *moment* by the clock of the classroom's own server."""
    here = moment.astimezone()
    return (
        f"{format_date(here, 'medium', rebase=False)}, {format_time(here, 'short', rebase=False)}"
    )


def verdict(points: float | None) -> str:
    """What an answer with *points* is called: by this name in its class and in words."""
    if points is None:
        return "waiting"
    if points >= 1:
        return "right"
    return "partly" if points > 0 else "wrong"


def verdict_words(points: float | None) -> str:
    """What a pupil is told about an answer with *points*."""
    return str(VERDICTS[verdict(points)])


def init_app(app: Flask) -> None:
    """Make the filters known to the templates of *app*."""
    Babel(app, locale_selector=reader_locale)
    for spell in (number, percent, when, verdict, verdict_words):
        app.add_template_filter(spell)
