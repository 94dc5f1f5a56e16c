"""Write a word, a name, a number or a date (QTI 3 textEntryInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import ClassVar, Literal

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types._dates import dates
from questions.types._fields import WrittenField
from questions.types._numbers import number, numbers
from questions.types._words import edits, normal

LONGEST = 200
LETTERS_PER_TYPO = 4
"""So many letters must a right answer have for each one that may be wrong: "Kim" has no room."""

NOT_A_NUMBER = "Write one number, in figures or in words, and nothing else."
NOT_A_DATE = "Write one date, with the month as a word, such as 9 August."


@dataclass(frozen=True, kw_only=True)
class ShortText(Question[str]):
    """Write a word, a name, a number or a date.

    An answer is right if it is the same as one of ``accepted``: the same words apart from case,
    accents, quotation marks, kinds of dash, spacing, outer punctuation and a leading article; or,
    where ``reads_as`` is "number" or "date", the same number or date however it is written. What
    is no number, or no date, is malformed, not wrong.

    Up to ``typos`` letters may be wrong in an answer that reads as text, though no more than one
    in four, and no figure. What is as near to one of ``refused``, such as the name of somebody
    else, is wrong all the same.
    """

    kind: ClassVar[str] = "short_text"
    label: ClassVar[str] = "Short answer"

    accepted: tuple[str, ...]
    reads_as: Literal["text", "number", "date"] = "text"
    typos: int = 0
    refused: tuple[str, ...] = ()

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        texts = [normal(text) for text in self.accepted]
        if not all(texts) or not texts:
            yield "accepted: must be at least one answer, none of them empty"
        elif any(len(text) > LONGEST for text in self.accepted):
            yield f"accepted: must be at most {LONGEST} characters long"
        if self.reads_as == "text":
            yield from self._problems_of_text(texts)
        else:
            yield from self._problems_of_reading(texts)

    def _problems_of_text(self, texts: list[str]) -> Iterator[str]:
        if not 0 <= self.typos < min(map(len, texts), default=1):
            yield "typos: must be fewer than the letters of the shortest accepted answer"
        if {normal(text) for text in self.refused} & set(texts):
            yield "refused: must not be accepted as well"

    def _problems_of_reading(self, texts: list[str]) -> Iterator[str]:
        if self.reads_as == "number" and None in map(number, texts):
            yield "accepted: must each name one number"
        if self.reads_as == "date" and any(len(dates(text)) != 1 for text in texts):
            yield "accepted: must each name one date"
        if self.typos:
            yield "typos: must be 0 in a number or a date"
        if self.refused:
            yield "refused: must be empty in a number or a date"

    def field(self, rng: Random) -> Field:  # noqa: ARG002  nothing to shuffle
        return WrittenField(self.prompt, longest=LONGEST, one_line=True, fault=self._fault)

    def _fault(self, answer: str) -> str | None:
        """Why *answer* is malformed, if it is."""
        given = normal(answer)
        if self.reads_as == "number" and not numbers(given):
            return NOT_A_NUMBER
        if self.reads_as == "date" and not dates(given):
            return NOT_A_DATE
        return None

    def grade(self, answer: str) -> Grade:
        given, accepted = normal(answer), [normal(text) for text in self.accepted]
        return Grade(float(given in accepted or self._same(given, accepted)))

    def _same(self, given: str, accepted: list[str]) -> bool:
        match self.reads_as:
            case "number":
                return any(number(text) in numbers(given) for text in accepted)
            case "date":
                return any(dates(text) & dates(given) for text in accepted)
            case "text":
                return self._near(given, accepted)

    def _near(self, given: str, accepted: list[str]) -> bool:
        """Whether *given* is one of *accepted* but for typos, and nearer to it than to another."""
        typos = [
            edits(given, text)
            for text in accepted
            if abs(len(given) - len(text)) <= self.typos
            and _figures(given) == _figures(text)
            and edits(given, text) <= min(self.typos, len(text) // LETTERS_PER_TYPO)
        ]
        return bool(typos) and all(edits(given, normal(t)) > min(typos) for t in self.refused)

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        if answer is None:
            return (ReviewLine("", state="plain", best=self.solution),)
        state: Literal["right", "wrong"] = "right" if self.grade(answer).points else "wrong"
        return (ReviewLine("", state=state, given=answer, best=self.solution),)

    def describe(self, answer: str) -> str:
        return " ".join(answer.split())

    @property
    def right_texts(self) -> tuple[str, ...]:
        return self.accepted

    @property
    def wrong_texts(self) -> tuple[str, ...]:
        return self.refused

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
        other = replace(question, accepted=("17", "18"))
        return Example(question, right="About 340 cars", wrong="430", other=other)


def _figures(text: str) -> list[str]:
    return [letter for letter in text if letter.isdigit()]
