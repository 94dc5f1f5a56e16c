"""Pick what is claimed, then the sentence that supports it (a QTI 3 composite item)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any, ClassVar, Literal, Self

from wtforms import Field

from questions.question import Evidence, Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options, _spans
from questions.types._fields import Option, Part, PickField, same


class TwoPartField(PickField):
    """Answered by an option, "claim", and a span of the article, "support"."""

    def __init__(
        self,
        label: str,
        options: tuple[Option, ...],
        spans: tuple[Option, ...],
        second: str,
        **kwargs: Any,
    ) -> None:
        parts = [Part(options, "claim", label), Part(spans, "support", second)]
        super().__init__(label, parts, **kwargs)

    def answer(self, picks: list[list[str]]) -> dict[str, str]:
        return {"claim": picks[0][0], "support": picks[1][0]}

    def picks(self, answer: dict[str, str]) -> list[list[str]]:
        return [[answer["claim"]], [answer["support"]]]


@dataclass(frozen=True, kw_only=True)
class TwoPart(Question[dict[str, str]]):
    """Pick what is claimed (part A), then the sentence that supports it (part B).

    Part A, with ``options`` and ``key``, is a choice; part B, with ``second_prompt``, ``offered``
    and ``accepted``, is picked in the text. Each is worth half a point. ``scoring`` is "linked",
    where part B counts only with part A, or "separate".
    Answered by ``{"claim": option, "support": "paragraph:start-end"}``.
    """

    kind: ClassVar[str] = "two_part"
    label: ClassVar[str] = "Two parts"
    picked_in_article: ClassVar[bool] = True

    options: tuple[str, ...]
    key: tuple[str, ...]
    second_prompt: str
    offered: tuple[Evidence, ...]
    accepted: tuple[Evidence, ...]
    scoring: Literal["linked", "separate"] = "linked"

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _options.one_best(self.options, self.key, self.note)
        if not self.second_prompt.strip():
            yield "second_prompt: must not be empty"
        yield from _spans.problems(self.offered, self.accepted)

    def shown(self, rng: Random) -> Self:
        return replace(self, options=tuple(_options.shuffled(self.options, rng)))

    def field(self, rng: Random) -> Field:
        options = same(self.shown(rng).options)
        return TwoPartField(self.prompt, options, _spans.options(self.offered), self.second_prompt)

    def grade(self, answer: dict[str, str]) -> Grade:
        claim = float(answer["claim"] in self.key)
        support = _spans.points(self.offered, self.accepted, answer["support"])
        if self.scoring == "linked" and not claim:
            support = 0.0
        return Grade((claim + support) / 2, (claim, support))

    def review(self, answer: dict[str, str] | None) -> tuple[ReviewLine, ...]:
        claim, support = (answer["claim"], answer["support"]) if answer else ("", "")
        worth = _spans.points(self.offered, self.accepted, support)
        best = " / ".join(span.text for span in self.accepted)
        return (
            ReviewLine(
                self.prompt,
                state=_state(float(claim in self.key), claim),
                given=claim,
                best=" / ".join(self.key),
            ),
            ReviewLine(
                self.second_prompt,
                state=_state(worth, support),
                given=_spans.words(self.offered, support),
                best=best,
            ),
        )

    def describe(self, answer: dict[str, str]) -> str:
        return f"{answer['claim']} ({_spans.words(self.offered, answer['support'])})"

    @property
    def places(self) -> tuple[Evidence, ...]:
        return self.offered

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.options, self.second_prompt)

    @property
    def right_texts(self) -> tuple[str, ...]:
        return self.key

    @property
    def wrong_texts(self) -> tuple[str, ...]:
        return _options.others(self.options, self.key)

    @property
    def counting(self) -> str:
        if self.scoring == "linked":
            return "Each part is half a point. Part B counts only where part A is right."
        return "Each part is half a point."

    @property
    def chance(self) -> float:
        claim = len(self.key) / len(self.options)
        support = _spans.chance(self.offered, self.accepted)
        return (claim + support * (claim if self.scoring == "linked" else 1)) / 2

    @property
    def solution(self) -> str:
        return f"{' / '.join(self.key)} ({' / '.join(span.text for span in self.accepted)})"

    @classmethod
    def example(cls) -> Example:
        sentences = (
            Evidence(4, 0, 27, "The union met on Wednesday."),
            Evidence(4, 28, 68, "It wants the bridge rebuilt, it told us."),
        )
        question = cls(
            prompt="What does the union want?",
            skill=Skill.CLAIM_AND_EVIDENCE,
            process=Process.EVALUATE,
            section=1,
            options=("A new bridge", "Higher pay", "An apology"),
            key=("A new bridge",),
            second_prompt="Which sentence shows it?",
            offered=sentences,
            accepted=sentences[1:],
        )
        return Example(
            question,
            right={"claim": "A new bridge", "support": "4:28-68"},
            wrong={"claim": "Higher pay", "support": "4:0-27"},
            other=replace(
                question, key=("An apology",), accepted=sentences[:1], scoring="separate"
            ),
        )


def _state(worth: float, given: str) -> Literal["right", "wrong", "plain"]:
    if given and worth in (0, 1):
        return "right" if worth else "wrong"
    return "plain"
