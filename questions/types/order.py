"""Put events, or a chain of sources, in order (QTI 3 orderInteraction)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import factorial
from random import Random
from typing import Any, ClassVar, Literal

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options
from questions.types._fields import Part, PickField, same


class OrderField(PickField):
    """Answered by giving each item its position; the data is the items in that order."""

    def __init__(self, label: str, items: Sequence[str], **kwargs: Any) -> None:
        numbers = [str(number) for number, _ in enumerate(items, 1)]
        parts = [Part(same(numbers), n, item) for n, item in zip(numbers, items, strict=True)]
        super().__init__(label, parts, **kwargs)

    def answer(self, picks: list[list[str]]) -> list[str]:
        items = {int(values[0]): p.part.text for values, p in zip(picks, self.inputs, strict=True)}
        if len(items) < len(picks):
            raise ValueError("Give each position once.")
        return [items[position] for position in sorted(items)]

    def picks(self, answer: list[str]) -> list[list[str]]:
        return [[str(answer.index(p.part.text) + 1)] for p in self.inputs]


LAST = "–"
"""What comes after the item that was put last."""


@dataclass(frozen=True, kw_only=True)
class Order(Question[list[str]]):
    """Put ``items``, which stand in the right order here, in that order.

    ``scoring`` is "adjacent_pairs", the share of the pairs of neighbours that stand next to each
    other, in that order, in the answer; or "all_or_nothing".
    """

    kind: ClassVar[str] = "order"
    label: ClassVar[str] = "Put in order"

    items: tuple[str, ...]
    scoring: Literal["adjacent_pairs", "all_or_nothing"] = "adjacent_pairs"

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _options.too_few("items", self.items)

    def field(self, rng: Random) -> Field:
        return OrderField(self.prompt, _options.shuffled(self.items, rng))

    def grade(self, answer: list[str]) -> Grade:
        given = set(pairwise(answer))
        parts = tuple(float(pair in given) for pair in pairwise(self.items))
        if self.scoring == "all_or_nothing":
            return Grade(float(all(parts)), parts)
        return Grade(sum(parts) / len(parts), parts)

    def review(self, answer: list[str] | None) -> tuple[ReviewLine, ...]:
        """The whole order; then, for each item but the last, what comes directly after it.

        These are the pairs of neighbours that points go by.
        """
        before, best = self.items[:-1], self.items[1:]
        after = dict(pairwise(answer or ()))
        given = answer and [after.get(item, LAST) for item in before]
        pairs = _options.review_rows([f"{item} → …" for item in before], best, given)
        states = {line.state for line in pairs}
        whole = ReviewLine(
            "",
            state=states.pop() if len(states) == 1 else "plain",
            given=self.describe(answer or []),
            best=self.solution,
        )
        return (whole, *pairs)

    def describe(self, answer: list[str]) -> str:
        return " → ".join(answer)

    @property
    def texts(self) -> tuple[str, ...]:
        return self.items

    @property
    def counting(self) -> str:
        if self.scoring == "all_or_nothing":
            return _options.ALL_OR_NOTHING
        return "Points go by what comes directly after what."

    @property
    def chance(self) -> float:
        if self.scoring == "all_or_nothing":
            return 1 / factorial(len(self.items))
        return 1 / len(self.items)  # how often one stands directly after another, by chance

    @property
    def solution(self) -> str:
        return self.describe(list(self.items))

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="Through whom did the number reach the reader? Begin with who counted.",
            skill=Skill.CHAIN_OF_SOURCES,
            process=Process.UNDERSTAND,
            section=1,
            items=("The engineer", "The mayor", "The reporter"),
        )
        return Example(
            question,
            right=["The engineer", "The mayor", "The reporter"],
            wrong=["The reporter", "The mayor", "The engineer"],
            other=replace(question, items=("The mayor", "The reporter", "The engineer")),
        )
