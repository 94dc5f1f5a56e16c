"""Recipe 15, how many separate sources: whether several voices are several, or one and the same."""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Claim, SourceKind, Stance
from questions.question import Process, Skill
from questions.recipes.clauses import speaks_from_elsewhere
from questions.recipes.material import Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
)
from questions.recipes.reporter import HINTS_AT_A_VOICE
from questions.recipes.sources import is_named, related
from questions.recipes.statements import Statement
from questions.recipes.wording import PERSONAL, content_words, normal
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

SEVERAL = re.compile(
    r"(?:many|some|several|most|both|other|all|few|its|his|her|their|they)\b|.* and ", re.IGNORECASE
)
NO_ONE_SOURCE = re.compile(r"(?:[A-Z][a-z]+s|Republican|Democrat)|.*\b[a-z]{4,}\b .*")
"""Names such as "Committees", or into which other words have got: "Todd asked Pence"."""

JOINED = re.compile(r"\b(?:and|or|both)\b", re.IGNORECASE)
"""Right before a source or right behind it: it does not speak alone."""

ANOTHER_VOICE = re.compile(
    r"(?<!said )(?<!says )(?<!told )\bthat [a-z]"
    r"|\b(?:said|says?|told|tells?|according|point|asked)\b"
)
"""What is left of a sentence beside what sources say in it, if somebody else speaks in it, too."""

STEMS = (
    "By how many separate sources is this told in the article? {shown}",
    "Paragraph {number} tells this. By how many separate sources is it told, all in all? {shown}",
)
STEMS_FOR_PEOPLE = (
    "By how many people is this told, as paragraph {number} has it? {shown}",
    "In paragraph {number}, by how many people is this told to the writer? {shown}",
)
STEMS_FOR_A_PASSAGE = (
    "By how many different sources is something said from paragraph {first} to paragraph {last}?",
    "From paragraph {first} to paragraph {last}, by how many different sources is something said?",
)

LONGEST_PASSAGE = 3
"""Paragraphs that are read together."""

FEWEST_CLAIMS = 3
"""Claims in such a passage."""


class Passage(NamedTuple):
    """Some paragraphs in a row, with the indexes of the claims that are made there."""

    first: int
    last: int
    claims: list[int]


def propose(material: Material, rng: Random) -> Proposals:
    """How many say the same, how many people stand behind a claim, how many speak in a passage."""
    for same in _said_again(material):
        yield _how_many_say_so(material, same, rng)
    for statement in material.statements:
        if (number := _counted(material, statement)) is not None:
            yield _how_many_people(material, statement, number, rng)
    for passage in _passages(material):
        yield _how_many_speak(material, passage, rng)


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


def _passages(material: Material) -> Iterator[Passage]:
    """Passages in which sources are called by more than one name, none reaching into the next."""
    end = 0
    for section in material.article.sections:
        numbers = [paragraph.number for paragraph in section.paragraphs]
        for at, first in enumerate(numbers):
            for last in reversed(numbers[at + 1 : at + LONGEST_PASSAGE]):
                passage = _passage(material, first, last)
                if first > end and passage is not None:
                    end = last
                    yield passage


def _passage(material: Material, first: int, last: int) -> Passage | None:
    """The passage from paragraph *first* to *last*, if all who speak there are surely known."""
    claims = [
        index
        for index, claim in enumerate(material.claims.claims)
        if first <= claim.content[0].paragraph <= last
    ]
    passage = Passage(first, last, claims)
    clear = (
        len(claims) >= FEWEST_CLAIMS
        and all(_is_clear(material, index) for index in claims)
        and len(_sources(material, passage)) <= len(NUMBERS)
        and _are_apart(material, _sources(material, passage))
        and _calls_somebody_by_two_names(material, passage)
        and all(_ends_a_sentence(material, number) for number in range(first, last + 1))
        and not any(_may_be_anothers(material, s) for s in _sentences(material, passage))
    )
    return passage if clear else None


def _is_clear(material: Material, index: int) -> bool:
    """Whether the claim at *index* is simply said, and surely by the source that is given."""
    claim = material.claims.claims[index]
    if claim.source is None or claim.cue is None or claim.mention is None:
        return False
    text = material.article.paragraph(claim.mention.paragraph).text
    around = text[: claim.mention.start][-8:], text[claim.mention.end :][:5]
    return (
        claim.within is None
        and claim.stance is Stance.SPEECH
        and material.sources[claim.source].kind in {SourceKind.PERSON, SourceKind.ORGANISATION}
        and is_named(material.sources[claim.source])
        and NO_ONE_SOURCE.fullmatch(material.sources[claim.source].name) is None
        and SEVERAL.match(material.article.text_of(claim.mention)) is None
        and not any(JOINED.search(part) for part in around)
        and certainty(material, index) >= SURE_ENOUGH
    )


