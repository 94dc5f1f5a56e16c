"""The words that report."""

import pytest

from questions.attribution.cues import Group, correction, group_of


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("asid", "said"), ("siad", "said"), ("acording", "according"), ("aded", "aded")],
)
def test_a_misspelt_cue_is_put_right(wrong: str, right: str) -> None:
    assert correction(wrong) == right


@pytest.mark.parametrize("word", ["aids", "paid", "sad", "warmed", "start", "Reported", "thing"])
def test_an_ordinary_word_is_left_alone(word: str) -> None:
    assert correction(word) == word


def test_denial_and_belief_are_told_apart_from_speech() -> None:
    groups = [group_of(word) for word in ("say", "deny", "believe", "intend", "walk")]
    assert groups == [Group.SPEECH, Group.DENIAL, Group.BELIEF, Group.INTENTION, None]
