"""Which source a mention stands for: names, pronouns, "the minister", "the report"."""

from collections.abc import Iterable
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


@dataclass
class _Entity:
    """A source while the article is read."""

    name: str
    kind: SourceKind
    naming: Naming
    role: str | None = None
    gender: str = ""
    plural: bool = False
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

    def __init__(self, parsed: tuple[Parsed, ...], names: Names) -> None:
        self._parsed = parsed
        self._names = names
        self._entities: list[_Entity] = []
        self._of_named: dict[int, int] = {}
        self._last: list[tuple[int, int, int]] = []
        self._subjects = _subjects(parsed, names)

    def resolve(self, everything: list[Reported]) -> list[Resolved]:
        """The attributions with their sources, in the order given."""
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
            Source(e.name, e.kind, e.naming, e.role, tuple(dict.fromkeys(e.spans)))
            for e in self._entities
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
            self._last.append((at, one.source.head, source))
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
        return self._known(AUTHOR) or self._add(
            _Entity(AUTHOR, SourceKind.PERSON, Naming.ROLE_ONLY, head=AUTHOR)
        )

    def _known(self, name: str) -> int | None:
        return next((i for i, e in enumerate(self._entities) if e.name == name and i), None)

    def _add(self, entity: _Entity) -> int:
        self._entities.append(entity)
        return len(self._entities) - 1

    def _of(self, named: Named) -> int:
        if id(named) not in self._of_named:
            kind = SourceKind.PERSON if named.is_person else SourceKind.ORGANISATION
            if not named.is_person and named.words[-1].lower() in nouns.DOCUMENTS:
                kind = SourceKind.DOCUMENT
            naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
            self._of_named[id(named)] = self._add(
                _Entity(named.name, kind, naming, named.role, named.gender)
            )
        return self._of_named[id(named)]

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, at: int, head: Token) -> tuple[int | None, float]:
        gender = nouns.SINGULAR_PRONOUNS.get(head.form)
        if gender:
            return self._person_before(at, head.index, gender), _GUESSED
        wanted = (
            (SourceKind.GROUP, SourceKind.ORGANISATION, SourceKind.UNNAMED)
            if head.form in nouns.THEY
            else (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
        )
        for where, _, source in reversed(self._last[-8:]):
            if at - where <= 2 and self._entities[source].kind in wanted:
                return source, 0.6
        return None, 0.5

    def _person_before(self, at: int, index: int, gender: str) -> int | None:
        """The person last spoken of as a subject or a source, unless known to be of another sex."""
        place = (at, index)
        candidates = [(where, i, source) for where, i, source in self._last if (where, i) < place]
        candidates = [c for c in candidates[-12:] if self._may_be(c[2], gender)]
        named = [(a, i, n) for a, i, n in self._subjects_before(place) if _agrees(n, gender)]
        spoken = candidates[-1][:2] if candidates else (-1, -1)
        if named and named[-1][:2] > spoken and named[-1][0] >= at - 2:
            person = named[-1][2]
            person.gender = person.gender or gender
            source = self._of(person)
        elif candidates:
            source = candidates[-1][2]
        else:
            return None
        self._entities[source].gender = gender
        return source

    def _subjects_before(self, place: tuple[int, int]) -> list[tuple[int, int, Named]]:
        at = place[0]
        near = [s for where in range(max(0, at - 2), at + 1) for s in self._subjects[where]]
        return [s for s in near if s[:2] < place]

    def _may_be(self, source: int, gender: str) -> bool:
        entity = self._entities[source]
        single = entity.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and not entity.plural
        return single and entity.gender in ("", gender) and entity.name != AUTHOR

    # ------------------------------------------------------------ descriptions

    def _description(self, at: int, mention: Phrase, head: Token) -> tuple[int | None, float]:
        parsed = self._parsed[at]
        words = parsed.words(mention.first, mention.last)
        definite = parsed.tokens[mention.first].form in ("the", "this", "that", "his", "her", "its")
        if definite:
            before = self._described(at, head)
            if before is not None:
                return before, _GUESSED
        kind, naming = _kind(parsed, mention, head)
        name = _as_inside_a_sentence(parsed, mention, words)
        for index, entity in enumerate(self._entities):
            if entity.name == name:
                return index, 0.85
        plural = head.tag in ("NNS", "NNPS")
        return self._add(
            _Entity(name, kind, naming, plural=plural, head=head.lemma, gender="")
        ), 0.85

    def _described(self, at: int, head: Token) -> int | None:
        """The source met before whose role or own head word is *head* ("the minister")."""
        for index in range(len(self._entities) - 1, -1, -1):
            if self._entities[index].head == head.lemma:
                return index
        for where, _, source in reversed(self._last[-12:]):
            entity = self._entities[source]
            if at - where <= 8 and entity.role and head.lemma in _role_words(entity.role):
                return source
            if entity.kind is SourceKind.ORGANISATION and head.lemma in entity.name.lower().split():
                return source
        person = [n for n in self._names.everything if n.role and n.is_person]
        for named in person:
            if head.lemma in nouns.OFFICES and head.lemma == _role_head(named.role or ""):
                return self._of(named)
        return None


def _agrees(named: Named, gender: str) -> bool:
    return named.is_person and named.gender in ("", gender)


def _subjects(parsed: tuple[Parsed, ...], names: Names) -> list[list[tuple[int, int, Named]]]:
    """The named subjects of each paragraph, in order."""
    return [
        [
            (at, token.index, names.at[at, token.index])
            for token in paragraph.tokens
            if token.dep in ("nsubj", "nsubjpass") and (at, token.index) in names.at
        ]
        for at, paragraph in enumerate(parsed)
    ]


def _role_words(role: str) -> Iterable[str]:
    return role.lower().split()


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
    return words if first.is_proper or first.text.isupper() else words[:1].lower() + words[1:]
