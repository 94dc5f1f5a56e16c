"""Recipe 16, chain of sources: the reporter has it from the ministry, which has it from police.

What is asked: the order in which words reached the reader, or to whom they can be traced back. Not
asked: where the words cannot be shown, where nobody is named or described at one of the links, or
where one link might speak for the other.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import NamedTuple, TypedDict

from questions.claims import Claim, Claims, Source, SourceKind, Stance
from questions.lexicon import finite
from questions.marks import OPENING, balanced
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause
from questions.recipes.material import Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    as_option,
    certainty,
    name_in_a_sentence,
    reported,
)
from questions.recipes.sources import REPORTER, is_by_name, related
from questions.recipes.statements import Statement, find_statements, plain_cue
from questions.recipes.whole_names import has_its_whole_name
from questions.recipes.wording import HE_OR_SHE, capitalised, quotation
from questions.types.choice import Choice
from questions.types.order import Order

NOT_SAID = re.compile(
    r"\b(?:not|never|nor|if|whether|would|will|should|could|might|can|ever|nobody|no)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Between a source and its cue: nothing was said, or not yet."""

NOBODY = re.compile(
    r"n[’']t|the writer|we|it|no ?body|no ?one|none|some(?:body| ?one|)|any(?:body| ?one)|people"
    r"|every .*|every(?:body|one)\b.*|another .*|of .*|who|one|all|many|most|(?:the )?others?"
    r"|those|that|this"
    r"|the way|a lot .*|\d.*|.*per ?cent.*|(?:my|our|your|his|her|its|their) .*",
    re.IGNORECASE,
)
"""Sources too vague to stand in a chain."""

INSIDE = re.compile(
    r"(?:^|[.!?]['’”\"]? |[,:] )[“‘\"']?(?:(?:\w+ ){1,3}(?:had|has|have|was|were) (?:been )?)?$"
)
"""What stands before a claim that opens a clause inside another one: no "after", no "which"."""

SHOWING = finite("show suggest find indicate reveal predict")
"""What data do as well, which are no source that could be asked."""

TOLD_AN_OUTLET = re.compile(
    r"(?:told|tells) (?P<outlet>(?:[Tt]he |[a-z]+ )?(?:[A-Z][\w’'&-]* )*(?:[Rr]adio|TV"
    r"|[Tt]elevision|BBC|CNN|NBC|MSNBC|CBS|ABC|CNBC|NPR|Reuters|Fox News|[Pp]odcast"
    r"|news agency|broadcaster))"
    r"(?! [A-Z]|[’'“]| host)\b"
)
"""A station or an agency; a newspaper might be the one for which the reporter writes."""

OF_ITS_OWN = re.compile(r"\b(?:our|this|my|his|her|its)\b")
"""The paper is the one that the reporter writes for."""

QUOTE_BEFORE = re.compile(r"[“‘\"']$")
QUOTE_BEHIND = re.compile(r"[.,?!]?[”’\"']")
SHORTEST_QUOTATION = 3
"""Words between marks that somebody could pass on."""

TELLING = frozenset("told said says wrote warned promised claimed".split())
SHORTEST_REPORT = 5
"""Words of what somebody said, where it is not shown."""

LEAST = 0.6
"""How sure both claims must be; one inside another is never very sure."""

FIRST_ONLY = 0.5
"""How often only the first source is asked for, and not the whole chain."""

STEMS = (
    "In what order did these pass on, in paragraph {number}, {words}",
    "From the first to the last, in what order did these pass on, in paragraph {number}, {words}",
)
STEMS_FOR_THE_FIRST = (
    "In paragraph {number}, to whom can you trace back {words}",
    "In paragraph {number}, who first came out with {words}",
)


STEMS_FOR_THE_SECOND = (
    "In paragraph {number}, from whom does the writer have what {name} said?",
    "Who tells the writer, in paragraph {number}, what {name} said?",
)


class Chain(NamedTuple):
    """Two claims, the inner one as part of what the outer one says, and their sources."""

    inner: Claim
    outer: Claim
    first: Source
    second: Source

    @property
    def paragraph(self) -> int:
        """Where the words stand."""
        return self.inner.content[0].paragraph


class Broadcast(NamedTuple):
    """What a source has told a newspaper or a channel, which is called ``outlet`` there."""

    statement: Statement
    outlet: str


