"""Recipe 1, who said it. "Who says that the bridge was inspected in 2019?" is one of its kind."""

import re
from collections.abc import Iterator
from random import Random

from questions import marks
from questions.article import Paragraph, Span
from questions.claims import Claim, Source, SourceKind
from questions.question import Process, Skill
from questions.recipes.figures import figures_given
from questions.recipes.material import Asked, Material
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import (
    Proposals,
    Recipe,
    about,
    as_option,
    certainty,
    said_that,
    why_claim,
)
from questions.recipes.sources import PEOPLE, REPORTER, forms_of_the_name, is_named, related
from questions.recipes.statements import QUOTED_WORDS, Statement
from questions.recipes.wording import words
from questions.types.choice import Choice
from questions.types.short_text import ShortText

STEMS_FOR_A_PLACE = (
    "Whose exact words can you read in paragraph {}?",
    "Who is quoted word for word in paragraph {}?",
    "Whose words stand between the quotation marks in paragraph {}?",
)
GIVES_A_BODY_AWAY = re.compile(r"(?:report|declar|rul|order|propos|announc|publish|reveal)")
AMONG = 4
"""The nearest of the others, from which the wrong options are drawn."""

FEWEST_PEOPLE = 3
"""People whom the article must name: with fewer, there is nobody to take for another."""


def propose(material: Material, rng: Random) -> Proposals:
    """To choose from three or more names, or to write the name; for a statement or a paragraph."""
    people = sum(s.kind is SourceKind.PERSON and is_named(s) for s in material.sources)
    for statement in material.asked:
        alone = material.has_one_source(statement.span.paragraph)
        if _gives_a_body_away(material, statement) or (statement.looks_back and alone):
            continue
        options = _options(material, statement, rng)
        if len(options) > 2:
            yield _to_choose(material, statement, options, rng)
        elif material.source_of(statement).kind is SourceKind.PERSON and people >= FEWEST_PEOPLE:
            yield _to_write(material, statement, rng)
    yield from _by_place(material, rng)
    yield from _by_figure(material, rng)


def _gives_a_body_away(material: Material, statement: Asked) -> bool:
    """Whether one can guess what body it is: who "reported" it is a newspaper, or an office."""
    verb = material.cue(material.claim_of(statement))
    body = material.source_of(statement).kind not in PEOPLE
    return body and GIVES_A_BODY_AWAY.match(verb) is not None


def _by_place(material: Material, rng: Random) -> Proposals:
    """One question for each paragraph with quotations that are all of one person."""
    for paragraph in material.article.paragraphs:
        found = list(_quoted_in(material, paragraph))
        clear = all(n in material.clear for n in found)
        sources = {material.claims.claims[n].source for n in found if n is not None}
        source = sources.pop() if len(sources) == 1 and None not in found else None
        if source is None or material.sources[source].kind is not SourceKind.PERSON or not clear:
            continue
        key = material.sources[source]
        near = material.speakers_near(paragraph.number)
        people = [s for s in map(material.sources.__getitem__, near) if _is_another(s, key)]
        wrong = _apart(people)
        index = found[0] or 0
        claim = material.claims.claims[index]
        if is_named(key) and len(wrong) > 1 and _has_to_be_read(material, claim, wrong):
            options = [
                as_option(material, s) for s in (key, *rng.sample(wrong, min(3, len(wrong))))
            ]
            yield Choice(
                prompt=rng.choice(STEMS_FOR_A_PLACE).format(paragraph.number),
                options=tuple(rng.sample(options, len(options))),
                key=(as_option(material, key),),
                skill=Skill.WHO_SAID_IT,
                process=Process.LOCATE,
                section=material.section(paragraph.number),
                evidence=material.whole_sentences(*claim.places),
                explanation=why_claim(material, claim),
                claim=index,
                confidence=min(certainty(material, n) for n in found if n is not None),
            )


