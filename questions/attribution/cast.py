"""Everybody and everything that an article refers to, while it is read."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from questions import nouns
from questions.attribution.names import Named
from questions.attribution.references import Reference, Way
from questions.claims import Naming, SourceKind

RECENT = 40
"""How many references back a pronoun or a description may mean, and how many others besides."""

_SURE_OF_GENDER = 4
"""Votes from which on somebody is surely a man or a woman."""


@dataclass
class Entity:
    """Somebody or something referred to; ``nouns`` are what it has been called so far.

    ``manly`` has the votes for "he" less those for "she"; ``owner`` is whose it is ("her office").
    """

    name: str
    kind: SourceKind
    naming: Naming
    role: str | None = None
    manly: float = 0.0
    named: Named | None = None
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    owner: int | None = None
    is_human: bool = True
    is_plural: bool = False
    has_spoken: bool = False
    times: int = 0
    times_by_paragraph: dict[int, int] = field(default_factory=dict)
    last: Reference | None = None

    @property
    def is_one_person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        single = self.kind in (SourceKind.PERSON, SourceKind.UNNAMED) and self.is_human
        return single and not self.is_plural

    def may_be(self, gender: str) -> bool:
        """Whether "he" (*gender* "male") or "she" ("female") may stand for it."""
        against = -self.manly if gender == "male" else self.manly
        return self.is_one_person and against < _SURE_OF_GENDER

    def times_in(self, at: int) -> int:
        """How often the paragraph at index *at* has referred to it so far."""
        return self.times_by_paragraph.get(at, 0)

    @property
    def is_thing(self) -> bool:
        """Whether it is known by a noun that is none for people ("the affidavit")."""
        return self.kind is SourceKind.UNNAMED and not self.is_human and not self.is_plural

    @property
    def is_people(self) -> bool:
        """Whether it is several people."""
        return self.is_plural and any(nouns.is_people(noun) for noun in self.nouns)

    @property
    def is_body(self) -> bool:
        """Whether "it" may stand for it."""
        if self.is_thing:
            return True
        if self.is_plural or self.kind not in (SourceKind.ORGANISATION, SourceKind.DOCUMENT):
            return False
        is_place = self.named is not None and not self.named.is_body
        return self.has_spoken or self.kind is SourceKind.DOCUMENT or not is_place

    @property
    def may_be_they(self) -> bool:
        """Whether "they" may stand for it."""
        people = self.kind is SourceKind.UNNAMED and self.is_human
        if self.kind is SourceKind.ORGANISATION:
            return self.is_body
        return self.is_plural or people or self.kind is SourceKind.GROUP


class Cast:
    """The entities met so far, and where they were referred to last."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.recent: deque[tuple[Reference, int]] = deque(maxlen=RECENT)
        self.spoke_last: dict[bool, int] = {}
        self.led_last: dict[bool, int] = {}
        self._last: dict[int, Reference] = {}
        self.by_name: dict[str, int] = {}
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self._of_named: dict[int, int] = {}

    def add(self, entity: Entity) -> int:
        """Take *entity* in; its number."""
        self.entities.append(entity)
        number = len(self.entities) - 1
        self.by_name[entity.name] = number
        for noun in entity.nouns:
            self.by_noun[noun].append(number)
        return number

    def of_named(self, named: Named) -> int:
        """The number of the entity that *named* names."""
        if id(named) not in self._of_named:
            self._of_named[id(named)] = self.add(_of_named(named))
        return self._of_named[id(named)]

    def note(self, reference: Reference, number: int) -> None:
        """Remember that *reference* is to entity *number*."""
        entity = self.entities[number]
        entity.times += 1
        entity.times_by_paragraph[reference.at] = entity.times_in(reference.at) + 1
        entity.has_spoken = entity.has_spoken or reference.speaking
        entity.last = reference
        if reference.speaking:
            self.spoke_last[entity.is_one_person] = number
        if reference.leads and not reference.quoted:
            self.led_last[entity.is_one_person] = number
        self._last.pop(number, None)
        self._last[number] = reference
        self.recent.append((reference, number))

    def met_lately(self) -> Iterator[tuple[Reference, int]]:
        """The recent references, and the last one to each of some whom they leave out."""
        recent = {number for _, number in self.recent}
        before = [number for number in self._last if number not in recent][-RECENT:]
        yield from ((self._last[number], number) for number in before)
        yield from self.recent

    def met(self, named: Named) -> int | None:
        """The number of the entity that *named* names, if the article has come to it."""
        return self._of_named.get(id(named))


def _of_named(named: Named) -> Entity:
    kind = SourceKind.PERSON if named.is_person else SourceKind.ORGANISATION
    last = named.words[-1].lower()
    if not named.is_person and last in nouns.DOCUMENTS:
        kind = SourceKind.DOCUMENT
    naming = Naming.NAME_AND_ROLE if named.role else Naming.NAME_ONLY
    called = named.called | ({last} if kind is not SourceKind.PERSON else set())
    return Entity(named.name, kind, naming, named.role, named.manly, named, called)


def is_by_pronoun(reference: Reference) -> bool:
    """Whether the reference is a pronoun."""
    return reference.way is Way.PRONOUN
