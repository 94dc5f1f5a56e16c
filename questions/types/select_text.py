"""Pick the sentence or phrase in the article itself (QTI 3 hottextInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar

from wtforms import Field

from questions.question import Evidence, Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _spans
from questions.types._fields import OneField


@dataclass(frozen=True, kw_only=True)
class SelectText(Question[str]):
    """Pick one of the ``offered`` sentences or phrases of the article.

    Answered by "paragraph:start-end" of an offered span. Points: the largest share of an
    ``accepted`` span that it covers.
    """

    kind: ClassVar[str] = "select_text"
    label: ClassVar[str] = "Find it in the text"
    picked_in_article: ClassVar[bool] = True

    offered: tuple[Evidence, ...]
    accepted: tuple[Evidence, ...]

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        yield from _spans.problems(self.offered, self.accepted)

    def field(self, rng: Random) -> Field:  # noqa: ARG002  the article's order is never shuffled
        return OneField(self.prompt, _spans.options(self.offered))

    def grade(self, answer: str) -> Grade:
        return Grade(_spans.points(self.offered, self.accepted, answer))

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        return _spans.review(self.offered, self.accepted, answer)

    def describe(self, answer: str) -> str:
        return _spans.words(self.offered, answer)

    @property
    def places(self) -> tuple[Evidence, ...]:
        return self.offered

    @property
    def chance(self) -> float:
        return _spans.chance(self.offered, self.accepted)

    @property
    def solution(self) -> str:
        return " / ".join(span.text for span in self.accepted)

    @classmethod
    def example(cls) -> Example:
        sentences = (
            Evidence(2, 0, 21, "The bridge is closed."),
            Evidence(2, 22, 61, "About 340 cars cross it, the city says."),
            Evidence(3, 0, 21, "Nobody has been hurt."),
        )
        question = cls(
            prompt="Which sentence tells you who gave the number 340?",
            skill=Skill.FIND_ATTRIBUTION,
            process=Process.LOCATE,
            section=1,
            offered=sentences,
            accepted=sentences[1:2],
        )
        other = replace(question, offered=sentences[::-1], accepted=sentences[:1])
        return Example(question, right="2:22-61", wrong="3:0-21", other=other)
