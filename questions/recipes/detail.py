"""Recipe 18, detail. "How many jobs does the mayor mention?", or a date left out of a sentence."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from questions.article import Span
from questions.claims import SourceKind, Stance
from questions.lexicon import MONTHS, word_set
from questions.marks import balanced
from questions.question import InvalidQuestion, Process, Question, Skill
from questions.recipes.clauses import NOT_A_CLAUSE, is_clause, is_headline, speaks_from_elsewhere
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun, points_without_a_noun
from questions.recipes.recipe import Proposals, Recipe, certainty, name_in_a_sentence
from questions.recipes.sources import is_shown
from questions.recipes.wording import FUNCTION_WORDS, PERSONAL, VERBS, words
from questions.types.choice import Choice
from questions.types.short_text import ShortText

MONTH = rf"(?:{'|'.join(MONTHS).title()}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
KINDS = {
    "date": re.compile(rf"(?<!of )\b(?:{MONTH} \d{{1,2}}(?!\d)|\d{{1,2}} {MONTH})(?![–-])"),
    "year": re.compile(
        r"(?:(?<=\b[Ii]n )|(?<=\b[Bb]y )|(?<=\b[Ss]ince ))(?:1[5-9]|20)\d\d\b(?![’'-])"
    ),
    "sum of money": re.compile(
        r"[£$€]\d[\d,.]*\d?(?: ?(?:[mbtr]+illion|m|bn|tn|k))?\b(?! [mbtr]+illion)"
    ),
    "percentage": re.compile(r"\b\d+(?:\.\d+)?(?:%| per ?cent\b)"),
    "age": re.compile(r"(?:(?<=, )|(?<=who is )|(?<=aged ))\d{1,3}(?=[,.])|\b\d+(?=-year-old)"),
    "time": re.compile(r"\b\d{1,2}[.:]\d\d\b|\b\d{1,2}(?= ?[ap]\.?m\b)"),
    "number": re.compile(
        r"(?<![\w.,/:£$€–-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w/:%–]|[.,-]\d|-| (?:per ?cent|percent"
        rf"|[mbtr]+illion|a\.?m|p\.?m|o’clock)|\s{MONTH})"
    ),
}
NOT_ASKED = frozenset({"age", "time"})
LEFT_OUT = frozenset({"date", "sum of money", "percentage"})
"""What may be left out of a sentence; a year can be guessed, and a number may be part of a name."""

IN_THE_TEXT = 0.9
"""How sure a gap is: whoever said it, the figure stands there."""

DATE = re.compile(r"(?:(?P<first>\d{1,2}) )?(?P<month>[A-Z][a-z]+)\.?(?: (?P<last>\d{1,2}))?")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")

SHORTEST, LONGEST = 7, 34
"""Words of a sentence that is shown with a gap."""

SURELY = 12
"""With more words than this it has a verb, even one that nobody thought of."""

MOST = 2
"""Figures in such a sentence; with more it is a table in words."""

COUNTED = re.compile(
    r" (?P<unit>(?!\w+ly )(?:[a-z]{3,} )?(?:[a-z]{2,}[^\Wsu]s|people|men|women|children))\b"
)
"""What a number counts, as in "41 vehicle movements"."""

OF_WHAT = re.compile(r" of (?!\w+(?:,| and| or)\b)[a-z]{3,}\b")
AMOUNTS = word_set(
    """tons tonnes kilos kilograms kilogrammes grams grammes ounces barrels gallons bushels sacks
    crates boxes bags bottles loads acres hectares megawatts kilowatts copies doses rounds rows sets
    pieces pairs groups kinds types lots"""
)
"""They count nothing without what they are of: "58,000 tons of wheat"."""

NOT_COUNTED = (
    FUNCTION_WORDS
    | VERBS
    | word_set(
        """moments things reasons steps questions words
        others times ones ways points terms dollars pounds euros cents seconds minutes hours days
        weeks months years yards metres meters kilometres kilometers centimetres miles feet inches
        pages degrees litres people men women children"""
    )
)
"""Words that are no things; measures, and people of whom nothing is said: it matters what of."""

NUMBER_WORD = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty"
    r"|hundreds?|thousands?|millions?|dozens?|several|few|couple)"
)
IN_A_RANGE = re.compile(rf"\b{NUMBER_WORD} ?(?:and|to|or|[–-]) ?$")
OF_A_SOURCE = {
    "sum of money": "Which sum of money does {} mention?",
    "percentage": "Which percentage does {} mention?",
}
SUM_IN_WORDS = re.compile(
    r"\b(?:hundred|thousand|[mbtr]+illion)s? (?:of )?(?:dollars|pounds|euros)\b"
)
SEVERAL = re.compile(r"(?:the )?[\w-]+[^\Wsu]s", re.IGNORECASE)
"""A name that means many, such as "Democrats"."""

GROWN_TOGETHER = re.compile(r"(?:[A-Z’']+ ){2,}[A-Z][a-z’]+ |[A-Z]{3,}[^.]{0,30}? [-–—] ")
"""A heading at the beginning, "THE MANY CAVEATS Plenty of people …", or "PARIS, April 8 - …"."""

HOW_MANY = "How many {} does {} mention?"


class Detail(NamedTuple):
    """A figure in the text: what kind it is, where it stands, and its words."""

    kind: str
    span: Span
    text: str


def propose(material: Material, rng: Random) -> Proposals:
    """What a source or a paragraph counts; a date, a sum, a share left out of its sentence."""
    found = [d for d in _details(material) if d.kind not in NOT_ASKED]
    asked: set[Detail] = set()
    for detail, question in _by_their_place(material, found, rng):
        asked.add(detail)
        yield question
    yield from _gaps(material, list(_details(material)), asked, rng)


def _by_their_place(
    material: Material, found: list[Detail], rng: Random
) -> Iterator[tuple[Detail, Question[Any]]]:
    """One question for each figure that is the only one of its kind that a source mentions."""
    for detail in found:
        claim = _claim_with(material, detail)
        if claim is None or _is_small(detail):
            continue
        prompt = _prompt(material, found, detail, claim)
        question = prompt and _asked_for(material, found, detail, prompt, rng)
        if question:
            sure = certainty(material, claim)
            yield detail, replace(question, claim=claim, confidence=sure)


def _prompt(material: Material, found: list[Detail], detail: Detail, claim: int) -> str:
    """What asks for *detail* and for nothing else that its source mentions; "" if nothing does."""
    speaker, unit = _speaker(material, claim), _unit(material, detail)
    near = _mentioned_beside(material, found, detail, claim)
    if unit and not any(_may_count_the_same(material, d, unit) for d in near):
        return HOW_MANY.format(unit, speaker)
    in_words = detail.kind == "sum of money" and _tells_a_sum_in_words(material, claim)
    if detail.kind in OF_A_SOURCE and not (in_words or any(d.kind == detail.kind for d in near)):
        return OF_A_SOURCE[detail.kind].format(speaker)
    return ""


def _tells_a_sum_in_words(material: Material, claim: int) -> bool:
    """Whether the source of a claim also mentions "a billion dollars"."""
    source = material.claims.claims[claim].source or 0
    told = map(material.content, material.claims.of(source))
    return any(SUM_IN_WORDS.search(text) for text in told)


def _asked_for(
    material: Material, found: list[Detail], detail: Detail, prompt: str, rng: Random
) -> Question[Any] | None:
    wrong = _others(detail, found)
    if len(wrong) > 1:
        chosen = rng.sample(wrong, min(3, len(wrong)))
        return _choice(material, detail, prompt, chosen, rng)
    return _number(material, detail, prompt) if detail.kind == "number" else None


def _claim_with(material: Material, detail: Detail) -> int | None:
    """The index of the only claim, by a source that can be shown, that has *detail* in it."""
    found = [
        (index, claim)
        for index, claim in enumerate(material.claims.claims)
        if any(span.contains(detail.span) for span in claim.content)
    ]
    if len(found) != 1 or found[0][1].source is None or found[0][1].within is not None:
        return None
    index, claim = found[0]
    source = material.sources[claim.source or 0]
    plural = source.kind is SourceKind.ORGANISATION and SEVERAL.fullmatch(source.name)
    single = source.kind is not SourceKind.GROUP and is_shown(source) and not plural
    return index if single and claim.stance is Stance.SPEECH else None


def _speaker(material: Material, claim: int) -> str:
    source = material.claims.claims[claim].source or 0
    return name_in_a_sentence(material, material.sources[source])


def _mentioned_beside(
    material: Material, found: list[Detail], detail: Detail, claim: int
) -> list[Detail]:
    """The other figures that its source mentions."""
    source = material.claims.claims[claim].source or 0
    spans = [s for c in material.claims.of(source) for s in c.content]
    same = [d for d in found if any(s.overlap(d.span) for s in spans)]
    return [d for d in same if d is not detail]


def _may_count_the_same(material: Material, detail: Detail, unit: str) -> bool:
    """Whether *detail* counts *unit*, or leaves open what it counts: "of whom 3,100 are left"."""
    counted = _unit(material, detail)
    return detail.kind == "number" and counted in (None, unit)


def _unit(material: Material, detail: Detail) -> str | None:
    """What *detail* counts, if it is a number of things."""
    text = material.article.paragraph(detail.span.paragraph).text
    match = COUNTED.match(text, detail.span.end)
    if detail.kind != "number" or match is None or IN_A_RANGE.search(text[: detail.span.start]):
        return None
    found = [w for w in match["unit"].split() if w not in NOT_COUNTED]
    if not found or match["unit"].split()[-1] != found[-1]:
        return None
    again = re.compile(rf"\b{NUMBER_WORD} (?:of )?(?:\w+ )?{found[-1]}\b", re.IGNORECASE)
    what = OF_WHAT.match(text, match.end()) if found[-1] in AMOUNTS else None
    if len(again.findall(text)) != 1 or (found[-1] in AMOUNTS and not _names_a_thing(what)):
        return None
    return " ".join(found) + (what.group() if what else "")


def _names_a_thing(of_what: re.Match[str] | None) -> bool:
    return of_what is not None and of_what.group().split()[-1] not in FUNCTION_WORDS


def _choice(
    material: Material, detail: Detail, prompt: str, wrong: list[str], rng: Random
) -> Choice:
    options = [detail.text, *wrong]
    return Choice(
        prompt=prompt,
        options=tuple(rng.sample(options, len(options))),
        key=(detail.text,),
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=material.section(detail.span.paragraph),
        evidence=material.whole_sentences(detail.span),
        explanation=_why(detail),
    )


def _number(material: Material, detail: Detail, prompt: str) -> ShortText:
    return ShortText(
        prompt=f"{prompt} Write the number.",
        accepted=(detail.text,),
        reads_as="number",
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=material.section(detail.span.paragraph),
        evidence=material.whole_sentences(detail.span),
        explanation=_why(detail),
    )


def _gaps(material: Material, found: list[Detail], asked: set[Detail], rng: Random) -> Proposals:
    """One question for each sentence with one or two figures: one of them is left out."""
    for sentence in material.sentences:
        inside = [d for d in found if sentence.contains(d.span)]
        left = [d for d in inside if d not in asked and _may_be_left_out(material, d)]
        if not left or len(inside) > MOST or not can_be_shown(material.article.text_of(sentence)):
            continue
        detail = rng.choice(left)
        shown = {value(other.text) for other in inside if other is not detail}
        wrong = [text for text in _others(detail, found) if value(text) not in shown]
        if len(wrong) > 1:
            prompt = (
                f"Which {detail.kind} completes this sentence of the article?"
                f" {_gapped(material, sentence, detail.span)}"
            )
            chosen = rng.sample(wrong, min(3, len(wrong)))
            yield replace(_choice(material, detail, prompt, chosen, rng), confidence=IN_THE_TEXT)
        elif value(detail.text) not in shown:
            with suppress(InvalidQuestion):  # a figure that reads as no one number or date
                yield _to_write(material, sentence, detail)


def _may_be_left_out(material: Material, detail: Detail) -> bool:
    """Whether *detail* is of such a kind, or counts something that is named behind it."""
    counts = detail.kind == "number" and not _is_small(detail)
    return detail.kind in LEFT_OUT or (counts and _unit(material, detail) is not None)


def _to_write(material: Material, sentence: Span, detail: Detail) -> ShortText:
    """A gap for the figure alone: what stands around it, such as "$" or "million", is shown."""
    place, is_date = detail.span, detail.kind == "date"
    figure = FIGURE.search(detail.text)
    if figure is not None and not is_date:
        place = Span(place.paragraph, place.start + figure.start(), place.start + figure.end())
    accepted = dict.fromkeys((material.article.text_of(place), detail.text))
    return ShortText(
        prompt=f"A {'date' if is_date else 'number'} is missing from this sentence of the article."
        f" Which? {_gapped(material, sentence, place)}",
        accepted=tuple(accepted),
        reads_as="date" if is_date else "number",
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=material.section(sentence.paragraph),
        evidence=material.whole_sentences(sentence),
        explanation=_why(detail),
        confidence=IN_THE_TEXT,
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


def can_be_shown(sentence: str) -> bool:
    """Whether *sentence* can be understood without those around it."""
    return (
        SHORTEST <= len(sentence.split()) <= LONGEST
        and dangling_pronoun(sentence) is None
        and not points_without_a_noun(sentence)
        and not GROWN_TOGETHER.match(sentence)
        and not PERSONAL & set(words(sentence))
        and NOT_A_CLAUSE.match(sentence) is None
        and (len(sentence.split()) > SURELY or is_clause(sentence, introduced=True, fronted=True))
        and not is_headline(sentence)
        and not speaks_from_elsewhere(sentence)
        and balanced(sentence)
        and sentence.endswith((".", ".”", ".’", '."'))
    )


def _others(detail: Detail, found: list[Detail]) -> list[str]:
    """Other figures of the same kind and about as large, each once, from the whole article."""
    values = {value(other.text): other.text for other in found if other.kind == detail.kind}
    key = values.pop(value(detail.text), detail.text)
    return [text for value, text in values.items() if 0.1 <= _size(text) / _size(key) <= 10]


def value(text: str) -> str:
    """*text* as it compares: "Sept. 30" is "September 30", and "3 May" is "May 3"."""
    date = DATE.fullmatch(text)
    if date is not None:
        return f"{date['month'][:3].lower()}{date['first'] or date['last']}"
    return re.sub(r"[^\d.a-z]", "", text.lower())


def _size(text: str) -> float:
    """How large a figure is; the day of the month for a date."""
    digits = FIGURE.search(text)
    size = float(digits.group().replace(",", "")) if digits else 0.0
    factor = {"t": 1e12, "b": 1e9, "m": 1e6, "k": 1e3}.get(
        text[digits.end() :].strip()[:1] if digits else ""
    )
    return max(size * (factor or 1.0), 0.01)


RECIPE = Recipe("detail", propose)
