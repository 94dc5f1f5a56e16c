"""Recipe 2, what did they say. "Which of these comes from Dr Okafor?" is such a question."""

from random import Random

from questions.question import Process, Skill
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK
from questions.recipes.recipe import Proposals, Recipe, about, name_in_a_sentence
from questions.recipes.reporter import far_from
from questions.recipes.sources import is_shown
from questions.recipes.statements import Statement
from questions.recipes.wording import bare_words, likeness
from questions.types.choice import Choice

FEWEST, MOST = 2, 3
STEMS = (
    "Which of these comes from {}?",
    "Which of these does the article attribute to {}?",
    "Which of these does {} say, according to the article?",
)


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement that has two others like it in form and length."""
    for statement in material.named_statements:
        others = (*_of_others(material, statement), *_told(material, statement))
        wrong = _apart(statement, list(others))
        wrong = [text for text in wrong if _surely_not(material, statement, text)][:MOST]
        if statement.looks_back or len(wrong) < FEWEST:
            continue
        options = [statement.shown, *wrong]
        yield Choice(
            prompt=rng.choice(STEMS).format(
                name_in_a_sentence(material, material.source_of(statement))
            ),
            options=tuple(rng.sample(options, len(options))),
            key=(statement.shown,),
            skill=Skill.WHAT_WAS_SAID,
            process=Process.LOCATE,
            **about(material, statement),
        )


def _of_others(material: Material, key: Statement) -> list[str]:
    """What others say in the same form, not related to the source of *key*.

    Only of those who can be told apart: "the minister" might be somebody who has a name elsewhere.
    """
    return [
        other.shown
        for other in sorted(material.statements, key=lambda s: _difference(s.text, key))
        if other.quoted == key.quoted
        and not other.looks_back
        and other.source != key.source
        and is_shown(material.source_of(other))
        and other.claim in material.clear
        and not material.on_one_side(other.source, key.source)
    ]


def _told(material: Material, key: Statement) -> list[str]:
    """What nobody is said to say, far from what the source says, where *key* is no quotation."""
    if key.quoted:
        return []
    tellings = map(material.article.text_of, far_from(material, key.source))
    alone = (text for text in tellings if LOOKS_BACK.search(text) is None)
    return sorted(alone, key=lambda text: _difference(text, key))


def _difference(text: str, key: Statement) -> int:
    return abs(len(text) - len(key.text))


def _apart(key: Statement, texts: list[str]) -> list[str]:
    """Those of *texts* that are about as long as *key* and like neither it nor each other."""
    chosen: list[str] = []
    for text in texts:
        alike = 0.55 <= len(text) / len(key.shown) <= 1.8
        if alike and all(likeness(text, known) < ALIKE for known in (key.text, *chosen)):
            chosen.append(text)
    return chosen


def _surely_not(material: Material, key: Statement, text: str) -> bool:
    """Whether *text* is certainly nothing that the source of *key* says, and does not name it."""
    name = bare_words(material.source_of(key).name)
    return not name & bare_words(text) and not material.may_also_say(key.source, text)


RECIPE = Recipe("what they said", propose)
