"""Numbers and times in the reader's own way, as filters for the templates."""

import math
from datetime import datetime
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal, format_percent
from flask import Flask, has_request_context, request
from flask_babel import (
    Babel,
    format_date,
    format_time,
    get_locale,
    gettext,
)
from flask_babel import lazy_gettext as _

from quizapp import clock, config
from quizapp.errors import Refused
from quizapp.store import scores
from quizapp.store.scores import State

VERDICTS = {
    State.RIGHT: ("good", _("That is right")),
    State.PARTLY: ("partly", _("Partly right")),
    State.WRONG: ("wrong", _("Not quite")),
    State.WAITING: ("waiting", _("Your teacher will read this one")),
}
"""The CSS class of each verdict, and what a pupil is told."""

NEARLY_NOTHING = 1e-9
"""A difference that comes from adding up shares, such as thirds, and from nothing else."""


def reader_locale() -> str:
    """The first language that the reader's browser asks for and that we know the habits of."""
    for language in request.accept_languages.values() if has_request_context() else ():
        try:
            return str(Locale.parse(language, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


def rounded(value: float) -> float:
    """*value* with two digits after the point; a part never becomes nothing or a whole."""
    whole = round(value)
    if abs(value - whole) < NEARLY_NOTHING:
        return float(whole)
    return min(max(round(value, 2), math.floor(value) + 0.01), math.ceil(value) - 0.01)


def number(value: float) -> str:
    """Points, or a mean of points, as every page shows them."""
    return _spelled(rounded(value), str(get_locale()))


@lru_cache(maxsize=1024)
def _spelled(value: float, locale: str) -> str:
    # A table of scores has hundreds of numbers and few different ones.
    return format_decimal(value, locale=locale)


def percent(share: float) -> str:
    """*share* (0 to 1) in whole percent: 100 only where nothing is missing."""
    return _spelled_percent(rounded(share), str(get_locale()))


@lru_cache(maxsize=1024)
def _spelled_percent(share: float, locale: str) -> str:
    return format_percent(share, locale=locale)


def day(moment: datetime) -> str:
    """The date of *moment* by the school's clock."""
    return str(format_date(moment.astimezone(config.timezone()), "medium", rebase=False))


def when(moment: datetime) -> str:
    """The date and the time of *moment* by the school's clock."""
    here = moment.astimezone(config.timezone())
    return (
        f"{format_date(here, 'medium', rebase=False)}, {format_time(here, 'short', rebase=False)}"
    )


def at(moment: datetime) -> str:
    """The time of *moment* by the school's clock, with the date unless it is today."""
    here = moment.astimezone(config.timezone())
    if here.date() == clock.now().astimezone(config.timezone()).date():
        return str(format_time(here, "short", rebase=False))
    return when(moment)


def verdict(points: float | None) -> str:
    """The CSS class of an answer with *points*."""
    return VERDICTS[scores.verdict(points)][0]


def verdict_words(points: float | None) -> str:
    """What a pupil is told about an answer with *points*."""
    return str(VERDICTS[scores.verdict(points)][1])


def translated(sentence: object) -> str:
    """*sentence* in the reader's language: text, neither HTML nor with gaps to fill in."""
    return str(gettext(str(sentence)))


def told(refused: Refused) -> str:
    """Why something was refused, in the reader's language."""
    return str(gettext(refused.template, **refused.values))


def init_app(app: Flask) -> None:
    """Make the filters known to the templates of *app*."""
    Babel(app, locale_selector=reader_locale)
    for spell in (number, percent, day, when, at, verdict, verdict_words, translated):
        app.add_template_filter(spell)
