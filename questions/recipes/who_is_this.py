"""Recipe 8, who is this. "Who is Keir Giles, according to the article?" is such a question."""

from random import Random

from questions.article import Span
from questions.claims import Naming, Source, SourceKind
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.sources import is_named, related
from questions.recipes.wording import (
    FUNCTION_WORDS,
    PASTS,
    PRESENTS,
    capitalised,
    content_words,
    dangling_pronoun,
    normal,
    words,
)
from questions.types.choice import Choice

STEMS = (
    "Who is {}, according to the article?",
    "How does the article describe {}?",
    "How does the article introduce {}?",
)


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each person whose role, and two other people's, the article gives."""
    people = [s for s in material.claims.sources if _has_a_role(material, s)]
    for source in people:
        roles = _other_roles(people, source)
        place = material.role_of(source)
        if len(roles) < 2 or place is None or source.role is None:
            continue
        wrong = rng.sample(roles, min(3, len(roles)))
        key = _shown(source.role)
        options = [key, *wrong]
        rng.shuffle(options)
        yield Choice(
            prompt=rng.choice(STEMS).format(source.name),
            options=tuple(options),
            key=(key,),
            skill=Skill.WHO_IS_THIS,
            process=Process.LOCATE,
            section=material.section(place.paragraph),
            evidence=material.whole_sentences(place),
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
        and words(_shown(role))[0] not in FUNCTION_WORDS | PASTS | PRESENTS
        and not set(words(role)) & set(words(source.name))
        and material.role_of(source) is not None
    )


def _other_roles(people: list[Source], key: Source) -> list[str]:
    """Roles of other people that could not be said of *key* as well."""
    chosen: list[str] = []
    for other in people:
        role = _shown(other.role or "")
        taken = [_shown(key.role or ""), *chosen]
        if not related(key, other) and not any(_close(role, known) for known in taken):
            chosen.append(role)
    return chosen


def _close(one: str, other: str) -> bool:
    """Whether one role might include the other, as "minister" includes "health minister"."""
    first, second = content_words(one), content_words(other)
    return first <= second or second <= first or normal(one) == normal(other)


def _why(material: Material, place: Span) -> str:
    role = material.article.text_of(place)
    return f"Paragraph {place.paragraph} gives the role beside the name: “{role}”."


RECIPE = Recipe("who is this", propose)
