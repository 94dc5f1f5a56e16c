"""Recipe 1, who said it. "Who says that the bridge was inspected in 2019?" is one of its kind."""

from random import Random

from questions.claims import SourceKind
from questions.question import Process, Skill
from questions.recipes.material import PEOPLE, Asked, Material
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import Proposals, Recipe, about, said_that
from questions.recipes.sources import REPORTER, forms_of_the_name, is_named, option
from questions.recipes.statements import Statement
from questions.types.choice import Choice
from questions.types.short_text import ShortText

AMONG = 4
"""The nearest of the others, from which the wrong options are drawn."""

FEWEST_PEOPLE = 3
"""People whom the article must name: with fewer, there is nobody to take for another."""


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement: to choose from three or more names, or to write the name."""
    people = sum(s.kind is SourceKind.PERSON and is_named(s) for s in material.sources)
    for statement in material.asked:
        options = _options(material, statement, rng)
        if len(options) > 2:
            yield _to_choose(material, statement, options, rng)
        elif material.source_of(statement).kind is SourceKind.PERSON and people >= FEWEST_PEOPLE:
            yield _to_write(material, statement, rng)


def _to_choose(material: Material, statement: Asked, options: list[str], rng: Random) -> Choice:
    return Choice(
        prompt=_prompt(material, statement, rng),
        options=tuple(options),
        key=(option(material.source_of(statement)),),
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
    """The source and others near it; the writer, too, if there are few and it is no quotation."""
    near = [option(material.sources[n]) for n in material.others(statement)[:AMONG]]
    wrong = rng.sample(near, min(3, len(near)))
    if len(wrong) == 1 and isinstance(statement, Statement) and not statement.quoted:
        wrong.append(REPORTER)
    options = [option(material.source_of(statement)), *wrong]
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
        return f"{_about(f'{who} is the source of this?', asked, rng)} {asked.shown}"
    return _about(f"{who} {said_that(material, asked)}?", asked, rng)


def _about(clause: str, asked: Asked, rng: Random) -> str:
    """*clause* as a question, with the number of the paragraph where it cannot do without."""
    if asked.looks_back:
        return f"In paragraph {asked.span.paragraph}, {clause}"
    start = rng.choice(["", "According to the article, ", "In the article, "])
    return start + clause if start else clause[0].upper() + clause[1:]


RECIPE = Recipe("who said it", propose)
