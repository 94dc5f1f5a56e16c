"""From claims to statements: what of a claim can stand in a question, and in which words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from questions import marks
from questions.article import Article, Paragraph, Span
from questions.claims import Claim, Claims, SourceKind, Stance
from questions.lexicon import correction, finite, present, word_set
from questions.recipes import clauses, pronouns, wording
from questions.recipes.sources import BODIES
from questions.sentences import sentences

PLAIN = frozenset("say says said saying told tells tell added adds".split())
"""Cues that a clause follows even without "that"."""

_BELIEVING = "believe think reckon fear hope suspect"
BELIEVING = finite(_BELIEVING) | word_set(_BELIEVING)

_REPORTING = (
    "explain argue insist maintain claim note write warn caution concede acknowledge admit "
    "predict estimate conclude testify recall confirm report suggest contend assert remark "
    "observe allege complain hint show find indicate reveal declare promise vow joke disclose"
)
SINGULAR = {verb: present(verb) for verb in f"{_BELIEVING} {_REPORTING}".split()}
"""What a cue with a plural subject ("critics argue") is behind "who"."""

WITH_THAT = BELIEVING | finite(_REPORTING) | word_set(_REPORTING)
"""Cues that stand before "that" in a stem as they are: "Who warned that …?"."""

PUT_AS_SAID = (
    PLAIN
    | WITH_THAT
    | word_set("adding stated states stressed replied announced tweeted posted answered confided")
    | {"according to", "pointed out", "points out", "point out", "made clear", "makes clear"}
)
"""Cues after which "said that" is a fair way to put it, or the cue itself with "that" is."""

LONGEST = 30
"""Words that a stem may take from the article."""

SHORTEST = 4
"""Words of a quotation; a clause needs one more, to have a verb that is its own."""

FEWEST_TELLING = 3
"""Words with a meaning of their own: "it was too early to tell" says nothing by itself."""

SURELY = 7
"""With more words than this a quotation has a verb, even one that nobody thought of."""

MIDDLE = 10
"""Words that must be left of a long quotation that is broken off."""

OWN_PRONOUN = re.compile(r"(?:he|she|it)\b", re.IGNORECASE)
PRONOUN_OF = {
    "he": {SourceKind.PERSON},
    "she": {SourceKind.PERSON},
    "it": {SourceKind.ORGANISATION, SourceKind.DOCUMENT},
}
"""What a pronoun can stand for where a source speaks of itself."""

NAMED = "Somebody Named"
"""What stands for the source where it is checked that nothing else is left without a name."""

CLOSING = (*marks.CLOSING, "’", "'")
SINGLE_OPENED = re.compile(r"(?<![\w’'])'$")
QUOTED_WORDS = 3
"""Words in quotation marks that are somebody's, and no title or scare quote."""

LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•*·–-]) ")
ENDED = re.compile(r"[.,?!][”\"’']$")
MARK_BEFORE_MARK = re.compile(r"[.,](?=[”’\"']$)")
ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.)+[A-Za-z]$")
SUPPOSED = re.compile(r"\b(?:will|would|might|could|may|should|if you|to)(?: \w+ly)? $")
NEXT_TO = re.compile(r" (?:\w+ly |also |still )?")
DATELINE = re.compile(r"[A-Z]{3,}[^a-z]*(?: [-–—]|:) ")
LATER_CLAUSE = re.compile(r", (?:which|who|because|although|even if|while|so that|but|and) ")
ONLY_A_LEAD = re.compile(
    r"(?:on|in|at|by|after|before|for|with) [^,]+, "
    r"(?:even )?(?:as|while|when|after|before|if|although|though) [^,]+",
    re.IGNORECASE,
)
"""As in "on Tuesday, even as the shares were falling": what was said comes behind it."""

PIECES = 2
BROKEN_UP = re.compile(r",? [^.;:?!“”\"]{4,60}, ")
"""What stands between two pieces of a sentence that its cue breaks up."""

GOES_ON_WITH_A_CLAUSE = re.compile(r"(?:and|but|or|although|though|while|because|which|who)\b")
"""Begins what may be left out: unlike "to a drug", behind "the ratio pointed, she said"."""

INSIDE = re.compile(r"[^\W\d_],? (\w+(?:[’'.-]\w+)*)")


