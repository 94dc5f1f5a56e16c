"""A heading for a section: a phrase that stands in it and tells it from the other sections."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from questions.article import Paragraph
from questions.reading import words
from questions.reading.phrases import (
    FUNCTION_WORDS,
    head_of,
    noun_phrases,
    people,
    stem,
    telling_stems,
)

_BY_LENGTH = {1: 0.05, 2: 0.8, 3: 1.0, 4: 1.1, 5: 1.05, 6: 0.9}
"""What the number of its words makes of a phrase."""
_ONCE = 0.2
"""What a word that stands only once in a section is worth, against one that stands there twice."""
_IN_HEADLINE = 1.3
_A_PERSON = 0.15
"""Somebody's name or role tells who speaks in a section, seldom what it is about."""
_A_NAME = 0.5
_REPEATED = 1.5
_LIKE_ANOTHER = 0.3
_CLAUSE = re.compile(r"[^\s.,:;!?“”\"«»()…。，：！？][^.,:;!?“”\"«»()…。，：！？]*")
_FARTHEST = 400
_MOST_WORDS = 6
_EARLY = 0.4
"""How much more a phrase of the first paragraph is worth than one of the last."""


def headings(
    groups: Sequence[Sequence[Paragraph]], headline: str, taken: Sequence[str]
) -> list[str]:
    """A heading for each group of paragraphs, none like another or like one of *taken*."""
    everywhere = Counter(word for group in groups for word in set(_stems(group)))
    topic = set(telling_stems(headline))
    used = [set(telling_stems(heading)) for heading in taken]
    names = {heading.lower() for heading in taken}
    found = []
    for group in groups:
        weights = _weights(group, everywhere, len(groups), topic)
        heading = _best(group, weights, used)
        if len(heading.split()) < 2:
            heading = _best(group, weights, used, strict=False)
        if len(heading.split()) < 2 or heading.lower() in names:
            heading = _first_words(group, names)
        names.add(heading.lower())
        used.append(set(telling_stems(heading)))
        found.append(heading)
    return found


def _stems(group: Sequence[Paragraph]) -> list[str]:
    return [word for paragraph in group for word in telling_stems(paragraph.text)]


def _weights(
    group: Sequence[Paragraph], everywhere: Counter[str], number: int, topic: set[str]
) -> dict[str, float]:
    """What each word of *group* is worth: much where it is often here and seldom elsewhere."""
    counts = Counter(_stems(group))
    return {
        word: (1 + log(count) if count > 1 else _ONCE)
        * log(1 + number / everywhere[word])
        * (_IN_HEADLINE if word in topic else 1)
        for word, count in counts.items()
    }


def _best(
    group: Sequence[Paragraph],
    weights: dict[str, float],
    used: Sequence[set[str]],
    *,
    strict: bool = True,
) -> str:
    """The phrase of *group* that is worth most, or "" if there is none."""
    places = [
        (phrase, n) for n, p in enumerate(group) for phrase in noun_phrases(p.text, strict=strict)
    ]
    times = Counter(phrase.lower() for phrase, _ in places)
    persons = {name for paragraph in group for name in people(paragraph.text)}

    def worth(place: tuple[str, int]) -> float:
        phrase, at = place
        stems = set(telling_stems(phrase))
        value = sum(sorted((weights.get(word, 0.0) for word in stems), reverse=True)[:3])
        value *= _kind(phrase, persons) * _BY_LENGTH[len(phrase.split())]
        value *= (_REPEATED if times[phrase.lower()] > 1 else 1) * (1 - _EARLY * at / len(group))
        alike = any(2 * len(stems & other) > len(stems) for other in used)
        return value * _LIKE_ANOTHER if alike else value

    phrase, _ = max(places, key=worth, default=("", 0))
    return phrase[:1].upper() + phrase[1:]


def _kind(phrase: str, persons: set[str]) -> float:
    """What *phrase* is worth as the name of a role, of a person, of another, or as none."""
    head = stem(head_of(phrase))
    named = all(word[0].isupper() for word in phrase.split())
    if head in words.ROLES or _is_relative(phrase) or (named and head in persons):
        return _A_PERSON
    return _A_NAME if named else 1


def _is_relative(phrase: str) -> bool:
    """Whether *phrase* is a role and a name ("cousin Cordelia")."""
    first, *others = phrase.split()
    return stem(first) in words.ROLES and any(word[0].isupper() for word in others)


def _first_words(group: Sequence[Paragraph], names: set[str]) -> str:
    """The first words of the section that make a heading which no other section has."""
    for paragraph in group:
        for clause in _CLAUSE.findall(paragraph.text[:_FARTHEST]):
            own = clause.split()[:_MOST_WORDS]
            while own and own[-1].lower() in FUNCTION_WORDS:
                own.pop()
            heading = " ".join(own)
            if len(own) > 1 and heading.lower() not in names:
                return heading[:1].upper() + heading[1:]
    return f"Part {len(names) + 1}"
