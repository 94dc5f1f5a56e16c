"""Recipe 5, reporter or source: who answers for a statement, somebody named or the writer."""

import re
from collections.abc import Iterator
from random import Random

from questions.article import Span
from questions.claims import SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK
from questions.recipes.recipe import Proposals, Recipe, about, as_option
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import REPORTER
from questions.recipes.statements import Statement
from questions.recipes.wording import likeness
from questions.types.choice import Choice

STEMS = (
    "In paragraph {} we read that {}. Who says so?",
    "In paragraph {} it is reported that {}. According to whom?",
    "Who says in paragraph {} that {}?",
)
STEMS_FOR_NO_PLACE = (
    "We read that {}. Who says so?",
    "It is reported that {}. According to whom?",
    "Who says that {}?",
)
STEM_ON_A_LINE_FOR_NO_PLACE = "Who says so? {}"
STEMS_ON_A_LINE = (
    "In paragraph {}, who says so? {}",
    "Who tells us so in paragraph {}? {}",
)
STEMS_FOR_THE_WRITER = (
    "Which of these does the writer tell us without giving any source for it?",
    "For which of these does the article give no source at all?",
    "Which of these does the writer report as a plain fact, and not as what somebody says?",
)
STEMS_FOR_A_SOURCE = (
    "Which of these does the article put into somebody’s mouth, and not tell by itself?",
    "For which of these does the article give a source?",
    "Which of these does the article tell on the word of somebody else?",
)
WRONG = 3
"""Wrong options, where there are so many."""

AND_THAT = re.compile(r"\b(?:and|but|or) that\b")
"""In a statement: it needs the words before its first "that"."""


def propose(material: Material, rng: Random) -> Proposals:
    """Statements of sources, and those for which nobody but the writer stands, told apart.

    There are none on an article whose author says "I": its statements are all the author's views.
    """
    if material.own_voice:
        return
    stated = [s for s in material.named_statements if _can_be_told(s)]
    yield from _who_says_so(material, stated, rng)
    told = [s for s in reporters_sentences(material) if not _looks_back(material, s)]
    yield from _the_writers(material, told, stated, rng)
    yield from _the_sources(material, told, stated, rng)


def _can_be_told(statement: Statement) -> bool:
    """Whether it is told in the writer's words, so that only the sentence says whose it is."""
    marked = statement.quoted or statement.marks_inside
    return not marked and AND_THAT.search(statement.text) is None


def _looks_back(material: Material, sentence: Span) -> bool:
    """Whether a reader needs another sentence to know what "the plan" is."""
    return LOOKS_BACK.search(material.article.text_of(sentence)) is not None


def _who_says_so(material: Material, stated: list[Statement], rng: Random) -> Proposals:
    for statement in stated:
        others = [as_option(material, material.sources[n]) for n in material.others(statement)]
        told_by_both = material.is_a_finding(statement)
        if (
            not others
            or told_by_both
            or (statement.looks_back and material.has_one_source(statement.span.paragraph))
        ):
            continue
        key = as_option(material, material.source_of(statement))
        yield Choice(
            prompt=_prompt(material, statement, rng),
            options=_shuffled([key, REPORTER, *others[:2]], rng),
            key=(key,),
            skill=Skill.REPORTER_OR_SOURCE,
            process=Process.UNDERSTAND,
            **about(material, statement),
        )


def _prompt(material: Material, statement: Statement, rng: Random) -> str:
    """The question, with the number of the paragraph where that gives nothing away."""
    place = statement.span.paragraph
    if material.has_one_source(place):
        if statement.alone:
            return STEM_ON_A_LINE_FOR_NO_PLACE.format(statement.shown)
        return rng.choice(STEMS_FOR_NO_PLACE).format(statement.clause)
    if statement.alone:
        return rng.choice(STEMS_ON_A_LINE).format(place, statement.shown)
    return rng.choice(STEMS).format(place, statement.clause)


def _the_writers(
    material: Material, told: list[Span], stated: list[Statement], rng: Random
) -> Proposals:
    """A sentence of the writer's among statements of sources."""
    for sentence in told:
        text = material.article.text_of(sentence)
        near = _nearest([s for s in stated if not s.looks_back], sentence.paragraph)
        wrong = list(_alike(text, (s.shown for s in near)))[:WRONG]
        if len(wrong) > 1:
            yield Choice(
                prompt=rng.choice(STEMS_FOR_THE_WRITER),
                options=_shuffled([text, *wrong], rng),
                key=(text,),
                skill=Skill.REPORTER_OR_SOURCE,
                process=Process.UNDERSTAND,
                section=material.section(sentence.paragraph),
                evidence=(Evidence.of(material.article, sentence),),
                explanation=f"Paragraph {sentence.paragraph} names nobody who says so: the writer "
                "tells it, and answers for it. For each of the others the article names somebody.",
                confidence=0.9,
            )


def _the_sources(
    material: Material, told: list[Span], stated: list[Statement], rng: Random
) -> Proposals:
    """A statement of a source among sentences of the writer's.

    None of a document: what is told behind "figures show" may be from the same figures.
    """
    for statement in stated:
        if material.source_of(statement).kind is SourceKind.DOCUMENT:
            continue
        near = sorted(told, key=lambda s: abs(s.paragraph - statement.span.paragraph))
        wrong = list(_alike(statement.shown, map(material.article.text_of, near)))[:WRONG]
        if len(wrong) > 1 and not statement.looks_back:
            yield Choice(
                prompt=rng.choice(STEMS_FOR_A_SOURCE),
                options=_shuffled([statement.shown, *wrong], rng),
                key=(statement.shown,),
                skill=Skill.REPORTER_OR_SOURCE,
                process=Process.UNDERSTAND,
                **about(material, statement),
            )


def _nearest(statements: list[Statement], paragraph: int) -> list[Statement]:
    """*statements*, those close to *paragraph* first."""
    return sorted(statements, key=lambda s: abs(s.span.paragraph - paragraph))


def _alike(key: str, texts: Iterator[str]) -> Iterator[str]:
    """Those of *texts* that are about as long as *key* and about something else."""
    chosen = [key]
    for text in texts:
        alike = 0.55 <= len(text) / len(key) <= 1.8
        if alike and all(likeness(text, known) < ALIKE for known in chosen):
            chosen.append(text)
            yield text


def _shuffled(options: list[str], rng: Random) -> tuple[str, ...]:
    return tuple(rng.sample(options, len(options)))


RECIPE = Recipe("reporter or source", propose)
