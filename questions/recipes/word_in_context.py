"""Recipe 19, word in context: what a common word means here that means another thing elsewhere.

The wrong options are what the same word means elsewhere, so that only the sentence around it can
tell. Not asked: a word with one meaning only, or one that stands in no phrase that decides which it
has, or in two. The words, their meanings and the phrases are in ``word_in_context.txt``, which
anybody may add to.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.question import Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe
from questions.types.choice import Choice

WORDS = Path(__file__).with_suffix(".txt")

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


class Entry(NamedTuple):
    """A word with its meaning in some phrases, and ``others`` that it has elsewhere."""

    forms: tuple[str, ...]
    meaning: str
    others: tuple[str, ...]
    phrases: tuple[str, ...] = ()


class Found(NamedTuple):
    """An entry, and where one of its forms stands."""

    entry: Entry
    span: Span


def propose(material: Material, rng: Random) -> Proposals:
    """A question for one of the words that the list explains and the article has once."""
    found = list(_found(material))
    if found:
        yield _question(material, rng.choice(found), rng)


def _question(material: Material, found: Found, rng: Random) -> Choice:
    entry, paragraph = found.entry, found.span.paragraph
    word = material.article.text_of(found.span)
    options = [entry.meaning, *entry.others[:WRONG]]
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
    """Each entry that stands once in one of its phrases, and nowhere else in that paragraph."""
    for entry in entries():
        places = [p for form in entry.forms for p in _places(material, form)]
        fitting = [span for span in places if _fits(material, entry, span)]
        if len(fitting) == 1 and [p.paragraph for p in places].count(fitting[0].paragraph) == 1:
            yield Found(entry, fitting[0])


def _places(material: Material, form: str) -> Iterator[Span]:
    if form not in material.words:
        return
    for paragraph in material.article.paragraphs:
        for match in re.finditer(rf"(?<!\w){form}(?!\w)", paragraph.text):
            yield Span(paragraph.number, *match.span())


def _fits(material: Material, entry: Entry, span: Span) -> bool:
    """Whether the word at *span* is part of one of the phrases there."""
    text = material.article.paragraph(span.paragraph).text
    return any(
        match.start() <= span.start and span.end <= match.end()
        for phrase in entry.phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    )


@cache
def entries() -> tuple[Entry, ...]:
    """Every word of the list, in its order."""
    found: list[Entry] = []
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("in: "):
            phrases = (*found[-1].phrases, *line.removeprefix("in: ").split(", "))
            found[-1] = found[-1]._replace(phrases=phrases)
        elif line and not line.startswith("#"):
            forms, _, meanings = line.partition(": ")
            meaning, *others = meanings.split("; ")
            found.append(Entry(tuple(forms.split(", ")), meaning, tuple(others)))
    return tuple(found)


RECIPE = Recipe("word in context", propose, for_review=True)
