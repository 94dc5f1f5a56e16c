"""Recipe 11, claim and evidence: what somebody claims, then the sentence that supports it.

What is asked: who claims it, and the sentence by which the reader knows, those claims first beside
which only "he" or "the minister" stands. Not asked: where another sentence near is by the same
speaker, or like the claim; and what backs a claim up, since the next words seldom surely do.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import CONNECTIVE, is_headline
from questions.recipes.material import ALIKE, Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    why,
)
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import related
from questions.recipes.statements import Statement
from questions.recipes.whole_names import has_its_whole_name
from questions.recipes.wording import likeness, words
from questions.types.two_part import TwoPart

FEWEST, MOST = 2, 3
"""Wrong claims."""

FEWEST_OFFERED, MOST_OFFERED = 4, 9
"""Sentences to choose from in part B."""

HANGS_ON = re.compile(
    r"(?:Although|While|Though|If|As|When|After|Since|Because|Also|Now|Meanwhile|Then)\b"
)
"""At the start: it belongs to something else, which might be missing."""

POINTS_AWAY = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
"""In a statement: what it means may stand in a sentence that is not shown."""

NO_CLAUSE = re.compile(r"(?:[A-Z]\S* ){1,4}to [a-z]+ ")
"""As in "North Korea to stop its tests", from "warned North Korea to …"."""

QUESTIONS = 3
"""About one article."""

STEMS = (
    "Which of these claims does {name} make?",
    "Which of these does the article report as a claim of {name}?",
    "Which claim comes from {name}?",
)
PART_B = (
    "Which sentence supports your answer?",
    "Which sentence shows that {name} makes that claim?",
    "By which sentence do you know that the claim comes from {name}?",
)


class Supported(NamedTuple):
    """A statement, and the sentence that shows whose it is."""

    statement: Statement
    sentence: Span


def propose(material: Material, rng: Random) -> Proposals:
    """A question for the reported claims of most use that others can stand beside."""
    asked = 0
    for found in sorted(_supported(material), key=lambda one: _ease(material, one)):
        wrong = _others(material, found.statement)[:MOST]
        offered = _offered(material, found)
        if len(wrong) >= FEWEST and len(offered) >= FEWEST_OFFERED and asked < QUESTIONS:
            asked += 1
            yield _question(material, found, wrong, rng)


def _ease(material: Material, found: Supported) -> int:
    """Less where something else than the name stands beside the claim."""
    mention = material.claim_of(found.statement).mention
    called = words(material.article.text_of(mention)) if mention else []
    named = set(called) & set(words(material.source_of(found.statement).name))
    return len(named)


def _question(material: Material, found: Supported, wrong: list[str], rng: Random) -> TwoPart:
    statement, sentence = found.statement, Evidence.of(material.article, found.sentence)
    name = name_in_a_sentence(material, material.source_of(statement))
    options = [statement.shown, *wrong]
    return TwoPart(
        prompt=rng.choice(STEMS).format(name=name),
        options=tuple(rng.sample(options, len(options))),
        key=(statement.shown,),
        second_prompt=rng.choice(PART_B).format(name=name),
        offered=_offered(material, found),
        accepted=(sentence,),
        skill=Skill.CLAIM_AND_EVIDENCE,
        process=Process.EVALUATE,
        section=material.section(sentence.paragraph),
        evidence=tuple(dict.fromkeys((*material.evidence(statement), sentence))),
        explanation=why(material, statement),
        claim=statement.claim,
        confidence=certainty(material, statement.claim),
    )


def _supported(material: Material) -> Iterator[Supported]:
    for statement in material.named_statements:
        whole = statement.text[1:] in material.article.paragraph(statement.span.paragraph).text
        named = has_its_whole_name(material, material.source_of(statement))
        clear = whole and named and not (statement.quoted or statement.looks_back)
        clear = clear and _can_be_shown(statement.shown)
        if clear and certainty(material, statement.claim) >= SURE_ENOUGH:
            (said, *_) = material.whole_sentences(statement.span)
            yield Supported(statement, Span(said.paragraph, said.start, said.end))


def _others(material: Material, key: Statement) -> list[str]:
    """Reported claims of others, and what the reporter tells, as long as *key* and unlike it."""
    source = material.source_of(key)
    said = [
        other.shown
        for other in material.named_statements
        if not (other.quoted or other.looks_back)
        and other.source != key.source
        and not related(material.source_of(other), source)
    ]
    told = [material.article.text_of(span) for span in reporters_sentences(material)]
    chosen: list[str] = []
    for text in sorted((*said, *told), key=lambda text: abs(len(text) - len(key.shown))):
        apart = all(likeness(text, known) < ALIKE for known in (key.text, *chosen))
        named = set(words(source.name)) & set(words(text))
        fits = 0.55 <= len(text) / len(key.shown) <= 1.7 and _can_be_shown(text)
        if apart and fits and not named and not material.may_also_say(key.source, text):
            chosen.append(text)
    return chosen


def _can_be_shown(text: str) -> bool:
    """Whether the words are a sentence that goes on from no other."""
    return (
        (text[0].isupper() or text[0].isdigit())
        and not is_headline(text)
        and not CONNECTIVE.match(text)
        and not HANGS_ON.match(text)
        and not POINTS_AWAY.search(text)
        and not NO_CLAUSE.match(text)
    )


def _offered(material: Material, found: Supported) -> tuple[Evidence, ...]:
    """The sentences around, without any others in which the same speaker might mean the claim."""
    number = found.sentence.paragraph
    section = material.section(number)
    near = [s for s in material.sentences if material.section(s.paragraph) == section]
    own = [
        part
        for claim in material.claims.of(found.statement.source)
        for part in (*claim.content, claim.cue, claim.mention)
        if part is not None
    ]
    fitting = [
        sentence
        for sentence in near
        if sentence == found.sentence
        or not (
            any(part.overlap(sentence) for part in own)
            or sentence.overlap(found.statement.span)
            or _is_about(material, sentence, found.statement)
        )
    ]
    fitting.sort(key=lambda sentence: abs(sentence.paragraph - number))
    return tuple(Evidence.of(material.article, s) for s in sorted(fitting[:MOST_OFFERED]))


def _is_about(material: Material, sentence: Span, statement: Statement) -> bool:
    return likeness(material.article.text_of(sentence), statement.text) >= ALIKE


RECIPE = Recipe("claim and evidence", propose, for_review=True)
