"""Where an article refers to somebody or something: names, "he" and "she", descriptions.

A reference stands at its head word; a name at its last word.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from questions import nouns
from questions.attribution.names import Names
from questions.attribution.parse import Parsed, Token
from questions.attribution.reported import Reported
from questions.attribution.speakers import Phrase, phrase

Place = tuple[int, int]
"""Paragraph index and token index."""

_SUBJECTS = ("nsubj", "nsubjpass")


class Way(Enum):
    """How an article refers."""

    NAME = auto()
    PRONOUN = auto()
    DESCRIPTION = auto()


@dataclass(frozen=True, slots=True)
class Reference:
    """Where and how the article refers to somebody.

    ``sentence`` counts the reporter's sentences through the article; those inside quotation marks
    are not counted. ``leads`` if it is the subject of a main clause, ``owns`` if a possessive;
    ``speaking`` if it is the source of a claim; ``quoted`` inside quotation marks.
    """

    at: int
    index: int
    way: Way
    sentence: int
    is_subject: bool
    leads: bool
    owns: bool
    speaking: bool
    quoted: bool

    @property
    def place(self) -> Place:
        """Paragraph index and token index."""
        return self.at, self.index


class Sources:
    """The attributions' sources as written, by the place of their heads."""

    def __init__(self, everything: list[Reported]) -> None:
        self.phrases: dict[Place, Phrase] = {}
        self.speaking: set[Place] = set()
        self.contents: dict[Place, tuple[tuple[int, int], ...]] = {}
        for one in everything:
            if one.source is not None:
                place = (one.paragraph - 1, one.source.head)
                self.phrases[place] = one.source
                self.contents.setdefault(place, one.pieces)
                if one.quoted_in is None:
                    self.speaking.add(place)


def references(
    parsed: tuple[Parsed, ...], names: Names, sources: Sources, quoted: list[list[tuple[int, int]]]
) -> Iterator[Reference]:
    """All references of the article, in order; *quoted* has each paragraph's quotations."""
    sentence = 0
    for at, paragraph in enumerate(parsed):
        inside = _Stretches(quoted[at])
        for token in paragraph.tokens:
            in_quotes = inside.hold(token.start)
            sentence += token.opens_sentence and not in_quotes
            way = _way(paragraph, token, (at, token.index), names, sources)
            if way is not None:
                subject = _as_subject(paragraph, token)
                yield Reference(
                    at=at,
                    index=token.index,
                    way=way,
                    sentence=sentence,
                    is_subject=subject is not None,
                    leads=subject is not None and _is_main(paragraph, paragraph.head(subject)),
                    owns=token.tag == "PRP$" or token.dep == "poss",
                    speaking=(at, token.index) in sources.speaking,
                    quoted=in_quotes,
                )
        sentence += 1


def _as_subject(parsed: Parsed, token: Token) -> Token | None:
    """The subject that *token* is, or is the name beside ("Her mother, Beth Aldous, said")."""
    if token.dep == "appos":
        token = parsed.head(token)
    return token if token.dep in _SUBJECTS else None


def _is_main(parsed: Parsed, verb: Token) -> bool:
    while verb.dep == "conj":
        verb = parsed.head(verb)
    return verb.dep == "ROOT"


class _Stretches:
    """Which characters of a paragraph are quoted; answers in logarithmic time."""

    def __init__(self, stretches: list[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, at: int) -> bool:
        """Whether the character at *at* lies in any stretch."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and self._ends[before] > at


def _way(parsed: Parsed, token: Token, place: Place, names: Names, sources: Sources) -> Way | None:
    if place in names.at:
        last = names.at.get((place[0], place[1] + 1)) is not names.at[place]
        return Way.NAME if last or place in sources.phrases else None
    if token.form in nouns.SINGULAR_PRONOUNS:
        return Way.PRONOUN
    if place in sources.phrases:
        pronoun = token.tag in ("PRP", "PRP$") or token.form in nouns.THEY | nouns.SPEAKER_PRONOUNS
        return Way.PRONOUN if pronoun else Way.DESCRIPTION
    return Way.DESCRIPTION if _describes(parsed, token) else None


def _describes(parsed: Parsed, token: Token) -> bool:
    """Whether the noun *token* names a person, body, group or document by what it is."""
    if token.tag not in ("NN", "NNS") or token.dep in ("compound", "amod", "nmod"):
        return False
    if token.tag == "NN" and not parsed.children(token, "det", "poss", "nummod"):
        return False
    if token.dep in _SUBJECTS and token.lemma not in nouns.NOBODY:
        return parsed.name_at(token) is None
    known = nouns.is_human(token.lemma) or nouns.is_document(token.lemma, token.form)
    known = known or token.lemma in nouns.ORGANISATIONS | nouns.BODIES
    known = known or token.form in nouns.PEOPLE_WORDS
    return known and parsed.name_at(token) is None


def description(parsed: Parsed, reference: Reference, sources: Sources) -> Phrase:
    """The words of a description: as the source is written, or the noun phrase of its head."""
    found = sources.phrases.get(reference.place)
    return found or phrase(parsed, parsed.tokens[reference.index])
