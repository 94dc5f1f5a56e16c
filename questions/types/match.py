"""Match each row to one of the options, such as claims to sources (QTI 3 matchInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options
from questions.types._fields import RowsField, same

NONE_OF_THESE = "None of these"


@dataclass(frozen=True)
class Row:
    """Something to match, and the option that it belongs to."""

    text: str
    key: str


@dataclass(frozen=True, kw_only=True)
class Match(Question[list[str]]):
    """Match each row to one of the options; an option may fit several rows, or none.

    Answered by a list of options, one for each row. ``scoring`` is "partial", where every row
    counts alike, or "all_or_nothing". The option "None of these" always stands last.
    """

    kind: ClassVar[str] = "match"
    label: ClassVar[str] = "Match"

    rows: tuple[Row, ...]
    options: tuple[str, ...]
    scoring: _options.Scoring = "partial"

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _options.too_few("rows", [row.text for row in self.rows])
        yield from _options.too_few("options", self.options)
        for number, row in enumerate(self.rows):
            if row.key not in self.options:
                yield f"rows[{number}].key: must be one of the options"

    def field(self, rng: Random) -> Field:
        options = _options.shuffled(self.options, rng)
        options.sort(key=NONE_OF_THESE.__eq__)
        return RowsField(self.prompt, [row.text for row in self.rows], same(options))

    def grade(self, answer: list[str]) -> Grade:
        pairs = zip(self.rows, answer, strict=True)
        return _options.rows([row.key == given for row, given in pairs], self.scoring)

    def review(self, answer: list[str] | None) -> tuple[ReviewLine, ...]:
        texts, best = zip(*((row.text, row.key) for row in self.rows), strict=True)
        return _options.review_rows(texts, best, answer)

    def describe(self, answer: list[str]) -> str:
        return ", ".join(f"{number} {given}" for number, given in enumerate(answer, 1))

    @property
    def texts(self) -> tuple[str, ...]:
        return (*(row.text for row in self.rows), *self.options)

    @property
    def counting(self) -> str:
        return _options.counting(self.scoring)

    @property
    def chance(self) -> float:
        return _options.chance(len(self.rows), len(self.options), self.scoring)

    @property
    def solution(self) -> str:
        return self.describe([row.key for row in self.rows])

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="Who says what?",
            skill=Skill.CLAIMS_TO_SOURCES,
            process=Process.UNDERSTAND,
            section=1,
            rows=(
                Row("The bridge is safe.", "The mayor"),
                Row("Two bolts were missing.", "The engineer"),
                Row("The bridge is the oldest in the country.", NONE_OF_THESE),
            ),
            options=("The mayor", "The engineer", "The union", NONE_OF_THESE),
        )
        return Example(
            question,
            right=["The mayor", "The engineer", NONE_OF_THESE],
            wrong=["The engineer", "The mayor", "The mayor"],
            other=replace(
                question,
                rows=tuple(replace(row, key="The union") for row in question.rows),
                scoring="all_or_nothing",
            ),
        )
