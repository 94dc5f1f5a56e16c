"""Nothing invented, nothing lost: each character is in the article or in what was dropped."""

import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.article import Article
from questions.reading import UnreadableText, pieces, plain, read_text
from questions.reading.marks import unmark

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
FILES = sorted([*SHARED.glob("seed/*.txt"), *SHARED.glob("gold/articles/*.txt")])

LINES = st.sampled_from(
    [
        "Mayor defends bridge – The Courier",
        "# Mayor defends bridge",
        "## What happens next",
        "By Ann Bell, Reporter",
        "*Ann Bell / The Courier*",
        "ADVERTISEMENT",
        "Read more: Ten bridges",
        "Most read",
        "Crowds at the bridge on Monday.Ann Bell / AP",
        "(Photo: Ann Bell)",
        "![The bridge. Photo: A. Bell](bridge.jpg)",
        "“We had **no** warning,” the mayor said, [as before](http://x.example).",
        "“We had no warning.",
        "'It fell,' he said. 'Then it was gone.'",
        "10.15 The bridge is closed, * police * say.",
        "10.20 Nobody was hurt.",
        "11.00 The mayor speaks.",
        "- one thing",
        "1. another thing",
        "> quoted",
        "___",
        "The bridge was inspected in 2019 and nobody found a fault, the council says ADVERTISEMENT",
        "PORT ELLERY (NWA) - The bridge fell on Monday, and nobody knows yet why it happened so.",
        "",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join)


def kept(article: Article) -> list[str]:
    """Everything that the article holds of the file, headings made up for a section left out."""
    return [
        article.headline,
        article.outlet or "",
        (article.byline or "").replace(", ", ""),
        *(section.heading for section in article.sections if section.own_heading),
        *(paragraph.text for paragraph in article.paragraphs),
        *(caption.text for caption in article.captions),
        *(caption.credit or "" for caption in article.captions),
        *(dropped.text for dropped in article.dropped),
    ]


def characters(text: str) -> Counter[str]:
    """How often each character stands in *text*, blanks and what joins bylines aside."""
    return Counter(char for char in text if not char.isspace() and char != ",")


def check(text: str) -> None:
    article = read_text(text)
    assert characters("".join(kept(article))) == characters(text)
    unmarked = unmark(text)
    found = pieces(unmarked)
    ends = [0, *(edge for piece in found for edge in (piece.start, piece.end)), len(unmarked.text)]
    assert ends == sorted(ends)
    gaps = pairwise([0, *(edge for piece in found for edge in (piece.start, piece.end))])
    assert not any(unmarked.text[a:b].strip() for a, b in list(gaps)[::2])
    assert [paragraph.number for paragraph in article.paragraphs] == list(
        range(1, len(article.paragraphs) + 1)
    )


@given(TEXTS.filter(lambda text: "\0" not in text))
def test_every_character_is_somewhere(text: str) -> None:
    try:
        check(text)
    except UnreadableText:
        assert not text.strip() or any(char < " " for char in text)


@pytest.mark.skipif(not FILES, reason="the shared articles are not here")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_character_of_real_articles_is_somewhere(file: Path) -> None:
    check(file.read_text("utf-8"))


@given(TEXTS)
def test_plain_changes_nothing(text: str) -> None:
    article, offsets = plain(text)
    assert len(offsets) == len(article.paragraphs)
    for paragraph, offset in zip(article.paragraphs, offsets, strict=True):
        assert text[offset : offset + len(paragraph.text)] == paragraph.text
    assert characters("".join(p.text for p in article.paragraphs)) == characters(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council met again. " * 10_000,
        "word " * 20_000,
        "“" * 10_000,
        "“No,” she said.\n\n" * 2_000,
        '"' * 10_000 + " he said",
        "x" * 500_000,
        "* " * 50_000,
        "[" * 50_000,
        "**" * 50_000,
        "> " * 50_000,
        "short line\n" * 4_000,
        "short line\n\n" * 4_000,
        "10.15 Post\n\n" * 3_000,
        "ADVERTISEMENT " * 10_000,
        "#" * 50_000,
        "A.B " * 20_000,
    ],
    ids=range(16),
)
def test_strange_texts_take_little_time(text: str) -> None:
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 6
