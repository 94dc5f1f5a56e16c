"""Recipe 1, who said it. "Who says that the bridge was inspected in 2019?" is one of its kind."""

from random import Random

from questions.claims import SourceKind
from questions.question import Process, Skill
from questions.recipes.material import Asked, Material
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import Proposals, Recipe, about, said_that
from questions.recipes.sources import REPORTER, forms_of_the_name, option
from questions.types.choice import Choice
from questions.types.short_text import ShortText


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement: to choose from three or more names, or to write the name."""
    for statement in material.asked:
        options = _options(material, statement, rng)
        if len(options) > 2:
            yield _to_choose(material, statement, options, rng)
        elif material.source_of(statement).kind is SourceKind.PERSON:
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
    others = [option(material.sources[n]) for n in material.others(statement)]
    rng.shuffle(others)
    wrong = others[:3] if len(others) > 2 else [*others, REPORTER]
    options = [option(material.source_of(statement)), *wrong]
    rng.shuffle(options)
    return options


def _prompt(material: Material, asked: Asked, rng: Random) -> str:
    person = material.source_of(asked).kind is SourceKind.PERSON
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
