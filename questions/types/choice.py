"""Pick the one best answer (QTI 3 choiceInteraction with max-choices 1)."""

from dataclasses import dataclass
from random import Random
from typing import ClassVar

from wtforms import Field, RadioField
from wtforms.validators import InputRequired

from questions.question import (
    Example,
    Grade,
    InvalidQuestion,
    Process,
    Question,
    ReviewLine,
    Skill,
)


@dataclass(frozen=True, kw_only=True)
class Choice(Question[str]):
    """Pick the one best answer. ``key`` has one option, or two where the text allows both."""

    kind: ClassVar[str] = "choice"
    label: ClassVar[str] = "One answer"

    options: tuple[str, ...]
    key: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.options) < 2 or len(set(self.options)) < len(self.options):
            raise InvalidQuestion("options: must be at least two, all different")
        if not 1 <= len(self.key) <= 2 or not set(self.key) < set(self.options):
            raise InvalidQuestion("key: must be one or two of the options, and not all of them")
        if len(self.key) == 2 and not self.note:
            raise InvalidQuestion("note: must say why two answers are accepted")

    def field(self, rng: Random) -> Field:
        options = list(self.options)
        rng.shuffle(options)
        return RadioField(self.prompt, [InputRequired()], choices=[(o, o) for o in options])

    def grade(self, answer: str) -> Grade:
        return Grade(float(answer in self.key))

    def review(self, answer: str | None) -> tuple[ReviewLine, ...]:
        return tuple(
            ReviewLine(
                option,
                state="right" if option in self.key else "wrong" if option == answer else "plain",
                chosen=option == answer,
            )
            for option in self.options
        )

    def describe(self, answer: str) -> str:
        return answer

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
        return Example(question, right="The engineer", wrong="The mayor")