def propose(material: Material, rng: Random) -> Proposals:
    """For all that one source passes on from another: the order, or who was first."""
    for told in _told_an_outlet(material):
        yield _through_an_outlet(material, told, rng)
    for index, claim in enumerate(material.claims.claims):
        chain = _chain(material, index, claim)
        if chain is None:
            continue
        words, others = _words(material, chain), _others_near(material, chain)
        if words and rng.random() < FIRST_ONLY:
            yield _who_was_first(material, chain, words, rng)
        elif words:
            yield _in_order(material, chain, words, rng)
        elif others and _is_told(material, chain.inner):
            yield _through_whom(material, chain, others, rng)


def _told_an_outlet(material: Material) -> Iterator[Broadcast]:
    """What somebody told some paper, which is not the one whose reporter writes here."""
    text = " ".join(paragraph.text for paragraph in material.article.paragraphs)
    for statement in material.named_statements:
        claim = material.claim_of(statement)
        if claim.cue is None or certainty(material, statement.claim) < SURE_ENOUGH:
            continue
        behind = material.article.paragraph(claim.cue.paragraph).text[claim.cue.start :]
        found = TOLD_AN_OUTLET.match(behind)
        if found and text.count(found["outlet"]) == 1 and not OF_ITS_OWN.search(found[0]):
            yield Broadcast(statement, found["outlet"])


def _through_an_outlet(material: Material, told: Broadcast, rng: Random) -> Order:
    name = name_in_a_sentence(material, material.source_of(told.statement))
    number = told.statement.span.paragraph
    return Order(
        prompt=rng.choice(STEMS).format(number=number, words=reported(told.statement)),
        items=(capitalised(name), capitalised(told.outlet), REPORTER),
        skill=Skill.CHAIN_OF_SOURCES,
        process=Process.UNDERSTAND,
        section=material.section(number),
        evidence=material.evidence(told.statement),
        explanation=f"Paragraph {number} says that {name} told {told.outlet}. So it went like this:"
        f" {name} → {told.outlet} → the writer → you.",
        claim=told.statement.claim,
        confidence=certainty(material, told.statement.claim),
    )


def _chain(material: Material, index: int, inner: Claim) -> Chain | None:
    """The claim at *index* with the one around it, if it is clear who says each of the two."""
    if inner.within is None:
        return None
    outer = material.claims.claims[inner.within]
    said = all(_is_said(material, claim) for claim in (inner, outer))
    sure = min(certainty(material, index), certainty(material, inner.within))
    if inner.source is None or outer.source is None or outer.within is not None:
        return None
    first, second = material.sources[inner.source], material.sources[outer.source]
    whole = all(has_its_whole_name(material, source) for source in (first, second))
    clear = said and whole and sure >= LEAST and _is_inside(material, inner, outer)
    return Chain(inner, outer, first, second) if clear and not related(first, second) else None


def _is_said(material: Material, claim: Claim) -> bool:
    """Whether somebody who is named or described right there says it, with a plain cue."""
    cue, mention = claim.cue, claim.mention
    if claim.source is None or cue is None or mention is None or claim.stance is not Stance.SPEECH:
        return False
    text = material.article.paragraph(cue.paragraph).text
    source, called = material.claims.sources[claim.source], material.article.text_of(mention)
    before_the_cue = text[mention.end : cue.start] if mention.end <= cue.start else ""
    return (
        mention.paragraph == cue.paragraph
        and _is_said_with(material.article.text_of(cue), source)
        and (called.lower() in HE_OR_SHE or is_by_name(source, mention, material.article))
        and NOBODY.fullmatch(source.name) is None
        and NOT_SAID.search(before_the_cue) is None
    )


def _is_said_with(cue: str, source: Source) -> bool:
    """Whether *cue* is one of speech; "suggest" and "show" only where somebody does it."""
    cue = plain_cue(cue) or "saying"
    named = source.kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
    return cue != "saying" and (named or cue not in SHOWING)


def _is_inside(material: Material, inner: Claim, outer: Claim) -> bool:
    """Whether *inner*, with the words that attribute it, opens a clause of what *outer* reports."""
    parts = [part for part in (inner.mention, inner.cue, inner.content[0]) if part is not None]
    first = min(parts)
    text = material.article.paragraph(first.paragraph).text
    around = [piece for piece in outer.content if piece.contains(first)]
    return (
        all(any(piece.contains(part) for piece in outer.content) for part in parts)
        and INSIDE.search(text[around[0].start : first.start]) is not None
        and (text[: around[0].start].endswith(OPENING) or _share_a_sentence(material, inner, outer))
    )


