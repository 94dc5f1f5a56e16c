"""What a recipe is, and the words that several of them use."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, TypedDict

from questions.claims import Claim, Source, SourceKind
from questions.question import Evidence, Question
from questions.recipes.material import Asked, Material
from questions.recipes.persons import bare_name
from questions.recipes.statements import SINGULAR, WITH_THAT, Statement
from questions.recipes.wording import HE_OR_SHE, capitalised

Proposals = Iterator[Question[Any]]

SURE_ENOUGH = 0.7
"""Claims less certain than this are not put beside others in one question."""

OF_A_PRONOUN, UNCLEAR = 0.95, 0.5
"""What is left of a claim's certainty where "he" stands for a name, or something might mislead."""

SURE, AT_MOST = 0.8, 0.62
"""Below such a certainty one name in ten was wrong, clear as it seemed: so much is left at most."""


@dataclass(frozen=True)
class Recipe:
    """A way to make questions: its name, and what it proposes for an article and its claims.

    What it proposes may still be rejected; it need not look at other recipes or at what was asked
    already. ``for_review`` says that a teacher has to read its questions before a pupil does.
    """

    name: str
    propose: Callable[[Material, Random], Proposals]
    for_review: bool = False


class About(TypedDict):
    """The fields of a question that follow from the statement it asks about."""

    section: int
    evidence: tuple[Evidence, ...]
    explanation: str
    claim: int
    confidence: float


def about(material: Material, statement: Asked) -> About:
    """Where *statement* stands, what shows it, and how sure it is: ``**about(…)`` in a question."""
    return About(
        section=material.section(statement.span.paragraph),
        evidence=material.evidence(statement),
        explanation=why(material, statement),
        claim=statement.claim,
        confidence=certainty(material, statement.claim),
    )


def why(material: Material, statement: Asked) -> str:
    """A sentence or two, for a pupil, on how the article shows whose words *statement* is."""
    return why_claim(material, material.claim_of(statement))


def why_claim(material: Material, claim: Claim) -> str:
    """The same for a whole claim, which must have a source."""
    if claim.source is None:
        raise ValueError("nobody is known to have said it")
    name = material.sources[claim.source].name
    cue = _words_of_attribution(material, claim)
    place = f"In paragraph {(claim.cue or claim.content[0]).paragraph},"
    if " " not in cue:
        return f"{place} the word “{cue}” shows that somebody is speaking: {name}."
    if claim.mention is None:
        return f"{place} the words “{cue}” show that this comes from {name}."
    mention = material.article.text_of(claim.mention)
    if set(mention.lower().split()) & set(name.lower().split()):
        return f"{place} the words “{cue}” show that this comes from {name}."
    return f"{place} the words “{cue}” show whose words these are: “{mention}” is {name}."


def _words_of_attribution(material: Material, claim: Claim) -> str:
    """The cue, with the mention of the source where the two stand side by side."""
    if claim.cue is None:
        return ""
    cue = material.article.text_of(claim.cue)
    if claim.mention is None or claim.mention.paragraph != claim.cue.paragraph:
        return cue
    text = material.article.paragraph(claim.cue.paragraph).text
    first, second = sorted((claim.cue, claim.mention))
    between = text[first.end : second.start]
    return text[first.start : second.end] if re.fullmatch(r"(?: \w+)? ", between) else cue


def said_that(material: Material, statement: Statement) -> str:
    """Says that, or warned that: with the article's own cue if it can be, the statement after."""
    cue = material.cue(material.claim_of(statement))
    if cue in WITH_THAT:
        return f"{SINGULAR.get(cue, cue)} that {statement.clause}"
    return f"{'says' if cue.endswith(('s', 'say')) else 'said'} that {statement.clause}"


def reported(statement: Statement) -> str:
    """What follows "the source of": the words themselves, or the statement that they make."""
    if statement.quoted:
        return f"these words? {statement.shown}"
    if statement.alone:
        return f"this statement? {statement.shown}"
    return f"the statement that {statement.clause}?"


def name_in_a_sentence(material: Material, source: Source) -> str:
    """The name of *source* inside a sentence: with "the" if the article ever puts that before."""
    if source.kind is SourceKind.PERSON:
        return bare_name(source.name)
    name = re.sub(r"^The ", "the ", source.name)
    with_the = re.compile(rf"\b[Tt]he {re.escape(name)}\b")
    texts = (material.article.paragraph(m.paragraph).text for m in source.mentions)
    return f"the {name}" if any(with_the.search(text) for text in texts) else name


def as_option(material: Material, source: Source) -> str:
    """How *source* is shown among the options."""
    return capitalised(name_in_a_sentence(material, source))


def certainty(material: Material, index: int) -> float:
    """How sure it is that the claim at *index* is its source's: less where no name stands beside.

    On 72 annotated articles the source was right in 95 of 100 statements with "he" or "she" that
    could mean nobody else, and in 82 of 100 others; in 63 of 100 with a description ("the company")
    and in 71 of 100 with "it" or "they".
    """
    claim = material.claims.claims[index]
    if index not in material.clear or claim.mention is None:
        return round(UNCLEAR * claim.certainty, 3)
    by_pronoun = material.article.text_of(claim.mention).lower() in HE_OR_SHE
    goes_on = by_pronoun and material.goes_on(index)
    left = (OF_A_PRONOUN if by_pronoun and not goes_on else 1) * claim.certainty
    return round(left if claim.certainty >= SURE else min(left, AT_MOST), 3)
