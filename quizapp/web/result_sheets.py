"""The figures of an assignment as rows, for its files: those of the page, in its order."""

from itertools import chain

from flask_babel import gettext as _

from quizapp.store.analysis import Analysis, Interval, Item
from quizapp.store.progress import Progress
from quizapp.web import words
from quizapp.web.spreadsheet import Row


def items(found: Analysis) -> list[Row]:
    """A row for each question."""
    headings = [
        _("Question"),
        _("Text"),
        _("Skill"),
        "n",
        _("Share right"),
        _("from"),
        _("to"),
        _("By guessing"),
        _("Discrimination"),
        _("from"),
        _("to"),
        _("No answer"),
        _("To be marked"),
        _("Median seconds"),
        _("n of times"),
        _("Flags"),
    ]
    return [headings, *map(_item, found.items)]


def _item(item: Item) -> Row:
    return [
        item.position,
        item.question.prompt,
        _(item.question.skill),
        item.n,
        item.facility,
        *_ends(item.interval),
        item.chance or None,
        item.discrimination,
        *_ends(item.discrimination_interval),
        len(item.blank),
        item.waiting,
        item.median_seconds,
        item.timed,
        "; ".join(_(flag) for flag in item.flags),
    ]


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (interval.low, interval.high) if interval else (None, None)


def answers(found: Analysis) -> list[Row]:
    """A row for everything that was answered, or is right."""
    headings = [_("Question"), _("Row"), _("Answer"), _("Verdict"), _("Pupils"), _("of")]
    rows: list[Row] = [
        [
            item.position,
            pick.row,
            _(pick.text) if pick.our_words else pick.text,
            _("partly right") if pick.state == "plain" else _(pick.state),
            len(pick.pupils),
            item.answered,
        ]
        for item in found.items
        for pick in item.picks
    ]
    return [headings, *rows]


def progress(found: Progress) -> list[Row]:
    """A row for each skill: the share right and the n of each assignment."""
    titles = [(f"{given.title} ({words.day(given.began_at)})", "n") for given in found.given]
    return [
        [_("Skill"), *chain(*titles)],
        *(
            [_(skill), *chain(*((s.right, s.n) if s else (None, None) for s in shares))]
            for skill, shares in found.skills.items()
        ),
    ]


def skills(found: Analysis) -> list[Row]:
    """A row for each skill, the weakest first."""
    return [
        [_("Skill"), _("Share right"), "n"],
        *([_(skill), share, found.n] for skill, share in found.table.skills),
    ]
