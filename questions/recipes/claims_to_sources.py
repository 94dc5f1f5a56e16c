"""Recipe 9, match claims to sources, with "None of these" among them where there are enough."""

from random import Random

from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty
from questions.recipes.sources import option
from questions.recipes.statements import Statement
from questions.recipes.wording import likeness
from questions.types.match import NONE_OF_THESE, Match, Row

FEWEST, MOST = 3, 4


def propose(material: Material, rng: Random) -> Proposals:
    """Matches of three or four statements by different sources, with a source to spare if any."""
    pool = [s for s in material.named_statements if not s.looks_back]
    for _ in range(2):
        rng.shuffle(pool)
        chosen = _apart(material, pool)
        if len(chosen) < FEWEST:
            return
        yield _match(material, sorted(chosen, key=lambda s: s.span), rng)
        pool = [statement for statement in pool if statement not in chosen]


def _apart(material: Material, pool: list[Statement]) -> list[Statement]:
    """Statements of which each could come from one of the chosen sources only."""
    chosen: list[Statement] = []
    for statement in pool:
        if len(chosen) == MOST + 1:
            break
        if all(_excludes(material, statement, other) for other in chosen):
            chosen.append(statement)
    return chosen


def _excludes(material: Material, one: Statement, other: Statement) -> bool:
    return (
        one.quoted == other.quoted
        and other.source in material.others(one)
        and one.source in material.others(other)
        and likeness(one.text, other.text) < 0.4
    )


def _match(material: Material, chosen: list[Statement], rng: Random) -> Match:
    """With five statements to hand, one of four rows belongs to a source that is not listed."""
    unlisted = rng.choice(chosen) if len(chosen) > MOST else None
    listed = [s for s in chosen if s is not unlisted]
    asked = chosen if unlisted is None else _without_one(listed, unlisted, rng)
    names = {s.source: option(material.source_of(s)) for s in listed}
    options = [*names.values()]
    rng.shuffle(options)
    return Match(
        prompt="Who says what? Match each statement to its source.",
        rows=tuple(Row(s.shown, names.get(s.source, NONE_OF_THESE)) for s in asked),
        options=(*options, *([NONE_OF_THESE] if unlisted else [])),
        skill=Skill.CLAIMS_TO_SOURCES,
        process=Process.UNDERSTAND,
        section=material.section(asked[0].span.paragraph),
        evidence=tuple(dict.fromkeys(e for s in asked for e in material.evidence(s))),
        explanation=" ".join(_line(material, s) for s in asked),
        confidence=min(certainty(material, s.claim) for s in asked),
    )


def _without_one(listed: list[Statement], unlisted: Statement, rng: Random) -> list[Statement]:
    """The rows: all but one of the *listed*, so that a source is to spare, and the *unlisted*."""
    spare = rng.choice(listed)
    return sorted([unlisted, *(s for s in listed if s is not spare)], key=lambda s: s.span)


def _line(material: Material, statement: Statement) -> str:
    paragraph, name = statement.span.paragraph, material.source_of(statement).name
    return f"In paragraph {paragraph} the article gives {name}’s words."


RECIPE = Recipe("match claims to sources", propose)
