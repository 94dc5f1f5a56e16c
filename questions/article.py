"""The article as plain data, so that nothing past the reading needs to know where it came from.

Offsets are always ``[start, end)`` in characters of one paragraph's text; paragraphs and sections
are numbered from 1 in the order of the article.
"""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of one paragraph: ``[start, end)`` in characters of its text."""

    paragraph: int
    start: int
    end: int

    def overlap(self, other: "Span") -> int:
        """How many characters both spans cover."""
        if self.paragraph != other.paragraph:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside this span."""
        return (
            self.paragraph == other.paragraph
            and self.start <= other.start
            and other.end <= self.end
        )


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the article's own text."""

    number: int
    text: str


@dataclass(frozen=True)
class Caption:
    """The words under a picture, apart from the text; *after* is a paragraph's number or 0."""

    text: str
    credit: str | None
    after: int


@dataclass(frozen=True)
class Dropped:
    """A stretch of the file that is not part of the article, and the reason why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Section:
    """Some paragraphs in a row about one thing; *own_heading* if the article itself has it."""

    number: int
    heading: str
    paragraphs: tuple[Paragraph, ...]
    own_heading: bool = False


@dataclass(frozen=True)
class Article:
    """A news article in sections. ``headline`` is "" where the text has none."""

    headline: str
    outlet: str | None = None
    byline: str | None = None
    sections: tuple[Section, ...] = ()
    captions: tuple[Caption, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, in order; paragraph ``n`` stands at index ``n - 1``."""
        return tuple(p for section in self.sections for p in section.paragraphs)

    def paragraph(self, number: int) -> Paragraph:
        """Paragraph *number*; LookupError if the article has none of that number."""
        if not 1 <= number <= len(self.paragraphs):
            raise LookupError(f"the article has no paragraph {number}")
        return self.paragraphs[number - 1]

    def section_of(self, paragraph: int) -> Section:
        """The section in which paragraph number *paragraph* stands."""
        for section in self.sections:
            if any(p.number == paragraph for p in section.paragraphs):
                return section
        raise LookupError(f"the article has no paragraph {paragraph}")

    def text_of(self, span: Span) -> str:
        """The words that *span* covers."""
        return self.paragraph(span.paragraph).text[span.start : span.end]
