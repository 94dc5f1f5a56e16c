"""Recipe 11, claim and evidence: what somebody claims, then the sentence that supports it.

What is asked: who claims it, and the sentence by which the reader knows. Each claim that is offered
has its sentence among those to choose from, or else one would find the right claim by looking for
its words there. Not asked: where only "he" stands in that sentence, and the name in another; where
nobody else claims anything; and what backs a claim up, since the next words seldom surely do.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
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
from questions.recipes.sources import is_by_name, related
from questions.recipes.statements import Statement
from questions.recipes.whole_names import has_its_whole_name
from questions.recipes.wording import likeness, words
from questions.types.two_part import TwoPart

FEWEST, MOST = 2, 3
"""Wrong claims."""

FEWEST_OFFERED, MOST_OFFERED = 4, 9
"""Sentences to choose from in part B."""

HANGS_ON = re.compile(
    r"(?:Although|While|Though|If|As|When|After|Since|Because|Also|Now|Meanwhile|Then|Which"
    r"|(?:All|Some|Most|None|Many|Much|Part) of (?:which|whom|this|that|these|those))\b"
)
"""At the start: it belongs to something else, which might be missing."""

POINTS_AWAY = re.compile(r"\b(?:it|its|they|their|them)\b", re.IGNORECASE)
"""In a statement: what it means may stand in a sentence that is not shown."""

SAID_BY_ANOTHER = re.compile(r"\b(?:he|she) (?:said|says|told|added|thinks|thought|believes)\b")
"""In a claim: part of it is told as somebody's words, and it is not shown whose."""

FEWEST_WORDS = 3
"""With fewer, as in "A6.", what is taken for a sentence is none."""

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
    """A claim as it is shown, and the sentence in which it stands."""

    shown: str
    sentence: Span


def propose(material: Material, rng: Random) -> Proposals:
    """A question for the first of the reported claims beside which others can stand."""
    asked, told = 0, tuple(_told(material))
    for statement in filter(partial(_can_be_asked, material), material.named_statements):
        right = _told_in(material, statement)
        wrong = list(islice(_others(material, statement, told), MOST))
        offered = _offered(material, statement, (right, *wrong))
        if len(wrong) >= FEWEST and len(offered) >= FEWEST_OFFERED and asked < QUESTIONS:
            asked += 1
            shown = [right.shown, *(other.shown for other in wrong)]
            yield _question(material, statement, rng.sample(shown, len(shown)), offered, rng)


def _question(
    material: Material,
    statement: Statement,
    options: list[str],
    offered: tuple[Evidence, ...],
    rng: Random,
) -> TwoPart:
    sentence = Evidence.of(material.article, _told_in(material, statement).sentence)
    name = name_in_a_sentence(material, material.source_of(statement))
    return TwoPart(
        prompt=rng.choice(STEMS).format(name=name),
        options=tuple(options),
        key=(statement.shown,),
        second_prompt=rng.choice(PART_B).format(name=name),
        offered=offered,
        accepted=(sentence,),
        skill=Skill.CLAIM_AND_EVIDENCE,
        process=Process.EVALUATE,
        section=material.section(sentence.paragraph),
        evidence=tuple(dict.fromkeys((*material.evidence(statement), sentence))),
        explanation=why(material, statement),
        claim=statement.claim,
        confidence=certainty(material, statement.claim),
    )


def _can_be_asked(material: Material, statement: Statement) -> bool:
    """Whether the claim is clear, and its own sentence says under a whole name whose it is."""
    source, mention = material.source_of(statement), material.claim_of(statement).mention
    whole = statement.text[1:] in material.article.paragraph(statement.span.paragraph).text
    return (
        whole
        and mention is not None
        and mention.overlap(_told_in(material, statement).sentence) > 0
        and is_by_name(source, mention, material.article)
        and has_its_whole_name(material, source)
        and not (statement.quoted or statement.looks_back)
        and _can_be_shown(statement.shown)
        and certainty(material, statement.claim) >= SURE_ENOUGH
    )


def _told_in(material: Material, statement: Statement) -> Supported:
    (said, *_) = material.whole_sentences(statement.span)
    return Supported(statement.shown, Span(said.paragraph, said.start, said.end))


def _told(material: Material) -> Iterator[Supported]:
    """What the reporter tells."""
    for sentence in reporters_sentences(material):
        yield Supported(material.article.text_of(sentence), sentence)


def _others(material: Material, key: Statement, told: Sequence[Supported]) -> Iterator[Supported]:
    """Claims of others and, if there are any, some of what is *told*, unlike *key* and as long.

    No two are alike or from one sentence, and in none of the sentences the source of *key* speaks.
    """
    source = material.source_of(key)
    said = [
        _told_in(material, other)
        for other in material.named_statements
        if not (other.quoted or other.looks_back)
        and other.source != key.source
        and not related(material.source_of(other), source)
    ]
    taken = [_told_in(material, key)]
    for claims in (said, told):
        for other in sorted(claims, key=lambda one: abs(len(one.shown) - len(key.shown))):
            if _is_apart(other, taken) and _can_stand_beside(material, key, other):
                taken.append(other)
                yield other
        if len(taken) == 1:
            return


def _is_apart(other: Supported, taken: Sequence[Supported]) -> bool:
    """Whether *other* is from a sentence of its own, and like none of *taken*."""
    return all(
        other.sentence != one.sentence and likeness(other.shown, one.shown) < ALIKE for one in taken
    )


def _can_stand_beside(material: Material, key: Statement, other: Supported) -> bool:
    """Whether *other* is about as long as *key*, and surely from somebody else."""
    named = set(words(material.source_of(key).name)) & set(words(other.shown))
    return (
        0.55 <= len(other.shown) / len(key.shown) <= 1.7
        and not named
        and _can_be_shown(other.shown)
        and not _has_words_of(material, key.source, other.sentence)
        and not material.may_also_say(key.source, other.shown)
    )


def _can_be_shown(text: str) -> bool:
    """Whether the words are a sentence that goes on from no other."""
    return (
        (text[0].isupper() or text[0].isdigit())
        and not is_headline(text)
        and not CONNECTIVE.match(text)
        and not HANGS_ON.match(text)
        and not POINTS_AWAY.search(text)
        and not NO_CLAUSE.match(text)
        and not SAID_BY_ANOTHER.search(text)
    )


def _offered(
    material: Material, key: Statement, claims: Sequence[Supported]
) -> tuple[Evidence, ...]:
    """The sentences of *claims*, and those around in which nothing might mean the same as *key*."""
    number = key.span.paragraph
    section = material.section(number)
    needed = [claim.sentence for claim in claims]
    around = [
        sentence
        for sentence in material.sentences
        if material.section(sentence.paragraph) == section
        and sentence not in needed
        and not _has_words_of(material, key.source, sentence)
        and likeness(material.article.text_of(sentence), key.text) < ALIKE
        and len(words(material.article.text_of(sentence))) >= FEWEST_WORDS
    ]
    around.sort(key=lambda sentence: abs(sentence.paragraph - number))
    chosen = [*needed, *around][:MOST_OFFERED]
    return tuple(Evidence.of(material.article, sentence) for sentence in sorted(chosen))


def _has_words_of(material: Material, source: int, sentence: Span) -> bool:
    """Whether any part of a claim of *source* stands in the *sentence*."""
    return any(
        part.overlap(sentence) for claim in material.claims.of(source) for part in claim.places
    )


RECIPE = Recipe("claim and evidence", propose, for_review=True)
