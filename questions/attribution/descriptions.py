"""Whom a description means: "the minister", "his aunt", "the 11-page paper", "the company"."""

from dataclasses import dataclass
from typing import NamedTuple

from questions import nouns
from questions.attribution.cast import RECENT, Cast, Entity
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed, Token
from questions.attribution.references import Place
from questions.attribution.speakers import Phrase
from questions.claims import Naming, SourceKind

_NO_LONGER = frozenset("former ex late then new next another other second rival".split())
"""With one of these, a description means another one of the kind."""

_BESIDES = frozenset("shadow deputy vice assistant acting junior former".split())
"""Words that make another office of one."""

_SOON = 3
"""Paragraphs within which a description at the beginning is followed by the name."""

_YEAR = 4
"""Digits."""

_SURE = 9
"""Votes for a man or a woman, by the noun."""

_LONG_AGO = 10
"""Paragraphs after which a description is not taken for the last one like it."""


class Meant(NamedTuple):
    """The number of the entity that a description means, how we know, and how sure that is."""

    entity: int
    told_by: str
    sure: float = 0.8


_GUESSED = 0.55
"""How sure it is where another noun is used than before."""


@dataclass(frozen=True)
class Described:
    """A description: its words in lower case without the head, and how it begins."""

    place: Place
    text: str
    noun: str
    words: frozenset[str]
    opening: str
    is_plural: bool
    kind: SourceKind
    naming: Naming
    is_human: bool
    has_name: bool
    owner: int | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it means somebody known: with "the", "his", "Vesely's", or as in a headline."""
        return self.opening in nouns.DEFINITE or self.opening not in nouns.ARTICLES

    @property
    def is_one_of_several(self) -> bool:
        """Whether a year or a name tells it from others of its kind ("the 1994 study")."""
        return any(word.isdecimal() and len(word) == _YEAR for word in self.words) or self.has_name


class Descriptions:
    """Knows the names of an article by the nouns that it uses of them."""

    def __init__(self, names: Names, cast: Cast) -> None:
        self._cast = cast
        self.named_next: dict[str, Named] = {}
        self._relations: dict[tuple[int, str], int] = {}
        """By whose and which relation somebody is."""

        self._people: dict[str, list[Named]] = {}
        self._bodies: dict[str, list[Named]] = {}
        for named in names.everything:
            if named.is_person:
                for noun in filter(nouns.is_human, named.called):
                    self._people.setdefault(noun, []).append(named)
            elif not named.is_place:
                for word in {word.lower() for word in named.words} | named.called:
                    self._bodies.setdefault(word, []).append(named)

    def means(self, one: Described) -> Meant | None:
        """Which entity *one* means; None if it is a new one."""
        if one.is_plural:
            return self._same_noun(one)
        return (
            self._by_kinship(one)
            or self._named_next(one)
            or self._by_calling(one)
            or self._same_noun(one)
            or self._by_word_of_its_name(one)
            or self._by_likeness(one)
            or self._by_office(one)
        )

    def relate(self, owner: int | None, noun: str, number: int) -> None:
        """Remember that entity *number* is *owner*'s *noun* ("her nephew, Caspar")."""
        if owner is not None and nouns.turned_round(noun):
            self._relations[owner, noun] = number

    def _by_kinship(self, one: Described) -> Meant | None:
        """Who has been called that before of the same person, or is what it is turned round."""
        if one.owner is None or not nouns.turned_round(one.noun):
            return None
        known = self._relations.get((one.owner, one.noun))
        if known is not None:
            return Meant(known, f"called {one.noun} before")
        gender = "male" if one.noun in nouns.MEN else "female" if one.noun in nouns.WOMEN else ""
        for back in sorted(nouns.turned_round(one.noun)):
            for (other, noun), number in self._relations.items():
                fits = noun == back and number == one.owner
                if fits and (not gender or self._cast.entities[other].may_be(gender)):
                    return Meant(other, f"called {back} the other way round")
        return None

    def _named_next(self, one: Described) -> Meant | None:
        """Whoever the paragraph after the first one names ("A bookkeeper …")."""
        named = self.named_next.get(one.noun)
        if named is None or not one.is_human or one.place[0] > named.mentions[0].at:
            return None
        return Meant(self._cast.of_named(named), f"{one.noun} first, and then named")

    def _by_calling(self, one: Described) -> Meant | None:
        """A person who has been, or soon will be, named with that noun."""
        people = self._people.get(one.noun, [])
        if one.words & _NO_LONGER:
            people = [p for p in people if one.words & _NO_LONGER & _role_words(p)]
        people = [p for p in people if not (one.words ^ _role_words(p)) & _BESIDES]
        if nouns.turned_round(one.noun):
            people = [p for p in people if self._may_be_kin(one, p)]
        met = [p for p in people if self._cast.met(p) is not None]
        if met and one.is_definite:
            best = max(met, key=lambda p: (_likeness(one, p), self._last(p)))
            return Meant(self._cast.of_named(best), f"called {one.noun}")
        if one.is_definite and one.noun in nouns.OFFICES and not met:
            soon = people
        else:
            soon = [p for p in people if _comes_soon(p, one.place)]
        soon = [p for p in soon if _likeness(one, p) == max(_likeness(one, q) for q in soon)]
        if len(soon) == 1 and not met:
            return Meant(self._cast.of_named(soon[0]), f"called {one.noun} further on")
        return None

    def _by_office(self, one: Described) -> Meant | None:
        """The only one met so far who goes by a noun much like it ("Justice Ikhide": a judge)."""
        if one.opening != "the" or not one.is_human or one.words & _NO_LONGER:
            return None
        people = {
            self._cast.of_named(person): noun
            for noun in nouns.same_office(one.noun)
            for person in self._people.get(noun, ())
            if self._cast.met(person) is not None
        }
        if len(people) != 1:
            return None
        number, noun = next(iter(people.items()))
        return Meant(number, f"called {noun}", _GUESSED)

    def _may_be_kin(self, one: Described, person: Named) -> bool:
        """Whether *person* is not known to be somebody else's."""
        number = self._cast.met(person)
        owners = {owner for (owner, _), other in self._relations.items() if other == number}
        return one.owner is None or not owners or one.owner in owners

    def _last(self, named: Named) -> Place:
        number = self._cast.met(named)
        last = None if number is None else self._cast.entities[number].last
        return last.place if last else (-1, -1)

    def _same_noun(self, one: Described) -> Meant | None:
        if not one.is_definite:
            return None
        known = self._cast.by_noun.get(one.noun, ())
        for number in reversed(known[-RECENT:]):
            entity = self._cast.entities[number]
            near = entity.last is not None and one.place[0] - entity.last.at <= _LONG_AGO
            if near and entity.is_plural == one.is_plural and _agree(one, entity):
                return Meant(number, f"called {one.noun} before")
        return None

    def _by_word_of_its_name(self, one: Described) -> Meant | None:
        """The body with that word in its name ("the commission")."""
        if not one.is_definite or one.is_human:
            return None
        bodies = self._bodies.get(one.noun) or [
            body
            for word in nouns.IN_NAMES.get(one.noun, ())
            for body in self._bodies.get(word, ())
            if _is_head(word, body)
        ]
        met = [b for b in bodies if self._cast.met(b) is not None]
        if met:
            best = max(met, key=lambda b: (len(one.words & _name_words(b)), self._last(b)))
            return Meant(self._cast.of_named(best), f"its name has {one.noun}")
        soon = [b for b in bodies if _comes_soon(b, one.place)]
        if len(soon) == 1:
            return Meant(self._cast.of_named(soon[0]), f"its name has {one.noun}, further on")
        return None

    def _by_likeness(self, one: Described) -> Meant | None:
        """The document or body spoken of, under another noun for the same thing."""
        if not one.is_definite or one.opening not in ("the", "this", "that"):
            return None
        alike = nouns.alike(one.noun)
        if alike is None or one.is_one_of_several:
            return None
        for reference, number in reversed(self._cast.recent):
            entity = self._cast.entities[number]
            near = one.place[0] - reference.at <= _LONG_AGO and not entity.is_plural
            near = near and (not one.words or not entity.words or bool(one.words & entity.words))
            if near and entity.nouns & alike and not entity.name.startswith("this "):
                return Meant(number, f"the {min(entity.nouns & alike)} spoken of before", _GUESSED)
        return self._last_body(one) if one.noun in nouns.BODIES else None

    def _last_body(self, one: Described) -> Meant | None:
        """The organisation spoken of most of late, as "the company"."""
        weights: dict[int, float] = {}
        for reference, number in self._cast.recent:
            entity = self._cast.entities[number]
            if entity.named is None or not _may_be_company(one, entity.named):
                continue
            far = one.place[0] - reference.at
            weights[number] = weights.get(number, 0.0) + (1 + reference.is_subject) / (1 + far)
        if not weights:
            return None
        most = max(weights, key=lambda number: weights[number])
        return Meant(most, "the body spoken of most of late", _GUESSED)


