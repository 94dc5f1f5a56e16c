"""The form of an article's text: head and notes as fields, and then paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from questions.article import Article, Caption, Dropped
from questions.correction import Block, Correction, blocks_of, corrected, moved
from quizapp.usecases.texts import Notes
from quizapp.web.forms import Form, stripped

TAKEN_OUT = "taken out by the teacher"
"""Why something is not part of the article any more."""

MOVE = re.compile(r"(?P<section>\d{1,4})(?P<way>up|down)")

Sent = MultiDict[str, str]


class TextForm(Form):
    """The head of an article, and what is noted about it."""

    base = IntegerField(validators=[InputRequired()], widget=HiddenInput())
    headline = StringField(_("Headline"), [Length(max=300)], filters=[stripped])
    outlet = StringField(_("Outlet"), [Length(max=200)], filters=[stripped])
    byline = StringField(_("By"), [Length(max=200)], filters=[stripped])
    level = StringField(_("Level"), [Length(max=100)], filters=[stripped])
    licence = StringField(_("Licence"), [Length(max=300)], filters=[stripped])

    @property
    def notes(self) -> Notes:
        """What is noted about the article."""
        return Notes(self.level.data or "", self.licence.data or "")


def corrected_text(article: Article, form: TextForm, sent: Sent) -> Article:
    """*article* as *form* and the fields of its paragraphs, which were *sent* with it, say."""
    blocks = list(_blocks(article, sent))
    captions = list(_captions(article, sent))
    left = []
    for number, dropped in enumerate(article.dropped):
        after = _number(sent.get(f"after-{number}", ""))
        match sent.get(f"dropped-{number}", ""):
            case "caption":
                captions.append(Caption(dropped.text, None, min(after, len(article.paragraphs))))
            case "paragraph":
                _insert(blocks, Block(dropped.text), after)
            case _:
                left.append(dropped)
    left += _taken_out(article, sent)
    move = MOVE.fullmatch(sent.get("move", ""))
    if move is not None:
        by = -1 if move["way"] == "up" else 1
        blocks = list(moved(blocks, int(move["section"]), by))
    head = replace(
        article,
        headline=form.headline.data or "",
        outlet=form.outlet.data or None,
        byline=form.byline.data or None,
    )
    return corrected(head, Correction(tuple(blocks), tuple(captions), tuple(left)))


def _blocks(article: Article, sent: Sent) -> Iterator[Block]:
    """The paragraphs as they were sent: an empty line inside one makes two of it."""
    out, begins = set(sent.getlist("out")), set(sent.getlist("begins"))
    heading: str | None = None
    for block in blocks_of(article):
        number = str(block.was)
        if number in begins or block.was == 1:
            heading = _one_line(sent.get(f"heading-{number}", block.heading or ""))
        if number in out:
            continue  # the section that begins here begins with the next paragraph
        texts = [*filter(None, map(_one_line, _stretches(sent, number, block.text)))]
        for place, text in enumerate(texts):
            yield Block(text, block.was if place == 0 else None, heading)
            heading = None


def _stretches(sent: Sent, number: str, text: str) -> list[str]:
    return re.split(r"\n\s*\n", sent.get(f"text-{number}", text).replace("\r\n", "\n"))


def _captions(article: Article, sent: Sent) -> Iterator[Caption]:
    out = set(sent.getlist("caption-out"))
    for number, caption in enumerate(article.captions):
        text = _one_line(sent.get(f"caption-{number}", caption.text))
        if text and str(number) not in out:
            credit = _one_line(sent.get(f"credit-{number}", caption.credit or ""))
            yield replace(caption, text=text, credit=credit or None)


def _taken_out(article: Article, sent: Sent) -> Iterator[Dropped]:
    for number in sent.getlist("out"):
        if number.isdecimal() and 1 <= int(number) <= len(article.paragraphs):
            yield Dropped(article.paragraph(int(number)).text, TAKEN_OUT)
    for number in sent.getlist("caption-out"):
        if number.isdecimal() and int(number) < len(article.captions):
            yield Dropped(article.captions[int(number)].text, TAKEN_OUT)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def _insert(blocks: list[Block], new: Block, after: int) -> None:
    """Put *new* behind the paragraph that was number *after*, or behind those before it."""
    places = [
        n for n, block in enumerate(blocks, 1) if block.was is not None and block.was <= after
    ]
    place = places[-1] if places else 0
    if place == 0 and blocks:
        new, blocks[0] = replace(new, heading=blocks[0].heading), replace(blocks[0], heading=None)
    blocks.insert(place, new)


def _one_line(text: str) -> str:
    return " ".join(text.split())
