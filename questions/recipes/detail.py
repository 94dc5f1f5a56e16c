"""Recipe 18, detail: a number or a date, to be found again in the sentence that gives it."""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import balanced, dangling_pronoun, is_clause, speaks_from_elsewhere
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
    "age": re.compile(r"(?:(?<=, )|(?<=who is )|(?<=aged ))\d{1,3}(?=[,.])|\b\d+(?=-year-old)"),
    "time": re.compile(r"\b\d{1,2}[.:]\d\d\b|\b\d{1,2}(?= ?[ap]\.?m\b)"),
    "number": re.compile(
        r"(?<![\w.,/:£$€–-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w/:%–]|[.,-]\d|-| (?:per ?cent|percent"
        rf"|million|billion|a\.?m|p\.?m|o’clock)|\s{MONTH})"
    ),
}
NOT_ASKED = frozenset({"age", "time"})
WHOLE = 28
"""The longest sentence, in words, that is shown with a gap."""


class Detail(NamedTuple):
    """A figure in the text: what kind it is, where it stands, and its words."""

    kind: str
    span: Span
    text: str


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each sentence with a single figure that two others can stand in for."""
    found = [d for d in _details(material) if d.kind not in NOT_ASKED]
    for sentence in material.sentences:
        inside = [d for d in found if sentence.contains(d.span)]
        if (
            len(inside) != 1
            or _is_small(inside[0])
            or not _can_be_shown(material.article.text_of(sentence))
        ):
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
            confidence=0.8,
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


def _is_small(detail: Detail) -> bool:
    """Whether a number is too small to be worth remembering."""
    return detail.kind == "number" and _size(detail.text) < 10


def _can_be_shown(sentence: str) -> bool:
    return (
        7 <= len(sentence.split()) <= WHOLE
        and dangling_pronoun(sentence) is None
        and is_clause(sentence, introduced=True, fronted=True)
        and not speaks_from_elsewhere(sentence)
        and balanced(sentence)
        and sentence.endswith((".", ".”", ".’", '."'))
    )


def _others(detail: Detail, found: list[Detail]) -> list[str]:
    """Other figures of the same kind and about as large, each once, from the whole article."""
    values = {_value(other.text): other.text for other in found if other.kind == detail.kind}
    key = values.pop(_value(detail.text), detail.text)
    return [text for value, text in values.items() if 0.1 <= _size(text) / _size(key) <= 10]


def _value(text: str) -> str:
    return re.sub(r"[^\d.a-z]", "", text.lower())


def _size(text: str) -> float:
    """How large a figure is; the day of the month for a date."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    size = float(digits.group().replace(",", "")) if digits else 0.0
    factor = {"b": 1e9, "m": 1e6, "k": 1e3}.get(text[digits.end() :].strip()[:1] if digits else "")
    return max(size * (factor or 1.0), 0.01)


def _prompt(material: Material, sentence: Span, detail: Detail) -> str:
    text = material.article.text_of(sentence)
    start, end = detail.span.start - sentence.start, detail.span.end - sentence.start
    gapped = f"{text[:start]}_____{text[end:]}"
    return (
        f"Which {detail.kind} completes this sentence from paragraph {sentence.paragraph}? {gapped}"
    )


RECIPE = Recipe("detail", propose)
