"""Sections: how many, how long, where they begin, and what stands over them."""

from itertools import pairwise
from pathlib import Path

import pytest

from questions.article import Article, Section
from questions.reading import read
from questions.reading.phrases import FUNCTION_WORDS, noun_phrases
from questions.reading.quotations import inseparable, open_at_ends

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
FILES = sorted([*SHARED.glob("seed/*.txt"), *SHARED.glob("gold/articles/*.txt")])
real = pytest.mark.skipif(not FILES, reason="the shared articles are not here")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [read(file.read_bytes()) for file in FILES]


def words(section: Section) -> int:
    return sum(len(paragraph.text.split()) for paragraph in section.paragraphs)


@real
def test_normal_articles_have_four_to_seven_sections(articles: list[Article]) -> None:
    for article in articles:
        total = sum(words(section) for section in article.sections)
        if total >= 400 and not any(section.own_heading for section in article.sections):
            assert 4 <= len(article.sections) <= 7, article.headline


@real
def test_most_sections_have_80_to_220_words(articles: list[Article]) -> None:
    made = [s for article in articles for s in article.sections if not s.own_heading]
    right = sum(80 <= words(section) <= 220 for section in made)
    assert right / len(made) > 0.9


@real
def test_no_section_parts_a_quotation_from_its_speaker(articles: list[Article]) -> None:
    for article in articles:
        for before, after in pairwise(article.sections):
            if not after.own_heading:
                assert not inseparable(before.paragraphs[-1].text, after.paragraphs[0].text)


@real
def test_headings_are_phrases_of_their_sections(articles: list[Article]) -> None:
    for article in articles:
        for section in article.sections:
            if not section.own_heading:
                text = " ".join(paragraph.text for paragraph in section.paragraphs).lower()
                assert section.heading.lower() in text
                assert 2 <= len(section.heading.split()) <= 6
                assert section.heading.split()[-1].lower() not in FUNCTION_WORDS
                assert section.heading[0] == section.heading[0].upper()


@real
def test_headings_differ_within_an_article(articles: list[Article]) -> None:
    for article in articles:
        headings = [section.heading.lower() for section in article.sections]
        made = [s.heading.lower() for s in article.sections if not s.own_heading]
        assert all(headings.count(heading) == 1 for heading in made)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mayor was angry.", "“We had no warning,” he said."),
        ("“We had no warning.", "“And nobody came,” said the mayor."),
        ("The mayor said:", "We had no warning."),
        ("The mayor was angry.", "“We had no warning.”"),
        ("“We had no warning.”", "The mayor said nobody had come."),
        ("The mayor was angry.", "'We had no warning,' she added."),
    ],
)
def test_a_quotation_stays_with_its_speaker(before: str, after: str) -> None:
    assert inseparable(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The mayor was angry.", "“We had no warning,” said Tom Dray, an engineer."),
        ("“We had no warning,” the mayor said.", "The council will meet on Friday."),
    ],
)
def test_other_paragraphs_may_be_parted(before: str, after: str) -> None:
    assert not inseparable(before, after)


def test_a_missing_closing_mark_does_not_run_on_for_ever() -> None:
    text = "“We had no warning. " + "The council met. " * 100
    assert open_at_ends(text, [10, 1_500]) == [True, False]


def test_a_verb_that_may_be_a_noun_is_not_taken_into_a_name() -> None:
    found = list(noun_phrases("The Otter Trust disputes the count, and the Hill Club doubts it."))
    assert "count" in found
    assert not any("disputes" in phrase or "doubts" in phrase for phrase in found)
