"""Recipe 15, how many separate sources: whether several voices are several, or one and the same.

What is asked: by how many sources the same is told, where the article tells it more than once; how
many people stand behind what "two people familiar with the talks" say; and which of several
statements goes back to the same source as another one, although it is called by another name there.
"""

import re
from collections.abc import Iterator
from itertools import combinations, islice, permutations
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.question import Process, Skill
from questions.recipes.clauses import speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    reported,
)
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import is_by_name, related
from questions.recipes.statements import Statement
from questions.recipes.wording import PERSONAL, content_words, likeness, normal, words
from questions.types.choice import Choice

NUMBERS = ("one", "two", "three", "four")

COUNTED = re.compile(
    r"(?:the |at least )?(two|three|four) (?:[\w-]+ ){0,3}?(?:people|persons|officials|witnesses"
    r"|residents|employees|sources|men|women|students|teachers|doctors|nurses|lawyers|diplomats"
    r"|neighbou?rs|passengers|members|advis[eo]rs|aides|workers|scientists|researchers|officers)\b",
    re.IGNORECASE,
)
"""As in "two people familiar with the talks"."""

THE_SAME = 0.75
"""From this share of words in common on, two statements say the same."""

NEGATION = re.compile(r"\b(?:not|no|never|nobody|none|without)\b|n[’']t\b", re.IGNORECASE)

STEMS = (
    "In the article, how many separate sources say this? {shown}",
    "Paragraph {number} tells this. How many separate sources say so, all in all? {shown}",
)
STEMS_FOR_PEOPLE = (
    "According to paragraph {number}, how many people told the writer this? {shown}",
    "As paragraph {number} says, how many people told the writer this? {shown}",
)
STEMS_FOR_A_PAIR = (
    "Paragraph {number} reports {told} Which of these comes from the same source?",
    "Paragraph {number} reports {told} Which of these goes back to the same source?",
)

SHORTEST, LONGEST = 5, 26
"""Words of a statement that is shown beside others."""

HALF = re.compile(r"(?:if|when|while|because|although|since|unless)\b[^,]*$", re.IGNORECASE)
"""Only the first half of a sentence: "If you look back and check the transcripts"."""

NEAR = 2
"""Paragraphs before "she", or an office, in which she must have been named whom it means."""

FEWEST, MOST = 2, 3
"""Statements from elsewhere beside the one with the same source."""

ALIKE_IN_LENGTH = 0.4
"""How long a statement must be, as a share, beside the one with the same source."""

PAIRS = 2
"""Questions about statements with the same source, each about another one."""


class Pair(NamedTuple):
    """Two statements by one source, called by two names or far apart."""

    first: Statement
    second: Statement


def propose(material: Material, rng: Random) -> Proposals:
    """How many say the same, how many people stand behind a claim, what has the same source."""
    for same in _said_again(material):
        yield _how_many_say_so(material, same, rng)
    for statement in material.statements:
        if (number := _counted(material, statement)) is not None:
            yield _how_many_people(material, statement, number, rng)
    yield from islice(_with_the_same_source(material, rng), PAIRS)


def _said_again(material: Material) -> Iterator[list[Statement]]:
    """Statements that are made more than once, all together, each time by a source with a name."""
    left = list(material.named_statements)
    while left:
        first = left.pop(0)
        same = [first, *(s for s in left if _say_the_same(first, s))]
        left = [s for s in left if s not in same]
        sources = {s.source for s in same}
        if len(same) > 1 and len(sources) <= len(NUMBERS) and _are_apart(material, sources):
            yield same


def _say_the_same(one: Statement, other: Statement) -> bool:
    """Whether the two have their words in common, both or neither negated, and the same figures."""
    first, second = content_words(one.text), content_words(other.text)
    return (
        one.span.paragraph != other.span.paragraph
        and not speaks_from_elsewhere(one.text + other.text)
        and "?" not in one.text + other.text
        and len(first) > 3
        and len(first & second) >= THE_SAME * max(len(first), len(second))
        and bool(NEGATION.search(one.text)) == bool(NEGATION.search(other.text))
        and re.findall(r"\d+", one.text) == re.findall(r"\d+", other.text)
    )


