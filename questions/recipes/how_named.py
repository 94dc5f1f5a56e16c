"""Recipe 7, how is the source named: by name and role, by role only, as a group."""

import re
from random import Random

from questions.claims import Naming, Source, SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, reported, why
from questions.recipes.sources import KINSHIP
from questions.recipes.statements import Statement
from questions.types.choice import Choice

NAMED, NAME_ONLY, ONE, SEVERAL = (
    "By name, with a role, a job or a place of work",
    "By name only, without any role or job",
    "As one person, described but without a name",
    "As several people, without their names",
)
STEMS = (
    "How does the article name the source of {}",
    "In what way does the article name the source of {}",
)
OPTIONS = (NAMED, NAME_ONLY, ONE, SEVERAL)
PEOPLE = frozenset({SourceKind.PERSON, SourceKind.GROUP, SourceKind.UNNAMED})

LONGER_THAN_A_PRONOUN = 5

STARTS_LIKE_ONE = re.compile(r"(?:a|an|one|another) ", re.IGNORECASE)
STARTS_LIKE_SEVERAL = re.compile(
    r"(?:two|three|four|five|six|several|some|many|most|other|a few|a number of|both) ",
    re.IGNORECASE,
)

MERE_PLURAL = re.compile(r"(?:the )?(?:[a-z-]+ )?(?:[a-z]+[^\Wsu]s|people|police officers)")
"""As in "residents" or "the strike leaders": nothing in it is a name."""


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement of a person or of people whose naming is beyond doubt."""
    for statement in material.statements:
        key = _how(material, material.source_of(statement))
        if key is None or not _is_named_there(material, statement, key):
            continue
        options = list(OPTIONS)
        rng.shuffle(options)
        yield Choice(
            prompt=rng.choice(STEMS).format(reported(statement)),
            options=tuple(options),
            key=(key,),
            skill=Skill.HOW_NAMED,
            process=Process.LOCATE,
            section=material.section(statement.span.paragraph),
            evidence=_evidence(material, statement),
            explanation=_why(material, statement, key),
            claim=statement.claim,
            confidence=certainty(material, statement.claim),
        )


def _how(material: Material, source: Source) -> str | None:
    """How *source* is named, or None where two of the options might be defended."""
    if source.kind not in PEOPLE:
        return None
    if source.kind is SourceKind.PERSON and source.naming is Naming.NAME_AND_ROLE:
        return NAMED if _has_a_job(material, source) else None
    if source.naming in {Naming.NAME_AND_ROLE, Naming.NAME_ONLY}:
        return None
    several = STARTS_LIKE_SEVERAL.match(source.name) or MERE_PLURAL.fullmatch(source.name)
    if several and source.kind is SourceKind.GROUP:
        return SEVERAL
    return ONE if STARTS_LIKE_ONE.match(source.name) else None


def _has_a_job(material: Material, source: Source) -> bool:
    """Whether the role is that of a job or an office, and more than being somebody's relative."""
    return material.role_of(source) is not None and KINSHIP.search(source.role or "") is None


def _is_named_there(material: Material, statement: Statement, key: str) -> bool:
    """Whether the reader finds the naming where the statement is, and not far above it.

    A bare surname beside the statement is "by name only", whatever was said before; and "she", or
    nothing, may be somebody else.
    """
    mention = material.claim_of(statement).mention
    if key == NAMED:
        role = material.role_of(material.source_of(statement))
        beside = [s for s in material.sentences if role is not None and s.contains(role)]
        return mention is not None and any(sentence.contains(mention) for sentence in beside)
    return mention is not None and mention.end - mention.start >= LONGER_THAN_A_PRONOUN


def _evidence(material: Material, statement: Statement) -> tuple[Evidence, ...]:
    """The sentences of the statement, and the one that gives name and role."""
    role = material.role_of(material.source_of(statement))
    return tuple(dict.fromkeys((*material.whole_sentences(role), *material.evidence(statement))))


def _why(material: Material, statement: Statement, key: str) -> str:
    source = material.source_of(statement)
    role = material.role_of(source)
    if key == NAMED and role is not None:
        words = material.article.text_of(role)
        return f"It is {source.name}; paragraph {role.paragraph} says who that is: “{words}”."
    return why(material, statement)


RECIPE = Recipe("how the source is named", propose)
