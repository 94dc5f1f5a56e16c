"""Pick the one best answer (QTI 3 choiceInteraction with max-choices 1)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar, Self

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options
from questions.types._fields import OneField, same


@dataclass(frozen=True, kw_only=True)
class Choice(Question[str]):
    """Pick the one best answer. ``key`` has one option, or two where the text allows both."""

    kind: ClassVar[str] = "choice"
    label: ClassVar[str] = "One answer"

    options: tuple[str, ...]
    key: tuple[str, ...]

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _options.one_best(self.options, self.key, self.note)

    def shown(self, rng: Random) -> Self:
        return replace(self, options=tuple(_options.shuffled(self.options, rng)))

    def field(self, rng: Random) -> Field:
        return OneField(self.prompt, same(self.shown(rng).options))

    def grade(self, answer: str) -> Grade:
        return Grade(float(answer in self.key))

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        return _options.review(self.options, self.key, [] if answer is None else [answer])

    def describe(self, answer: str) -> str:
        return answer

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
    def chance(self) -> float:
        return len(self.key) / len(self.options)

    @property
    def solution(self) -> str:
        return " / ".join(self.key)

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="Who says that the bridge was inspected in 2019?",
            skill=Skill.WHO_SAID_IT,
            process=Process.LOCATE,
            section=1,
            options=("The mayor", "The engineer", "The reporter"),
            key=("The engineer",),
        )
        other = replace(question, key=("The reporter", "The mayor"), note="Both do.")
        return Example(question, right="The engineer", wrong="The mayor", other=other)
