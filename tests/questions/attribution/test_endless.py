"""Texts that nobody would write."""

import time

import pytest

from tests.questions.attribution import read

ENDLESS = {
    "one paragraph": "Anna Holm said that the dam was sound, and the river rose again. " * 150,
    "no stops": "she said that the river and " * 400,
    "straight marks": '"a ' * 1_500,
    "opening marks": "“" * 4_000,
    "quoted and said": '"Yes," he said. ' * 300,
    "no blanks": "“x”" * 2_500,
    "said": "said " * 1_500,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_an_endless_text_is_read_in_linear_time(name: str) -> None:
    read("Anna Holm said that it was late.")
    begun = time.process_time()
    read(ENDLESS[name])
    assert time.process_time() - begun < 8
