"""Recipe 2, what did they say. "Which of these comes from Dr Okafor?" is such a question."""

from random import Random

from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, verb_free_name, why
from questions.recipes.statements import Statement
from questions.recipes.wording import likeness, words
from questions.types.choice import Choice

MOST = 3
STEMS = (
    "Which of these comes from {}?",
    "Which of these does the article attribute to {}?",
)


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement that has two others like it in form and length."""
    for statement in material.named_statements:
        wrong = _wrong(material, statement)
        if statement.looks_back or len(wrong) < 2:
            continue
        options = [statement.shown, *(other.shown for other in wrong)]
        rng.shuffle(options)
        yield Choice(
            prompt=rng.choice(STEMS).format(verb_free_name(material.source_of(statement))),
            options=tuple(options),
            key=(statement.shown,),
            skill=Skill.WHAT_WAS_SAID,
            process=Process.LOCATE,
            section=material.section(statement.span.paragraph),
            evidence=material.evidence(statement),
            explanation=why(material, statement),
            claim=statement.claim,
            confidence=certainty(material, statement.claim),
        )


def _wrong(material: Material, key: Statement) -> list[Statement]:
    """Up to three statements of others, nearest in length first, no two alike."""
    chosen: list[Statement] = []
    by_length = sorted(material.named_statements, key=lambda s: abs(len(s.text) - len(key.text)))
    for other in by_length:
        fits = other.quoted == key.quoted and not other.looks_back and _alike_in_length(key, other)
        apart = all(likeness(other.text, known.text) < 0.4 for known in (key, *chosen))
        if fits and apart and _surely_not(material, key, other):
            chosen.append(other)
        if len(chosen) == MOST or not _alike_in_length(key, other):
            break
    return chosen


def _alike_in_length(one: Statement, other: Statement) -> bool:
    return 0.6 <= len(one.text) / len(other.text) <= 1.6


def _surely_not(material: Material, key: Statement, other: Statement) -> bool:
    """Whether *other* is certainly nothing that the source of *key* says, and does not name it."""
    name = set(words(material.source_of(key).name))
    return (
        other.source in material.others(key)
        and not name & set(words(other.text))
        and not material.may_also_say(key.source, other.text)
    )


RECIPE = Recipe("what they said", propose)
