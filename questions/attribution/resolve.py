"""Which source a mention stands for: names, pronouns, "the minister", "the report"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from questions.article import Span
from questions.attribution import nouns
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed, Token
from questions.attribution.reported import Reported
from questions.attribution.speakers import Phrase
from questions.claims import Naming, Source, SourceKind

AUTHOR = "the writer"
"""The article's own voice as a source ("I believe …")."""

_GUESSED = 0.75
"""What is left of a claim's certainty when its source is a pronoun or a description."""

_NO_LONGER = {"former", "ex", "late", "then", "new", "next"}
"""With one of these, a description means another holder of the office."""

_REACH = 12
"""How many sources back a pronoun or a description may mean."""

_SURELY_PEOPLE = 4
"""Votes from which on a name that says nothing is taken for a person's."""


@dataclass
class _Entity:
    """A source while the article is read."""

    name: str
    kind: SourceKind
    naming: Naming
    role: str | None = None
    gender: str = ""
    human: bool = True
    named: Named | None = None
    head: str = ""
    spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Resolved:
    """An attribution with the index of its source and how sure that is (0 to 1)."""

    reported: Reported
    source: int | None
    mention: Span | None
    certainty: float


class Resolver:
    """Reads an article's attributions in order and remembers who was spoken of."""

    def __init__(
        self, parsed: tuple[Parsed, ...], names: Names, everything: list[Reported]
    ) -> None:
        self._parsed = parsed
        self._names = names
        self._everything = everything
        self._entities: list[_Entity] = []
        self._by_name: dict[str, int] = {}
        self._of_named: dict[int, int] = {}
        self._spoken: list[tuple[int, int, int]] = []
        self._contents: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self._subjects = _subjects(parsed, names, everything)
        self._with_roles = _by_role(names)

    def resolve(self) -> list[Resolved]:
        """The attributions with their sources, in the order given."""
        everything = self._everything
        done: dict[int, Resolved] = {}
        outer = [i for i, one in enumerate(everything) if one.quoted_in is None]
        inner = [i for i, one in enumerate(everything) if one.quoted_in is not None]
        for index in outer:
            done[index] = self._one(everything[index], done)
        for index in inner:
            done[index] = self._quoted(everything[index], done)
        return [done[i] for i in range(len(everything))]

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources met so far."""
        return tuple(
            Source(e.name, e.kind, e.naming, e.role, tuple(sorted(set(e.spans))))
            for e in self._entities
        )

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
            source = done[one.after].source
            return Resolved(one, source, None, one.certainty * done[one.after].certainty)
        if one.source is None:
            return Resolved(one, None, None, one.certainty)
        at = one.paragraph - 1
        source, sure = self._source(at, one.source, speaking=None)
        return self._remember(one, source, sure)

    def _quoted(self, one: Reported, done: dict[int, Resolved]) -> Resolved:
        """An attribution inside a quotation: "I" is whoever is quoted."""
        if one.source is None:
            return Resolved(one, None, None, one.certainty)
        speaking = self._speaker_around(one, done)
        source, sure = self._source(one.paragraph - 1, one.source, speaking=speaking)
        return self._remember(one, source, sure * 0.8)

    def _speaker_around(self, one: Reported, done: dict[int, Resolved]) -> int | None:
        at = one.quoted_in.start if one.quoted_in else 0
        for other in done.values():
            around = other.reported
            outside = around.paragraph == one.paragraph and around.quoted_in is None
            if outside and any(start <= at < end for start, end in around.pieces):
                return other.source
        return None

    def _remember(self, one: Reported, source: int | None, sure: float) -> Resolved:
        if one.source is None:
            return Resolved(one, None, None, one.certainty * sure)
        at = one.paragraph - 1
        tokens = self._parsed[at].tokens
        mention = Span(one.paragraph, tokens[one.source.first].start, tokens[one.source.last].end)
        if source is None:
            return Resolved(one, None, mention, one.certainty * sure)
        self._entities[source].spans.append(mention)
        if one.quoted_in is None:
            self._spoken.append((at, one.source.head, source))
            self._contents[at] += [(*piece, source) for piece in one.pieces]
        return Resolved(one, source, mention, one.certainty * sure)

    # ------------------------------------------------------------ one mention

    def _source(self, at: int, mention: Phrase, speaking: int | None) -> tuple[int | None, float]:
        head = self._parsed[at].tokens[mention.head]
        if head.form in nouns.SPEAKER_PRONOUNS:
            if speaking is not None:
                return speaking, 1.0
            return self._author(), 0.6
        if head.tag in ("PRP", "PRP$") or head.form in nouns.SINGULAR_PRONOUNS:
            return self._pronoun(at, head)
        named = self._named_in(at, mention)
        if named is not None:
            return self._of(named), 1.0
        return self._description(at, mention, head)

    def _named_in(self, at: int, mention: Phrase) -> Named | None:
        named = self._names.at.get((at, mention.head))
        if named is not None:
            return named
        parsed = self._parsed[at]
        for child in parsed.children(parsed.tokens[mention.head], "appos"):
            named = self._names.at.get((at, child.index))
            if named is not None and named.is_person:
                return named
        return None

    def _author(self) -> int:
        known = self._by_name.get(AUTHOR)
        return (
            known
            if known is not None
            else self._add(_Entity(AUTHOR, SourceKind.PERSON, Naming.ROLE_ONLY))
        )

    def _add(self, entity: _Entity) -> int:
        self._entities.append(entity)
        self._by_name[entity.name] = len(self._entities) - 1
        return len(self._entities) - 1

    def _of(self, named: Named) -> int:
        if id(named) not in self._of_named:
            kind = SourceKind.PERSON if named.is_person else SourceKind.ORGANISATION
            if not named.is_person and named.words[-1].lower() in nouns.DOCUMENTS:
                kind = SourceKind.DOCUMENT
            naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
            self._of_named[id(named)] = self._add(
                _Entity(named.name, kind, naming, named.role, named.gender, named=named)
            )
        return self._of_named[id(named)]

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, at: int, head: Token) -> tuple[int | None, float]:
        gender = nouns.SINGULAR_PRONOUNS.get(head.form)
        if gender:
            return self._person_before(at, head, gender), _GUESSED
        return self._body_before(at, head, plural=head.form in nouns.THEY), 0.6

    def _person_before(self, at: int, head: Token, gender: str) -> int | None:
        """Whose claim the pronoun stands in, or else the person last spoken of or quoted."""
        around = self._claimant(at, head)
        if around is not None and self._may_be(around, gender):
            return around
        place = (at, head.index)
        spoken = [s for s in self._spoken[-_REACH:] if s[:2] < place and self._may_be(s[2], gender)]
        subjects = [s for s in self._subjects_before(place) if _agrees(s[2], gender)]
        if subjects and (not spoken or subjects[-1][:2] > spoken[-1][:2]):
            source = self._of(subjects[-1][2])
        elif spoken:
            source = spoken[-1][2]
        else:
            mentioned = [m for m in self._mentions_before(place) if _agrees(m[2], gender)]
            if not mentioned:
                return None
            source = self._of(mentioned[-1][2])
        self._learn_gender(source, gender)
        return source

    def _learn_gender(self, source: int, gender: str) -> None:
        entity = self._entities[source]
        entity.gender = gender
        if entity.named is not None:
            entity.named.gender = gender

    def _mentions_before(self, place: tuple[int, int]) -> list[tuple[int, int, Named]]:
        """The names in this paragraph and the one before, up to *place*."""
        return [m for m in self._names.between(place[0] - 1, place[0]) if m[:2] < place]

    def _body_before(self, at: int, head: Token, *, plural: bool) -> int | None:
        """The organisation, document or group last spoken of or quoted."""
        place = (at, head.index)
        spoken = [
            s
            for s in self._spoken[-_REACH:]
            if s[:2] < place and self._is_body(s[2], plural=plural)
        ]
        subjects = [s for s in self._subjects_before(place) if not s[2].is_person and not plural]
        if subjects and (not spoken or subjects[-1][:2] > spoken[-1][:2]):
            return self._of(subjects[-1][2])
        return spoken[-1][2] if spoken and at - spoken[-1][0] <= 2 else None

    def _is_body(self, source: int, *, plural: bool) -> bool:
        kind = self._entities[source].kind
        if plural:
            return kind in (SourceKind.GROUP, SourceKind.ORGANISATION)
        return kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)

    def _claimant(self, at: int, head: Token) -> int | None:
        """The source of the claim in whose content *head* stands."""
        for start, end, source in reversed(self._contents.get(at, [])):
            if start <= head.start < end:
                return source
        return None

    def _subjects_before(self, place: tuple[int, int]) -> list[tuple[int, int, Named]]:
        at = place[0]
        near = [s for where in range(max(0, at - 2), at + 1) for s in self._subjects[where]]
        return [s for s in near if s[:2] < place]

    def _may_be(self, source: int, gender: str) -> bool:
        entity = self._entities[source]
        single = entity.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and entity.human
        return single and entity.gender in ("", gender) and entity.name != AUTHOR

    # ------------------------------------------------------------ descriptions

    def _description(self, at: int, mention: Phrase, head: Token) -> tuple[int | None, float]:
        parsed = self._parsed[at]
        if head.tag.startswith("W"):
            return None, 0.5
        last = parsed.tokens[mention.last]
        words = parsed.words(mention.first, mention.last - int(last.tag == "POS"))
        if parsed.tokens[mention.first].form in nouns.DEFINITE:
            before = self._described(at, head, set(words.lower().split()))
            if before is not None:
                return before, _GUESSED
        name = _as_inside_a_sentence(parsed, mention, words)
        if name in self._by_name:
            return self._by_name[name], 0.85
        kind, naming = _kind(parsed, mention, head)
        human = nouns.is_human(head.lemma) and head.tag == "NN"
        return self._add(_Entity(name, kind, naming, human=human, head=head.lemma)), 0.85

    def _described(self, at: int, head: Token, words: set[str]) -> int | None:
        """The source that "the minister", "the report", "the company" was before."""
        people = [
            person
            for person in self._with_roles.get(head.lemma, ())
            if person[0] <= at and not (words & _NO_LONGER - _role_words(person[2]))
        ]
        if people:
            best = max(people, key=lambda p: (_agreement(p[2], words), p[0], p[1]))
            return self._of(best[2])
        for where, _, source in reversed(self._spoken[-_REACH:]):
            entity = self._entities[source]
            if at - where <= 8 and _is_called(entity, head.lemma):
                return source
        return self._last_body((at, head.index)) if head.lemma in nouns.BODIES else None

    def _last_body(self, place: tuple[int, int]) -> int | None:
        """The organisation named last before *place*, as a subject of its sentence if possible."""
        subjects = [s for s in self._subjects_before(place) if s[2].is_body]
        before = subjects or [
            m for m in self._names.between(place[0] - 4, place[0]) if m[:2] < place and m[2].is_body
        ]
        return self._of(before[-1][2]) if before else None


def _agreement(named: Named, words: set[str]) -> int:
    return len(words & _role_words(named))


def _role_words(named: Named) -> set[str]:
    return set((named.role or "").lower().split())


def _is_called(entity: _Entity, noun: str) -> bool:
    if entity.head == noun:
        return True
    body = entity.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
    return body and noun in entity.name.lower().split()


def _agrees(named: Named, gender: str) -> bool:
    return named.is_person and named.gender in ("", gender)


def _subjects(
    parsed: tuple[Parsed, ...], names: Names, everything: list[Reported]
) -> list[list[tuple[int, int, Named]]]:
    """The named subjects of each paragraph, in order, without those inside what is reported."""
    reported: list[list[tuple[int, int]]] = [[] for _ in parsed]
    for one in everything:
        reported[one.paragraph - 1] += one.pieces
    return [
        [
            (at, token.index, names.at[at, token.index])
            for token in outside(paragraph.tokens, reported[at])
            if token.dep in ("nsubj", "nsubjpass") and (at, token.index) in names.at
        ]
        for at, paragraph in enumerate(parsed)
    ]


def outside(tokens: tuple[Token, ...], pieces: list[tuple[int, int]]) -> Iterator[Token]:
    """The tokens that no piece covers."""
    ahead = sorted(pieces, reverse=True)
    covered_to = 0
    for token in tokens:
        while ahead and ahead[-1][0] <= token.start:
            covered_to = max(covered_to, ahead.pop()[1])
        if token.start >= covered_to:
            yield token


def _silent(parsed: tuple[Parsed, ...], named: Named) -> Source:
    naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
    spans = []
    for mention in named.mentions:
        tokens = parsed[mention.at].tokens
        paragraph = parsed[mention.at].number
        spans.append(Span(paragraph, tokens[mention.first].start, tokens[mention.last].end))
    return Source(named.name, SourceKind.PERSON, naming, named.role, tuple(spans))


def _by_role(names: Names) -> dict[str, list[tuple[int, int, Named]]]:
    """People by the head word of their role, with every place where they are named."""
    found: dict[str, list[tuple[int, int, Named]]] = defaultdict(list)
    for named in names.everything:
        head = _role_head(named.role or "")
        if head in nouns.HUMANS and named.is_person:
            found[head] += [(m.at, m.first, named) for m in named.mentions]
    return found


def _role_head(role: str) -> str:
    words: list[str] = []
    for word in role.lower().split():
        if word in ("of", "at", "for", "in", "with", "from", "to"):
            break
        words.append(word)
    return words[-1] if words else ""


def _kind(parsed: Parsed, mention: Phrase, head: Token) -> tuple[SourceKind, Naming]:
    lemma = head.lemma
    proper = any(t.is_proper for t in parsed.tokens[mention.first : mention.last + 1])
    named = Naming.NAME_ONLY if proper else Naming.ROLE_ONLY
    if head.form in nouns.DOCUMENTS or lemma in nouns.DOCUMENTS:
        return SourceKind.DOCUMENT, named
    if lemma in nouns.ORGANISATIONS and head.tag != "NNS":
        return SourceKind.ORGANISATION, named
    if head.tag in ("NNS", "NNPS") or head.form in nouns.INDEFINITE | nouns.PEOPLE_WORDS:
        return SourceKind.GROUP, Naming.GROUP
    if parsed.tokens[mention.first].form in ("a", "an", "one", "another"):
        return SourceKind.UNNAMED, Naming.ANONYMOUS
    if lemma in nouns.OFFICES:
        return SourceKind.PERSON, Naming.ROLE_ONLY
    return SourceKind.UNNAMED, Naming.ROLE_ONLY


def _as_inside_a_sentence(parsed: Parsed, mention: Phrase, words: str) -> str:
    """The words of a description with a small first letter, unless that begins a name."""
    first = parsed.tokens[mention.first]
    named = first.is_proper or first.text.isupper() or parsed.name_at(first) is not None
    small = first.tag in ("DT", "PRP$", "NNS", "JJ", "CD", "IN")
    return words if not small or (named and first.tag != "DT") else words[:1].lower() + words[1:]
