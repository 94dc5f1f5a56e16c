"""Sentences: where they end, and where a full stop is only part of a word."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.article import Paragraph
from questions.sentences import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(Paragraph(3, text))]


@pytest.mark.parametrize(
    "one",
    [
        "Mr. Bell met Dr. J. R. Okafor of St. Mary's on Aug. 9.",
        "The U.S. Senate met at 9 a.m. Monday.",
        "“Is it safe?” she asked.",
        "“Is it safe?” Emily Ferris asked.",
        "'Get out!' he shouted.",
        "It rose by 3.5 per cent to No. 10.",
        "Ten words and no full stop",
        "He read www.example.org every day.",
    ],
)
def test_one_sentence_stays_whole(one: str) -> None:
    assert split(one) == [one]


@pytest.mark.parametrize(
    "two",
    [
        ("“We left.", "It was cold,” she said."),
        ("She said: “We left.”", "Nobody asked."),
        ("He lives in the U.S.", "The firm does not."),
        ("Was it a bomb?", "No."),
        ("The answer was No.", "Nobody had asked."),
        ("He hesitated…", "Then he spoke."),
        ("So did I.", "Nobody knew."),
        ("(It was late.)", "They went home."),
        ("他说了。", "她走了。"),
    ],
)
def test_two_sentences_are_parted(two: tuple[str, str]) -> None:
    between = "" if "。" in two[0] else "  "
    assert split(between.join(two)) == list(two)


@given(st.text(alphabet="ab AB.!?…\"'“”‘’()\n。", max_size=80))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentences(Paragraph(1, text))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] for s in spans)


@pytest.mark.parametrize(
    "text", ["word " * 50_000, "He said “no.” " * 20_000, "." * 200_000, "x" * 300_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    start = time.process_time()
    sentences(Paragraph(1, text))
    assert time.process_time() - start < 2
