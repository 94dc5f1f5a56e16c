"""A text put right is an article again: numbers without gaps, nothing lost that is not left out."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from questions.article import Caption
from questions.correction import Block, Correction, blocks_of, corrected, moved
from tests.quizapp.web import newspaper

BLOCKS = st.lists(
    st.builds(
        Block,
        text=st.sampled_from(["One.", "Two words.", "The bridge is shut, the mayor said again."]),
        was=st.none() | st.integers(1, 9),
        heading=st.sampled_from([None, None, "", "Closed"]),
    ),
    min_size=1,
    max_size=8,
)


def test_an_untouched_text_stays_what_it_is() -> None:
    article = newspaper.article()
    same = Correction(blocks_of(article), article.captions, article.dropped)
    assert corrected(article, same) == article


@given(BLOCKS)
def test_paragraphs_and_sections_are_numbered_through(blocks: list[Block]) -> None:
    article = corrected(newspaper.article(), Correction(tuple(blocks)))
    assert [p.number for p in article.paragraphs] == list(range(1, len(blocks) + 1))
    assert [p.text for p in article.paragraphs] == [block.text for block in blocks]
    assert [s.number for s in article.sections] == list(range(1, len(article.sections) + 1))
    assert all(section.heading and section.paragraphs for section in article.sections)
    begun = sum(block.heading is not None for block in blocks[1:])
    assert len(article.sections) == 1 + begun


@given(BLOCKS, st.integers(-1, 9), st.sampled_from([-1, 1]))
def test_a_section_moves_with_all_its_paragraphs(
    blocks: list[Block], section: int, by: int
) -> None:
    blocks[0] = replace(blocks[0], heading="First")
    after = moved(blocks, section, by)
    assert sorted(map(str, after)) == sorted(map(str, blocks))
    assert moved(after, section + by, -by) == tuple(blocks) or after == tuple(blocks)


def test_sections_merge_split_and_move() -> None:
    article = newspaper.article()
    first, second, third, fourth, fifth = blocks_of(article)
    merged = (first, second, replace(third, heading=None), fourth, fifth)
    assert [len(s.paragraphs) for s in corrected(article, Correction(merged)).sections] == [4, 1]
    split = (first, replace(second, heading=""), third, fourth, fifth)
    assert [s.heading for s in corrected(article, Correction(split)).sections] == [
        "The bridge closes", "“We had no warning at…", "Who looked at it", "What happens now",
    ]  # fmt: skip
    up = corrected(article, Correction(moved(blocks_of(article), 2, -1)))
    assert [s.heading for s in up.sections] == [
        "The bridge closes", "What happens now", "Who looked at it",
    ]  # fmt: skip


def test_a_caption_stays_behind_its_paragraph_or_the_one_before() -> None:
    article = newspaper.article()
    blocks = blocks_of(article)
    caption = Caption("The pier.", None, 4)
    without_first = corrected(article, Correction(blocks[1:], (caption,)))
    assert without_first.captions[0].after == 3
    without_fourth = corrected(article, Correction((*blocks[:3], blocks[4]), (caption,)))
    assert without_fourth.captions[0].after == 3
    at_the_top = corrected(article, Correction(blocks[4:], (replace(caption, after=2),)))
    assert at_the_top.captions[0].after == 0