def _by_figure(material: Material, rng: Random) -> Proposals:
    """One question for each figure that a source gives and nobody else mentions."""
    for figure in figures_given(material):
        asked = Predicate(figure.claim, figure.source, figure.text, figure.span)
        options = _options(material, asked, rng)
        if len(options) > 2:
            person = material.sources[figure.source].kind in PEOPLE
            yield Choice(
                prompt=f"{'Who' if person else 'Which source'} gives this figure: {figure.text}?",
                options=tuple(options),
                key=(as_option(material, material.sources[figure.source]),),
                skill=Skill.WHO_SAID_IT,
                process=Process.LOCATE,
                **about(material, asked),
            )


def _has_to_be_read(material: Material, claim: Claim, wrong: list[Source]) -> bool:
    """Whether the speaker is not simply the only one with a name in the paragraph."""
    if claim.source is None:
        return True
    number = claim.content[0].paragraph
    name = set(words(material.sources[claim.source].name))
    by_name = name & set(words(material.article.paragraph(number).text))
    others = any(m.paragraph == number for source in wrong for m in source.mentions)
    return others or not by_name


def _quoted_in(material: Material, paragraph: Paragraph) -> Iterator[int | None]:
    """The claim, by index, of each quotation in *paragraph*; None for one that is nobody's."""
    if not marks.all_known(paragraph.text):
        yield None
    for match in marks.quotations(paragraph.text):
        if len(match.group().split()) >= QUOTED_WORDS:
            place = Span(paragraph.number, *match.span())
            by = list(material.claims_at(place))
            yield by[0] if len(by) == 1 else None


def _is_another(source: Source, key: Source) -> bool:
    return source.kind is SourceKind.PERSON and not related(source, key)


def _apart(people: list[Source]) -> list[Source]:
    """Those of *people* of whom none can be taken for another."""
    chosen: list[Source] = []
    for source in people:
        chosen += [] if any(related(source, other) for other in chosen) else [source]
    return chosen


def _to_choose(material: Material, statement: Asked, options: list[str], rng: Random) -> Choice:
    return Choice(
        prompt=_prompt(material, statement, rng),
        options=tuple(options),
        key=(as_option(material, material.source_of(statement)),),
        skill=Skill.WHO_SAID_IT,
        process=Process.LOCATE,
        **about(material, statement),
    )


def _to_write(material: Material, statement: Asked, rng: Random) -> ShortText:
    source = material.source_of(statement)
    return ShortText(
        prompt=f"{_prompt(material, statement, rng)} Write the name.",
        accepted=forms_of_the_name(source, material.sources, material.article),
        typos=1,
        skill=Skill.WHO_SAID_IT,
        process=Process.LOCATE,
        **about(material, statement),
    )


def _options(material: Material, statement: Asked, rng: Random) -> list[str]:
    """The source and others near it; the writer, too, if there are few and it may be the writer's.

    It is not where the source is quoted, or speaks of itself ("who said that he was angry").
    """
    near = [as_option(material, material.sources[n]) for n in material.others(statement)[:AMONG]]
    wrong = rng.sample(near, min(3, len(near)))
    told = isinstance(statement, Statement) and not (statement.quoted or statement.of_itself)
    if len(wrong) == 1 and told and not material.is_a_finding(statement):
        wrong.append(REPORTER)
    options = [as_option(material, material.source_of(statement)), *wrong]
    rng.shuffle(options)
    return options


def _prompt(material: Material, asked: Asked, rng: Random) -> str:
    person = material.source_of(asked).kind in PEOPLE
    who = "who" if person else "which source"
    if isinstance(asked, Predicate):
        return _about(f"{who} {asked.text}?", asked, rng)
    if asked.quoted:
        stems = ["Whose words are these?", "Who is quoted here?", "Who says this?"]
        stem = rng.choice(stems) if person else "Which source do these words come from?"
        return f"{stem} {asked.shown}"
    if asked.alone:
        who = "who says so?" if person else "from which source is this?"
        return f"{_about(who, asked, rng)} {asked.shown}"
    return _about(f"{who} {said_that(material, asked)}?", asked, rng)


def _about(clause: str, asked: Asked, rng: Random) -> str:
    """*clause* as a question, with the number of the paragraph where it cannot do without."""
    if asked.looks_back:
        return f"In paragraph {asked.span.paragraph}, {clause}"
    start = rng.choice(["", "According to the article, ", "In the article, "])
    return start + clause if start else clause[0].upper() + clause[1:]


RECIPE = Recipe("who said it", propose)
