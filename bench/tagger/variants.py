"""Articles as others might have written them: other quotation marks, names and cues.

Every change keeps the marks true, so that the tagger learns from the sense and not from our habits.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from bench.gold import GoldArticle
from bench.tagger.layers import Spans, spans
from questions.attribution.quotations import find_quotations
from questions.reading import plain

Edit = tuple[int, int, str]
"""``[start, end)`` in characters of the text, and what to put there."""

MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"))
_OFTEN = (3.0, 3.0, 1.0, 1.0, 0.5)

_NAME = re.compile(r"[A-Z][a-zà-ÿ]{2,}")
_PERSON = re.compile(r"(?:\w+ )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}")
_CUE = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Variants:
    """Makes a new variant of an article each time it is asked for one."""

    names: tuple[str, ...]
    cues: tuple[str, ...]

    @classmethod
    def of(cls, articles: Sequence[GoldArticle]) -> "Variants":
        """Variants with the names and cues of *articles*."""
        names = sorted({name for article in articles for name in people(article)})
        cues = [
            article.text[slice(*one.cue)]
            for article in articles
            for one in article.attributions
            if one.cue and _CUE.fullmatch(article.text[slice(*one.cue)])
        ]
        return cls(tuple(names), tuple(cues))

    def variant(self, article: GoldArticle, rng: Random) -> tuple[str, Spans]:
        """The text of *article* changed here and there, and where its spans are now."""
        text, places = article.text, spans(article)
        if rng.random() < 0.5:
            text, places = edited(text, places, other_marks(text, rng))
        if rng.random() < 0.7:
            text, places = edited(text, places, self._other_names(text, article, rng))
        if rng.random() < 0.7:
            text, places = edited(text, places, self._other_cues(text, places, rng))
        return text, places

    def _other_names(self, text: str, article: GoldArticle, rng: Random) -> list[Edit]:
        """Each name of a person becomes another, the same throughout the article."""
        swapped = {n: rng.choice(self.names) for n in sorted(people(article)) if rng.random() < 0.8}
        return [
            (match.start(), match.end(), swapped[match[0]])
            for match in _NAME.finditer(text)
            if match[0] in swapped
        ]

    def _other_cues(self, text: str, places: Spans, rng: Random) -> list[Edit]:
        """Some cues become another with the same ending, some are misspelt."""
        found = []
        for start, end in places["cue"]:
            cue, chance = text[start:end], rng.random()
            if not _CUE.fullmatch(cue):
                continue
            if chance < 0.12:
                alike = [other for other in self.cues if other[-2:] == cue[-2:]]
                found.append((start, end, rng.choice(alike or [cue])))
            elif chance < 0.18:
                found.append((start, end, misspelt(cue, rng)))
        return found


def people(article: GoldArticle) -> set[str]:
    """The words of the names of the people in *article*."""
    named = [s.name for s in article.sources.values() if s.kind == "person"]
    return {word for n in named if _PERSON.fullmatch(n) for word in _NAME.findall(n)}


def misspelt(word: str, rng: Random) -> str:
    """*word* with two letters changed about, one left out or one doubled."""
    at = rng.randrange(1, len(word) - 1)
    before, letter, behind = word[:at], word[at], word[at + 1 :]
    return rng.choice(
        (before + behind[0] + letter + behind[1:], before + behind, before + 2 * letter + behind)
    )


def other_marks(text: str, rng: Random) -> list[Edit]:
    """Other quotation marks throughout; now and then a closing one is lost."""
    opening, closing = rng.choices(MARKS, _OFTEN)[0]
    careless = rng.random() < 0.3
    article, offsets = plain(text)
    found: list[Edit] = []
    for offset, there in zip(offsets, find_quotations(article.paragraphs), strict=True):
        for start, end in ((offset + q.start, offset + q.end) for q in there if q.depth == 0):
            words = text[start:end]
            if text[start - 1] not in '“"«' or (opening in "‘'" and re.search("[‘’']", words)):
                continue
            found.append((start - 1, start, opening))
            if text[end : end + 1] in ("”", '"', "»"):
                lost = careless and rng.random() < 0.15
                found.append((end, end + 1, "" if lost else closing))
    return found


def edited(text: str, places: Spans, edits: Sequence[Edit]) -> tuple[str, Spans]:
    """*text* with *edits*, of two that overlap only the first, and *places* moved along."""
    pieces: list[str] = []
    ends: list[int] = []
    shifts = [0]
    at = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue
        pieces += [text[at:start], new]
        ends.append(end)
        shifts.append(shifts[-1] + len(new) - (end - start))
        at = end

    def moved(offset: int) -> int:
        return offset + shifts[bisect_right(ends, offset)]

    pieces.append(text[at:])
    return "".join(pieces), {
        layer: [(moved(start), moved(end)) for start, end in some] for layer, some in places.items()
    }