def _share_a_sentence(material: Material, one: Claim, other: Claim) -> bool:
    """Whether the cues of both claims stand in the same sentence."""
    return material.whole_sentences(one.cue) == material.whole_sentences(other.cue)


def _words(material: Material, chain: Chain) -> str | None:
    """What is passed on: a statement of the first source, or words of it between marks."""
    alone = Claims(material.claims.sources, (replace(chain.inner, within=None),))
    statements = find_statements(material.article, alone)
    whole = [s for s in statements if s.quoted or is_clause(s.text, introduced=False)]
    if whole:
        return reported(whole[0])
    place = chain.inner.content[0]
    words, text = material.article.text_of(place), material.article.paragraph(place.paragraph).text
    quoted = QUOTE_BEFORE.search(text[: place.start]) and QUOTE_BEHIND.match(text[place.end :])
    fits = quoted and len(words.split()) >= SHORTEST_QUOTATION and balanced(words)
    return f"these words? {quotation(words)}" if fits else None


def _in_order(material: Material, chain: Chain, words: str, rng: Random) -> Order:
    return Order(
        prompt=rng.choice(STEMS).format(number=chain.paragraph, words=words),
        items=(as_option(material, chain.first), as_option(material, chain.second), REPORTER),
        **_about(material, chain),
    )


def _is_told(material: Material, claim: Claim) -> bool:
    """Whether it is plainly something that was said, and more than a word or two."""
    cue = material.article.text_of(claim.cue) if claim.cue else ""
    return cue in TELLING and len(material.content(claim).split()) >= SHORTEST_REPORT


def _others_near(material: Material, chain: Chain) -> list[str]:
    """Those who speak close by, and are none of the two."""
    near = (material.sources[number] for number in material.speakers_near(chain.paragraph))
    return [
        as_option(material, other)
        for other in near
        if not any(related(other, source) for source in (chain.first, chain.second))
    ]


def _who_was_first(material: Material, chain: Chain, words: str, rng: Random) -> Choice:
    """Between the two sources, the reporter, and somebody else who speaks close by."""
    first, second = (as_option(material, source) for source in (chain.first, chain.second))
    options = [first, second, REPORTER, *_others_near(material, chain)][:4]
    return Choice(
        prompt=rng.choice(STEMS_FOR_THE_FIRST).format(number=chain.paragraph, words=words),
        options=tuple(rng.sample(options, len(options))),
        key=(first,),
        **_about(material, chain),
    )


def _through_whom(material: Material, chain: Chain, others: list[str], rng: Random) -> Choice:
    """Where the words cannot be shown: who has told the writer what the first one said."""
    first, second = (as_option(material, source) for source in (chain.first, chain.second))
    options = [second, first, *others[:2]]
    name = name_in_a_sentence(material, chain.first)
    return Choice(
        prompt=rng.choice(STEMS_FOR_THE_SECOND).format(number=chain.paragraph, name=name),
        options=tuple(rng.sample(options, len(options))),
        key=(second,),
        **_about(material, chain),
    )


class About(TypedDict):
    """The fields that both questions have in common."""

    skill: Skill
    process: Process
    section: int
    evidence: tuple[Evidence, ...]
    explanation: str
    confidence: float


def _about(material: Material, chain: Chain) -> About:
    inner, outer = chain.inner, chain.outer
    return About(
        skill=Skill.CHAIN_OF_SOURCES,
        process=Process.UNDERSTAND,
        section=material.section(chain.paragraph),
        evidence=material.whole_sentences(*inner.content, inner.cue, outer.cue, outer.mention),
        explanation=_why(material, chain),
        confidence=0.88,
    )


def _why(material: Material, chain: Chain) -> str:
    first, second = (name_in_a_sentence(material, s) for s in (chain.first, chain.second))
    return (
        f"In paragraph {chain.paragraph}, the writer tells what comes from {second}, and that is"
        f" what comes from {first}. So it went like this: {first} → {second} → the writer → you."
    )


RECIPE = Recipe("chain of sources", propose, for_review=True)
