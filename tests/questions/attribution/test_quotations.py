"""Where quotations open and close."""

import pytest

from questions.article import Paragraph
from questions.attribution.quotations import Quotation, find_quotations


def found(*texts: str) -> list[list[Quotation]]:
    paragraphs = tuple(Paragraph(i, text) for i, text in enumerate(texts, 1))
    return [list(quotations) for quotations in find_quotations(paragraphs)]


def words(text: str, depth: int = 0) -> list[str]:
    return [text[q.start : q.end] for q in found(text)[0] if q.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        "“We left at six,” she said.",
        '"We left at six," she said.',
        "‘We left at six,’ she said.",
        "'We left at six,' she said.",
        "«We left at six,» she said.",
        "``We left at six,'' she said.",
        "''We left at six,'' she said.",
    ],
)
def test_every_style_of_mark_is_read(text: str) -> None:
    assert words(text) == ["We left at six,"]


@pytest.mark.parametrize(
    "text",
    [
        "The members’ vote in the ’90s wasn’t theirs.",
        "The members' vote in the '90s wasn't theirs.",
        "Rock ’n’ roll isn’t dead.",
    ],
)
def test_an_apostrophe_is_no_quotation(text: str) -> None:
    assert words(text) == []


def test_a_plural_possessive_does_not_close_a_single_quotation() -> None:
    assert words("‘The members’ vote was fair,’ he said.") == ["The members’ vote was fair,"]


def test_a_quotation_inside_another_is_one_level_down() -> None:
    text = "“He said, ‘Cover it up.’ So we did,” she recalled."
    assert words(text) == ["He said, ‘Cover it up.’ So we did,"]
    assert words(text, depth=1) == ["Cover it up."]


def test_a_missing_closing_mark_ends_with_the_paragraph_or_at_the_next_opening() -> None:
    assert words("She said, “We left. Then she sat down.") == ["We left. Then she sat down."]
    assert words("“We left, she said. “We came back,” he said.") == [
        "We left, she said.",
        "We came back,",
    ]


def test_a_quotation_of_two_paragraphs_is_closed_in_the_second() -> None:
    first, second = found("“We left at six.", "“We came back at nine,” she said.")
    assert [q.closed for q in first] == [False]
    assert [q.closed for q in second] == [True]


def test_no_paragraphs_have_no_quotations() -> None:
    assert found() == []
