"""Write a word, a name, a number or a date (QTI 3 textEntryInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import ClassVar, Literal

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types._dates import dates
from questions.types._fields import WrittenField
from questions.types._numbers import number
from questions.types._words import edits, normal

LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class ShortText(Question[str]):
    """Write a word, a name, a number or a date.

    An answer is right if it is the same as one of ``accepted``: the same words apart from case,
    accents, quotation marks, kinds of dash, spacing, outer punctuation and a leading article; or,
    where ``reads_as`` is "number" or "date", the same number or date however it is written. Up to
    ``typos`` letters may be wrong in an answer that reads as text.
    """

    kind: ClassVar[str] = "short_text"
    label: ClassVar[str] = "Short answer"

    accepted: tuple[str, ...]
    reads_as: Literal["text", "number", "date"] = "text"
    typos: int = 0

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        if not self.accepted or not all(normal(text) for text in self.accepted):
            yield "accepted: must be at least one answer, none of them empty"
        elif any(len(text) > LONGEST for text in self.accepted):
            yield f"accepted: must be at most {LONGEST} characters long"
        if self.reads_as == "number" and None in map(number, map(normal, self.accepted)):
            yield "accepted: must each name one number"
        if self.reads_as == "date" and set() in map(dates, map(normal, self.accepted)):
            yield "accepted: must each name a date"
        if self.typos and self.reads_as != "text":
            yield "typos: must be 0 in a number or a date"
        elif not 0 <= self.typos < min((len(normal(t)) for t in self.accepted), default=1):
            yield "typos: must be fewer than the letters of the shortest accepted answer"

    def field(self, rng: Random) -> Field:  # noqa: ARG002  nothing to shuffle
        return WrittenField(self.prompt, longest=LONGEST, one_line=True)

    def grade(self, answer: str) -> Grade:
        given = normal(answer)
        return Grade(float(any(self._same(given, normal(text)) for text in self.accepted)))

    def _same(self, given: str, accepted: str) -> bool:
        if given == accepted:
            return True
        match self.reads_as:
            case "number":
                return number(given) == number(accepted)
            case "date":
                return bool(dates(given) & dates(accepted))
            case "text":
                near = abs(len(given) - len(accepted)) <= self.typos
                return near and edits(given, accepted) <= self.typos

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        if answer is None:
            return (ReviewLine("", state="plain", best=self.solution),)
        state: Literal["right", "wrong"] = "right" if self.grade(answer).points else "wrong"
        return (ReviewLine("", state=state, given=answer, best=self.solution),)

    def describe(self, answer: str) -> str:
        return " ".join(answer.split())

    @property
    def solution(self) -> str:
        return self.accepted[0]

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="How many cars cross the bridge on a day, according to the city?",
            skill=Skill.DETAIL,
            process=Process.LOCATE,
            section=1,
            accepted=("340",),
            reads_as="number",
        )
        return Example(question, right="About 340 cars", wrong="430")
