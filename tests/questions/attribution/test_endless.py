"""Texts that nobody would write."""

import time

import pytest

from tests.questions.attribution import read

ENDLESS = {
    "one paragraph": ("Anna Holm said that the dam was sound, and the river rose again. ", 50),
    "no stops": ("she said that the river and ", 130),
    "straight marks": ('"a ', 500),
    "opening marks": ("“", 1_300),
    "quoted and said": ('"Yes," he said. ', 100),
    "no blanks": ("“x”", 800),
    "said": ("said ", 500),
}
"""What is repeated, and how often it is to begin with."""

LONGER = 4
SLACK = 2
"""So much slower than in proportion it may be: the square of the length would be as slow again."""


def seconds(text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_text_is_read_in_linear_time(name: str) -> None:
    read("Anna Holm said that it was late.")
    words, often = ENDLESS[name]
    short = min(seconds(words * often) for _ in range(2))
    assert seconds(words * often * LONGER) < LONGER * SLACK * short + 0.1
