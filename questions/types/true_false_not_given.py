"""Say of each statement whether the text bears it out (QTI 3 matchInteraction)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random
from typing import ClassVar

from wtforms import Field

from questions.question import Example, Grade, Process, Question, ReviewLine, Skill
from questions.types import _options
from questions.types._fields import Option, RowsField


class Verdict(StrEnum):
    """What the text says about a statement: the same, the opposite, or neither."""

    TRUE = "true"
    FALSE = "false"
    NOT_GIVEN = "not given"


VERDICTS = (
    Option(Verdict.TRUE.value, "True"),
    Option(Verdict.FALSE.value, "False"),
    Option(Verdict.NOT_GIVEN.value, "Not given"),
)

LABELS = {option.value: option.text for option in VERDICTS}


@dataclass(frozen=True)
class Statement:
    """A statement and what the text says about it."""

    text: str
    key: Verdict


@dataclass(frozen=True, kw_only=True)
class TrueFalseNotGiven(Question[list[str]]):
    """Say of each statement whether the text bears it out.

    Answered by a list of verdicts, one for each statement. ``scoring`` is "partial", where every
    statement counts alike, or "all_or_nothing".
    """

    kind: ClassVar[str] = "true_false_not_given"
    label: ClassVar[str] = "True, false or not given"

    statements: tuple[Statement, ...]
    scoring: _options.Scoring = "partial"

    def problems(self) -> Iterator[str]:
        yield from super().problems()
        if not self.texts or not all(text.strip() for text in self.texts):
            yield "statements: must be at least one, none of them empty"
        if len(set(self.texts)) < len(self.texts):
            yield "statements: must all be different"

    def field(self, rng: Random) -> Field:  # noqa: ARG002  nothing to shuffle: rows keep their order
        return RowsField(self.prompt, self.texts, VERDICTS)

    def grade(self, answer: list[str]) -> Grade:
        pairs = zip(self.statements, answer, strict=True)
        return _options.rows([s.key == given for s, given in pairs], self.scoring)

    def review(self, answer: list[str] | None) -> tuple[ReviewLine, ...]:
        best = [LABELS[verdict] for verdict in self._key]
        given = answer and [LABELS[verdict] for verdict in answer]
        return _options.review_rows(self.texts, best, given, our_words=True)

    def describe(self, answer: list[str]) -> str:
        return ", ".join(f"{number} {given}" for number, given in enumerate(answer, 1))

    @property
    def _key(self) -> list[str]:
        return [statement.key.value for statement in self.statements]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(statement.text for statement in self.statements)

    @property
    def counting(self) -> str:
        return _options.counting(self.scoring)

    @property
    def chance(self) -> float:
        return _options.chance(len(self.statements), len(VERDICTS), self.scoring)

    @property
    def solution(self) -> str:
        return self.describe(self._key)

    @classmethod
    def example(cls) -> Example:
        question = cls(
            prompt="What does the article say about the leak?",
            skill=Skill.TRUE_FALSE_NOT_GIVEN,
            process=Process.UNDERSTAND,
            section=1,
            statements=(
                Statement("The company says that the leak has stopped.", Verdict.TRUE),
                Statement("The mayor has seen the leak.", Verdict.NOT_GIVEN),
                Statement("The leak was found by the police.", Verdict.FALSE),
            ),
        )
        unknown = tuple(replace(each, key=Verdict.NOT_GIVEN) for each in question.statements)
        return Example(
            question,
            right=["true", "not given", "false"],
            wrong=["false", "true", "not given"],
            other=replace(question, statements=unknown, scoring="all_or_nothing"),
        )
