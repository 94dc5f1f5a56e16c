"""Words find their place again after the text around them, or they themselves, were put right."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claims, Refusal
from questions.places import LIKE, Places, moved_claims
from tests.quizapp.web import newspaper

WORDS = st.sampled_from(
    "the mayor said that bridge is closed he told reporters on 9 May again".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


def article(*texts: str) -> Article:
    """An article of one section with these paragraphs."""
    return Article(
        "", sections=(Section(1, "All", tuple(Paragraph(n, t) for n, t in enumerate(texts, 1))),)
    )


def span(text: Article, paragraph: int, words: str) -> Span:
    start = text.paragraph(paragraph).text.index(words)
    return Span(paragraph, start, start + len(words))


@st.composite
def edits(draw: st.DrawFn) -> tuple[Article, Article]:
    """A text, and the same with paragraphs dropped, moved, written anew and mistyped."""
    old = draw(st.lists(TEXTS, min_size=1, max_size=5))
    new = draw(st.lists(st.sampled_from(old) | TEXTS, min_size=1, max_size=6))
    typos = draw(st.lists(st.tuples(st.integers(0, len(new) - 1), st.integers(0, 40)), max_size=3))
    for number, place in typos:
        new[number] = new[number][:place] + draw(st.sampled_from("xy, ")) + new[number][place:]
    return article(*old), article(*(text if text.strip() else "x" for text in new))


@st.composite
def edits_with_span(draw: st.DrawFn) -> tuple[Article, Article, Span]:
    """The same, with words of the text before."""
    old, new = draw(edits())
    paragraph = draw(st.sampled_from(old.paragraphs))
    start = draw(st.integers(0, len(paragraph.text) - 1))
    end = draw(st.integers(start + 1, len(paragraph.text)))
    return old, new, Span(paragraph.number, start, end)


@given(edits_with_span())
def test_nothing_points_out_of_the_text_and_what_is_there_is_found(
    case: tuple[Article, Article, Span],
) -> None:
    old, new, place = case
    found = Places(old, new).of(place)
    words = old.text_of(place)
    if any(words in paragraph.text for paragraph in new.paragraphs):
        assert found is not None
        assert new.text_of(found) == words
    if found is not None:
        assert 1 <= found.paragraph <= len(new.paragraphs)
        assert 0 <= found.start < found.end <= len(new.paragraph(found.paragraph).text)


@given(edits_with_span())
def test_in_a_text_that_did_not_change_nothing_moves(case: tuple[Article, Article, Span]) -> None:
    old, _, place = case
    assert old.text_of(Places(old, old).of(place) or place) == old.text_of(place)
    assert (Places(old, old).of(place) or place).paragraph == place.paragraph


@given(edits())
def test_every_old_paragraph_becomes_at_most_one_new_one(case: tuple[Article, Article]) -> None:
    pairs = Places(*case).paragraphs
    assert len(set(pairs.values())) == len(pairs)
    assert 1 <= Places(*case).section(1) <= len(case[1].sections)


@pytest.mark.parametrize(
    ("before", "after", "words", "expected"),
    [
        # The second "he said" stays the second one.
        (["It is shut, he said. It was old, he said."],
         ["So it is shut, he said. It was old, he said."], "he said.", (1, 36)),
        # A typo inside the words.
        (["The bridge was inspectd in 2019."], ["The bridge was inspected in 2019."],
         "The bridge was inspectd", (1, 0)),
        # The paragraph before was dropped.
        (["Menu.", "The bridge is shut."], ["The bridge is shut."], "bridge", (1, 4)),
        # "he" is not found in "the".
        (["Then he left."], ["Then the mayor and he left."], "he", (1, 19)),
    ],
)  # fmt: skip
def test_where_words_went(
    before: list[str], after: list[str], words: str, expected: tuple[int, int]
) -> None:
    old, new = article(*before), article(*after)
    place = span(old, 1, words) if words in before[0] else span(old, 2, words)
    if words == "he said.":
        place = Span(1, before[0].rindex(words), len(before[0]))
    if words == "he":
        place = span(old, 1, " he ")
        place = replace(place, start=place.start + 1, end=place.end - 1)
    found = Places(old, new).of(place)
    assert found is not None
    assert (found.paragraph, found.start) == expected


def test_what_is_gone_is_gone() -> None:
    old = article("The bridge is shut, the mayor said.", "Nobody asked the engineer about piers.")
    new = article("The bridge is shut, the mayor said.")
    assert Places(old, new).of(span(old, 2, "Nobody asked the engineer")) is None
    assert 0 < LIKE <= 1


def test_claims_move_with_their_text() -> None:
    before, claims = newspaper.article(), newspaper.claims()
    silent = Refusal("Okafor", 0, span(before, 5, "Okafor does not believe it"))
    claims = replace(claims, refusals=(silent,))
    same, now = moved_claims(claims, Places(before, before))
    assert same == claims
    assert now == {0: 0, 1: 1, 2: 2, 3: 3}
    sections = before.sections[1:]
    paragraphs = [p.text for section in sections for p in section.paragraphs]
    after = article(*paragraphs)
    moved, now = moved_claims(claims, Places(before, after))
    assert now == {1: 0, 2: 1, 3: 2}
    assert [source.name for source in moved.sources] == [
        "The town council",
        "Jon Bell",
        "The mayor",
    ]
    assert [moved.sources[claim.source or 0].name for claim in moved.claims] == [
        "The town council", "Jon Bell", "The mayor",
    ]  # fmt: skip
    for old_index, new_index in now.items():
        for a, b in zip(
            claims.claims[old_index].content, moved.claims[new_index].content, strict=True
        ):
            assert before.text_of(a) == after.text_of(b)


def test_what_was_said_inside_a_claim_that_is_gone_stays_on_its_own() -> None:
    before, claims = newspaper.article(), newspaper.claims()
    nested = replace(claims.claims[3], within=0)
    inner = Claims(claims.sources, (*claims.claims[:3], nested))
    after = article(*(p.text for p in before.paragraphs[2:]))
    moved, _ = moved_claims(inner, Places(before, after))
    assert moved.claims[-1].within is None
