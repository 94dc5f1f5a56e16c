"""How the articles made by hand are put together out of their paragraphs."""

from collections.abc import Callable, Sequence

from questions.article import Article, Paragraph, Section, Span

IN_A_SECTION = 3


def article(headline: str, paragraphs: Sequence[str]) -> Article:
    """*paragraphs* as an article, three in each section."""
    numbered = [Paragraph(number, text) for number, text in enumerate(paragraphs, 1)]
    starts = range(0, len(numbered), IN_A_SECTION)
    return Article(
        headline,
        sections=tuple(
            Section(number, f"Part {number}", tuple(numbered[start : start + IN_A_SECTION]))
            for number, start in enumerate(starts, 1)
        ),
    )


def places(paragraphs: Sequence[str]) -> Callable[[int, str], Span]:
    """What finds words in a paragraph of *paragraphs*, by their first occurrence."""

    def span(paragraph: int, words: str) -> Span:
        start = paragraphs[paragraph - 1].index(words)
        return Span(paragraph, start, start + len(words))

    return span