def _are_apart(material: Material, sources: set[int]) -> bool:
    """Whether no two of them speak for each other."""
    pairs = combinations(sorted(sources), 2)
    return not any(related(material.sources[one], material.sources[other]) for one, other in pairs)


def _counted(material: Material, statement: Statement) -> int | None:
    """How many people make *statement*, where the article counts them right there."""
    mention = material.claim_of(statement).mention
    found = COUNTED.match(material.article.text_of(mention)) if mention else None
    return NUMBERS.index(found[1].lower()) + 1 if found else None


def _with_the_same_source(material: Material, rng: Random) -> Proposals:
    """A question for each source with two statements, those first that it makes by two names."""
    asked: set[int] = set()
    pairs = list(_pairs(material))
    told = [(span, material.article.text_of(span)) for span in reporters_sentences(material)]
    for pair in sorted(rng.sample(pairs, len(pairs)), key=lambda p: _called_alike(material, p)):
        wrong = _of_others(material, pair, told)
        enough = len(wrong) >= FEWEST and any(_is_quoted(t) == pair.second.quoted for t in wrong)
        if pair.first.source not in asked and enough:
            asked.add(pair.first.source)
            yield _which_goes_with_it(material, pair, wrong, rng)


def _pairs(material: Material) -> Iterator[Pair]:
    fit = [s for s in material.named_statements if _is_fit(material, s)]
    for first, second in permutations(fit, 2):
        pair = Pair(first, second)
        if (
            first.source == second.source
            and first.claim != second.claim
            and not (first.looks_back or second.looks_back)
            and any(_is_named_there(material, statement) for statement in pair)
            and (first.span.paragraph != second.span.paragraph or not _called_alike(material, pair))
            and likeness(first.text, second.text) < ALIKE
        ):
            yield pair


def _is_fit(material: Material, statement: Statement) -> bool:
    """Whether it is surely its source's, has it from nobody else, and does not name it."""
    name = set(words(material.source_of(statement).name))
    passed_on = any(claim.within == statement.claim for claim in material.claims.claims)
    return (
        SHORTEST <= len(statement.text.split()) <= LONGEST
        and not passed_on
        and not HALF.match(statement.text)
        and not name & set(words(statement.text))
        and certainty(material, statement.claim) >= SURE_ENOUGH
    )


def _called_alike(material: Material, pair: Pair) -> bool:
    """Whether the source has the same name in both places: then there is less to find out."""
    first, second = (material.claim_of(statement).mention for statement in pair)
    if first is None or second is None:
        return False
    return material.article.text_of(first) == material.article.text_of(second)


def _of_others(material: Material, pair: Pair, told: list[tuple[Span, str]]) -> list[str]:
    """What surely does not come from the source of *pair*: what others say, then what is *told*."""
    source = material.source_of(pair.first)
    said = [
        (statement.span, statement.shown)
        for statement in material.named_statements
        if _is_fit(material, statement)
        and not statement.looks_back
        and not related(material.source_of(statement), source)
        and not _may_be_one(material, statement, pair)
        and material.surely_not(pair.first.source, statement)
    ]
    by_others = _standing_beside(said, pair, [])
    return _standing_beside(told, pair, by_others)[:MOST] if by_others else []


def _is_named_there(material: Material, statement: Statement) -> bool:
    """Whether the words that give *statement* to its source have any part of the name."""
    mention = material.claim_of(statement).mention
    source = material.source_of(statement)
    return mention is not None and is_by_name(source, mention, material.article)


def _may_be_one(material: Material, statement: Statement, pair: Pair) -> bool:
    """Whether *statement* may come from the source of *pair* after all.

    So it is where one of them has only "she" or an office for its source, and the source of the
    other is named close by: the "she" may mean that one.
    """
    return any(
        _may_be_meant(material, one, other)
        for first in pair
        for one, other in ((first, statement), (statement, first))
    )


def _may_be_meant(material: Material, statement: Statement, other: Statement) -> bool:
    mention = material.claim_of(statement).mention
    if mention is None or _is_named_there(material, statement):
        return False
    near = range(mention.paragraph - NEAR, mention.paragraph + 1)
    return any(place.paragraph in near for place in material.source_of(other).mentions)


