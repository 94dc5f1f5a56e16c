"""A parsed paragraph with its quotations: which words are quoted, and where sentences end.

The parser ends sentences inside quotations and between a quotation and its "she said"; here a
sentence of the reporter holds its quotations whole.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from questions.attribution.parse import Parsed, Token
from questions.attribution.quotations import Quotation

QUOTE_MARKS = frozenset("“”\"«»„‘’'") | {"``", "''"}
_ENDS = frozenset(".?!…")


@dataclass(frozen=True)
class Layout:
    """One paragraph; ``quotations`` are all of it, nested ones too, sorted by start."""

    parsed: Parsed
    quotations: tuple[Quotation, ...]

    @cached_property
    def outer(self) -> tuple[Quotation, ...]:
        """The quotations in the reporter's text."""
        return tuple(q for q in self.quotations if q.depth == 0)

    @cached_property
    def inner(self) -> tuple[Quotation, ...]:
        """The quotations inside other quotations."""
        return tuple(q for q in self.quotations if q.depth > 0)

    def quoted_at(self, offset: int) -> Quotation | None:
        """The outer quotation around the character at *offset*."""
        return _around(self.outer, self._outer_starts, offset)

    def token_at(self, offset: int) -> Token | None:
        """The token that begins at *offset*."""
        at = bisect_right(self._token_starts, offset) - 1
        token = self.parsed.tokens[at] if at >= 0 else None
        return token if token and token.start == offset else None

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in the characters *start* to *end*."""
        low = bisect_left(self._token_starts, start)
        return self.parsed.tokens[low : bisect_left(self._token_starts, end)]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [t.start for t in self.parsed.tokens]

    def quotation_of(self, token: Token) -> Quotation | None:
        """The outer quotation that *token* stands in."""
        return self.quoted_at(token.start)

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [q.start for q in self.outer]

    @cached_property
    def _inner_starts(self) -> list[int]:
        return [q.start for q in self.inner]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [t.index for t in self.parsed.tokens if t.index == 0 or self._opens(t)]

    def _opens(self, token: Token) -> bool:
        before = self.parsed.tokens[token.index - 1]
        if self.quotation_of(token) or (before.text in _ENDS and self.quotation_of(before)):
            return False
        if before.text in _ENDS and token.text in QUOTE_MARKS:
            return self._opens_quotation(token)
        if before.text in QUOTE_MARKS and before.index:
            last = self.parsed.tokens[before.index - 1]
            return last.text in _ENDS and not self._is_cue_for(token)
        return (
            token.opens_sentence and not token.text[0].islower() and before.text not in (",", ":")
        )

    def _opens_quotation(self, mark: Token) -> bool:
        return any(q.start == mark.end for q in self.outer_near(mark.start, mark.end + 1))

    def _is_cue_for(self, token: Token) -> bool:
        """Whether *token*, right behind a closing mark, goes on with the sentence."""
        if token.text[0].islower() or token.text in (",", "—", "–", "-", ")"):
            return True
        if token.text in _ENDS:
            return True
        head = self.parsed.head(token) if token.dep in ("nsubj", "compound", "det") else token
        verb = self.parsed.head(head) if head.dep == "nsubj" else head
        return verb.index < token.index + 8 and verb.lemma in _BEHIND_A_MARK and token != verb

    def outer_near(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The outer quotations that overlap the characters *start* to *end*."""
        return _near(self.outer, self._outer_starts, start, end)

    def inner_near(self, start: int, end: int) -> tuple[Quotation, ...]:
        """The quotations inside quotations that overlap the characters *start* to *end*."""
        return _near(self.inner, self._inner_starts, start, end)

    def sentence(self, token: Token) -> tuple[int, int]:
        """First and last token of the sentence of *token*, within its quotation if it is quoted."""
        quotation = self.quotation_of(token)
        if quotation:
            return self._sentence_inside(token, quotation)
        starts = self._sentence_starts
        at = bisect_right(starts, token.index)
        last = starts[at] - 1 if at < len(starts) else len(self.parsed.tokens) - 1
        return starts[at - 1], last

    def _sentence_inside(self, token: Token, quotation: Quotation) -> tuple[int, int]:
        tokens = self.parsed.tokens
        first = last = token.index
        while (
            first
            and not tokens[first].opens_sentence
            and tokens[first - 1].start >= quotation.start
        ):
            first -= 1
        while (
            last + 1 < len(tokens)
            and not tokens[last + 1].opens_sentence
            and tokens[last + 1].end <= quotation.end
        ):
            last += 1
        return first, last


_BEHIND_A_MARK = frozenset("say tell ask add write reply recall explain insist".split())
"""Verbs that, with their subject, hold on to a quotation that has ended like a sentence."""


def _around(quotations: tuple[Quotation, ...], starts: list[int], at: int) -> Quotation | None:
    found = bisect_right(starts, at) - 1
    return quotations[found] if found >= 0 and at < quotations[found].end else None


def _near(
    quotations: tuple[Quotation, ...], starts: list[int], start: int, end: int
) -> tuple[Quotation, ...]:
    low = max(0, bisect_right(starts, start) - 1)
    return tuple(q for q in quotations[low : bisect_right(starts, end)] if q.end > start)
