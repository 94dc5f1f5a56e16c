"""Recipe 5, reporter or source: who answers for a statement, somebody named or the reporter."""

import re
from random import Random

from questions.article import Span
from questions.claims import Source
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, why
from questions.recipes.sources import REPORTER, option, related
from questions.recipes.wording import (
    capitalised,
    dangling_pronoun,
    is_clause,
    quotation,
    speaks_from_elsewhere,
    words,
)
from questions.types.choice import Choice

STEMS = (
    "Who answers for this statement in paragraph {}?",
    "In paragraph {}, who makes this statement?",
)
HINTS_AT_A_VOICE = re.compile(
    r"[“”\"«»‘:?!—–]|(?<!\w)'|\b(?:sa(?:id|ys?|ying)|told|tells?|according|claim\w*|believe\w*"
    r"|th(?:ink|inks|ought)|report(?:s|ed|edly)?|alleg\w*|accus\w*|den(?:y|ies|ied)|warn\w*|argu\w*"
    r"|insist\w*|estimat\w*|expect\w*|fear\w*|hope\w*|want\w*|promis\w*|announc\w*|suggest\w*"
    r"|show\w*|found|finds?|appear\w*|seem\w*|perhaps|likely|probabl[ey]|(?-i:may)|might|could|would"
    r"|should|must|will|apparent\w*|suspect\w*|predict\w*|agree\w*|call\w*|ask\w*|demand\w*"
    r"|describ\w*|stat(?:es|ed|ement)|account\w*|view\w*|opinion|supposed\w*|desperat\w*|clearly)\b",
    re.IGNORECASE,
)
"""Marks and words beside which a sentence might be somebody's view, or the writer's guess."""


def propose(material: Material, rng: Random) -> Proposals:
    """Reported statements of sources, and sentences that nobody but the reporter stands for."""
    yield from _of_sources(material, rng)
    yield from _of_the_reporter(material, rng)


def _of_sources(material: Material, rng: Random) -> Proposals:
    for statement in material.named_statements:
        others = [option(material.claims.sources[n]) for n in material.others(statement)]
        if statement.quoted or statement.marks_inside or not others:
            continue
        key = option(material.source_of(statement))
        yield Choice(
            prompt=_prompt(statement.span.paragraph, statement.text, rng),
            options=_shuffled([key, REPORTER, *others[:2]], rng),
            key=(key,),
            skill=Skill.REPORTER_OR_SOURCE,
            process=Process.UNDERSTAND,
            section=material.section(statement.span.paragraph),
            evidence=material.evidence(statement),
            explanation=why(material, statement),
            claim=statement.claim,
            confidence=certainty(material, statement.claim),
        )


def _of_the_reporter(material: Material, rng: Random) -> Proposals:
    for sentence in material.sentences:
        if not _is_the_reporters(material, sentence):
            continue
        others = _people_left_out(material, sentence)
        if len(others) < 2:
            continue
        yield Choice(
            prompt=_prompt(sentence.paragraph, material.article.text_of(sentence), rng),
            options=_shuffled([REPORTER, *rng.sample(others, min(3, len(others)))], rng),
            key=(REPORTER,),
            skill=Skill.REPORTER_OR_SOURCE,
            process=Process.UNDERSTAND,
            section=material.section(sentence.paragraph),
            evidence=material.whole_sentences(sentence),
            explanation=f"Paragraph {sentence.paragraph} names nobody who says so. "
            "The reporter tells it, and answers for it.",
            confidence=0.8,
        )


def _shuffled(options: list[str], rng: Random) -> tuple[str, ...]:
    return tuple(rng.sample(options, len(options)))


def _prompt(paragraph: int, statement: str, rng: Random) -> str:
    return f"{rng.choice(STEMS).format(paragraph)} {quotation(capitalised(statement))}"


def _is_the_reporters(material: Material, sentence: Span) -> bool:
    """Whether nothing in the paragraph, nor at the end of the one before, lends it a voice."""
    text = material.article.text_of(sentence)
    before_and_after = (sentence.paragraph - 1, sentence.paragraph + 1)
    spoken = bool(material.claims_in(sentence.paragraph)) or any(
        claim.cue is None
        for paragraph in before_and_after
        for claim in material.claims_in(paragraph)
    )
    return (
        not spoken
        and not material.is_list_item(sentence.paragraph)
        and 8 <= len(text.split()) <= 28
        and HINTS_AT_A_VOICE.search(material.article.paragraph(sentence.paragraph).text) is None
        and is_clause(text, introduced=True)
        and dangling_pronoun(text) is None
        and not speaks_from_elsewhere(text)
    )


def _people_left_out(material: Material, sentence: Span) -> list[str]:
    """Named sources that the sentence does not mention, no two of them related."""
    said = set(words(material.article.text_of(sentence)))
    chosen: list[Source] = []
    for index in material.nearest_sources(sentence.paragraph):
        source = material.claims.sources[index]
        apart = not any(related(source, other) for other in chosen)
        if apart and not said & set(words(source.name)):
            chosen.append(source)
    return [option(source) for source in chosen]


RECIPE = Recipe("reporter or source", propose)
