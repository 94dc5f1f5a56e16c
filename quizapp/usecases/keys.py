"""Questions with another key, and otherwise as they were: what pupils have answered still fits."""

from dataclasses import replace
from typing import Any

from questions.question import Evidence, InvalidQuestion, Question
from questions.types.choice import Choice
from questions.types.match import Match
from questions.types.multiple_response import MultipleResponse
from questions.types.order import Order
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText
from questions.types.true_false_not_given import TrueFalseNotGiven, Verdict
from questions.types.two_part import TwoPart

MOST_KEYS = 2
"""How many options of a choice may be right: "arguable" is two, not three."""


def with_key(question: Question[Any], answer: Any) -> Question[Any]:
    """*question* with *answer*, as a pupil would give it, for its key.

    Raises InvalidQuestion where that makes no question.
    """
    match question:
        case Choice():
            return replace(question, key=(answer,), note="")
        case MultipleResponse():
            return replace(question, key=tuple(answer))
        case SelectText():
            return replace(question, accepted=_picked(question.offered, answer))
        case ShortText():
            return _with_text(question, (answer,))
        case TwoPart():
            accepted = _picked(question.offered, answer["support"])
            return replace(question, key=(answer["claim"],), accepted=accepted, note="")
        case _:
            return _with_rows(question, answer)


def also_accepting(question: Question[Any], answer: Any, note: str) -> Question[Any]:
    """*question*, for which *answer* is right beside what was right already.

    The *note* says why two options are right. Raises InvalidQuestion where that makes no question,
    and where one answer is all that can be right.
    """
    match question:
        case Choice():
            key = _added(question.key, answer)
            return replace(question, key=key, note=note or question.note)
        case SelectText():
            more = _picked(question.offered, answer)
            return replace(question, accepted=tuple(dict.fromkeys(question.accepted + more)))
        case ShortText():
            return _with_text(question, (*question.accepted, answer))
        case TwoPart():
            more = _picked(question.offered, answer["support"])
            return replace(
                question,
                key=_added(question.key, answer["claim"]),
                accepted=tuple(dict.fromkeys(question.accepted + more)),
                note=note or question.note,
            )
        case _:
            raise InvalidQuestion("answer: only one can be right here; change the key instead")


def can_have_more(question: Question[Any]) -> bool:
    """Whether one more answer can be right for *question*, beside the key."""
    return isinstance(question, Choice | SelectText | ShortText | TwoPart)


def fits(changed: Question[Any], original: Question[Any]) -> bool:
    """Whether pupils see the same question in both until they have answered it.

    Then every answer to the one is an answer to the other, and belongs to the same skill.
    """
    return _seen(changed) == _seen(original)


def _seen(question: Question[Any]) -> tuple[Any, ...]:
    texts = question.texts
    return (
        question.kind,
        question.prompt,
        question.skill,
        question.section,
        sorted(texts) if isinstance(question, Order) else list(texts),
        sorted(question.places),
    )


def _with_rows(question: Question[Any], answer: list[str]) -> Question[Any]:
    match question:
        case Order():
            return replace(question, items=tuple(answer))
        case Match():
            rows = [replace(r, key=key) for r, key in zip(question.rows, answer, strict=True)]
            return replace(question, rows=tuple(rows))
        case TrueFalseNotGiven():
            pairs = zip(question.statements, answer, strict=True)
            return replace(
                question, statements=tuple(replace(s, key=Verdict(key)) for s, key in pairs)
            )
        case _:
            raise InvalidQuestion("answer: what counts here is your mark, which you can change")


def _with_text(question: ShortText, accepted: tuple[str, ...]) -> ShortText:
    """With other *accepted* texts; none of them is refused, and the shortest limits the typos."""
    plain = replace(question, accepted=accepted, typos=0, refused=())
    if question.reads_as != "text":
        return plain
    refused = tuple(text for text in question.refused if not plain.grade(text).points)
    room = min(len(text) for text in accepted) - 1
    return replace(plain, typos=max(0, min(question.typos, room)), refused=refused)


def _added(key: tuple[str, ...], option: str) -> tuple[str, ...]:
    more = tuple(dict.fromkeys((*key, option)))
    if len(more) > MOST_KEYS:
        raise InvalidQuestion("answer: two answers are right already")
    return more


def _picked(offered: tuple[Evidence, ...], answer: str) -> tuple[Evidence, ...]:
    return tuple(s for s in offered if f"{s.paragraph}:{s.start}-{s.end}" == answer)
