"""Tick every answer that is right (QTI 3 choiceInteraction with max-choices 0)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import comb
from random import Random
from typing import ClassVar, Self

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options
from questions.types._fields import SeveralField, same


@dataclass(frozen=True, kw_only=True)
class MultipleResponse(Question[list[str]]):
    """Tick every answer that is right: ``key`` has at least one option, and not all of them.

    ``scoring`` is "partial": a right tick adds what a wrong one takes away, and the sum is never
    below 0; or "all_or_nothing".
    """

    kind: ClassVar[str] = "multiple_response"
    label: ClassVar[str] = "Several answers"

    options: tuple[str, ...]
    key: tuple[str, ...]
    scoring: _options.Scoring = "partial"

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _options.too_few("options", self.options)
        if not self.key or not set(self.key) < set(self.options):
            yield "key: must be some of the options, and not all of them"
        elif len(set(self.key)) < len(self.key):
            yield "key: must name each option once"

    def shown(self, rng: Random) -> Self:
        return replace(self, options=tuple(_options.shuffled(self.options, rng)))

    def field(self, rng: Random) -> Field:
        return SeveralField(self.prompt, same(self.shown(rng).options))

    def grade(self, answer: list[str]) -> Grade:
        ticked = set(answer)
        right = len(ticked & set(self.key))
        wrong = len(ticked - set(self.key))
        return Grade(self._share(right, wrong))

    def _share(self, right: int, wrong: int) -> float:
        """What so many right and wrong ticks earn."""
        if self.scoring == "all_or_nothing":
            return float(right == len(self.key) and not wrong)
        return max(0, right - wrong) / len(self.key)

    def review(self, answer: list[str] | None) -> tuple[ReviewLine, ...]:
        return _options.review(self.options, self.key, answer or [])

    def describe(self, answer: list[str]) -> str:
        return "; ".join(option for option in self.options if option in answer)

    @property
    def texts(self) -> tuple[str, ...]:
        return self.options

    @property
    def right_texts(self) -> tuple[str, ...]:
        return self.key

    @property
    def wrong_texts(self) -> tuple[str, ...]:
        return _options.others(self.options, self.key)

    @property
    def counting(self) -> str:
        if self.scoring == "all_or_nothing":
            return _options.ALL_OR_NOTHING
        return "A wrong tick takes away what a right one earns."

    @property
    def chance(self) -> float:
        """Over all ways to tick at least one option, counted by their right and wrong ticks."""
        right_ones, wrong_ones = len(self.key), len(self.wrong_texts)
        earned = sum(
            comb(right_ones, right) * comb(wrong_ones, wrong) * self._share(right, wrong)
            for right, wrong in product(range(right_ones + 1), range(wrong_ones + 1))
        )
        return earned / ((1 << right_ones + wrong_ones) - 1)

    @property
    def solution(self) -> str:
        return self.describe(list(self.key))

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="Which of these does Dr Okafor say?",
            skill=Skill.WHAT_WAS_SAID,
            process=Process.LOCATE,
            section=1,
            options=(
                "The bridge was inspected in 2019.",
                "Two bolts were missing.",
                "The bridge will be closed for a year.",
                "The mayor was told.",
            ),
            key=("The bridge was inspected in 2019.", "Two bolts were missing."),
        )
        return Example(
            question,
            right=["Two bolts were missing.", "The bridge was inspected in 2019."],
            wrong=["The mayor was told."],
            other=replace(question, key=("The mayor was told.",), scoring="all_or_nothing"),
        )
