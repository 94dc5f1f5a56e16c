"""Interactions answered in the article: select text, and part B of two parts."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from questions.question import Evidence, InvalidQuestion
from questions.types.select_text import SelectText
from questions.types.two_part import TwoPart
from tests.questions.rendering import ask
from tests.questions.samples import sample

SELECT = sample(SelectText)
TWO = sample(TwoPart)

TEXT = "abcdefghijklmnopqrst"


def span(paragraph: int, one: int, length: int) -> Evidence:
    text = TEXT[one : one + length]
    return Evidence(paragraph, one, one + len(text), text)


SPANS = st.builds(span, st.integers(1, 2), st.integers(0, 19), st.integers(1, 20))


def value(span: Evidence) -> str:
    return f"{span.paragraph}:{span.start}-{span.end}"


@given(st.lists(SPANS, min_size=2, max_size=6, unique=True), st.lists(SPANS, min_size=1))
def test_points_are_the_share_that_is_covered(
    offered: list[Evidence], accepted: list[Evidence]
) -> None:
    try:
        question = replace(SELECT, offered=tuple(offered), accepted=tuple(accepted))
    except InvalidQuestion:
        return
    earned = [question.grade(value(span)).points for span in offered]
    assert max(p for p in earned if p is not None) == 1
    for span, points in zip(offered, earned, strict=True):
        assert points is not None
        assert 0 <= points <= 1
        assert (points == 1) == any(span.contains(best) for best in accepted)


def test_half_a_span_earns_half() -> None:
    halves = (Evidence(1, 0, 10, TEXT[:10]), Evidence(1, 10, 20, TEXT[10:]))
    whole = (Evidence(1, 0, 20, TEXT), Evidence(2, 0, 1, "a"))
    question = replace(SELECT, offered=(*halves, *whole), accepted=whole[:1])
    assert [question.grade(value(span)).points for span in question.offered] == [0.5, 0.5, 1, 0]
    partly = question.review("1:0-10")
    assert [(line.state, line.chosen) for line in partly] == [("plain", True), ("right", False)]


@pytest.mark.parametrize(
    "sent", ["2:22-60", "9:0-1", "2:22-61 ", "2.0:22-61", "offered", "٢:22-61"]
)
def test_only_offered_spans_can_be_picked(sent: str) -> None:
    form, field = ask(SELECT, MultiDict({"answer": sent}))
    assert not form.validate()
    assert list(field.errors) == ["Choose from what is offered."]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"offered": SELECT.offered[1:2]}, "offered: must be at least two"),
        ({"offered": SELECT.offered[:2] * 2}, "offered: must be at least two, all different"),
        ({"accepted": ()}, "accepted: must be at least one"),
        ({"accepted": (Evidence(9, 0, 1, "x"),)}, "accepted: must lie inside something offered"),
        ({"accepted": SELECT.offered}, "accepted: must leave something offered that is wrong"),
    ],
)
@pytest.mark.parametrize("question", [SELECT, TWO], ids=["select_text", "two_part"])
def test_faults_are_named(question: Any, changes: dict[str, Any], message: str) -> None:
    if isinstance(question, TwoPart) and changes.get("accepted") == SELECT.offered:
        changes = {"accepted": TWO.offered}
    with pytest.raises(InvalidQuestion, match=message):
        replace(question, **changes)


@pytest.mark.parametrize(
    ("claim", "support", "linked", "separate"),
    [
        ("A new bridge", "4:28-68", 1, 1),
        ("A new bridge", "4:0-27", 0.5, 0.5),
        ("Higher pay", "4:28-68", 0, 0.5),
        ("Higher pay", "4:0-27", 0, 0),
    ],
)
def test_part_b_counts_with_part_a(
    claim: str, support: str, linked: float, separate: float
) -> None:
    answer = {"claim": claim, "support": support}
    assert TWO.grade(answer).points == linked
    assert replace(TWO, scoring="separate").grade(answer).points == separate


def test_both_parts_must_be_answered() -> None:
    form, field = ask(TWO, MultiDict({"answer-claim": "A new bridge"}))
    assert not form.validate()
    assert list(field.errors) == ["Answer every part first."]


def test_second_prompt_is_needed() -> None:
    with pytest.raises(InvalidQuestion, match="second_prompt: must not be empty"):
        replace(TWO, second_prompt=" ")
