"""Recipe 5, reporter or source: who answers for a statement, somebody named or the reporter."""

import re
from random import Random

from questions.article import Span
from questions.claims import Source
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, about
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import REPORTER, option, related
from questions.recipes.wording import capitalised, quotation, words
from questions.types.choice import Choice

STEMS = (
    "Who answers for this statement in paragraph {}?",
    "In paragraph {}, who makes this statement?",
    "Whose statement is this in paragraph {}?",
    "Who tells us this in paragraph {}, a source or the reporter?",
)

AND_THAT = re.compile(r"\b(?:and|but|or) that\b")
"""In a statement: it needs the words before its first "that"."""


def propose(material: Material, rng: Random) -> Proposals:
    """Reported statements of sources, and sentences that nobody but the reporter stands for."""
    yield from _of_sources(material, rng)
    yield from _of_the_reporter(material, rng)


def _of_sources(material: Material, rng: Random) -> Proposals:
    for statement in material.named_statements:
        others = [option(material.sources[n]) for n in material.others(statement)]
        if statement.quoted or statement.marks_inside or not others:
            continue
        if AND_THAT.search(statement.text):
            continue
        key = option(material.source_of(statement))
        yield Choice(
            prompt=_prompt(statement.span.paragraph, statement.text, rng),
            options=_shuffled([key, REPORTER, *others[:2]], rng),
            key=(key,),
            skill=Skill.REPORTER_OR_SOURCE,
            process=Process.UNDERSTAND,
            **about(material, statement),
        )


def _of_the_reporter(material: Material, rng: Random) -> Proposals:
    for sentence in reporters_sentences(material):
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


def _people_left_out(material: Material, sentence: Span) -> list[str]:
    """Named sources who speak close by, but not in the sentence, no two of them related.

    Somebody who says nothing near it could not be meant, and would give the answer away.
    """
    said = set(words(material.article.text_of(sentence)))
    chosen: list[Source] = []
    for index in material.speakers_near(sentence.paragraph):
        source = material.sources[index]
        apart = not any(related(source, other) for other in chosen)
        if apart and not said & set(words(source.name)):
            chosen.append(source)
    return [option(source) for source in chosen]


RECIPE = Recipe("reporter or source", propose)
