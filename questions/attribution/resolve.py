"""Which source each attribution has: what its mention means, or who is speaking."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from questions.article import Span
from questions.attribution import nouns
from questions.attribution.cast import Entity
from questions.attribution.meaning import NOBODY, Meaning, Reader
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed
from questions.attribution.references import Sources
from questions.attribution.reported import Reported
from questions.claims import Naming, Source, SourceKind

AUTHOR = "the writer"
"""The article's own voice as a source ("I believe …")."""

_SURELY_PEOPLE = 4
"""Votes from which on a name that says nothing is taken for a person's."""


@dataclass(frozen=True)
class Resolved:
    """An attribution with the index of its source, how sure that is (0 to 1), and why."""

    reported: Reported
    source: int | None
    mention: Span | None
    certainty: float
    told_by: str = ""


class Resolver:
    """Gives the attributions of an article their sources."""

    def __init__(
        self, parsed: tuple[Parsed, ...], names: Names, everything: list[Reported]
    ) -> None:
        self._parsed = parsed
        self._names = names
        self._everything = everything
        quoted: list[list[tuple[int, int]]] = [[] for _ in parsed]
        for one in everything:
            if not quoted[one.paragraph - 1]:
                outer = one.layout.outer
                quoted[one.paragraph - 1] = [(q.start, q.end) for q in outer]
        self._reader = Reader(parsed, names, Sources(everything), quoted)
        self._numbers: dict[int, int] = {}
        self._met: list[int] = []
        self._spans: list[set[Span]] = []

    def resolve(self) -> list[Resolved]:
        """The attributions with their sources, in the order given."""
        everything = self._everything
        done: dict[int, Resolved] = {}
        outer = [i for i, one in enumerate(everything) if one.quoted_in is None]
        inner = [i for i, one in enumerate(everything) if one.quoted_in is not None]
        for index in outer:
            done[index] = self._one(everything[index], done)
        around = _Speakers(done.values())
        for index in inner:
            done[index] = self._quoted(everything[index], done, around)
        return [done[i] for i in range(len(everything))]

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources met so far."""
        return tuple(
            Source(e.name, e.kind, e.naming, e.role, tuple(sorted(spans)))
            for e, spans in zip(self._entities, self._spans, strict=True)
        )

    @property
    def _entities(self) -> list[Entity]:
        return [self._reader.cast.entities[number] for number in self._met]

    @property
    def silent(self) -> tuple[Source, ...]:
        """The people named in full, and surely people, who are none of the sources met so far."""
        heard = {id(e.named) for e in self._entities}
        return tuple(
            _silent(self._parsed, named)
            for named in self._names.everything
            if id(named) not in heard and len(named.words) > 1 and named.votes >= _SURELY_PEOPLE
        )

    def _one(self, one: Reported, done: dict[int, Resolved]) -> Resolved:
        if one.after is not None:
            before = done[one.after]
            sure = one.certainty * before.certainty
            return Resolved(one, before.source, None, sure, before.told_by)
        return self._resolved(one, None)

    def _quoted(self, one: Reported, done: dict[int, Resolved], around: "_Speakers") -> Resolved:
        """An attribution inside a quotation: "I" is whoever is quoted."""
        if one.after is not None:
            return self._one(one, done)
        found = self._resolved(one, around.speaker(one))
        return Resolved(one, found.source, found.mention, 0.8 * found.certainty, found.told_by)

    def _resolved(self, one: Reported, speaking: int | None) -> Resolved:
        if one.source is None:
            return Resolved(one, None, None, one.certainty)
        at = one.paragraph - 1
        tokens = self._parsed[at].tokens
        mention = Span(one.paragraph, tokens[one.source.first].start, tokens[one.source.last].end)
        if tokens[one.source.head].form not in nouns.SPEAKER_PRONOUNS:
            meaning = self._reader.meant.get((at, one.source.head), NOBODY)
        elif speaking is not None:
            meaning = Meaning(self._met[speaking], 1.0, "the one who is quoted")
        else:
            meaning = Meaning(self._author(), 0.6, "the writer’s own voice")
        source = self._number(meaning)
        if source is not None:
            self._spans[source].add(mention)
        return Resolved(one, source, mention, one.certainty * meaning.sure, meaning.told_by)

    def _author(self) -> int:
        known = self._reader.cast.by_name.get(AUTHOR)
        if known is not None:
            return known
        return self._reader.cast.add(Entity(AUTHOR, SourceKind.PERSON, Naming.ROLE_ONLY))

    def _number(self, meaning: Meaning) -> int | None:
        """The index among the sources of the entity that is meant."""
        if meaning.entity is None:
            return None
        if meaning.entity not in self._numbers:
            self._numbers[meaning.entity] = len(self._met)
            self._met.append(meaning.entity)
            self._spans.append(set())
        return self._numbers[meaning.entity]


class _Speakers:
    """Who is quoted where; answers in logarithmic time."""

    def __init__(self, outer: Collection[Resolved]) -> None:
        self._pieces = sorted(
            (one.reported.paragraph, start, end, number)
            for number, one in enumerate(outer)
            for start, end in one.reported.pieces
        )
        self._sources = [one.source for one in outer]

    def speaker(self, one: Reported) -> int | None:
        """The source of the claim in whose quotation *one* stands."""
        if one.quoted_in is None:
            return None
        at = one.quoted_in.start
        before = bisect_right(self._pieces, (one.paragraph, at, float("inf"), 0)) - 1
        if before < 0:
            return None
        paragraph, start, end, number = self._pieces[before]
        inside = paragraph == one.paragraph and start <= at < end
        return self._sources[number] if inside else None


def _silent(parsed: tuple[Parsed, ...], named: Named) -> Source:
    naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
    spans = []
    for mention in named.mentions:
        tokens = parsed[mention.at].tokens
        paragraph = parsed[mention.at].number
        spans.append(Span(paragraph, tokens[mention.first].start, tokens[mention.last].end))
    return Source(named.name, SourceKind.PERSON, naming, named.role, tuple(spans))
