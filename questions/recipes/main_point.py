"""Recipe 20, main point: the sentence that the others build on, of the article or of a section.

What is asked: which of four sentences says what the whole article is about, where the first one
takes up the headline and its words come back all over the text; the others are details from further
down. Of a section likewise, where its first sentence is by far the most central one. Not asked:
where an article opens with a scene, where it tests whether a claim is right (what it opens with may
be the claim), or where another sentence comes close.
"""

import re
from collections.abc import Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from questions.article import Section, Span
from questions.claims import SourceKind
from questions.marks import OPENING, balanced
from questions.question import Process, Skill
from questions.recipes.clauses import is_clause, is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK, OF_ONE_PERSON, dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import WORD, content_words, likeness
from questions.sentences import sentences_of
from questions.types.choice import Choice

FEWEST_PARAGRAPHS, FEWEST_SENTENCES = 3, 5
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

STEMS_FOR_THE_ARTICLE = (
    "Which sentence best says what the article as a whole is about?",
    "Which of these sentences gives the main point of the article?",
    "Which sentence would best tell a friend what this article is about?",
)
STEMS = (
    "Which of these gives the main point of the part from paragraph {first} to paragraph {last}?",
    "Which sentence best says what the part from paragraph {first} to paragraph {last} is about?",
)


SOME = 0.4
"""How many paragraphs come back to the main point of the article, where a headline says it, too."""

DATELINE = re.compile(r"^[A-Z]{3,}[\w ,.()]{0,40}?(?: [-–—]+|:) ")
TRAILING = re.compile(
    r", (?:which|who|where|after|as|but|while|when|despite|according to|although|amid"
    r"|(?:hours|days|weeks) after|[a-z]+ing) "
)
"""Opens what the main point of a long sentence can do without."""

SCENE = re.compile(
    r"(?:On (?:a|an|the (?:night|morning|evening|afternoon|day)|most)|In (?:a|the early)"
    r"|It (?:was|is)|There (?:is|are|was|were)|At (?:a|the|\d+|[a-z]+ (?:past|to|o[’']clock)))\b"
    r"|[\w ]{2,30}: |[A-Z]{4,} (?![A-Z]{4})"
)
"""Opens a story, or as in "The claim: …" what is about to be checked, and not the news.

A first word in capitals tells which sentence opens the article.
"""

TESTS_A_CLAIM = re.compile(
    r"\bfact[- ]check|\bwe (?:rate|rated|checked)\b|\b(?:mostly|partly|entirely) (?:false|true)\b"
    r"|\b(?:verdict|rating|claim|false|true|misleading): ",
    re.IGNORECASE,
)
"""In an article that is about whether something is right."""

SAID_OF_IT = re.compile(r"\b(?:it|he|she|they) (?:said|says|added|adds|told)\b")
"""Whose words they are stands in another sentence."""

ALSO = re.compile(r"\b(?:also|too|again|another|others?|however|meanwhile|then)\b", re.IGNORECASE)
"""Goes on from what came before."""

DEFINITE = re.compile(r"(?:The|These|Those|Such) (?=[a-z])")
"""Opens with what was told of before: "The lip, expected to cost …"."""

CAPITALISED = re.compile(r"\b[A-Z]\S*")

OF_THE_HEADLINE = 2
"""Words that matter which the first sentence has in common with the headline, not all names."""

WRONG, PER_SECTION = 3, 2
"""Details beside the main point of the article, and how many of them may be from one section."""


class Ranked(NamedTuple):
    """A sentence, and how central it is to its section."""

    span: Span
    text: str
    weight: float


def propose(material: Material, rng: Random) -> Proposals:
    """A question about the article, and one for each section with one clear point."""
    ranked = {section.number: _ranked(material, section) for section in material.article.sections}
    yield from _about_the_article(material, ranked, rng)
    for section in material.article.sections:
        point = _point(material, section, ranked[section.number])
        if point is None:
            continue
        wrong = _wrong(material, section, point, ranked)
        if len(wrong) > 1:
            yield _question(material, section, point, wrong, rng)


