"""Who said what in an article, as pages list it: every source with the claims that read alone.

A list is read without the article beside it. A guess, or words that need the article to make
sense, would tell something false there and stay out; what a source does not say but denies or
believes is told with the article's own verb in front.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

from questions import marks
from questions.article import Article, Span
from questions.claims import Claim, Claims, Form, Stance
from questions.recipes import clauses, pronouns, wording
from questions.recipes.statements import PLAIN, plain_cue
from quizapp.web import marking

CERTAIN = 0.8
"""From this certainty on, a claim is listed."""

SHORTEST_QUOTATION = 4
"""Words. Of fewer nobody can tell what was said with them."""

FORMS = {
    Form.DIRECT: _("quote"),
    Form.INDIRECT: _("paraphrase"),
    Form.MIXED: _("part quote"),
}

MERELY_SAYING = PLAIN | {"according to", "adding", "stated", "states"}
"""Cues that a list can leave out: standing below a source's name says as much."""

POINTERS = (
    "it|its|he|his|him|she|her|they|their|them|my|our|your|this|that|these|those|such|another"
    "|others?|both|the (?:two|pair|same|latter|former)"
)
POINTING = re.compile(rf"^(?i:{POINTERS})\b|\b(?:{POINTERS})\b")
"""What only the text around it explains, in a name or a role."""


@dataclass(frozen=True)
class Saying:
    """One claim: its words, in whose words they are, and where they stand.

    ``cue`` is the article's own verb where the source does more or less than say it ("denies");
    ``told_by`` is who tells that the source said it, where that is not the reporter.
    """

    text: str
    form: LazyString
    paragraph: int
    section: int
    cue: str = ""
    told_by: str = ""


@dataclass(frozen=True)
class Voice:
    """A source with what it is reported to say; ``role`` only where that explains itself.

    ``number`` is its place in the list, ``source`` its index in the claims.
    """

    number: int
    source: int
    hue: int
    name: str
    role: str | None
    sayings: tuple[Saying, ...]


@lru_cache(maxsize=128)
def voices(article: Article, claims: Claims) -> tuple[Voice, ...]:
    """Every source with a claim that reads alone, in the order of the article."""
    found = (
        (index, source, sayings(article, claims, index))
        for index, source in enumerate(claims.sources)
        if not POINTING.search(source.name)
    )
    listed = [(index, source, lines) for index, source, lines in found if lines]
    return tuple(
        Voice(
            number=place + 1,
            source=index,
            hue=place % marking.HUES + 1,
            name=source.name,
            role=source.role if source.role and not POINTING.search(source.role) else None,
            sayings=lines,
        )
        for place, (index, source, lines) in enumerate(listed)
    )


def hues(article: Article, claims: Claims) -> dict[int, int]:
    """The colour of every source, by its index: those of the list first, in its order.

    So neighbours in the list differ, and a source has one colour in the list and in the text.
    """
    listed = [voice.source for voice in voices(article, claims)]
    others = [index for index in range(len(claims.sources)) if index not in listed]
    return {index: place % marking.HUES + 1 for place, index in enumerate((*listed, *others))}


def sayings(article: Article, claims: Claims, source: int) -> tuple[Saying, ...]:
    """The claims of the source at index *source* that read alone, as lines of a list."""
    lines = (
        line(article, claims, claim)
        for claim in claims.of(source)
        if is_sure(claims, claim) and not swallows_its_telling(claim)
    )
    return tuple(found for found in lines if found is not None)


def is_sure(claims: Claims, claim: Claim) -> bool:
    """Whether it is no guess that the source holds this, nor who tells so."""
    teller = claim if claim.within is None else claims.claims[claim.within]
    return min(claim.certainty, teller.certainty) >= CERTAIN and teller.source is not None


def swallows_its_telling(claim: Claim) -> bool:
    """Whether the words that tell who says it have slipped into what is said."""
    telling = [span for span in (claim.mention, claim.cue) if span is not None]
    return any(piece.overlap(told) for piece in claim.content for told in telling)


def line(article: Article, claims: Claims, claim: Claim) -> Saying | None:
    """*claim* as a line of a list; None where its words do not read alone."""
    words = alone(article, claim)
    cue = article.text_of(claim.cue).lower() if claim.cue else ""
    if words is None or (claim.stance is not Stance.SPEECH and not cue):
        return None
    first = claim.content[0].paragraph
    return Saying(
        text=words,
        form=FORMS[claim.form],
        paragraph=first,
        section=article.section_of(first).number,
        cue="" if plain_cue(cue) in MERELY_SAYING else cue,
        told_by=teller(claims, claim),
    )


def teller(claims: Claims, claim: Claim) -> str:
    """Who tells that *claim* was made, where that is a source of the article itself."""
    outer = None if claim.within is None else claims.claims[claim.within].source
    return "" if outer is None else claims.sources[outer].name


def alone(article: Article, claim: Claim) -> str | None:
    """The words of *claim* as they stand in a list, if a reader understands them there."""
    pieces = [article.text_of(span).strip(" ,;:") for span in claim.content]
    if all(is_quoted(article, span) for span in claim.content):
        return wording.quotation(" … ".join(pieces)) if is_telling(" ".join(pieces)) else None
    pieces[0] = clauses.CONNECTIVE.sub("", pieces[0], count=1)
    if not (is_introduced(article, claim) and is_statement(" ".join(pieces))):
        return None
    last = (
        wording.quotation(pieces[-1])
        if is_quoted(article, claim.content[-1])
        else ended(pieces[-1])
    )
    shown = [
        f"“{piece}”" if is_quoted(article, span) else piece
        for piece, span in zip(pieces[:-1], claim.content[:-1], strict=True)
    ]
    return wording.capitalised(" … ".join((*shown, last)))


def ended(clause: str) -> str:
    """*clause* with one full stop at its end, outside of quotation marks."""
    return re.sub(r"[.,]([”’\"]?)$", r"\1", clause) + "."


def is_quoted(article: Article, span: Span) -> bool:
    """Whether *span* is what stands between two quotation marks."""
    text = article.paragraph(span.paragraph).text
    return text[: span.start].endswith(("“", '"', "‘", "«")) and not re.search(
        r"[“”\"«»]", text[span.start : span.end]
    )


def is_telling(quotation: str) -> bool:
    """Whether *quotation* is a sentence, as far as words can tell, and not a scrap of one."""
    return quotation[:1].isupper() and len(quotation.split()) >= SHORTEST_QUOTATION


def is_introduced(article: Article, claim: Claim) -> bool:
    """Whether a clause is what the article puts there: "argued …", or anything and "that …"."""
    first = claim.content[0]
    before = article.paragraph(first.paragraph).text[: first.start]
    cue = article.text_of(claim.cue) if claim.cue else ""
    return before.rstrip().endswith(" that") or plain_cue(cue) is not None


def is_statement(text: str) -> bool:
    """Whether *text* is a clause of its own, without a pronoun that points out of it."""
    return (
        clauses.is_clause(text, introduced=True, fronted=True)
        and pronouns.dangling_pronoun(text) is None
        and marks.balanced(text)
        and clauses.RUNS_ON.search(text) is None
    )
