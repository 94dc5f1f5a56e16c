"""Claims and sources: made-up sentences, and the article that the project began with."""

from dataclasses import dataclass

from questions.article import Article, Paragraph, Section
from questions.attribution import find_claims
from questions.claims import Claim, Claims, Source


@dataclass(frozen=True)
class Read:
    """An article with its claims, and their words."""

    article: Article
    claims: Claims

    def source(self, claim: Claim) -> Source | None:
        """Who is said to hold *claim*."""
        return None if claim.source is None else self.claims.sources[claim.source]

    def who(self, claim: Claim) -> str | None:
        """The name of the source of *claim*."""
        source = self.source(claim)
        return source.name if source else None

    def content(self, claim: Claim) -> tuple[str, ...]:
        """The pieces of *claim*."""
        return tuple(self.article.text_of(span) for span in claim.content)

    def cue(self, claim: Claim) -> str | None:
        """The cue of *claim*."""
        return self.article.text_of(claim.cue) if claim.cue else None

    @property
    def said(self) -> list[tuple[str | None, tuple[str, ...]]]:
        """Who said what, in the order of the text."""
        return [(self.who(claim), self.content(claim)) for claim in self.claims.claims]


def read(*paragraphs: str) -> Read:
    """The claims of an article of *paragraphs*."""
    numbered = tuple(Paragraph(i, text) for i, text in enumerate(paragraphs, 1))
    article = Article("A headline", sections=(Section(1, "", numbered),))
    return Read(article, find_claims(article))
