"""Recipe 8, who is this. "Who is Keir Giles, according to the article?" is such a question."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from questions.article import Span
from questions.claims import Naming, Source, SourceKind
from questions.question import Process, Question, Skill
from questions.recipes.clauses import LEFT_HANGING
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.sources import forms_of_the_name, is_named, related
from questions.recipes.wording import (
    FUNCTION_WORDS,
    PASTS,
    PRESENTS,
    capitalised,
    content_words,
    normal,
    words,
)
from questions.types.choice import Choice
from questions.types.short_text import ShortText

STEMS = (
    "Who is {}, according to the article?",
    "How does the article describe {}?",
    "How does the article introduce {}?",
)
STEMS_FOR_A_NAME = (
    "Which person in the article is “{}”?",
    "Whom does the article introduce as “{}”?",
)
ONE_OF_A_KIND = re.compile(r"\b(?:of|at|for|with|in) .*[A-Z]")
"""In a role: it says of what or where, so that hardly anybody else can have it."""

CUT_FROM_A_VERB = re.compile(
    r"(?!(?:retired|elected|appointed|armed|registered)\b)\w+ed [A-Z]", re.I
)
"""As in "endorsed Senator", from "who has endorsed Senator Bernie Sanders"."""


def propose(material: Material, rng: Random) -> Proposals:
    """For each person whose role the article gives: the role, or the name that belongs to it."""
    people = [s for s in material.sources if _has_a_role(material, s)]
    for source in people:
        place = material.role_of(source)
        if place is not None:
            yield from _asked_for_the_role(material, source, place, people, rng)
            yield from _asked_for_the_name(material, source, place, rng)


def _asked_for_the_role(
    material: Material, source: Source, place: Span, people: list[Source], rng: Random
) -> Iterator[Question[Any]]:
    roles = _other_roles(people, source)
    if len(roles) < 2:
        return
    key = _shown(source.role or "")
    options = [key, *rng.sample(roles, min(3, len(roles)))]
    yield Choice(
        prompt=rng.choice(STEMS).format(source.name),
        options=tuple(rng.sample(options, len(options))),
        key=(key,),
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=material.section(place.paragraph),
        evidence=material.whole_sentences(place),
        explanation=_why(material, place),
        confidence=0.9,
    )


def _asked_for_the_name(
    material: Material, source: Source, place: Span, rng: Random
) -> Iterator[Question[Any]]:
    """The name to choose where there are others to choose from, or else to write."""
    role = material.article.text_of(place)
    if len(role.split()) < 4 or not ONE_OF_A_KIND.search(role):
        return
    others = _others(material, source)
    prompt = rng.choice(STEMS_FOR_A_NAME).format(role)
    section, evidence = material.section(place.paragraph), material.whole_sentences(place)
    if len(others) > 1:
        options = [source.name, *rng.sample(others, min(3, len(others)))]
        yield Choice(
            prompt=prompt,
            options=tuple(rng.sample(options, len(options))),
            key=(source.name,),
            skill=Skill.WHO_IS_THIS,
            process=Process.LOCATE,
            section=section,
            evidence=evidence,
            explanation=_why(material, place),
            confidence=0.9,
        )
        return
    yield ShortText(
        prompt=f"{prompt} Write the name.",
        accepted=forms_of_the_name(source, material.sources, material.article),
        typos=1,
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=section,
        evidence=evidence,
        explanation=_why(material, place),
        confidence=0.9,
    )


def _shown(role: str) -> str:
    """A role as an option: every one starts alike, without "a", "an" or "the"."""
    bare = role.strip(" ,.")
    first, _, rest = bare.partition(" ")
    return capitalised(rest if first.lower() in {"a", "an", "the"} else bare)


def _has_a_role(material: Material, source: Source) -> bool:
    role = source.role or ""
    return (
        source.kind is SourceKind.PERSON
        and source.naming is Naming.NAME_AND_ROLE
        and is_named(source)
        and 2 <= len(_shown(role).split()) <= 15
        and dangling_pronoun(role) is None
        and LEFT_HANGING.search(role) is None
        and words(_shown(role))[0] not in FUNCTION_WORDS | PASTS | PRESENTS
        and not CUT_FROM_A_VERB.match(_shown(role))
        and not _names_another(material, source)
        and not set(words(role)) & set(words(source.name))
        and material.role_of(source) is not None
    )


def _names_another(material: Material, source: Source) -> bool:
    """Whether somebody else is named in the role, so that it has grown together with a list."""
    role = set(words(source.role or ""))
    others = (s for s in material.sources if s is not source and s.kind is SourceKind.PERSON)
    return any(set(words(other.name)) <= role for other in others)


def _other_roles(people: list[Source], key: Source) -> list[str]:
    """Roles of other people that could not be said of *key* as well."""
    chosen: list[str] = []
    for other in people:
        role = _shown(other.role or "")
        taken = [_shown(key.role or ""), *chosen]
        if not related(key, other) and not any(_close(role, known) for known in taken):
            chosen.append(role)
    return chosen


def _others(material: Material, key: Source) -> list[str]:
    """The names of people who are not related to *key*, nor have a role that comes close."""
    chosen: list[Source] = []
    for other in material.sources:
        person = other.kind is SourceKind.PERSON and is_named(other)
        apart = not any(related(other, known) for known in (key, *chosen))
        if person and apart and not (other.role and _close(other.role, key.role or "")):
            chosen.append(other)
    return [other.name for other in chosen]


def _close(one: str, other: str) -> bool:
    """Whether one role might include the other, as "minister" includes "health minister"."""
    first, second = content_words(one), content_words(other)
    return first <= second or second <= first or normal(one) == normal(other)


def _why(material: Material, place: Span) -> str:
    role = material.article.text_of(place)
    return f"Paragraph {place.paragraph} gives the role beside the name: “{role}”."


RECIPE = Recipe("who is this", propose)
