"""What the form of a question is made of: a part for each kind of field that questions have.

A part is filled from plain data (``types.dump``) or reads what a browser sent, and gives plain data
again. Nothing is checked here: whether it makes a question is for ``questions.types.load`` to say.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from werkzeug.datastructures import MultiDict

from questions.article import Article, Span
from questions.sentences import sentences_of

SPARE = 2
"""Empty lines that a list ends with, to write more."""

FEWEST = 4
"""Lines that a list has in any case."""

Plain = dict[str, Any]
Sent = MultiDict[str, str]


@dataclass
class Part(ABC):
    """One field of a question in its form; *name* is that of the dataclass.

    ``errors`` are what is wrong with it, in sentences for a person.
    """

    widget: ClassVar[str]

    name: str
    errors: list[str] = field(default_factory=list, init=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which something can be wrong with it."""
        return (self.name,)

    @property
    def id(self) -> str:
        """Its id in the page."""
        return self.name.replace(".", "-")

    @abstractmethod
    def fill(self, plain: Plain) -> None:
        """Take what *plain* has."""

    @abstractmethod
    def read(self, sent: Sent) -> None:
        """Take what a browser *sent*."""

    @abstractmethod
    def plain(self) -> Plain:
        """The fields of the question that it stands for."""


@dataclass
class TextPart(Part):
    """A text; a name with a dot, "rubric.full", is that of a field inside a field."""

    widget = "text"

    lines: int = 1
    value: str = field(default="", init=False)

    def fill(self, plain: Plain) -> None:
        outer, _, inner = self.name.partition(".")
        value = plain.get(outer, "")
        self.value = str(value.get(inner, "") if isinstance(value, Mapping) else value)

    def read(self, sent: Sent) -> None:
        self.value = _tidy(sent.get(self.name, ""))

    def plain(self) -> Plain:
        outer, _, inner = self.name.partition(".")
        return {outer: {inner: self.value}} if inner else {outer: self.value}


@dataclass
class ChoicePart(Part):
    """One of several values, each with what it is called."""

    widget = "choice"

    choices: Mapping[str, Any]
    value: str = field(default="", init=False)

    def fill(self, plain: Plain) -> None:
        self.value = str(plain.get(self.name, next(iter(self.choices))))

    def read(self, sent: Sent) -> None:
        self.value = sent.get(self.name, "")

    def plain(self) -> Plain:
        return {self.name: self.value}


@dataclass
class TextsPart(Part):
    """Several texts in order. *lettered* ones are called A, B, C by the rows that choose them."""

    widget = "texts"

    lettered: bool = False
    values: list[str] = field(default_factory=list, init=False)

    @property
    def lines(self) -> list[str]:
        """The texts, and empty lines for more."""
        return self.values + [""] * spare(self.values)

    def fill(self, plain: Plain) -> None:
        self.values = list(plain.get(self.name, ()))

    def read(self, sent: Sent) -> None:
        self.values = [text for text in map(_tidy, sent.getlist(self.name)) if text]

    def plain(self) -> Plain:
        return {self.name: self.values}


@dataclass
class OptionsPart(Part):
    """Options, the right ones of them ticked: the two fields ``options`` and ``key``."""

    widget = "options"

    rows: list[tuple[str, bool]] = field(default_factory=list, init=False)

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, "key")

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """The options, and empty lines for more."""
        return self.rows + [("", False)] * spare(self.rows)

    def fill(self, plain: Plain) -> None:
        key = plain.get("key", ())
        self.rows = [(text, text in key) for text in plain.get(self.name, ())]

    def read(self, sent: Sent) -> None:
        right = set(sent.getlist("key"))
        texts = enumerate(map(_tidy, sent.getlist(self.name)))
        self.rows = [(text, str(number) in right) for number, text in texts if text]

    def plain(self) -> Plain:
        return {
            self.name: [text for text, _ in self.rows],
            "key": [text for text, right in self.rows if right],
        }


@dataclass
class RowsPart(Part):
    """Rows, each with a text and its key.

    The key is one of *choices*; without them it is one of the options that are written beside
    (``TextsPart``), by its place among them.
    """

    widget = "rows"

    choices: Mapping[str, Any]
    options: TextsPart | None = None
    rows: list[tuple[str, str]] = field(default_factory=list, init=False)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The rows, and empty ones for more."""
        return self.rows + [("", "")] * spare(self.rows)

    @property
    def keys(self) -> list[tuple[str, str, Any]]:
        """What can be chosen in a row: the value that is sent, the key, and what it is called."""
        if self.options is None:
            return [(value, value, name) for value, name in self.choices.items()]
        return [
            (str(number), text, f"{letter(number)} {text}".strip())
            for number, text in enumerate(self.options.lines)
        ]

    def fill(self, plain: Plain) -> None:
        self.rows = [(row["text"], row["key"]) for row in plain.get(self.name, ())]

    def read(self, sent: Sent) -> None:
        texts = map(_tidy, sent.getlist(f"{self.name}-text"))
        keys = sent.getlist(f"{self.name}-key")
        if self.options is not None:
            options = dict(enumerate(map(_tidy, sent.getlist(self.options.name))))
            keys = [options.get(int(key), "") if key.isdecimal() else "" for key in keys]
        self.rows = [(text, key) for text, key in zip(texts, keys, strict=False) if text]

    def plain(self) -> Plain:
        return {self.name: [{"text": text, "key": key} for text, key in self.rows]}


@dataclass(frozen=True)
class Place:
    """Words of the article that can be chosen: ``value`` is "paragraph:start-end"."""

    value: str
    span: Span
    text: str
    section: int


@dataclass
class PlacesPart(Part):
    """Words of the article, chosen from *places*."""

    widget = "places"

    places: Sequence[Place]
    picked: set[str] = field(default_factory=set, init=False)

    def fill(self, plain: Plain) -> None:
        self.picked = {value_of(span) for span in spans_in(plain.get(self.name, ()))}

    def read(self, sent: Sent) -> None:
        self.picked = set(sent.getlist(self.name))

    def plain(self) -> Plain:
        return {
            self.name: [
                {
                    "paragraph": place.span.paragraph,
                    "start": place.span.start,
                    "end": place.span.end,
                    "text": place.text,
                }
                for place in self.places
                if place.value in self.picked
            ]
        }


def places_of(article: Article, more: Sequence[Span]) -> tuple[Place, ...]:
    """The sentences of *article* in order, and those of *more* that are no sentences."""
    spans = {*sentences_of(article.paragraphs), *(s for s in more if _is_in(article, s))}
    return tuple(
        Place(
            value_of(span), span, article.text_of(span), article.section_of(span.paragraph).number
        )
        for span in sorted(spans)
    )


def spans_in(plain: Any) -> list[Span]:
    """Every span in a list of plain data."""
    return [Span(each["paragraph"], each["start"], each["end"]) for each in plain]


def value_of(span: Span) -> str:
    """How *span* is written in a form."""
    return f"{span.paragraph}:{span.start}-{span.end}"


def letter(number: int) -> str:
    """A, B, C … for 0, 1, 2 …; after Z there are numbers."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def spare(rows: Sequence[Any]) -> int:
    """How many empty lines follow *rows*."""
    return max(SPARE, FEWEST - len(rows))


def _is_in(article: Article, span: Span) -> bool:
    return 1 <= span.paragraph <= len(article.paragraphs) and 0 <= span.start < span.end <= len(
        article.paragraph(span.paragraph).text
    )


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
