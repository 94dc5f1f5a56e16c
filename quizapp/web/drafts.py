"""The form of a question, made from the fields of its dataclass: no interaction has one of its own.

A new interaction whose fields are of the kinds below is edited here without another line of code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import EnumMeta
from typing import Any, Literal, get_args, get_origin, get_type_hints

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from questions import types
from questions.article import Article, Span
from questions.question import Evidence, Process, Question, Skill
from questions.types import TYPES
from questions.types.true_false_not_given import LABELS
from quizapp.web.draft_parts import (
    ChoicePart,
    OptionsPart,
    Part,
    PlacesPart,
    Plain,
    RowsPart,
    Sent,
    TextPart,
    TextsPart,
    places_of,
    spans_in,
)
from quizapp.web.draft_words import CHOICES, told

OF_THE_RECIPE = ("recipe", "claim", "confidence")
"""Fields that say how a question was made, and that nobody fills in."""

BY_HAND = ("prompt", "skill", "process", "section", "evidence", "explanation", "hint", "note")
"""Fields that every question has, in an order of their own."""

LONGEST = 2000
"""In characters: of one text."""

LINES = {"prompt": 2, "explanation": 3, "model_answer": 3}


class Draft:
    """A question on its way: its *parts* in the order of the form."""

    def __init__(self, kind: str, article: Article, question: Question[Any] | None = None) -> None:
        self.kind = kind
        self.label = TYPES[kind].label
        self.article = article
        plain = types.dump(question) if question is not None else _usual(kind)
        self.made = {name: plain[name] for name in OF_THE_RECIPE if name in plain}
        self.places = places_of(article, list(_spans(plain)))
        self.parts = list(self._parts())
        for part in self.parts:
            part.fill(plain)

    def part(self, name: str) -> Part:
        """The part that shows what is wrong with the field *name*; the stem for one unknown."""
        return next((part for part in self.parts if name in part.names), self.parts[0])

    def read(self, sent: Sent) -> None:
        """Take what a browser sent."""
        for part in self.parts:
            part.read(sent)

    def plain(self) -> Plain:
        """The fields of the question, as ``types.load`` takes them."""
        plain: Plain = {"type": self.kind, **self.made}
        for part in self.parts:
            for name, value in part.plain().items():
                inner = plain.get(name)
                plain[name] = inner | value if isinstance(inner, dict) else value
        if "offered" in plain:
            plain["offered"] = _with(plain["offered"], plain["accepted"])
        return plain

    def show(self, problems: Sequence[str]) -> None:
        """Put each of *problems*, "field: reason", to the part that it is about."""
        for problem in problems:
            path, _colon, reason = problem.partition(": ")
            name = path.split("[")[0]
            part = self.part(name if name in self._names else name.split(".")[0])
            sentence = told(reason or path)
            if sentence not in part.errors:
                part.errors.append(sentence)

    def too_long(self) -> list[str]:
        """A line, "field: reason", for each part with a text that is too long."""
        return [
            f"{part.name}: must be at most {LONGEST} characters long"
            for part in self.parts
            if any(len(text) > LONGEST for text in _texts(part.plain()))
        ]

    @property
    def _names(self) -> set[str]:
        return {name for part in self.parts for name in part.names}

    def _parts(self) -> Iterator[Part]:
        cls = TYPES[self.kind]
        hints = get_type_hints(cls)
        names = [field.name for field in fields(cls)]
        yield TextPart("prompt", LINES["prompt"])
        own = [name for name in names if name not in (*BY_HAND, *OF_THE_RECIPE)]
        own.sort(key="options".__ne__)  # rows choose among the options, so these come first
        letters = TextsPart("options", lettered=True) if "key" not in own else None
        for name in own:
            yield from self._of(name, hints[name], letters)
        for name in BY_HAND[1:]:
            if name in names:
                yield self._common(name)

    def _of(self, name: str, kind: Any, letters: TextsPart | None) -> Iterator[Part]:
        """The parts for a field of one interaction, by its type."""
        if get_origin(kind) is tuple:
            yield from self._list(name, get_args(kind)[0], letters)
        elif get_origin(kind) is Literal:
            yield ChoicePart(name, {value: CHOICES[value] for value in get_args(kind)})
        elif is_dataclass(kind):
            yield from (TextPart(f"{name}.{inner.name}") for inner in fields(kind))
        else:
            yield TextPart(name, LINES.get(name, 1))

    def _list(self, name: str, kind: Any, letters: TextsPart | None) -> Iterator[Part]:
        """The part for a field that is a list of *kind*; the key stands with its options."""
        if kind is Evidence:
            yield PlacesPart(name, self.places)
        elif is_dataclass(kind):
            key = get_type_hints(kind)["key"]
            closed = isinstance(key, EnumMeta)
            yield RowsPart(name, LABELS if closed else {}, None if closed else letters)
        elif name == "options":
            yield letters or OptionsPart(name)
        elif name != "key":
            yield TextsPart(name)

    def _common(self, name: str) -> Part:
        """The part for a field that every question has."""
        match name:
            case "skill":
                return ChoicePart(name, {skill.value: skill.value for skill in Skill})
            case "process":
                return ChoicePart(name, {each.value: CHOICES[each.value] for each in Process})
            case "section":
                sections = self.article.sections
                return ChoicePart(
                    name, {str(s.number): f"{s.number} · {s.heading}" for s in sections}
                )
            case "evidence":
                return PlacesPart(name, self.places)
            case _:
                return TextPart(name, LINES.get(name, 1))


def _usual(kind: str) -> Plain:
    """The fields that a question of this interaction has where nothing is said of them."""
    return {
        field.name: field.default
        for field in fields(TYPES[kind])
        if isinstance(field.default, str | int)
    }


def _spans(plain: Any) -> Iterator[Span]:
    """Every span of the article in a question's plain data."""
    for name in ("evidence", "offered", "accepted"):
        yield from spans_in(each for each in plain.get(name, ()) if isinstance(each, dict))


def _with(offered: list[Plain], accepted: list[Plain]) -> list[Plain]:
    """*offered*, and what is accepted without lying inside any of them."""
    spans = spans_in(offered)
    outside = [
        plain
        for plain, span in zip(accepted, spans_in(accepted), strict=True)
        if not any(other.contains(span) for other in spans)
    ]
    return [*offered, *outside]


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from _texts(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from _texts(value)


KINDS: dict[str, LazyString] = {
    "choice": _("Options, one of which is right: who says it, what is said, what a word means."),
    "multiple_response": _("Options, several of which are right."),
    "true_false_not_given": _("Statements: does the text say so, the opposite, or neither?"),
    "match": _("Rows that each belong to an option, such as claims to sources."),
    "order": _("Events, or a chain of sources, to be put in order."),
    "select_text": _("The sentence of the article that answers the question."),
    "short_text": _("A word, a name, a number or a date."),
    "two_part": _("Options first, then the sentence that supports the answer."),
    "open": _("A few sentences, which you mark with 2, 1 or 0."),
}
"""What each interaction asks for, to choose one by."""