@dataclass(frozen=True)
class Statement:
    """Part of a claim, worded so that a question can use it: a full clause or a quotation.

    ``text`` has no end mark. ``span`` is where the article says it. ``looks_back`` says that a
    reader needs the paragraph to know what "the plan" is; ``alone``, that its first letter must
    stay large, because it may begin a name, so that it cannot stand after "that"; ``of_itself``,
    that it begins with a pronoun for the source, so that it can only stand after "who said that".
    """

    claim: int
    source: int
    text: str
    quoted: bool
    span: Span
    looks_back: bool = False
    alone: bool = False
    of_itself: bool = False

    @property
    def marks_inside(self) -> bool:
        """Whether part of it stands in quotation marks of its own."""
        return any(mark in self.text for mark in (*marks.OPENING, *marks.CLOSING, "‘"))

    @property
    def shown(self) -> str:
        """The statement on a line of its own."""
        if self.quoted:
            return wording.quotation(self.text)
        text = wording.capitalised(self.clause)
        return text if text.endswith(".") else f"{text}."

    @property
    def clause(self) -> str:
        """The statement after "that", without an "also" that points back to another one."""
        if "not only" in self.text:
            return self.text
        return re.sub(r"^([^“\"‘«]*?\b)also (?=\w)", r"\1", self.text, count=1)


def plain_cue(cue: str) -> str | None:
    """The one of ``PUT_AS_SAID`` that *cue* is, misspelt or not ("siad"); None for another."""
    plain = " ".join(correction(word) for word in cue.lower().split())
    return plain if plain in PUT_AS_SAID else None


def find_statements(article: Article, claims: Claims) -> tuple[Statement, ...]:
    """What can be asked about, in the order of the article, whoever says it."""
    finder = _Finder(article, claims)
    return tuple(
        statement
        for index, claim in enumerate(claims.claims)
        for statement in finder.statements(index, claim)
    )


