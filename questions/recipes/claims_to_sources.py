"""Recipe 9, match claims to sources, with a source to spare or "None of these" among them."""

from collections import Counter
from random import Random

from questions.question import Process, Skill
from questions.recipes.material import ALIKE, Material
from questions.recipes.recipe import SURE_ENOUGH, Proposals, Recipe, as_option, certainty
from questions.recipes.sources import related
from questions.recipes.statements import Statement
from questions.recipes.wording import likeness
from questions.types.match import NONE_OF_THESE, Match, Row

FEWEST, MOST = 3, 4
TO_CHOOSE_FROM = 4
"""Statements that an article must have: with fewer, a match would use up all there is to ask."""

MOST_OF_A_SOURCE = 2


def propose(material: Material, rng: Random) -> Proposals:
    """Matches of three or four statements, by two sources at least, each statement in one match."""
    pool = [
        statement
        for statement in material.named_statements
        if not statement.looks_back and certainty(material, statement.claim) >= SURE_ENOUGH
    ]
    if len(pool) < TO_CHOOSE_FROM:
        return
    rng.shuffle(pool)
    left = sorted(pool, key=lambda statement: statement.quoted)
    for quoted in (False, True, None):  # those of one form first, then what is left of both
        alike = [s for s in left if quoted is None or s.quoted is quoted]
        while len(chosen := _apart(material, alike)) >= FEWEST:
            alike = [statement for statement in alike if statement not in chosen]
            if len({s.source for s in chosen}) > 1:
                left = [statement for statement in left if statement not in chosen]
                yield _match(material, sorted(chosen, key=lambda s: s.span), rng)


def _apart(material: Material, pool: list[Statement]) -> list[Statement]:
    """Statements each of which could come from no other of the chosen sources but its own."""
    chosen: list[Statement] = []
    for statement in pool:
        of_this = sum(other.source == statement.source for other in chosen)
        apart = all(_excludes(material, statement, other) for other in chosen)
        if apart and of_this < MOST_OF_A_SOURCE and len(chosen) < MOST:
            chosen.append(statement)
    return chosen


def _excludes(material: Material, one: Statement, other: Statement) -> bool:
    """Whether the two differ, and neither could be from the source of the other."""
    if one.claim == other.claim or likeness(one.text, other.text) >= ALIKE:
        return False
    return one.source == other.source or (
        material.surely_not(other.source, one)
        and material.surely_not(one.source, other)
        and not related(material.source_of(one), material.source_of(other))
    )


def _match(material: Material, rows: list[Statement], rng: Random) -> Match:
    """With three sources, one of them is not listed; with two, another is listed to spare."""
    count = Counter(statement.source for statement in rows)
    once = [source for source in count if count[source] == 1]
    unlisted = rng.choice(once) if len(count) > 2 and once else None
    names = {n: as_option(material, material.sources[n]) for n in count if n != unlisted}
    spare = [] if unlisted is not None else _nobodys(material, rows)[:1]
    options = [*names.values(), *spare]
    rng.shuffle(options)
    return Match(
        prompt="Who says what? Match each statement to its source.",
        rows=tuple(Row(s.shown, names.get(s.source, NONE_OF_THESE)) for s in rows),
        options=(*options, NONE_OF_THESE),
        skill=Skill.CLAIMS_TO_SOURCES,
        process=Process.UNDERSTAND,
        section=material.section(rows[0].span.paragraph),
        evidence=tuple(dict.fromkeys(e for s in rows for e in material.evidence(s))),
        explanation=" ".join(_line(material, s) for s in rows),
        confidence=min(certainty(material, s.claim) for s in rows),
    )


def _nobodys(material: Material, rows: list[Statement]) -> list[str]:
    """The sources from which surely none of the *rows* is."""
    shared = set.intersection(*(set(material.others(statement)) for statement in rows))
    return [as_option(material, material.sources[n]) for n in sorted(shared)]


def _line(material: Material, statement: Statement) -> str:
    paragraph, name = statement.span.paragraph, material.source_of(statement).name
    return f"In paragraph {paragraph} the article gives {name}’s words."


RECIPE = Recipe("match claims to sources", propose)
