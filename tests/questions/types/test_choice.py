"""Pick the one best answer."""

from dataclasses import replace
from typing import Any

import pytest

from questions.question import InvalidQuestion, ReviewLine
from questions.types.choice import Choice
from tests.questions.samples import sample

EXAMPLE = sample(Choice)


def test_two_keys_are_both_right_and_need_a_note() -> None:
    both = ("The mayor", "The engineer")
    with pytest.raises(InvalidQuestion, match="note: must say why"):
        replace(EXAMPLE, key=both)
    question = replace(EXAMPLE, key=both, note="The paragraph can be read both ways.")
    assert [question.grade(option).points for option in question.options] == [1, 1, 0]
    assert question.solution == "The mayor / The engineer"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"options": ("The engineer",)}, "options: must be at least two, all different"),
        ({"options": ("a", "a"), "key": ("a",)}, "options: must be at least two, all different"),
        ({"options": ("a", " "), "key": ("a",)}, "options: must not be empty"),
        ({"key": ()}, "key: must be one or two"),
        ({"key": ("The union",)}, "key: must be one or two"),
        ({"key": ("The mayor", "The mayor"), "note": "x"}, "key: must be one or two"),
        ({"key": EXAMPLE.options, "note": "x"}, "key: must be one or two"),
        ({"prompt": " "}, "prompt: must not be empty"),
        ({"section": 0}, "section: must be 1 or more"),
    ],
)
def test_faults_are_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidQuestion, match=message):
        replace(EXAMPLE, **changes)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InvalidQuestion) as told:
        replace(EXAMPLE, prompt="", section=0, key=())
    assert [problem.split(":")[0] for problem in told.value.problems] == [
        "prompt",
        "section",
        "key",
    ]


def test_review_marks_the_pick_and_the_key() -> None:
    assert EXAMPLE.review("The mayor") == (
        ReviewLine("The mayor", "wrong", chosen=True),
        ReviewLine("The engineer", "right"),
        ReviewLine("The reporter", "plain"),
    )
