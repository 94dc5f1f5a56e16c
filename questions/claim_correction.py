"""Who says what, put right by a person: sources named or merged, claims credited, struck, added."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from questions.article import Article, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind

BY_HAND = "a person marked it"
"""The basis of what was put right."""

_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")


@dataclass(frozen=True)
class Missed:
    """A claim that was not found: the sentence it stands in, and in whose words it is."""

    source: int
    sentence: Span
    form: Form


@dataclass(frozen=True)
class ClaimCorrection:
    """What is wrong with the claims of an article. Indexes are those of before.

    ``sources`` are all of them by their right names, with new ones at the end; ``merged`` says
    which is the same as which; ``credited`` to whom claims belong that were somebody else's.
    """

    sources: tuple[Source, ...]
    merged: Mapping[int, int] = field(default_factory=dict)
    credited: Mapping[int, int | None] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()
    missed: tuple[Missed, ...] = ()


@dataclass(frozen=True)
class CorrectedClaims:
    """What comes of it: the claims, where each is now, and which say something else than before."""

    claims: Claims
    now: Mapping[int, int]
    changed: frozenset[int]


def new_source(article: Article, name: str, role: str | None, kind: SourceKind) -> Source:
    """A source of this name, with every place where the article has it."""
    naming = Naming.NAME_AND_ROLE if role else Naming.NAME_ONLY
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    mentions = (
        Span(paragraph.number, *match.span())
        for paragraph in article.paragraphs
        for match in pattern.finditer(paragraph.text)
    )
    return Source(name, kind, naming, role, tuple(mentions))


def corrected_claims(
    article: Article, claims: Claims, correction: ClaimCorrection
) -> CorrectedClaims:
    """*claims* of *article* as they are after *correction*, in the order of the text."""
    same = _roots(correction.merged, len(correction.sources))
    kept = {
        number: _credited(claim, number, correction, same)
        for number, claim in enumerate(claims.claims)
        if number not in correction.struck
    }
    added = [_missed(article, missed, same) for missed in correction.missed]
    ordered = sorted(
        [(claim.content[0], number, claim) for number, claim in kept.items()]
        + [(claim.content[0], -1, claim) for claim in added],
        key=lambda each: each[:2],
    )
    now = {number: place for place, (_, number, _claim) in enumerate(ordered) if number >= 0}
    sources = _merged(correction.sources, same)
    sources = _with_mentions(sources, [claim for *_, claim in ordered])
    spoken = {claim.source for *_, claim in ordered}
    present = [
        number
        for number, source in enumerate(sources)
        if same[number] == number and (number in spoken or source.mentions)
    ]
    place_of = {number: place for place, number in enumerate(present)}
    new = replace(
        claims,
        sources=tuple(sources[number] for number in present),
        claims=tuple(
            replace(
                claim,
                source=None if claim.source is None else place_of[claim.source],
                within=None if claim.within is None else now.get(claim.within),
            )
            for *_, claim in ordered
        ),
        refusals=tuple(
            replace(
                refusal,
                source=None if refusal.source is None else place_of.get(same[refusal.source]),
            )
            for refusal in claims.refusals
        ),
    )
    return CorrectedClaims(new, now, frozenset(_changed(claims, new, now)))


def _roots(merged: Mapping[int, int], sources: int) -> list[int]:
    """For each source the one that it is the same as in the end; a circle is no merger."""
    roots = list(range(sources))
    for number in range(sources):
        seen, root = {number}, number
        while (following := merged.get(root, root)) != root and following not in seen:
            seen.add(following)
            root = following
        roots[number] = root if merged.get(root, root) == root else number
    return roots


def _credited(claim: Claim, number: int, correction: ClaimCorrection, same: Sequence[int]) -> Claim:
    if number not in correction.credited:
        return replace(claim, source=None if claim.source is None else same[claim.source])
    source = correction.credited[number]
    return replace(
        claim, source=None if source is None else same[source], basis=BY_HAND, certainty=1.0
    )


def _missed(article: Article, missed: Missed, same: Sequence[int]) -> Claim:
    return Claim(
        source=same[missed.source],
        mention=None,
        cue=None,
        content=_content(article, missed),
        form=missed.form,
        basis=BY_HAND,
    )


def _content(article: Article, missed: Missed) -> tuple[Span, ...]:
    """What is quoted in the sentence, where it is a quotation; else the sentence."""
    sentence = missed.sentence
    text = article.text_of(sentence)
    quoted = tuple(
        Span(sentence.paragraph, sentence.start + match.start(1), sentence.start + match.end(1))
        for match in _QUOTED.finditer(text)
    )
    return quoted if missed.form is Form.DIRECT and quoted else (sentence,)


def _merged(sources: Sequence[Source], same: Sequence[int]) -> list[Source]:
    """*sources*, each with the mentions of all that are the same."""
    return [
        replace(
            source,
            mentions=_together(
                other.mentions for n, other in enumerate(sources) if same[n] == number
            ),
        )
        if same[number] == number
        else source
        for number, source in enumerate(sources)
    ]


def _with_mentions(sources: Sequence[Source], claims: Sequence[Claim]) -> list[Source]:
    """*sources*, where the mention beside a claim belongs to nobody but the claim's source."""
    owner = {claim.mention: claim.source for claim in claims if claim.mention is not None}
    return [
        replace(
            source,
            mentions=_together(
                [
                    tuple(m for m in source.mentions if owner.get(m, number) == number),
                    tuple(m for m, who in owner.items() if who == number),
                ]
            ),
        )
        for number, source in enumerate(sources)
    ]


def _together(mentions: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    return tuple(sorted({span for spans in mentions for span in spans}))


def _changed(before: Claims, after: Claims, now: Mapping[int, int]) -> Iterator[int]:
    """The claims of *before* whose source is called otherwise now, or is another one."""
    for number, place in now.items():
        old, new = before.claims[number].source, after.claims[place].source
        if _called(before, old) != _called(after, new):
            yield number


def _called(claims: Claims, source: int | None) -> tuple[str, str | None] | None:
    return None if source is None else (claims.sources[source].name, claims.sources[source].role)
