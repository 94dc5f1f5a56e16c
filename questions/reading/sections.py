"""Where the topic turns: paragraphs in a row that share their words make a section.

As in TextTiling (Hearst 1997), the words before and after each gap between two paragraphs are
compared; then the gaps with the least in common are chosen by dynamic programming, against a
penalty for sections much longer or shorter than the article's own measure.
"""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf, log, sqrt

from questions.article import Paragraph, Section
from questions.reading.headings import headings
from questions.reading.phrases import telling_stems
from questions.reading.quotations import inseparable, led_by_connective, led_by_pronoun, refers_back

_FEWEST, _MOST = 4, 7
_USUAL = 150
"""A section has about so many words where the article leaves the choice."""
_SHORT_ARTICLE = 300
_SHORT_SECTION = 110
_SHORTEST, _LONGEST = 80, 220
_UNDIVIDED = 330
"""A part under one of the article's own subheads is divided only if it has more words."""
_MOST_PARAGRAPHS = 100
_WINDOW = 90
"""So many words on each side of a gap are compared."""
_NEAR = 8
"""No more paragraphs than this are compared on each side."""
_BOUND = 100.0
"""What speaks against parting a quotation from its speaker: more than any length does."""


@dataclass
class Part:
    """What stands under one subhead of the article, or above the first ("").

    ``start`` is the subhead's place in the text; ``openings`` are the numbers of paragraphs with
    which a post or a question begins.
    """

    heading: str = ""
    start: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    openings: set[int] = field(default_factory=set)


def sections(parts: list[Part], headline: str) -> tuple[Section, ...]:
    """The sections of the article that *parts* make; the article's own subheads are kept."""
    own = [part.heading for part in parts if part.heading]
    groups: list[tuple[str, list[Paragraph]]] = []
    for part in parts:
        for index, group in enumerate(_divided(part, alone=len(parts) == 1)):
            groups.append(("" if index else part.heading, group))
    found = iter(headings([group for heading, group in groups if not heading], headline, own))
    return tuple(
        Section(number, heading or next(found), tuple(group), own_heading=bool(heading))
        for number, (heading, group) in enumerate(groups, 1)
    )


def _divided(part: Part, *, alone: bool) -> list[list[Paragraph]]:
    """The paragraphs of *part* in groups, one for each section."""
    lengths = [len(paragraph.text.split()) for paragraph in part.paragraphs]
    total = sum(lengths)
    if part.heading and total <= _UNDIVIDED:
        return [part.paragraphs]
    usual = _usual_length(total, alone=alone)
    starts = _best_starts(lengths, _turns(part), usual)
    ends = [*starts[1:], len(lengths)]
    return [part.paragraphs[start:end] for start, end in zip(starts, ends, strict=True)]


def _usual_length(total: int, *, alone: bool) -> float:
    """How many words a section should have in an article, or a part of one, of *total* words."""
    if not alone:
        return total / max(1, round(total / _USUAL))
    if total < _SHORT_ARTICLE:
        return total / max(1, round(total / _SHORT_SECTION))
    number = min(_MOST, max(_FEWEST, round(total / _USUAL)))
    return min(_LONGEST - 30, total / number)


def _turns(part: Part) -> list[float]:
    """For each paragraph, what speaks for a section to begin with it."""
    paragraphs = part.paragraphs
    bags = [Counter(telling_stems(paragraph.text)) for paragraph in paragraphs]
    weights = _weights(bags)
    turns = [0.0]
    for index, (before, after) in enumerate(pairwise(paragraphs), 1):
        if inseparable(before.text, after.text):
            turns.append(-_BOUND)
            continue
        likeness = _likeness(
            _window(bags[max(0, index - _NEAR) : index][::-1]),
            _window(bags[index : index + _NEAR]),
            weights,
        )
        turn = 1 - likeness + 0.8 * (after.number in part.openings)
        turn -= 0.6 * refers_back(after.text)
        turn -= 1.2 * led_by_pronoun(after.text) + 0.3 * led_by_connective(after.text)
        turns.append(turn + 0.25 * _names_somebody_new(bags, index))
    return turns


def _weights(bags: list[Counter[str]]) -> dict[str, float]:
    """How telling each word is: less so, the more paragraphs have it."""
    spread = Counter(word for bag in bags for word in bag)
    return {word: log(1 + len(bags) / count) for word, count in spread.items()}


def _window(bags: list[Counter[str]]) -> Counter[str]:
    """The words of the nearest paragraphs in *bags*, up to the width of the window."""
    window: Counter[str] = Counter()
    for bag in bags:
        window.update(bag)
        if window.total() >= _WINDOW // 2:
            break
    return window


def _likeness(one: Counter[str], other: Counter[str], weights: dict[str, float]) -> float:
    """The cosine of the two bags of words, each word at its weight."""
    shared = sum(one[word] * other[word] * weights[word] ** 2 for word in one.keys() & other.keys())
    norms = [sqrt(sum((n * weights[w]) ** 2 for w, n in bag.items())) for bag in (one, other)]
    return shared / (norms[0] * norms[1]) if all(norms) else 0.0


def _names_somebody_new(bags: list[Counter[str]], index: int) -> bool:
    """Whether most of what paragraph *index* speaks of has not been spoken of just before."""
    near = bags[index - 1] + (bags[index - 2] if index > 1 else Counter())
    new = sum(1 for word in bags[index] if word not in near)
    return new > 0.85 * max(1, len(bags[index]))


def _best_starts(lengths: list[int], turns: list[float], usual: float) -> list[int]:
    """The paragraphs with which sections begin, for the greatest gain less penalty in all."""
    count = len(lengths)
    best = [0.0] + [-inf] * count
    came_from = [0] * (count + 1)
    for end in range(1, count + 1):
        words = 0
        for start in range(end - 1, -1, -1):
            words += lengths[start]
            value = best[start] + (turns[start] if start else 0) - _penalty(words, usual)
            if value > best[end]:
                best[end], came_from[end] = value, start
            if words > 4 * _LONGEST or end - start >= _MOST_PARAGRAPHS:
                break
    starts = []
    at = count
    while at > 0:
        at = came_from[at]
        starts.append(at)
    return starts[::-1]


def _penalty(words: int, usual: float) -> float:
    """What a section of so many words costs."""
    off = (words - usual) / usual
    outside = max(0, words - _LONGEST, min(_SHORTEST, usual) - words) / usual
    return 1.0 + 3 * off * off + 6 * outside
