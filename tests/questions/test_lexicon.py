"""Words that several steps go by."""

import pytest

from questions.lexicon import correction


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("asid", "said"), ("siad", "said"), ("acording", "according"), ("aded", "aded")],
)
def test_a_misspelt_cue_is_put_right(wrong: str, right: str) -> None:
    assert correction(wrong) == right


@pytest.mark.parametrize("word", ["aids", "paid", "sad", "warmed", "start", "Reported", "thing"])
def test_an_ordinary_word_is_left_alone(word: str) -> None:
    assert correction(word) == word
