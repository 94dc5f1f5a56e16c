"""Recipe 20, main point of the section: the sentence that the others in the section build on.

A sentence is central if its words come back in many other sentences of the section. Only where the
section opens with its most central sentence, and nothing else in it comes close, is it asked for.
"""

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from questions.article import Section, Span
from questions.question import Process, Skill
from questions.recipes.clauses import is_clause, is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK, dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import content_words, likeness
from questions.sentences import sentences_of
from questions.types.choice import Choice

FEWEST_PARAGRAPHS, FEWEST_SENTENCES = 2, 4
"""A section that has a main point."""

SHORTEST, LONGEST = 9, 34
"""Words of an option."""

SURELY = 12
"""With more words than this a sentence has a verb, even one that nobody thought of."""

AHEAD = 1.2
"""How much more central than any other the sentence must be."""

MOST = 0.6
"""How many of the other sentences, at least, have a word of it."""

ASIDE = 0.4
"""How central, as a share of that, a detail of the section may be at most."""

GOES_ON = re.compile(
    r"(?:However|But|And|So|In any case|Meanwhile|Still|Instead|At first|Then|Also|Here)\b"
    r"|[A-Z ,.]{4,}[—–-]"
)
"""It goes on from what came before, or opens with a dateline."""

STEMS = (
    "Which of these is the main point of the part from paragraph {first} to paragraph {last}?",
    "Which sentence says best what the part from paragraph {first} to paragraph {last} is about?",
    "What is the part from paragraph {first} to paragraph {last} mostly about?",
)


class Ranked(NamedTuple):
    """A sentence, and how central it is to its section."""

    span: Span
    text: str
    weight: float


def propose(material: Material, rng: Random) -> Proposals:
    """A question for each section with one clear point, beside the points of other sections."""
    ranked = {section.number: _ranked(material, section) for section in material.article.sections}
    for section in material.article.sections:
        point = _point(material, section, ranked[section.number])
        if point is None:
            continue
        wrong = _wrong(material, section, point, ranked)
        if len(wrong) > 1:
            yield _question(material, section, point, wrong, rng)


def _question(
    material: Material, section: Section, point: Ranked, wrong: list[str], rng: Random
) -> Choice:
    first, last = section.paragraphs[0].number, section.paragraphs[-1].number
    options = [point.text, *wrong[:3]]
    return Choice(
        prompt=rng.choice(STEMS).format(first=first, last=last),
        options=tuple(rng.sample(options, len(options))),
        key=(point.text,),
        skill=Skill.MAIN_POINT,
        process=Process.UNDERSTAND,
        section=section.number,
        evidence=material.whole_sentences(point.span),
        explanation=f"Paragraph {point.span.paragraph} says so at the start, and the sentences"
        " after that tell more about the same thing.",
        confidence=0.75,
    )


def _ranked(material: Material, section: Section) -> list[Ranked]:
    """The sentences of *section* in their order, with their weights."""
    spans = sentences_of(section.paragraphs)
    texts = [material.article.text_of(span) for span in spans]
    return [
        Ranked(span, text, _weight(number, texts))
        for number, (span, text) in enumerate(zip(spans, texts, strict=True))
    ]


def _weight(number: int, texts: Sequence[str]) -> float:
    """In how many other sentences, on average, a word of the sentence at *number* comes back."""
    own = content_words(texts[number])
    others = [content_words(text) for n, text in enumerate(texts) if n != number]
    return sum(len(own & other) for other in others) / max(8, len(own))


def _point(material: Material, section: Section, ranked: list[Ranked]) -> Ranked | None:
    """The main point of *section*: its first sentence, if that is what the others come back to."""
    if len(section.paragraphs) < FEWEST_PARAGRAPHS or len(ranked) < FEWEST_SENTENCES:
        return None
    first, *others = ranked
    ahead = first.weight >= AHEAD * max(one.weight for one in others)
    own = content_words(first.text)
    come_back = sum(bool(own & content_words(one.text)) for one in others)
    alone = LOOKS_BACK.search(first.text) is None and _can_stand(material, first)
    return first if ahead and alone and come_back >= MOST * len(others) else None


def _can_stand(material: Material, one: Ranked) -> bool:
    """Whether the sentence can be understood without those around it."""
    return (
        SHORTEST <= len(one.text.split()) <= LONGEST
        and one.text[0].isalpha()
        and one.text.endswith(".")
        and not material.is_list_item(one.span.paragraph)
        and not is_headline(one.text)
        and not GOES_ON.match(one.text)
        and not speaks_from_elsewhere(one.text)
        and dangling_pronoun(one.text) is None
        and (len(one.text.split()) > SURELY or is_clause(one.text, introduced=True, fronted=True))
    )


def _wrong(
    material: Material, section: Section, point: Ranked, ranked: dict[int, list[Ranked]]
) -> list[str]:
    """A detail of the section, then a weighty sentence of each other section, the nearest first."""
    others = sorted(
        (n for n in ranked if n != section.number), key=lambda n: abs(n - section.number)
    )
    groups = [_details(ranked[section.number], point), *(_weightiest(ranked[n]) for n in others)]
    chosen: list[str] = []
    for group in groups:
        taken = (point.text, *chosen)
        fitting = (one.text for one in group if _stands_beside(material, one, taken))
        chosen += list(fitting)[:1]
    return chosen


def _details(ranked: list[Ranked], point: Ranked) -> list[Ranked]:
    """The sentences of the section that have little to do with the others, the least first."""
    aside = [one for one in ranked[1:] if one.weight <= ASIDE * point.weight]
    return sorted(aside, key=lambda one: one.weight)


def _weightiest(ranked: list[Ranked]) -> list[Ranked]:
    return sorted(ranked, key=lambda one: -one.weight)[:3]


def _stands_beside(material: Material, one: Ranked, taken: Sequence[str]) -> bool:
    """Whether the sentence is about as long as the first of *taken*, and like none of them."""
    return (
        0.5 <= len(one.text) / len(taken[0]) <= 1.7
        and all(likeness(one.text, known) < ALIKE for known in taken)
        and _can_stand(material, one)
    )


RECIPE = Recipe("main point", propose, for_review=True)