def _sources(material: Material, passage: Passage) -> set[int]:
    found = (material.claims.claims[index].source for index in passage.claims)
    return {source for source in found if source is not None}


def _calls_somebody_by_two_names(material: Material, passage: Passage) -> bool:
    """Whether some source is named in more than one way: "Okafor", "the engineer", "she"."""
    names = {
        (claim.source, normal(material.article.text_of(claim.mention)))
        for claim in (material.claims.claims[index] for index in passage.claims)
        if claim.mention is not None
    }
    return len(names) > len(_sources(material, passage))


def _sentences(material: Material, passage: Passage) -> list[Span]:
    return [s for s in material.sentences if passage.first <= s.paragraph <= passage.last]


def _ends_a_sentence(material: Material, paragraph: int) -> bool:
    """Whether the paragraph ends as text does, and not as a heading or the line of a web page."""
    return material.article.paragraph(paragraph).text.endswith((".", "?", "!", "”", '"', "’", "'"))


def _may_be_anothers(material: Material, sentence: Span) -> bool:
    """Whether what no claim covers of *sentence* sounds as if somebody else spoke as well."""
    text = material.article.text_of(sentence)
    covered = [
        range(part.start - sentence.start, part.end - sentence.start)
        for claim in material.claims.claims
        for part in (*claim.content, claim.cue)
        if part is not None and part.overlap(sentence)
    ]
    rest = "".join(c for at, c in enumerate(text) if not any(at in part for part in covered))
    voices = ANOTHER_VOICE if covered else HINTS_AT_A_VOICE
    return voices.search(rest) is not None


def _how_many_say_so(material: Material, same: list[Statement], rng: Random) -> Choice:
    places = [f"in paragraph {s.span.paragraph} from {_name(material, s.source)}" for s in same]
    return _question(
        rng.choice(STEMS).format(number=same[0].span.paragraph, shown=same[0].shown),
        len({statement.source for statement in same}),
        material=material,
        spans=[span for s in same for span in _places(material.claim_of(s))],
        explanation=f"The writer has it {' and '.join(places)}.",
    )


def _how_many_people(material: Material, statement: Statement, number: int, rng: Random) -> Choice:
    who = _name(material, statement.source)
    return _question(
        rng.choice(STEMS_FOR_PEOPLE).format(number=statement.span.paragraph, shown=statement.shown),
        number,
        material=material,
        spans=_places(material.claim_of(statement)),
        explanation=f"Paragraph {statement.span.paragraph} says so: “{who}”.",
    )


def _how_many_speak(material: Material, passage: Passage, rng: Random) -> Choice:
    claims = [material.claims.claims[index] for index in passage.claims]
    sources = sorted(_sources(material, passage))
    return _question(
        rng.choice(STEMS_FOR_A_PASSAGE).format(first=passage.first, last=passage.last),
        len(sources),
        material=material,
        spans=[span for claim in claims for span in _places(claim)],
        explanation=" ".join(_all_names(material, claims, source) for source in sources),
    )


def _all_names(material: Material, claims: list[Claim], source: int) -> str:
    """A sentence on who a source is: "“Okafor” and “she” mean Ada Okafor."."""
    mentions = [claim.mention for claim in claims if claim.source == source and claim.mention]
    texts = (material.article.text_of(mention) for mention in mentions)
    called = dict.fromkeys(text.lower() if text.lower() in PERSONAL else text for text in texts)
    name = _name(material, source)
    if list(called) == [name]:
        return f"One is {name}."
    others = [f"“{text}”" for text in called if text != name]
    return f"{' and '.join(others)} {'mean' if len(others) > 1 else 'means'} {name}."


def _question(
    prompt: str, number: int, *, material: Material, spans: list[Span], explanation: str
) -> Choice:
    return Choice(
        prompt=prompt,
        options=tuple(f"By {word}" for word in NUMBERS),
        key=(f"By {NUMBERS[number - 1]}",),
        skill=Skill.INDEPENDENT_SOURCES,
        process=Process.EVALUATE,
        section=material.section(spans[0].paragraph),
        evidence=material.whole_sentences(*spans),
        explanation=explanation,
        confidence=0.8,
    )


def _places(claim: Claim) -> list[Span]:
    return [span for span in (*claim.content, claim.cue, claim.mention) if span is not None]


def _name(material: Material, source: int) -> str:
    return name_in_a_sentence(material, material.sources[source])


RECIPE = Recipe("how many separate sources", propose, for_review=True)