def _about_the_article(
    material: Material, ranked: dict[int, list[Ranked]], rng: Random
) -> Proposals:
    """What all of it is about, where the first sentence says so as the headline does."""
    number, *later = ranked or (0,)
    point = _put_shortly(ranked[number][0]) if later and not _tests_a_claim(material) else None
    if point is None or not _is_the_news(material, point):
        return
    headline = content_words(material.article.headline)
    chosen: list[str] = []
    for section in rng.sample(later, len(later)):
        details = (
            one.text
            for one in sorted(ranked[section], key=lambda one: one.weight)
            if len(headline & content_words(one.text)) < 2
            and _stands_beside(material, one, (point.text, *chosen))
        )
        chosen += islice(details, PER_SECTION)
    if len(chosen) >= WRONG:
        options = (point.text, *chosen[:WRONG])
        yield Choice(
            prompt=rng.choice(STEMS_FOR_THE_ARTICLE),
            options=tuple(rng.sample(options, len(options))),
            key=(point.text,),
            skill=Skill.MAIN_POINT,
            process=Process.UNDERSTAND,
            section=number,
            evidence=material.whole_sentences(point.span),
            explanation="The article says so at the start, and all of it has to do with that. The"
            " other sentences tell only one thing each, from further down.",
            hint="Ask of each sentence: is the whole article about that, or only a part of it?",
            confidence=0.95,
        )


def _tests_a_claim(material: Material) -> bool:
    texts = (material.article.headline, *(p.text for p in material.article.paragraphs))
    return any(TESTS_A_CLAIM.search(text) for text in texts)


def _put_shortly(first: Ranked) -> Ranked:
    """The first sentence without its dateline and, if it is long, without what trails behind."""
    text = DATELINE.sub("", first.text)
    if len(text.split()) > LONGEST:
        starts = [trail.start() for trail in TRAILING.finditer(text)]
        heads = [text[:start] for start in starts if balanced(text[:start])]
        fitting = [head for head in heads if SURELY <= len(head.split()) <= LONGEST]
        text = f"{fitting[-1]}." if fitting else text
    return first._replace(text=text)


def _is_the_news(material: Material, first: Ranked) -> bool:
    """Whether the first sentence takes up the headline, and most paragraphs come back to it."""
    own, headline = content_words(first.text), content_words(material.article.headline)
    paragraphs = material.article.paragraphs[1:]
    come_back = sum(bool(own & content_words(p.text)) for p in paragraphs)
    things = content_words(CAPITALISED.sub("", first.text))
    return (
        SCENE.match(first.text) is None
        and bool(things & headline or not headline)
        and len(own & headline) >= min(OF_THE_HEADLINE, len(headline))
        and come_back >= (SOME if headline else MOST) * len(paragraphs)
        and _can_stand(material, first)
    )


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
        confidence=0.85,
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
        and one.text.rstrip("”’\"'").endswith(".")
        and not material.is_list_item(one.span.paragraph)
        and not is_headline(one.text)
        and not GOES_ON.match(one.text)
        and not SAID_OF_IT.search(one.text)
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
        and not _hangs(material, one, taken[0])
    )


def _hangs(material: Material, one: Ranked, point: str) -> bool:
    """Whether a sentence shows by its form that it comes from mid-story, as *point* does not.

    It has "he" in it for somebody with whom it does not open, "also", a surname alone, or opens
    with something definite.
    """
    return (
        one.text.startswith(OPENING)
        or (
            OF_ONE_PERSON.search(one.text) is not None
            and not _opens_with_somebody(material, one.text)
        )
        or ALSO.search(one.text) is not None
        or LOOKS_BACK.search(one.text) is not None
        or DEFINITE.match(one.text) is not None
        or _has_a_surname_alone(material, one.text, point)
    )


def _opens_with_somebody(material: Material, text: str) -> bool:
    """Whether it begins with a whole name, or with somebody new: "A pupil said he had …"."""
    names = (s.name for s in material.sources if s.kind is SourceKind.PERSON and " " in s.name)
    return text.startswith(("A ", "An ", "One ", *names))


def _has_a_surname_alone(material: Material, text: str, point: str) -> bool:
    """Whether somebody is called by less than the name that the article has elsewhere."""
    names = [s.name.split() for s in material.sources if s.kind is SourceKind.PERSON]
    found = set(WORD.findall(text))
    return any(
        len(name) > 1 and name[-1] in found and name[-2] not in found and name[-1] not in point
        for name in names
    )


RECIPE = Recipe("main point", propose, for_review=True)
