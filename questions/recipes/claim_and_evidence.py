"""Recipe 11, claim and evidence: what somebody claims, then the sentence that supports it.

News often reports a claim in the reporter's words and lets a quotation of the same speaker follow,
which gives the reason or says it more strongly: then part B asks for the quotation that backs the
claim up. Else it asks for the sentence by which the reader knows who claims it.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Form, Stance
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
from questions.recipes.wording import content_words, likeness, words
from questions.types.two_part import TwoPart

FEWEST, MOST = 2, 3
"""Wrong claims."""

SHORTEST_QUOTATION = 6
"""Words of a quotation that can back anything up."""

FEWEST_OFFERED, MOST_OFFERED = 4, 12
"""Sentences to choose from in part B."""

HANGS_ON = re.compile(
    r"(?:Although|While|Though|If|As|When|After|Since|Because|Also|Now|Meanwhile|Then)\b"
)
"""At the start: it belongs to something else, which might be missing."""

STEMS = (
    "Which of these claims does {name} make?",
    "Which of these does the article report as a claim of {name}?",
    "Which claim comes from {name}?",
)
FOR_A_QUOTATION = (
    "In which sentence do the exact words of {name} back that claim up?",
    "Which sentence quotes {name} to back that claim up?",
)
FOR_A_REPORT = (
    "Which sentence supports your answer?",
    "Which sentence shows that {name} makes that claim?",
    "By which sentence do you know that the claim comes from {name}?",
)


class Supported(NamedTuple):
    """A statement, the sentence that supports it, and whether that is a quotation of its source."""

    statement: Statement
    sentence: Span
    quoted: bool


def propose(material: Material, rng: Random) -> Proposals:
    """A question for each reported claim that others can stand beside."""
    for found in _supported(material):
        wrong = _others(material, found.statement)[:MOST]
        offered = _offered(material, found)
        if len(wrong) >= FEWEST and len(offered) >= FEWEST_OFFERED:
            yield _question(material, found, wrong, rng)


def _question(material: Material, found: Supported, wrong: list[str], rng: Random) -> TwoPart:
    statement, sentence = found.statement, Evidence.of(material.article, found.sentence)
    name = name_in_a_sentence(material, material.source_of(statement))
    options = [statement.shown, *wrong]
    second = rng.choice(FOR_A_QUOTATION if found.quoted else FOR_A_REPORT)
    return TwoPart(
        prompt=rng.choice(STEMS).format(name=name),
        options=tuple(rng.sample(options, len(options))),
        key=(statement.shown,),
        second_prompt=second.format(name=name),
        offered=_offered(material, found),
        accepted=(sentence,),
        skill=Skill.CLAIM_AND_EVIDENCE,
        process=Process.EVALUATE,
        section=material.section(sentence.paragraph),
        evidence=tuple(dict.fromkeys((*material.evidence(statement), sentence))),
        explanation=_explanation(material, found, name),
        claim=statement.claim,
        confidence=certainty(material, statement.claim),
    )


def _explanation(material: Material, found: Supported, name: str) -> str:
    told = why(material, found.statement)
    if not found.quoted:
        return told
    return f"{told} Right after the claim, the article quotes {name}, who says more about it there."


def _supported(material: Material) -> Iterator[Supported]:
    for statement in material.named_statements:
        clear = not (statement.quoted or statement.looks_back) and _can_be_shown(statement.shown)
        if clear and certainty(material, statement.claim) >= SURE_ENOUGH:
            quotation = _quoted_next(material, statement)
            (said, *_) = material.whole_sentences(statement.span)
            place = Span(said.paragraph, said.start, said.end)
            yield Supported(statement, quotation or place, quotation is not None)


def _quoted_next(material: Material, statement: Statement) -> Span | None:
    """The very next sentence of the paragraph, if it quotes the source on the same matter."""
    number = statement.span.paragraph
    later = [s for s in material.sentences if s.paragraph == number and s > statement.span]
    following = next((s for s in later if not s.overlap(statement.span)), None)
    for index, claim in enumerate(material.claims.claims):
        inside = [piece for piece in claim.content if following and following.contains(piece)]
        told = material.article.text_of(inside[0]) if inside else ""
        if (
            claim.source == statement.source
            and claim.form is Form.DIRECT
            and claim.stance is Stance.SPEECH
            and certainty(material, index) >= SURE_ENOUGH
            and len(told.split()) >= SHORTEST_QUOTATION
            and content_words(told) & content_words(statement.text)
        ):
            return following
    return None


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
