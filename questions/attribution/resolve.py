"""Which source each attribution has: what its mention means, or who is speaking."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from questions import nouns
from questions.article import Span
from questions.attribution import roles
from questions.attribution.anonymity import reason_unnamed
from questions.attribution.cast import Entity
from questions.attribution.meaning import NOBODY, Meaning, Reader
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed
from questions.attribution.references import Sources
from questions.attribution.refusals import find_refusals
from questions.attribution.reported import Reported
from questions.attribution.voice import Voices
from questions.claims import Form, Naming, Refusal, Source, SourceKind

AUTHOR = "the writer"
"""The article's own voice as a source ("I believe …")."""

_WORD = re.compile(r"\w+")
_MARKS = " “”\"'‘’«"
_LED = 0.8
"""How sure it is that a paragraph which ends with a colon leads to the words of its subject."""

_NEAR = 8
"""Pieces of content looked at, at most, for one that holds an "I"."""

_A_SENTENCE = 4
"""Words: so many of one claim are not found in another by chance."""

_ENOUGH = 2
_STEM = 5
_SHORT = 3
"""Words that a headline shares at least; letters of a stem; letters of a word that has none."""

_MOST_ECHOES = 50
"""Claims without a source for which the article is searched."""

_QUOTED = 0.8
"""What is left of the certainty of a claim inside a quotation."""

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
        self,
        parsed: tuple[Parsed, ...],
        names: Names,
        everything: list[Reported],
        byline: str | None = None,
    ) -> None:
        self._voices = Voices(parsed, names, byline)
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
        self._unnamed: dict[int, str] = {}

    def resolve(self) -> list[Resolved]:
        """The attributions with their sources, in the order given."""
        everything = self._everything
        done: dict[int, Resolved] = {}
        first_person = [i for i, one in enumerate(everything) if self._is_first_person(one)]
        for index in sorted(set(range(len(everything))) - set(first_person)):
            if everything[index].after is None:
                done[index] = self._resolved(everything[index], None)
        self._go_on(done)
        around = _Speakers(list(done.values()))
        for index in first_person:
            done[index] = self._resolved(everything[index], around.speaker(everything[index]))
        self._go_on(done)
        echoes = _Echoes(done.values(), self._entity)
        return [echoes.heard(done[i]) for i in range(len(everything))]

    def _go_on(self, done: dict[int, Resolved]) -> None:
        """Give the speakers that are known to the attributions that go on from them."""
        for index, one in enumerate(self._everything):
            if one.after in done and index not in done:
                done[index] = _going_on(one, done[one.after])

    def _entity(self, source: int) -> Entity:
        return self._reader.cast.entities[self._met[source]]

    def _is_first_person(self, one: Reported) -> bool:
        if one.source is None or one.after is not None:
            return False
        head = self._parsed[one.paragraph - 1].tokens[one.source.head]
        return head.form in nouns.SPEAKER_PRONOUNS | nouns.YOU

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources met so far."""
        return tuple(
            _source(entity, tuple(sorted(spans)), self._unnamed.get(number))
            for number, (entity, spans) in enumerate(zip(self._entities, self._spans, strict=True))
        )

    def refusals(self) -> Iterator[Refusal]:
        """Where somebody says nothing; by who it is, with the source if it has claims as well."""
        for refused in find_refusals(self._parsed):
            meaning = self._reader.at(refused.place)
            if meaning.entity is not None:
                span = Span(self._parsed[refused.place[0]].number, refused.start, refused.end)
                name = self._reader.cast.entities[meaning.entity].name
                yield Refusal(name, self._numbers.get(meaning.entity), span)

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

    def _resolved(self, one: Reported, speaking: int | None) -> Resolved:
        at = one.paragraph - 1
        if one.source is None:
            return self._introduced(one)
        tokens = self._parsed[at].tokens
        mention = Span(one.paragraph, tokens[one.source.first].start, tokens[one.source.last].end)
        if not self._is_first_person(one):
            meaning = self._reader.at((at, one.source.head))
        elif speaking is not None and tokens[one.source.head].form not in nouns.YOU:
            meaning = Meaning(self._met[speaking], 1.0, "the one who is quoted")
        else:
            meaning = self._in_own_voice(at, tokens[one.source.head].form)
        source = self._number(meaning)
        if source is not None:
            self._spans[source].add(mention)
            reason = reason_unnamed(self._parsed[at], one.source)
            if reason is not None:
                self._unnamed.setdefault(source, reason)
        sure = meaning.sure * (_QUOTED if one.quoted_in else 1.0)
        return Resolved(one, source, mention, one.certainty * sure, meaning.told_by)

    def _introduced(self, one: Reported) -> Resolved:
        """An attribution that names nobody: the paragraph before may, if it ends with a colon."""
        at = one.paragraph - 1
        meant = self._reader.led_last.get(at - 1)
        opens = not self._parsed[at].text[: one.pieces[0][0]].strip(_MARKS)
        if not opens or meant is None or not self._parsed[at - 1].text.rstrip().endswith(":"):
            return Resolved(one, None, None, one.certainty)
        source = self._number(Meaning(meant, _LED, ""))
        return Resolved(
            one, source, None, one.certainty * _LED, "whom the paragraph before leads to"
        )

    def _in_own_voice(self, at: int, form: str) -> Meaning:
        """Who it is that says "I" or "we", or is called "you", where nobody is quoted."""
        if form in nouns.YOU:
            asked = self._voices.addressed(at)
            return Meaning(self._of_name(asked), 0.7, "whoever is interviewed") if asked else NOBODY
        voice = self._voices.speaking(at, form)
        told_by = "the writer’s own voice"
        if voice is None:
            return Meaning(self._of_name(AUTHOR), 0.5, told_by)
        return Meaning(
            self._of_name(voice), 0.7, told_by if isinstance(voice, str) else "whose voice it is"
        )

    def _of_name(self, name: Named | str) -> int:
        """The entity called *name*, or the one that has been named."""
        cast = self._reader.cast
        if isinstance(name, Named):
            return cast.of_named(name)
        if name in cast.by_name:
            return cast.by_name[name]
        naming = Naming.ROLE_ONLY if name == AUTHOR else Naming.NAME_ONLY
        return cast.add(Entity(name, SourceKind.PERSON, naming))

    def _number(self, meaning: Meaning) -> int | None:
        """The index among the sources of the entity that is meant."""
        if meaning.entity is None:
            return None
        if meaning.entity not in self._numbers:
            self._numbers[meaning.entity] = len(self._met)
            self._met.append(meaning.entity)
            self._spans.append(set())
        return self._numbers[meaning.entity]


def _source(entity: Entity, mentions: tuple[Span, ...], unnamed: str | None) -> Source:
    by_name = entity.named is not None and entity.kind is SourceKind.PERSON
    unnamed = None if by_name else unnamed
    called = entity.role or ("" if by_name else entity.name)
    naming = Naming.ANONYMOUS if unnamed else entity.naming
    return Source(
        entity.name,
        entity.kind,
        naming,
        entity.role,
        mentions,
        roles.affiliation(called),
        unnamed,
    )


def _going_on(one: Reported, before: Resolved) -> Resolved:
    """An attribution whose speaker is that of another."""
    return Resolved(one, before.source, None, one.certainty * before.certainty, before.told_by)


class _Speakers:
    """Whose words stand where; answers in logarithmic time."""

    def __init__(self, known: list[Resolved]) -> None:
        self._known = known
        self._pieces = sorted(
            (one.reported.paragraph, start, end, number)
            for number, one in enumerate(known)
            for start, end in one.reported.pieces
            if one.reported.quoted_in is None
        )

    def speaker(self, one: Reported) -> int | None:
        """The source of the claim in whose content the source of *one*, an "I", stands.

        Inside a quotation that nobody has, that of the claim before: the writer is not quoted.
        """
        place = one.cue or one.pieces[0]
        before = bisect_right(self._pieces, (one.paragraph, place[0], 0, 0))
        for paragraph, start, end, number in reversed(
            self._pieces[max(0, before - _NEAR) : before]
        ):
            source = self._known[number].source
            if paragraph == one.paragraph and start <= place[0] < end and source is not None:
                return source
            if one.quoted_in is not None and source is not None and one.paragraph - paragraph <= 1:
                return source
        return None


class _Echoes:
    """The words of all claims whose sources are known, to be found again in headlines."""

    def __init__(self, known: Iterable[Resolved], entity: Callable[[int], Entity]) -> None:
        self._entity = entity
        self._known = [one for one in known if one.source is not None]
        self._texts = [f" {' '.join(_words(one.reported))} " for one in self._known]
        self._stems = [_stems(one.reported) for one in self._known]
        self._left = _MOST_ECHOES

    def heard(self, one: Resolved) -> Resolved:
        """*one* with the source of the claim in which its words stand again, if it has none.

        A headline's are looked up, too, where they have no more than a noun for it ("Mayor: …").
        """
        if not self._left or not self._is_open(one):
            return one
        self._left -= 1
        known = self._same(one) or self._alike(one)
        if known is None:
            return one
        return Resolved(
            one.reported,
            known.source,
            one.mention,
            0.9 * known.certainty,
            "said again with a source",
        )

    def _is_open(self, one: Resolved) -> bool:
        if one.source is None or one.reported.source is None:
            return one.reported.source is None
        return one.reported.paragraph == 1 and self._entity(one.source).named is None

    def _same(self, one: Resolved) -> Resolved | None:
        """The claim that has all words of *one*, and has them from somebody who is mentioned."""
        words, kind = _words(one.reported), self._kind(one)
        wanted = f" {' '.join(words)} "
        for known, text in zip(self._known, self._texts, strict=True):
            if known.reported is one.reported or not words or wanted not in text:
                continue
            headed = len(words) >= _A_SENTENCE and self._may_be_headed(known, kind)
            if one.source is not None and (known.mention is None or not headed):
                continue
            if len(words) > 1 or known.reported.form is not Form.INDIRECT:
                return known
        return None

    def _alike(self, one: Resolved) -> Resolved | None:
        """The claim that has most of the words of *one*, which stands in the headline."""
        wanted = _stems(one.reported)
        if one.reported.paragraph > 1 or len(wanted) < _ENOUGH:
            return None
        kind = self._kind(one)
        shared = [
            len(wanted & stems) * self._may_be_headed(known, kind)
            for known, stems in zip(self._known, self._stems, strict=True)
        ]
        most = max(shared, default=0)
        if most < _ENOUGH or 2 * most < len(wanted):
            return None
        return self._known[shared.index(most)]

    def _kind(self, one: Resolved) -> SourceKind | None:
        return None if one.source is None else self._entity(one.source).kind

    def _may_be_headed(self, known: Resolved, kind: SourceKind | None) -> bool:
        """Whether the headline may have *known*, from a source of *kind* that it does not name."""
        entity = None if known.source is None else self._entity(known.source)
        if known.reported.paragraph == 1 or entity is None or entity.named is None:
            return False
        is_person = kind in (SourceKind.PERSON, SourceKind.UNNAMED)
        return kind is None or (entity.kind is SourceKind.PERSON) == is_person


def _stems(one: Reported) -> frozenset[str]:
    """The beginnings of the longer words of a claim, by which it is known in other words."""
    return frozenset(word[:_STEM] for word in _words(one) if len(word) > _SHORT or word.isdecimal())


def _words(one: Reported) -> list[str]:
    text = one.layout.parsed.text
    return [w for start, end in one.pieces for w in _WORD.findall(text[start:end].lower())]


def _silent(parsed: tuple[Parsed, ...], named: Named) -> Source:
    naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
    spans = []
    for mention in named.mentions:
        tokens = parsed[mention.at].tokens
        paragraph = parsed[mention.at].number
        spans.append(Span(paragraph, tokens[mention.first].start, tokens[mention.last].end))
    return Source(named.name, SourceKind.PERSON, naming, named.role, tuple(spans))
