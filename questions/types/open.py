"""Answer in a few sentences, which a teacher marks (QTI 3 extendedTextInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from random import Random
from typing import ClassVar

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types._fields import WrittenField

LONGEST = 2000


@dataclass(frozen=True)
class Rubric:
    """What earns a teacher's 2, 1 and 0."""

    full: str
    partial: str
    none: str


@dataclass(frozen=True, kw_only=True)
class Open(Question[str]):
    """Answer in a few sentences; a teacher marks them by the rubric with 2, 1 or 0."""

    kind: ClassVar[str] = "open"
    label: ClassVar[str] = "In your own words"
    marked_by_teacher: ClassVar[bool] = True

    rubric: Rubric
    model_answer: str

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        for field in fields(self.rubric):
            if not getattr(self.rubric, field.name).strip():
                yield f"rubric.{field.name}: must not be empty"
        if not self.model_answer.strip():
            yield "model_answer: must not be empty"

    def field(self, rng: Random) -> Field:  # noqa: ARG002  nothing to shuffle
        return WrittenField(self.prompt, longest=LONGEST, one_line=False)

    def grade(self, answer: str) -> Grade:  # noqa: ARG002  a teacher reads it
        return Grade(None)

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        return (ReviewLine("", state="plain", given=answer or "", best=self.model_answer),)

    def describe(self, answer: str) -> str:
        return " ".join(answer.split())

    @property
    def solution(self) -> str:
        return self.describe(self.model_answer)

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="Whom would you trust more on whether the bridge is safe, and why?",
            skill=Skill.WHOM_TO_TRUST,
            process=Process.EVALUATE,
            section=1,
            rubric=Rubric(
                full="Names a source and gives a reason from the article.",
                partial="Names a source with a reason that the article does not bear out.",
                none="Names nobody, or gives no reason.",
            ),
            model_answer="The engineer, because she measured the bolts herself.",
        )
        return Example(
            question,
            right="The engineer, who looked.",
            wrong="I do not know.",
            other=replace(question, rubric=Rubric("a", "b", "c"), model_answer="The mayor."),
        )
