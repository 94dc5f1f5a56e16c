"""How a reader answers on a sheet: "B", "1B 2A 3C", "1T 2F 3N", "4" for a sentence, or words.

``lines`` is what stands under a question; ``read`` turns what was written into an answer as the
interaction takes it, so that the interaction itself says whether it agrees with the key.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from string import ascii_uppercase
from typing import Any

from questions.question import Evidence, Question
from questions.types.choice import Choice
from questions.types.match import Match
from questions.types.multiple_response import MultipleResponse
from questions.types.open import Open
from questions.types.order import Order
from questions.types.select_text import SelectText
from questions.types.true_false_not_given import TrueFalseNotGiven, Verdict
from questions.types.two_part import TwoPart

VERDICTS = {"T": Verdict.TRUE, "F": Verdict.FALSE, "N": Verdict.NOT_GIVEN}

HOW = {
    Choice: "a letter, as B",
    MultipleResponse: "all the letters that fit, as A C",
    Match: "a letter for each row, as 1B 2A",
    TrueFalseNotGiven: "T, F or N (not given) for each row, as 1T 2N",
    Order: "the letters in order, as C A B",
    SelectText: "the number of the sentence, as 4",
    TwoPart: "a letter, then the number of the sentence, as B 4",
    Open: "a few words; no key is kept",
}
IN_WORDS = "a few words or a number"


def how(question: Question[Any]) -> str:
    """How the reader is to answer *question*."""
    return HOW.get(type(question), IN_WORDS)


def options(question: Question[Any]) -> list[str]:
    """What has a letter on the sheet, in the order of the letters."""
    match question:
        case Choice() | MultipleResponse() | TwoPart() | Match():
            return list(question.options)
        case Order():
            mixed = Random(question.prompt)  # noqa: S311  nothing secret: the same sheet each time
            return mixed.sample(question.items, len(question.items))
    return []


def places(question: Question[Any]) -> list[Evidence]:
    """What has a number on the sheet, in the order of the article."""
    return sorted(question.places)


def lines(question: Question[Any]) -> Iterator[str]:
    """What stands under the prompt of *question*, a line each."""
    yield from (f"{number}. {text}" for number, text in enumerate(_rows(question), 1))
    yield from (f"{letter}) {text}" for letter, text in _lettered(options(question)))
    if isinstance(question, TwoPart):
        yield question.second_prompt
    yield from (f"{number}. {span.text}" for number, span in enumerate(places(question), 1))


def read(question: Question[Any], written: str) -> Any:
    """The answer that *written* stands for; LookupError or ValueError if it stands for none."""
    letters = re.findall(r"(?<![A-Za-z])[A-Z](?![A-Za-z])", written)
    if isinstance(question, TrueFalseNotGiven):
        return [VERDICTS[letter].value for letter in letters]
    named = dict(_lettered(options(question)))
    picked = [named[letter] for letter in letters] if named else []
    match question:
        case Choice():
            return picked[0]
        case MultipleResponse() | Order() | Match():
            return picked
        case TwoPart():
            return {"claim": picked[0], "support": _place(question, written)}
    return _place(question, written) if isinstance(question, SelectText) else written


def agrees(question: Question[Any], written: str) -> bool | None:
    """Whether *written* earns every point; None where no key says so."""
    try:
        points = question.grade(read(question, written)).points
    except (LookupError, ValueError):
        return False
    return None if points is None else points == 1


def _rows(question: Question[Any]) -> Sequence[str]:
    if isinstance(question, TrueFalseNotGiven):
        return question.texts
    return [row.text for row in question.rows] if isinstance(question, Match) else []


def _lettered(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(ascii_uppercase, texts, strict=False)


def _place(question: Question[Any], written: str) -> str:
    """The span with the number in *written*, as an answer has it."""
    number = re.search(r"\d+", written)
    if number is None:
        raise ValueError(written)
    span = places(question)[int(number.group()) - 1]
    return f"{span.paragraph}:{span.start}-{span.end}"
