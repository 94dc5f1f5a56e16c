"""Recipe 18, detail: a number or a date, to be found again in the sentence that gives it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.lexicon import MONTHS
from questions.marks import balanced
from questions.question import InvalidQuestion, Process, Skill
from questions.recipes.clauses import NOT_A_CLAUSE, is_clause, is_headline, speaks_from_elsewhere
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.types.choice import Choice
from questions.types.short_text import ShortText

MONTH = rf"(?:{'|'.join(MONTHS).title()}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
KINDS = {
    "date": re.compile(rf"(?<!of )\b(?:{MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {MONTH})(?![–-])"),
    "year": re.compile(
        r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Ss]ince ))(?:1[5-9]|20)\d\d\b(?![’'-])"
    ),
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
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")

SHORTEST, LONGEST = 7, 34
"""Words of a sentence that is shown with a gap."""

SURELY = 12
"""With more words than this it has a verb, even one that nobody thought of."""

MOST = 2
"""Figures in such a sentence; with more it is a table in words."""


class Detail(NamedTuple):
    """A figure in the text: what kind it is, where it stands, and its words."""

    kind: str
    span: Span
    text: str


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each sentence with one or two figures: one of them is left out."""
    found = list(_details(material))
    for sentence in material.sentences:
        inside = [d for d in found if sentence.contains(d.span)]
        asked = [d for d in inside if d.kind not in NOT_ASKED and not _is_small(d)]
        if not asked or len(inside) > MOST or not _can_be_shown(material.article.text_of(sentence)):
            continue
        detail = rng.choice(asked)
        shown = {_value(other.text) for other in inside if other is not detail}
        wrong = [text for text in _others(detail, found) if _value(text) not in shown]
        if len(wrong) > 1:
            yield _to_choose(material, sentence, detail, rng.sample(wrong, min(3, len(wrong))), rng)
        elif _value(detail.text) not in shown:
            with suppress(InvalidQuestion):  # a figure that reads as no one number or date
                yield _to_write(material, sentence, detail)


def _to_choose(
    material: Material, sentence: Span, detail: Detail, wrong: list[str], rng: Random
) -> Choice:
    options = [detail.text, *wrong]
    return Choice(
        prompt=f"Which {detail.kind} completes this sentence from paragraph"
        f" {sentence.paragraph}? {_gapped(material, sentence, detail.span)}",
        options=tuple(rng.sample(options, len(options))),
        key=(detail.text,),
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=material.section(sentence.paragraph),
        evidence=material.whole_sentences(sentence),
        explanation=_why(detail),
        confidence=0.8,
    )


def _to_write(material: Material, sentence: Span, detail: Detail) -> ShortText:
    """A gap for the figure alone: what stands around it, such as "$" or "million", is shown."""
    place, is_date = detail.span, detail.kind == "date"
    figure = FIGURE.search(detail.text)
    if figure is not None and not is_date:
        place = Span(place.paragraph, place.start + figure.start(), place.start + figure.end())
    accepted = dict.fromkeys((material.article.text_of(place), detail.text))
    return ShortText(
        prompt=f"Paragraph {sentence.paragraph} has a {'date' if is_date else 'number'} in this"
        f" gap. Which? {_gapped(material, sentence, place)}",
        accepted=tuple(accepted),
        reads_as="date" if is_date else "number",
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=material.section(sentence.paragraph),
        evidence=material.whole_sentences(sentence),
        explanation=_why(detail),
        confidence=0.8,
    )


def _why(detail: Detail) -> str:
    return f"Paragraph {detail.span.paragraph} gives the {detail.kind}: {detail.text}."


def _gapped(material: Material, sentence: Span, place: Span) -> str:
    text = material.article.text_of(sentence)
    return f"{text[: place.start - sentence.start]}_____{text[place.end - sentence.start :]}"


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
        SHORTEST <= len(sentence.split()) <= LONGEST
        and dangling_pronoun(sentence) is None
        and NOT_A_CLAUSE.match(sentence) is None
        and (len(sentence.split()) > SURELY or is_clause(sentence, introduced=True, fronted=True))
        and not is_headline(sentence)
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
    digits = FIGURE.search(text)
    size = float(digits.group().replace(",", "")) if digits else 0.0
    factor = {"b": 1e9, "m": 1e6, "k": 1e3}.get(text[digits.end() :].strip()[:1] if digits else "")
    return max(size * (factor or 1.0), 0.01)


RECIPE = Recipe("detail", propose)
