"""Recipe 7, how is the source named: by name and role, by role only, as a group."""

import re
from collections.abc import Iterator
from random import Random

from questions.claims import Naming, Source, SourceKind, Stance
from questions.question import Evidence, Process, Skill
from questions.recipes.material import ALIKE, Material
from questions.recipes.persons import head, is_human, is_surely_a_person
from questions.recipes.recipe import Proposals, Recipe, about, certainty, reported, why
from questions.recipes.sources import KINSHIP, PEOPLE, is_named
from questions.recipes.statements import Statement
from questions.recipes.wording import likeness
from questions.types.choice import Choice

NAMED, NAME_ONLY, ONE, SEVERAL = (
    "By name, with a role, a job or a place of work",
    "By name only, without any role or job",
    "As one person, described but without a name",
    "As several people, without their names",
)
STEMS = (
    "How does the article refer to the source of {}",
    "In what way does the article refer to the source of {}",
)
STEMS_FOR_THE_WHOLE = (
    "Taken as a whole, how does the article refer to the source of {}",
    "All in all, in what way does the article refer to the source of {}",
)
STEMS_FOR_NO_NAME = (
    "Which of these comes from somebody whose name the article does not give?",
    "For which of these does the article keep the name of its source from us?",
)
OPTIONS = (NAMED, NAME_ONLY, ONE, SEVERAL)
FEWEST, MOST = 2, 3
"""Wrong options beside a statement."""

LONGER_THAN_A_PRONOUN = 5

STARTS_LIKE_ONE = re.compile(r"(?:a|an|one|another) ", re.IGNORECASE)
STARTS_LIKE_SEVERAL = re.compile(
    r"(?:two|three|four|five|six|several|some|many|most|other|a few|a number of|both) ",
    re.IGNORECASE,
)

NAMED_BEHIND = re.compile(r",? (?:called |named )?[A-Z]")
"""As in "one of them, Dashiell, 15"."""

MERE_PLURAL = re.compile(r"(?:the )?(?:[a-z-]+ )?(?:[a-z]+[^\Wsu]s|people|police officers)")
"""As in "residents" or "the strike leaders": nothing in it is a name."""


def propose(material: Material, rng: Random) -> Proposals:
    """For each statement of people whose naming is beyond doubt: how; and which has no name."""
    for statement in material.statements:
        key = _how(material, material.source_of(statement))
        if material.claim_of(statement).stance is not Stance.SPEECH:
            continue
        if key is None or not _is_told(material, statement, key):
            continue
        stems = STEMS if _is_named_there(material, statement, key) else STEMS_FOR_THE_WHOLE
        options = list(OPTIONS)
        rng.shuffle(options)
        yield Choice(
            prompt=rng.choice(stems).format(reported(statement)),
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
    yield from _without_a_name(material, rng)


def _without_a_name(material: Material, rng: Random) -> Proposals:
    """Something that is told without a name, among what people with names say."""
    named = [s for s in material.named_statements if is_named(material.source_of(s))]
    for statement in material.named_statements:
        key = _how(material, material.source_of(statement))
        if key not in {ONE, SEVERAL} or statement.looks_back:
            continue
        wrong = list(_alike(material, statement, named))[:MOST]
        if len(wrong) < FEWEST or not _is_named_there(material, statement, key):
            continue
        options = [statement.shown, *wrong]
        yield Choice(
            prompt=rng.choice(STEMS_FOR_NO_NAME),
            options=tuple(rng.sample(options, len(options))),
            key=(statement.shown,),
            skill=Skill.HOW_NAMED,
            process=Process.LOCATE,
            **about(material, statement),
        )


def _alike(material: Material, key: Statement, named: list[Statement]) -> Iterator[str]:
    """Those of *named* that are surely not from the source of *key*, in its form and length."""
    chosen = [key.text]
    for other in sorted(named, key=lambda s: abs(len(s.text) - len(key.text))):
        alike = other.quoted == key.quoted and 0.55 <= len(other.shown) / len(key.shown) <= 1.8
        apart = all(likeness(other.text, text) < ALIKE for text in chosen)
        if alike and apart and not other.looks_back and material.surely_not(key.source, other):
            chosen.append(other.text)
            yield other.shown


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
    somebody = STARTS_LIKE_ONE.match(source.name) and is_human(head(source.name))
    return ONE if somebody else None


def _has_a_job(material: Material, source: Source) -> bool:
    """Whether the role is that of a job or an office, and more than being somebody's relative."""
    somebody = is_named(source) and is_surely_a_person(source, material.article)
    return (
        somebody
        and material.role_of(source) is not None
        and KINSHIP.search(source.role or "") is None
    )


def _is_told(material: Material, statement: Statement, key: str) -> bool:
    """Whether the article tells it there, or has told who the person is further up."""
    role = material.role_of(material.source_of(statement))
    before = role is not None and role < statement.span
    return _is_named_there(material, statement, key) or (key == NAMED and before)


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
    if mention is None or mention.end - mention.start < LONGER_THAN_A_PRONOUN:
        return False
    behind = material.article.paragraph(mention.paragraph).text[mention.end :]
    return NAMED_BEHIND.match(behind) is None


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
