"""Recipe 18, detail: a number or a date, to be found again in the sentence that gives it."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import balanced, dangling_pronoun
from questions.types.choice import Choice

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
KINDS = {
    "date": re.compile(rf"\b(?:{MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {MONTH})"),
    "year": re.compile(r"(?<=\bin )(?:1[5-9]|20)\d\d\b(?![’'-])"),
    "sum of money": re.compile(
        r"[£$€]\d[\d,.]*\d?(?: ?(?:million|billion|m|bn|k))?\b(?! (?:million|billion))"
    ),
    "percentage": re.compile(r"\b\d+(?:\.\d+)?(?:%| per ?cent\b)"),
    "number": re.compile(
        r"(?<![\w.,/:£$€–-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w/:%–]|[.,-]\d|-| (?:per ?cent|percent"
        rf"|million|billion|a\.?m|p\.?m|o’clock)|\s{MONTH})"
    ),
}
WHOLE = 28
"""The longest sentence, in words, that is shown with a gap."""


class Detail(NamedTuple):
    """A figure in the text: what kind it is, where it stands, and its words."""

    kind: str
    span: Span
    text: str


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each sentence with a single figure that two others can stand in for."""
    found = list(_details(material))
    for sentence in material.sentences:
        inside = [d for d in found if sentence.contains(d.span)]
        if len(inside) != 1 or not _can_be_shown(material.article.text_of(sentence)):
            continue
        detail = inside[0]
        wrong = _others(detail, found)
        if len(wrong) < 2:
            continue
        options = [detail.text, *rng.sample(wrong, min(3, len(wrong)))]
        rng.shuffle(options)
        yield Choice(
            prompt=_prompt(material, sentence, detail),
            options=tuple(options),
            key=(detail.text,),
            skill=Skill.DETAIL,
            process=Process.LOCATE,
            section=material.section(sentence.paragraph),
            evidence=material.whole_sentences(sentence),
            explanation=f"Paragraph {sentence.paragraph} gives the {detail.kind}: {detail.text}.",
            confidence=0.9,
        )


def _details(material: Material) -> Iterator[Detail]:
    for paragraph in material.article.paragraphs:
        taken: list[Span] = []
        for kind, pattern in KINDS.items():
            for match in pattern.finditer(paragraph.text):
                span = Span(paragraph.number, *match.span())
                if not any(span.overlap(other) for other in taken):
                    taken.append(span)
                    yield Detail(kind, span, match.group())


def _can_be_shown(sentence: str) -> bool:
    return (
        7 <= len(sentence.split()) <= WHOLE
        and dangling_pronoun(sentence) is None
        and balanced(sentence)
        and sentence.endswith((".", ".”", ".’", '."'))
    )


def _others(detail: Detail, found: list[Detail]) -> list[str]:
    """Other figures of the same kind, each once, from elsewhere in the article."""
    same_kind = (other.text for other in found if other.kind == detail.kind)
    return [text for text in dict.fromkeys(same_kind) if _value(text) != _value(detail.text)]


def _value(text: str) -> str:
    return re.sub(r"[^\d.a-z]", "", text.lower())


def _prompt(material: Material, sentence: Span, detail: Detail) -> str:
    text = material.article.text_of(sentence)
    start, end = detail.span.start - sentence.start, detail.span.end - sentence.start
    gapped = f"{text[:start]}_____{text[end:]}"
    return (
        f"Which {detail.kind} completes this sentence from paragraph {sentence.paragraph}? {gapped}"
    )


RECIPE = Recipe("detail", propose)
