"""Recipe 9, match claims to sources, with a source to spare or "None of these" among them."""

from collections import Counter
from random import Random
from statistics import fmean

from questions.question import Process, Skill
from questions.recipes.material import ALIKE, Asked, Material
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    as_option,
    certainty,
    said_that,
)
from questions.recipes.wording import likeness
from questions.types.match import NONE_OF_THESE, Match, Row

FEWEST, MOST = 3, 4
MOST_OF_A_SOURCE = 2
SURE = 0.85
"""Rows of such a certainty come into a match before others: one that is wrong spoils it all."""

PROMPT = "Who says or wants what? Choose the source that belongs before each line."


def propose(material: Material, rng: Random) -> Proposals:
    """Matches of three or four statements, by two sources at least, each statement in one match."""
    named: tuple[Asked, ...] = (*material.named_statements, *material.predicates)
    pool = [
        asked
        for asked in named
        if not asked.looks_back and certainty(material, asked.claim) >= SURE_ENOUGH
    ]
    rng.shuffle(pool)
    pool.sort(key=lambda asked: certainty(material, asked.claim) < SURE)
    while len(chosen := _apart(material, pool)) >= FEWEST:
        pool = [asked for asked in pool if asked not in chosen]
        if len({asked.source for asked in chosen}) > 1:
            yield _match(material, sorted(chosen, key=lambda asked: asked.span), rng)


def _apart(material: Material, pool: list[Asked]) -> list[Asked]:
    """Rows each of which could come from no other of the chosen sources but its own."""
    chosen: list[Asked] = []
    for asked in pool:
        of_this = sum(other.source == asked.source for other in chosen)
        apart = all(_excludes(material, asked, other) for other in chosen)
        if apart and of_this < MOST_OF_A_SOURCE and len(chosen) < MOST:
            chosen.append(asked)
    return chosen


def _excludes(material: Material, one: Asked, other: Asked) -> bool:
    """Whether the two differ, and neither could be from the source of the other."""
    if one.claim == other.claim or likeness(one.text, other.text) >= ALIKE:
        return False
    return one.source == other.source or (
        material.surely_not(other.source, one)
        and material.surely_not(one.source, other)
        and not material.on_one_side(one.source, other.source)
    )


def _match(material: Material, rows: list[Asked], rng: Random) -> Match:
    """With three sources, one of them is not listed; with two, another is listed to spare."""
    count = Counter(statement.source for statement in rows)
    once = [source for source in count if count[source] == 1]
    unlisted = rng.choice(once) if len(count) > 2 and once else None
    names = {n: as_option(material, material.sources[n]) for n in count if n != unlisted}
    spare = [] if unlisted is not None else _nobodys(material, rows)[:1]
    options = [*names.values(), *spare]
    rng.shuffle(options)
    return Match(
        prompt=PROMPT,
        rows=tuple(Row(_row(material, s), names.get(s.source, NONE_OF_THESE)) for s in rows),
        options=(*options, NONE_OF_THESE),
        skill=Skill.CLAIMS_TO_SOURCES,
        process=Process.UNDERSTAND,
        section=material.section(rows[0].span.paragraph),
        evidence=tuple(dict.fromkeys(e for s in rows for e in material.evidence(s))),
        explanation=" ".join(_line(material, s) for s in rows),
        confidence=fmean(certainty(material, s.claim) for s in rows),
    )


def _row(material: Material, asked: Asked) -> str:
    """What its source does, in words that can follow a name: "… warned that it would break"."""
    if isinstance(asked, Predicate):
        return f"… {asked.text}."
    return (
        f"… says: {asked.shown}"
        if asked.quoted or asked.alone
        else f"… {said_that(material, asked)}."
    )


def _nobodys(material: Material, rows: list[Asked]) -> list[str]:
    """The sources from which surely none of the *rows* is."""
    shared = set.intersection(*(set(material.others(statement)) for statement in rows))
    return [as_option(material, material.sources[n]) for n in sorted(shared)]


def _line(material: Material, statement: Asked) -> str:
    paragraph, name = statement.span.paragraph, material.source_of(statement).name
    return f"In paragraph {paragraph} the article gives {name}’s words."


RECIPE = Recipe("match claims to sources", propose)
