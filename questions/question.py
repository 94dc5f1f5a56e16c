"""Question, which every interaction extends, and what asking and grading pass around."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any, ClassVar, Generic, Literal, NamedTuple, Self, TypeVar

from wtforms import Field

from questions.article import Article, Span

AnswerT = TypeVar("AnswerT")
"""The JSON shape of one interaction's answer: text, a list of texts, or texts by name."""


class InvalidQuestion(ValueError):  # noqa: N818
    """A question that cannot be asked; ``problems`` has a line, "field: reason", for each fault."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = list(problems)


class Process(StrEnum):
    """What the reader does, in the terms of the PISA reading framework (OECD, 2018)."""

    LOCATE = "locate"
    UNDERSTAND = "understand"
    EVALUATE = "evaluate"


class Skill(StrEnum):
    """What a question practises; scores are kept for each."""

    WHO_SAID_IT = "who said it"
    WHAT_WAS_SAID = "what they said"
    FIND_ATTRIBUTION = "find the attribution"
    EXACT_WORDS = "exact words or paraphrase"
    REPORTER_OR_SOURCE = "reporter or source"
    KIND_OF_SOURCE = "kind of source"
    HOW_NAMED = "how the source is named"
    WHO_IS_THIS = "who is this"
    CLAIMS_TO_SOURCES = "claims to sources"
    TRUE_FALSE_NOT_GIVEN = "true, false or not given"
    CLAIM_AND_EVIDENCE = "claim and evidence"
    WHAT_CAN_BE_CHECKED = "what can be checked"
    BASIS_OF_CLAIM = "what a claim rests on"
    AGREE_OR_DISAGREE = "agree or disagree"
    INDEPENDENT_SOURCES = "independent sources"
    CHAIN_OF_SOURCES = "chain of sources"
    DISTANCING_WORDS = "words that distance"
    DETAIL = "detail"
    WORD_IN_CONTEXT = "word in context"
    MAIN_POINT = "main point"
    LOADED_WORDS = "loaded words"
    HEADLINE_AND_BODY = "headline and body"
    MISSING_VOICE = "missing voice"
    WHOM_TO_TRUST = "whom to trust"


@dataclass(frozen=True, order=True)
class Evidence(Span):
    """A span of the article together with the words it covers."""

    text: str

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise InvalidQuestion(f"{self.text!r} does not fill [{self.start}, {self.end})")

    @classmethod
    def of(cls, article: Article, span: Span) -> "Evidence":
        """*span* with the words that it covers in *article*."""
        return cls(span.paragraph, span.start, span.end, article.text_of(span))


@dataclass(frozen=True)
class Grade:
    """Points for one answer, from 0 to 1; None while a teacher has yet to mark it.

    ``parts`` has the points of each row, statement or part, where the interaction has several.
    """

    points: float | None
    parts: tuple[float, ...] = ()


@dataclass(frozen=True)
class ReviewLine:
    """One line of the view after the answer is final.

    ``text`` is an option, a row or a part; ``chosen`` says whether an option was picked;
    ``given`` and ``best`` are what was answered for a row and what is right for it; ``our_words``
    says that these two are words of the interaction itself, which a page translates.
    """

    text: str
    state: Literal["right", "wrong", "plain"]
    chosen: bool = False
    given: str = ""
    best: str = ""
    our_words: bool = False


class Example(NamedTuple):
    """A question with an answer that earns every point and one that earns none.

    Both answers have the shape that ``Question.grade`` takes. ``other`` has another key and the
    same question otherwise: a pupil who has not answered sees no difference.
    """

    question: "Question[Any]"
    right: Any
    wrong: Any
    other: "Question[Any]"


@dataclass(frozen=True, kw_only=True)
class Question(ABC, Generic[AnswerT]):
    """A question, its key included. Its fields are its schema in YAML, in JSON and in exports.

    ``section`` is the number of the section it belongs to; ``explanation`` is for the pupil, shown
    with ``evidence`` once the answer is final; ``hint`` says where to look, for a pupil whose first
    try was wrong; ``note`` is shown beside a question with two keys.
    ``recipe``, ``claim`` (an index into ``Claims.claims``) and ``confidence`` (0 to 1) are set on
    generated questions only.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    marked_by_teacher: ClassVar[bool] = False
    picked_in_article: ClassVar[bool] = False
    """Whether it is answered with places of the article, which are its field ``offered``."""

    prompt: str
    skill: Skill
    process: Process
    section: int
    evidence: tuple[Evidence, ...] = ()
    explanation: str = ""
    hint: str = ""
    note: str = ""
    recipe: str | None = None
    claim: int | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        problems = list(self.problems())
        if problems:
            raise InvalidQuestion(*problems)

    def problems(self) -> Iterator[str]:
        """Why this cannot be asked: a line, "field: reason", for each field at fault."""
        if not self.prompt.strip():
            yield "prompt: must not be empty"
        if self.section < 1:
            yield "section: must be 1 or more"

    def shown(self, rng: Random) -> Self:  # noqa: ARG002  for those that shuffle
        """The same question, its options in the order that ``field`` gives them for *rng*."""
        return self

    @abstractmethod
    def field(self, rng: Random) -> Field:
        """The form field that takes the answer; *rng* shuffles what may be shuffled.

        The field alone decides what is well formed: its ``data`` after validation is what
        ``grade`` takes and what is stored. It holds no trace of the key.
        """

    @abstractmethod
    def grade(self, answer: AnswerT) -> Grade:
        """Grade a well-formed *answer*."""

    @abstractmethod
    def review(self, answer: AnswerT | None) -> tuple[ReviewLine, ...]:
        """What is shown once the answer is final; None where nothing was answered."""

    @abstractmethod
    def describe(self, answer: AnswerT) -> str:
        """*answer* as one line of plain text, for tables and exports."""

    @property
    def places(self) -> tuple[Evidence, ...]:
        """The places of the article that may be picked as the answer, or as part of it."""
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of its own, beside the prompt, that a pupil reads before answering.

        What stands in the article is not its own: see ``places``.
        """
        return ()

    @property
    def right_texts(self) -> tuple[str, ...]:
        """Texts of its own that answer it rightly; none where an answer is more than one text."""
        return ()

    @property
    def wrong_texts(self) -> tuple[str, ...]:
        """Texts of its own that answer it wrongly."""
        return ()

    @property
    def counting(self) -> str:
        """How the points come about, a sentence for the pupil; "" where right is all there is."""
        return ""

    @property
    def chance(self) -> float:
        """The points that blind picking earns on average, from 0 to 1; none where one writes."""
        return 0.0

    @property
    @abstractmethod
    def solution(self) -> str:
        """The right answer as one line of plain text."""

    @classmethod
    @abstractmethod
    def example(cls) -> Example:
        """A sample, for the documentation and the contract tests."""