def _standing_beside(texts: list[tuple[Span, str]], pair: Pair, taken: list[str]) -> list[str]:
    """*taken* and those of *texts* that go with them, the nearest to the right option first."""
    chosen = list(taken)
    number = pair.second.span.paragraph
    for _, text in sorted(texts, key=lambda one: abs(one[0].paragraph - number)):
        if _stands_beside(text, pair, chosen):
            chosen.append(text)
    return chosen


def _stands_beside(text: str, pair: Pair, chosen: list[str]) -> bool:
    """Whether *text* is about as long as the right option, and like nothing that stands there."""
    short, long = sorted((len(text), len(pair.second.shown)))
    taken = (pair.first.text, pair.second.text, *chosen)
    return short >= ALIKE_IN_LENGTH * long and all(likeness(text, one) < ALIKE for one in taken)


def _is_quoted(text: str) -> bool:
    return text.startswith("“")


def _which_goes_with_it(material: Material, pair: Pair, wrong: list[str], rng: Random) -> Choice:
    first, second = pair
    options = [second.shown, *wrong]
    places = [span for s in (second, first) for span in (s.span, *material.claim_of(s).places[-2:])]
    return Choice(
        prompt=rng.choice(STEMS_FOR_A_PAIR).format(number=first.span.paragraph, told=_told(first)),
        options=tuple(rng.sample(options, len(options))),
        key=(second.shown,),
        skill=Skill.INDEPENDENT_SOURCES,
        process=Process.EVALUATE,
        section=material.section(second.span.paragraph),
        evidence=material.whole_sentences(*places),
        explanation=f"{_whose(material, first)} {_whose(material, second)} The two are one source.",
        hint="First find out whose words the statement in the question is. Then look what else the"
        " same source says, perhaps under another name.",
        claim=second.claim,
        confidence=min(certainty(material, s.claim) for s in pair),
    )


def _told(statement: Statement) -> str:
    """What a paragraph gives: "these words: “…”" or "the statement that …", as a sentence ends."""
    told = reported(statement)
    if told.endswith("?"):
        return f"{told[:-1]}."
    return told.replace("words?", "words:", 1).replace("statement?", "statement:", 1)


def _whose(material: Material, statement: Statement) -> str:
    """A sentence on who makes *statement*: "In paragraph 4, “he” means Tom Ferris."."""
    name, mention = _name(material, statement.source), material.claim_of(statement).mention
    called = material.article.text_of(mention) if mention else ""
    place = f"paragraph {statement.span.paragraph}"
    if not called or normal(called) == normal(name):
        return f"In {place} the source is {name}."
    shown = called.lower() if called.lower() in PERSONAL else called
    return f"In {place}, “{shown}” means {name}."


def _how_many_say_so(material: Material, same: list[Statement], rng: Random) -> Choice:
    places = [f"in paragraph {s.span.paragraph} from {_name(material, s.source)}" for s in same]
    return _question(
        rng.choice(STEMS).format(number=same[0].span.paragraph, shown=same[0].shown),
        len({statement.source for statement in same}),
        material=material,
        spans=[span for s in same for span in material.claim_of(s).places],
        explanation=f"The writer has it {' and '.join(places)}.",
    )


def _how_many_people(material: Material, statement: Statement, number: int, rng: Random) -> Choice:
    who = _name(material, statement.source)
    return _question(
        rng.choice(STEMS_FOR_PEOPLE).format(number=statement.span.paragraph, shown=statement.shown),
        number,
        material=material,
        spans=list(material.claim_of(statement).places),
        explanation=f"Paragraph {statement.span.paragraph} says so: “{who}”.",
    )


def _question(
    prompt: str, number: int, *, material: Material, spans: list[Span], explanation: str
) -> Choice:
    return Choice(
        prompt=prompt,
        options=NUMBERS,
        key=(NUMBERS[number - 1],),
        skill=Skill.INDEPENDENT_SOURCES,
        process=Process.EVALUATE,
        section=material.section(spans[0].paragraph),
        evidence=material.whole_sentences(*spans),
        explanation=explanation,
        hint="Find every place where it is told, and see who is named there. Somebody who only"
        " passes it on, or speaks for another, does not count again.",
        confidence=0.85,
    )


def _name(material: Material, source: int) -> str:
    return name_in_a_sentence(material, material.sources[source])


RECIPE = Recipe("how many separate sources", propose, for_review=True)
