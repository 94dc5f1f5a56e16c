"""Form fields whose ``data`` is an answer as ``grade`` takes it.

Two ways to answer: pick from what is offered (``PickField``, for one thing or for several), or
write (``WrittenField``). What is not well formed puts a message into the field's errors. Values
arrive from a form, from JSON or from an attacker, so that they may be of any type.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from wtforms import Field, StringField
from wtforms.validators import InputRequired
from wtforms.widgets import TextArea, TextInput

UNANSWERED = "Answer the question first."
INCOMPLETE = "Answer every part first."
NOT_OFFERED = "Choose from what is offered."


@dataclass(frozen=True)
class Option:
    """Something to pick: its value in the form, its text, and where it stands in the article."""

    value: str
    text: str
    paragraph: int | None = None


@dataclass(frozen=True)
class Part:
    """One thing to answer; *suffix* tells its form key from those of the field's other parts."""

    options: tuple[Option, ...]
    suffix: str = ""
    text: str = ""


@dataclass
class Input:
    """A part inside its form, with what is picked there: all that a template needs."""

    part: Part
    name: str
    id: str
    picked: list[Any] = field(default_factory=list)


def same(texts: Sequence[str]) -> tuple[Option, ...]:
    """Options whose value is their text."""
    return tuple(Option(text, text) for text in texts)


class PickField(Field):
    """Answered by picking one option in each of *parts*; templates render its ``inputs``."""

    def __init__(self, label: str, parts: Sequence[Part], **kwargs: Any) -> None:
        super().__init__(label, [InputRequired(UNANSWERED)], **kwargs)
        ends = [f"-{part.suffix}" if part.suffix else "" for part in parts]
        self.inputs = [
            Input(part, self.name + end, self.id + end)
            for part, end in zip(parts, ends, strict=True)
        ]

    def answer(self, picks: list[list[str]]) -> Any:
        """The answer that *picks* make, a list for each part; ValueError if they make none."""
        raise NotImplementedError

    def picks(self, answer: Any) -> list[list[str]]:
        """What is picked in each part where *answer* was given."""
        raise NotImplementedError

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        super().process(None, data, extra_filters)
        picked = self.picks(self.data) if self.data is not None else [[] for _ in self.inputs]
        if formdata is not None:
            picked = [_one_newline(formdata.getlist(part.name)) for part in self.inputs]
            self.raw_data = [value for values in picked for value in values if value]
            self._read(picked)
        for part, values in zip(self.inputs, picked, strict=True):
            part.picked = values

    def _read(self, picked: list[list[Any]]) -> None:
        self.data = None
        try:
            for part, values in zip(self.inputs, picked, strict=True):
                self.check(part, values)
            self.data = self.answer(picked)
        except ValueError as error:
            self.process_errors = [str(error)]

    def check(self, part: Input, values: list[Any]) -> None:
        """ValueError unless *values* are one of the options of *part*."""
        if not any(values):
            raise ValueError(INCOMPLETE if len(self.inputs) > 1 else UNANSWERED)
        if len(values) > 1 or not _offered(part, values):
            raise ValueError(NOT_OFFERED)


class OneField(PickField):
    """Answered by the value of one option."""

    def __init__(self, label: str, options: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(label, [Part(options)], **kwargs)

    def answer(self, picks: list[list[str]]) -> str:
        return picks[0][0]

    def picks(self, answer: str) -> list[list[str]]:
        return [[answer]]


class SeveralField(PickField):
    """Answered by the list of the options that are ticked, at least one."""

    def __init__(self, label: str, options: tuple[Option, ...], **kwargs: Any) -> None:
        super().__init__(label, [Part(options)], **kwargs)

    def check(self, part: Input, values: list[Any]) -> None:
        if not any(values):
            raise ValueError(UNANSWERED)
        if not _offered(part, values) or len(set(values)) < len(values):
            raise ValueError(NOT_OFFERED)

    def answer(self, picks: list[list[str]]) -> list[str]:
        return picks[0]

    def picks(self, answer: list[str]) -> list[list[str]]:
        return [answer]


class RowsField(PickField):
    """Answered by the list of what is picked in each row."""

    def __init__(
        self, label: str, rows: Sequence[str], options: tuple[Option, ...], **kwargs: Any
    ) -> None:
        parts = [Part(options, str(number), row) for number, row in enumerate(rows, 1)]
        super().__init__(label, parts, **kwargs)

    def answer(self, picks: list[list[str]]) -> list[str]:
        return [values[0] for values in picks]

    def picks(self, answer: list[str]) -> list[list[str]]:
        return [[value] for value in answer]


class WrittenField(StringField):
    """Answered in the pupil's own words: up to *longest* characters, on one line or on several.

    *fault* says what is wrong with a text that is no answer, or nothing.
    """

    def __init__(
        self,
        label: str,
        *,
        longest: int,
        one_line: bool,
        fault: Callable[[str], str | None] = lambda _: None,
        **kwargs: Any,
    ) -> None:
        widget = TextInput() if one_line else TextArea()
        super().__init__(label, [InputRequired(UNANSWERED)], widget=widget, **kwargs)
        self.longest = longest
        self.fault = fault
        self.flags.maxlength = longest

    def process_formdata(self, valuelist: list[Any]) -> None:
        sent, self.data = _one_newline(valuelist), None
        if not any(sent):
            raise ValueError(UNANSWERED)
        if len(sent) > 1 or not isinstance(sent[0], str):
            raise ValueError("Write your answer as text.")
        if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in sent[0]):
            raise ValueError("Your answer has characters in it that nobody can read.")
        self.data = sent[0].strip()
        if not self.data:
            raise ValueError(UNANSWERED)
        if len(self.data) > self.longest:
            raise ValueError("Your answer is too long. Make it shorter.")
        fault = self.fault(self.data)
        if fault:
            raise ValueError(fault)


def _one_newline(values: list[Any]) -> list[Any]:
    """*values* with the line ends that browsers send made the ones that texts have."""
    return [v.replace("\r\n", "\n") if isinstance(v, str) else v for v in values]


def _offered(part: Input, values: list[Any]) -> bool:
    offered = {option.value for option in part.part.options}
    return all(isinstance(value, str) and value in offered for value in values)