def described(
    parsed: Parsed, place: Place, mention: Phrase, text: str, owner: int | None
) -> Described:
    """The description *mention* of the paragraph, written *text*."""
    head = parsed.tokens[mention.head]
    tokens = parsed.tokens[mention.first : mention.last + 1]
    kind, naming = _kind(parsed, mention, head)
    forms = [t.form for t in tokens if t.index != head.index and not t.is_mark]
    return Described(
        place=place,
        text=text,
        noun=nouns.WRITTEN_OUT.get(head.lemma, head.lemma),
        words=frozenset(forms) - nouns.ARTICLES - nouns.DEFINITE,
        opening=tokens[0].form,
        is_plural=head.tag in ("NNS", "NNPS") or head.form in nouns.INDEFINITE | nouns.PEOPLE_WORDS,
        kind=kind,
        naming=naming,
        is_human=nouns.is_human(head.lemma) and head.tag == "NN",
        has_name=any(t.text[0].isupper() for t in tokens[1:]),
        owner=owner,
    )


def new_entity(one: Described) -> Entity:
    """Somebody or something known by the description only."""
    manly = _SURE * ((one.noun in nouns.MEN) - (one.noun in nouns.WOMEN))
    return Entity(
        one.text,
        one.kind,
        one.naming,
        manly=manly,
        nouns={one.noun},
        words=set(one.words),
        owner=one.owner,
        is_human=one.is_human,
        is_plural=one.is_plural,
    )


