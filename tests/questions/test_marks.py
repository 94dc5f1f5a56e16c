"""Quotation marks and brackets."""

import pytest

from questions import marks


@pytest.mark.parametrize(
    "text", ["the “ghost cobalt", "(or so", "‘settled by agreement", "„ghost cobalt"]
)
def test_marks_that_are_not_closed_are_seen(text: str) -> None:
    assert not marks.balanced(text)


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert marks.balanced("the strikers’ committee didn’t settle ‘at once’")


def test_all_kinds_of_marks_are_paired() -> None:
    assert marks.balanced('“one” „two” «three» (four) [five] "six"')
    assert marks.outside_quotation_marks("a “b c” d „e” f «g» h").split() == list("adfh")
