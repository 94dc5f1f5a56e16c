"""Recipe 19, word in context. "What does “embattled” mean in paragraph 3?" is such a question.

What is asked: what a common word means here that means another thing elsewhere, or else one word
that few know. Not asked: a word that occurs twice in the article, perhaps in another meaning. The
words and their meanings are in ``word_in_context.txt``, which anybody may add to.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.lexicon import past, present, word_set
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.wording import words
from questions.types.choice import Choice

WORDS = Path(__file__).with_suffix(".txt")

COMMON, RARE = 2, 1
"""Questions about one article: on words with several meanings, else on words that few know."""

WRONG = 3
"""Wrong meanings, where there are so many."""

STEMS = {
    "verb": (
        "In paragraph {n}, which meaning does the verb “{word}” have?",
        "What does the verb “{word}” mean in paragraph {n}?",
    ),
    "": (
        "What does the word “{word}” mean in paragraph {n}?",
        "In paragraph {n}, which meaning does the word “{word}” have?",
        "Which of these is the meaning of “{word}” in paragraph {n}?",
    ),
}

BEFORE_A_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|not|did|does|do|and|or)(?: \w+ly)? $"
)
"""Before a form that might be a noun as well: it is the verb."""

BEFORE_AN_ADJECTIVE = re.compile(r"\b(?:an?|the|this|his|her|its|their|of|some|any|more) $", re.I)
"""Before a form like "alleged", which then describes a noun."""

BEFORE_NO_NOUN = re.compile(r"\b(?:to|will|would|can|could|may|might|should|must|not|they|we) $")
SAYING_NOTHING = word_set("person something somebody people things others being")
"""Longer words that two meanings may share."""


class Entry(NamedTuple):
    """A word with its meaning. ``others`` are its other meanings, ``phrases`` where it has this."""

    part: str
    field: str
    forms: tuple[str, ...]
    meaning: str
    others: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Found(NamedTuple):
    """An entry, and where one of its forms stands."""

    entry: Entry
    span: Span


def propose(material: Material, rng: Random) -> Proposals:
    """A question for a few of the words that the list explains and the article has once."""
    found = list(_found(material))
    rng.shuffle(found)
    common = [one for one in found if one.entry.others]
    rare = [one for one in found if not one.entry.others]
    chosen = common[:COMMON] or rare[:RARE]
    for one in sorted(chosen, key=lambda f: f.span):
        yield _question(material, one, rng)


def _question(material: Material, found: Found, rng: Random) -> Choice:
    entry, paragraph = found.entry, found.span.paragraph
    word = material.article.text_of(found.span)
    wrong = entry.others or _other_meanings(entry, rng)
    options = [entry.meaning, *wrong[:WRONG]]
    stems = STEMS["verb" if entry.meaning.startswith("to ") else ""]
    return Choice(
        prompt=rng.choice(stems).format(word=word, n=paragraph),
        options=tuple(rng.sample(options, len(options))),
        key=(entry.meaning,),
        skill=Skill.WORD_IN_CONTEXT,
        process=Process.UNDERSTAND,
        section=material.section(paragraph),
        evidence=material.whole_sentences(found.span),
        explanation=f"Here “{word}” means: {entry.meaning}. Read the sentence again with that in"
        " mind, and see how well the rest fits.",
        confidence=0.9,
    )


def _found(material: Material) -> Iterator[Found]:
    """Each entry that stands in the text, where the word occurs only once in the article."""
    for entry in entries():
        places = [p for form in entry.forms for p in _places(material, form)]
        fitting = [span for span in places if _fits(material, entry, span)]
        if len(fitting) == 1 and (entry.phrases or len(places) == 1):
            yield Found(entry, fitting[0])


def _places(material: Material, form: str) -> Iterator[Span]:
    if form not in material.words:
        return
    for paragraph in material.article.paragraphs:
        for match in re.finditer(rf"(?<!\w){form}(?!\w)", paragraph.text):
            yield Span(paragraph.number, *match.span())


def _fits(material: Material, entry: Entry, span: Span) -> bool:
    """Whether the word stands alone and is the part of speech that the entry explains."""
    text = material.article.paragraph(span.paragraph).text
    before, after = text[: span.start], text[span.end :]
    if entry.phrases:
        return any(_stands_in(phrase, text, span) for phrase in entry.phrases)
    if before.endswith("-") or after.startswith("-"):
        return False
    if entry.part == "verb":
        inflected = text[span.start : span.end].endswith(("ed", "ing"))
        return (inflected and not BEFORE_AN_ADJECTIVE.search(before)) or bool(
            BEFORE_A_VERB.search(before)
        )
    return not entry.part.startswith("noun") or BEFORE_NO_NOUN.search(before) is None


def _stands_in(phrase: str, text: str, span: Span) -> bool:
    """Whether the word at *span* is part of the *phrase* there."""
    return any(
        match.start() <= span.start and span.end <= match.end()
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    )


def _other_meanings(key: Entry, rng: Random) -> Sequence[str]:
    """Meanings of words of the same part of speech and another field, about as long."""
    meanings = [
        entry.meaning
        for entry in entries()
        if entry.part == key.part
        and entry.field != key.field
        and abs(len(entry.meaning.split()) - len(key.meaning.split())) <= 2
        and not set(words(entry.meaning)) & set(key.forms)
    ]
    chosen: list[str] = []
    for meaning in rng.sample(meanings, len(meanings)):
        if not any(_alike(meaning, other) for other in (key.meaning, *chosen)):
            chosen.append(meaning)
    return chosen[:WRONG]


def _alike(one: str, other: str) -> bool:
    """Whether two meanings share a word that says something."""
    return any(len(word) > 4 for word in (set(words(one)) & set(words(other))) - SAYING_NOTHING)


@cache
def entries() -> tuple[Entry, ...]:
    """Every word of the list, in its order."""
    found: list[Entry] = []
    part, field = "", ""
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part, _, field = line.strip("[]").partition(": ")
        elif line.startswith("in: "):
            phrases = (*found[-1].phrases, *line.removeprefix("in: ").split(", "))
            found[-1] = found[-1]._replace(phrases=phrases)
        elif line and not line.startswith("#"):
            found.append(_entry(part, field, line))
    return tuple(found)


def _entry(part: str, field: str, line: str) -> Entry:
    listed, _, meanings = line.partition(": ")
    first, *more = listed.split(", ")
    meaning, *others = meanings.split("; ")
    forms = (first, *(more or _inflected(part, first)))
    return Entry(part, field, tuple(dict.fromkeys(forms)), meaning, tuple(others))


def _inflected(part: str, word: str) -> tuple[str, ...]:
    """The other forms of a regular verb, or the plural of a noun."""
    if part == "verb":
        stem = word.removesuffix("e") if not word.endswith("ee") else word
        return (present(word), past(word), f"{stem}ing")
    return (present(word),) if part.startswith("noun") else ()


RECIPE = Recipe("word in context", propose, for_review=True)
