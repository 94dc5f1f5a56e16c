"""Recipe 3, find the attribution. "Choose the sentence that shows who said this" is one kind."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from questions.article import Span
from questions.claims import Claim, SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.figures import figures_given
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, said_that, why_claim
from questions.recipes.sources import is_named
from questions.recipes.statements import Statement
from questions.recipes.wording import HE_OR_SHE, bare_words, words
from questions.sentences import sentences_of
from questions.types.select_text import SelectText

MOST_NAMED, MOST_OFFERED = 2, 14
"""Sentences that name the speaker, and sentences in all: with more, one hits by chance."""

STEMS_FOR_A_NAME = (
    "Find the sentence that has the name of",
    "Choose the sentence in which you read the name of",
)
STEMS_FOR_ONE_OF_TWO = (
    "Find either of the two sentences that have the name of",
    "Choose any one of the sentences in which you read the name of",
)
STEMS = ("Find the sentence that tells you", "Choose the sentence that shows")


def propose(material: Material, rng: Random) -> Proposals:
    """Sentences that name a speaker, asked for by words or figures, or by "he" or "she"."""
    for index, accepted, asked in (*_by_words(material), *_by_figures(material)):
        yield _question(material, index, (accepted,), f"{rng.choice(STEMS)} {asked}")
    for statement, named in _by_pronoun(material):
        who = f"the person who {_says(material, statement)}"
        stems = STEMS_FOR_A_NAME if len(named) == 1 else STEMS_FOR_ONE_OF_TWO
        prompt = f"{rng.choice(stems)} {who}"
        question = _question(material, statement.claim, named, prompt)
        shown = (*named[-1:], *material.evidence(statement)[:1])
        yield replace(question, evidence=tuple(sorted(shown)), process=Process.UNDERSTAND)


def _question(
    material: Material, index: int, accepted: tuple[Evidence, ...], prompt: str
) -> SelectText:
    return SelectText(
        prompt=prompt,
        offered=_offered(material, accepted[0]),
        accepted=accepted,
        skill=Skill.FIND_ATTRIBUTION,
        process=Process.LOCATE,
        section=material.section(accepted[0].paragraph),
        evidence=accepted,
        explanation=why_claim(material, material.claims.claims[index]),
        claim=index,
        confidence=certainty(material, index),
    )


def _says(material: Material, statement: Statement) -> str:
    if statement.quoted:
        return f"says this: {statement.shown}"
    if statement.alone:
        return f"tells us this: {statement.shown}"
    return f"{said_that(material, statement)}."


def _by_pronoun(material: Material) -> Iterator[tuple[Statement, tuple[Evidence, ...]]]:
    """What "he" or "she" says, with the sentences of the section that have the speaker's name."""
    for statement in material.named_statements:
        claim, source = material.claim_of(statement), material.source_of(statement)
        if claim.mention is None or source.kind is not SourceKind.PERSON:
            continue
        if material.article.text_of(claim.mention).lower() not in HE_OR_SHE:
            continue
        offered = _offered(material, statement.span)
        # Whatever it says there: a pupil looks for the name, not for what we took for a mention.
        named = tuple(s for s in offered if bare_words(source.name) & bare_words(s.text))
        apart = not any(sentence.overlap(statement.span) for sentence in named)
        if named and apart and len(named) <= MOST_NAMED and len(offered) <= MOST_OFFERED:
            yield statement, named


def _by_words(material: Material) -> Iterator[tuple[int, Evidence, str]]:
    """Quoted words, where another sentence names the speaker."""
    for statement in material.named_statements:
        accepted = _attributing_sentence(material, material.claim_of(statement))
        if accepted and statement.quoted and not accepted.overlap(statement.span):
            yield statement.claim, accepted, f"who said this: {statement.shown}"


def _by_figures(material: Material) -> Iterator[tuple[int, Evidence, str]]:
    """A figure, where another sentence than that with the figure names who gave it."""
    for figure in figures_given(material):
        accepted = _attributing_sentence(material, material.claims.claims[figure.claim])
        if accepted and not accepted.overlap(figure.span):
            yield figure.claim, accepted, f"who gave this figure: {figure.text}"


def _attributing_sentence(material: Material, claim: Claim) -> Evidence | None:
    """The one sentence that holds the cue and the name of the source."""
    if claim.cue is None or claim.mention is None or claim.source is None:
        return None
    source = material.sources[claim.source]
    by_name = set(words(source.name)) & set(words(material.article.text_of(claim.mention)))
    if not by_name or not is_named(source) or claim.within is not None:
        return None
    found = material.whole_sentences(claim.cue, claim.mention)
    return found[0] if len(found) == 1 else None


def _offered(material: Material, accepted: Span) -> tuple[Evidence, ...]:
    """All sentences of the section: the pupil looks for one among them."""
    section = material.article.section_of(accepted.paragraph)
    return tuple(Evidence.of(material.article, s) for s in sentences_of(section.paragraphs))


RECIPE = Recipe("find the attribution", propose)