@dataclass(frozen=True)
class _Finder:
    article: Article
    claims: Claims

    @cached_property
    def openings(self) -> frozenset[tuple[int, int]]:
        """Paragraph and offset of every beginning of a sentence."""
        return frozenset(
            (span.paragraph, span.start) for p in self.article.paragraphs for span in sentences(p)
        )

    @cached_property
    def inside(self) -> frozenset[str]:
        """The words that occur inside a sentence, as they are written there."""
        return frozenset(w for p in self.article.paragraphs for w in INSIDE.findall(p.text))

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that occur without a capital."""
        found = (w for p in self.article.paragraphs for w in wording.WORD.findall(p.text))
        return frozenset(word for word in found if word[0].islower())

    @cached_property
    def pieces(self) -> dict[int, list[tuple[int | None, Span]]]:
        """For each paragraph the pieces of all outer claims, with their sources."""
        found: dict[int, list[tuple[int | None, Span]]] = defaultdict(list)
        for claim in self.claims.claims:
            for span in claim.content if claim.within is None else ():
                found[span.paragraph].append((claim.source, span))
        return found

    def statements(self, index: int, claim: Claim) -> Iterator[Statement]:
        """Each quoted sentence of the claim at *index*, or its one clause."""
        if not self._is_askable(claim) or claim.source is None:
            return
        for span in claim.content:
            if self._in_quotation_marks(span):
                yield from self._quotations(index, claim, span)
            elif span == claim.content[0]:
                yield from self._clauses(index, claim)

    def _is_askable(self, claim: Claim) -> bool:
        paragraph = self.article.paragraph(claim.content[0].paragraph)
        return (
            claim.source is not None
            and claim.within is None
            and claim.cue is not None
            and self._is_by_its_kind(claim)
            and self._is_stated(claim)
            and not self._is_supposed(claim)
            and not LIST_ITEM.match(paragraph.text)
            and not clauses.is_headline(self.article.text_of(claim.content[0]))
            and not self._contradicted(claim)
        )

    def _is_by_its_kind(self, claim: Claim) -> bool:
        """Whether its source can be what stands beside the cue: no body is "he" or "she"."""
        if claim.mention is None or claim.source is None:
            return True
        he_or_she = self.article.text_of(claim.mention).lower() in wording.PERSONAL
        return not he_or_she or self.claims.sources[claim.source].kind not in BODIES

    def _is_stated(self, claim: Claim) -> bool:
        """Whether the source says it or, named right before the cue, holds it to be so."""
        if claim.stance is not Stance.BELIEF or claim.cue is None or claim.mention is None:
            return claim.stance is Stance.SPEECH
        text = self.article.paragraph(claim.cue.paragraph).text
        return (
            self.article.text_of(claim.cue).lower() in BELIEVING
            and claim.mention.paragraph == claim.cue.paragraph
            and NEXT_TO.fullmatch(text, claim.mention.end, claim.cue.start) is not None
        )

    def _is_supposed(self, claim: Claim) -> bool:
        """Whether somebody only would or might say it."""
        if claim.cue is None:
            return False
        text = self.article.paragraph(claim.cue.paragraph).text
        return SUPPOSED.search(text, 0, claim.cue.start) is not None

    def _contradicted(self, claim: Claim) -> bool:
        """Whether another claim gives the same words to somebody else."""
        return any(
            source != claim.source and piece.overlap(span)
            for span in claim.content
            for source, piece in self.pieces[span.paragraph]
        )

    def _around(self, span: Span) -> tuple[str, str]:
        text = self.article.paragraph(span.paragraph).text
        return text[: span.start], text[span.end :]

    def _in_quotation_marks(self, span: Span) -> bool:
        before, after = self._around(span)
        inside = self.article.text_of(span)
        opened = before.endswith((*marks.OPENING, "‘")) or SINGLE_OPENED.search(before) is not None
        return (
            opened
            and (
                after.lstrip(",.?!")[:1] in (*marks.CLOSING, "’", "'")
                or inside.endswith(("”", '"'))
            )
            and not any(mark in inside for mark in marks.OPENING + marks.CLOSING)
        )

    def _goes_on_in_small(self, claim: Claim, span: Span) -> bool:
        """Whether the sentence that *span* breaks off ends in the next piece of the claim."""
        behind = [piece for piece in claim.content if piece > span]
        return bool(behind) and self.article.text_of(behind[0])[:1].islower()

    def _quotations(self, index: int, claim: Claim, span: Span) -> Iterator[Statement]:
        quoted = Paragraph(span.paragraph, self.article.text_of(span))
        parts = sentences(quoted)
        for part in parts[:-1] if self._goes_on_in_small(claim, span) else parts:
            text = _shortened(quoted.text[part.start : part.end].rstrip(",;: "))
            whole = len(text.split()) > SURELY or clauses.has_a_verb(text)
            fits = whole and _tells_enough(text) and _can_stand(text, quoted=True)
            if fits and text[0].isupper() and marks.balanced(text):
                place = Span(span.paragraph, span.start + part.start, span.start + part.end)
                source = claim.source or 0
                yield Statement(index, source, text.rstrip("."), quoted=True, span=place)

    def _clauses(self, index: int, claim: Claim) -> Iterator[Statement]:
        span = claim.content[0]
        cue = plain_cue(self.article.text_of(claim.cue)) if claim.cue else None
        text = self._as_clause(span)
        if claim.source is None or cue is None or text is None:
            return
        introduced = cue in PLAIN or self._around(span)[0].rstrip().endswith(" that")
        fronted = (span.paragraph, span.start) in self.openings
        whole = self._put_together(claim, text)
        if whole is not None:
            span, text = whole
        broken_up = whole is None and len(claim.content) > 1 and self._breaks_off(claim, text)
        of_itself = self._speaks_of_itself(claim, text)
        if (
            not broken_up
            and self._ends_cleanly(span, claim)
            and _tells_enough(OWN_PRONOUN.sub("", text, count=1) if of_itself else text)
            and _can_stand(OWN_PRONOUN.sub(NAMED, text) if of_itself else text, quoted=False)
            and clauses.is_clause(text, introduced=introduced, fronted=fronted)
            and clauses.is_reported(text)
        ):
            yield Statement(
                claim=index,
                source=claim.source,
                text=text,
                quoted=False,
                span=span,
                looks_back=pronouns.LOOKS_BACK.search(text) is not None,
                alone=text[0].isupper() and not self._begins_a_name(text),
                of_itself=of_itself,
            )

    def _put_together(self, claim: Claim, text: str) -> tuple[Span, str] | None:
        """The two pieces of a claim, where only its cue stands between: "It was, he said, so".

        With the place of both; None where they make no sentence that can be told without the cue.
        """
        if len(claim.content) != PIECES or claim.cue is None:
            return None
        first, second = claim.content
        cue, follows = claim.cue, self.article.text_of(second)
        inside = first.paragraph == second.paragraph == cue.paragraph
        if not (inside and first.end <= cue.start and cue.end <= second.start):
            return None
        between = self.article.paragraph(cue.paragraph).text[first.end : second.start]
        if not BROKEN_UP.fullmatch(between) or not follows[:1].islower():
            return None
        joint = ", " if GOES_ON_WITH_A_CLAUSE.match(follows) else " "
        after = self._around(second)[1]
        span = Span(first.paragraph, first.start, second.end)
        return span, f"{text}{joint}{_without_end_mark(follows, after)}"

    def _breaks_off(self, claim: Claim, text: str) -> bool:
        """Whether *text*, the first piece of a claim, ends in the middle of a clause.

        As in "The mayor, she said, was right, although nobody knew", in "and the spoil,
        according to her, was pushed over the edge", or in "It pointed, she said, to a drug".
        """
        follows = self.article.text_of(claim.content[1])
        tail = re.split(r"[,;:] |\band |\bbut ", text)[-1]
        goes_on = follows[:1].islower() and not GOES_ON_WITH_A_CLAUSE.match(follows)
        return (
            clauses.SUBORDINATE.search(text) is not None
            or goes_on
            or (follows[:1].islower() and not clauses.has_a_verb(tail))
        )

    def _speaks_of_itself(self, claim: Claim, text: str) -> bool:
        """Whether *text* begins with "he" or "it" for its own source, and for nobody else near.

        Nobody else who is a source may be mentioned in the paragraph before it ends.
        """
        pronoun = OWN_PRONOUN.match(text)
        if pronoun is None or claim.mention is None or claim.source is None:
            return False
        kind = self.claims.sources[claim.source].kind
        if kind not in PRONOUN_OF[pronoun.group().lower()]:
            return False
        here, end = claim.mention.paragraph, max(span.end for span in claim.content)
        told = wording.bare_words(self.article.paragraph(here).text[:end])
        known = (*self.claims.sources, *self.claims.silent)
        own = wording.bare_words(self.claims.sources[claim.source].name)
        if any(
            wording.words(other.name)[-1] in told - own
            for other in known
            if other.kind in {kind, SourceKind.PERSON} and other.name
        ):
            return False
        others = (
            mention
            for index, source in enumerate(self.claims.sources)
            for mention in source.mentions
            if index != claim.source and mention.paragraph == here and mention.start < end
        )
        return claim.content[0].paragraph == here and not any(others)

    def _ends_cleanly(self, span: Span, claim: Claim) -> bool:
        """Whether the clause ends where its sentence pauses, or where the cue goes on."""
        after = self._around(span)[1].lstrip()
        if not after or after[0] in '.,;:—–?!”"’)' or ENDED.search(self.article.text_of(span)):
            return True
        text = self.article.paragraph(span.paragraph).text
        follows = [s for s in (claim.cue, claim.mention) if s and s.start >= span.end]
        return any(not text[span.end : s.start].strip() for s in follows)

    def _as_clause(self, span: Span) -> str | None:
        """The clause as it reads after "that", or with a capital if that cannot be decided."""
        text = _without_end_mark(self.article.text_of(span), self._around(span)[1])
        text = MARK_BEFORE_MARK.sub("", text)
        opens = (span.paragraph, span.start) in self.openings
        text, cut = clauses.CONNECTIVE.subn("", text, count=1)
        first = wording.WORD.match(text)
        if first is None or "?" in text or DATELINE.match(text):
            return None
        word = first.group()
        if self._begins_a_name(text) or not (opens or cut):
            return text  # inside a sentence a capital is a name's
        certain = word.endswith("ing") or word.lower() in wording.FUNCTION_WORDS | self.small
        return word[0].lower() + text[1:] if certain else text

    def _begins_a_name(self, text: str) -> bool:
        """Whether the first word of *text* has a capital inside sentences, too."""
        word, *behind = wording.WORD.findall(text)[:2]
        if behind and behind[0][0].isupper() and word.lower() not in wording.FUNCTION_WORDS:
            return True
        return word == "I" or (word in self.inside and word.lower() not in wording.FUNCTION_WORDS)


def _without_end_mark(text: str, after: str) -> str:
    """*text* without the mark at its end, unless that belongs to "a.m."; *after* comes next."""
    body = text.rstrip(" ,;:.")
    rest = text[len(body) :] + after
    return f"{body}." if ABBREVIATED.search(body) and rest.startswith(".") else body


def _can_stand(text: str, *, quoted: bool) -> bool:
    return (
        SHORTEST <= len(text.split()) - (not quoted) <= LONGEST
        and not ONLY_A_LEAD.fullmatch(text)
        and not clauses.ends_in_a_bare_number(text)
        and pronouns.dangling_pronoun(text) is None
        and (quoted or not pronouns.points_without_a_noun(text))
    )


def _tells_enough(text: str) -> bool:
    return len(wording.content_words(text)) >= FEWEST_TELLING


def _shortened(text: str) -> str:
    """A quoted sentence, broken off with dots before a later clause where it is too long."""
    if len(text.split()) <= LONGEST:
        return text
    ends = (m.start() for m in LATER_CLAUSE.finditer(text))
    fitting = [end for end in ends if MIDDLE <= len(text[:end].split()) <= LONGEST]
    return f"{text[: fitting[-1]]} …" if fitting else text
