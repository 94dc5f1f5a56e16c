"""Words that several steps go by."""

import pytest

from questions.lexicon import correction, past, present


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("asid", "said"), ("siad", "said"), ("acording", "according"), ("aded", "aded")],
)
def test_a_misspelt_cue_is_put_right(wrong: str, right: str) -> None:
    assert correction(wrong) == right


@pytest.mark.parametrize("word", ["aids", "paid", "sad", "warmed", "start", "Reported", "thing"])
def test_an_ordinary_word_is_left_alone(word: str) -> None:
    assert correction(word) == word


@pytest.mark.parametrize(
    ("verb", "then", "now"),
    [
        ("say", "said", "says"),
        ("deny", "denied", "denies"),
        ("note", "noted", "notes"),
        ("stress", "stressed", "stresses"),
        ("admit", "admitted", "admits"),
    ],
)
def test_a_verb_has_its_forms(verb: str, then: str, now: str) -> None:
    assert (past(verb), present(verb)) == (then, now)