def _agree(one: Described, entity: Entity) -> bool:
    """Whether nothing that is said of both tells them apart."""
    if one.words & _NO_LONGER - entity.words:
        return False
    if one.owner is not None and one.owner not in (entity.owner, None):
        return False
    return not one.words or not entity.words or bool(one.words & entity.words)


def _comes_soon(named: Named, place: Place) -> bool:
    first = named.mentions[0]
    return place < (first.at, first.first) and first.at - place[0] <= _SOON


def _may_be_company(one: Described, named: Named) -> bool:
    """Whether "the company", "the club" may be the body *named*, all that is said of it kept."""
    words = _name_words(named)
    known = words | named.called
    return named.is_body and one.words <= known and not words & (nouns.PUBLIC | nouns.PAPERS)


def _is_head(word: str, named: Named) -> bool:
    """Whether *word* says what the body named is: no "Crown Court" is the Crown."""
    words = [w.lower() for w in named.words]
    at = words.index(word) if word in words else -1
    return words[-1] == word or words[at + 1 : at + 2] in (["of"], ["for"])


def _likeness(one: Described, named: Named) -> int:
    """How many words description and role share."""
    return len(one.words & _role_words(named))


def _role_words(named: Named) -> set[str]:
    return set((named.role or "").lower().split())


def _name_words(named: Named) -> set[str]:
    return {word.lower() for word in named.words}


def _kind(parsed: Parsed, mention: Phrase, head: Token) -> tuple[SourceKind, Naming]:
    lemma = head.lemma
    proper = any(t.is_proper for t in parsed.tokens[mention.first : mention.last + 1])
    named = Naming.NAME_ONLY if proper else Naming.ROLE_ONLY
    if nouns.is_document(lemma, head.form):
        return SourceKind.DOCUMENT, named
    if lemma in nouns.ORGANISATIONS | nouns.BODIES and head.tag != "NNS":
        return SourceKind.ORGANISATION, named
    if head.tag in ("NNS", "NNPS") or head.form in nouns.INDEFINITE | nouns.PEOPLE_WORDS:
        return SourceKind.GROUP, Naming.GROUP
    if parsed.tokens[mention.first].form in ("a", "an", "one", "another"):
        return SourceKind.UNNAMED, Naming.ANONYMOUS
    if lemma in nouns.OFFICES:
        return SourceKind.PERSON, Naming.ROLE_ONLY
    return SourceKind.UNNAMED, Naming.ROLE_ONLY
