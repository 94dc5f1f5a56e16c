"""What each reference of an article means: read in order, as a reader would."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from questions import nouns
from questions.attribution import salience
from questions.attribution.cast import Cast, Entity
from questions.attribution.descriptions import Descriptions, described, new_entity
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed, Token
from questions.attribution.references import (
    Place,
    Reference,
    Sources,
    Way,
    description,
    references,
)
from questions.attribution.salience import Last, Seen
from questions.attribution.speakers import Phrase

BY_NAME = "named"

_SURE_OF_GENDER = 0.7
"""With this probability that a pronoun means somebody, it tells the gender as well."""

_SUREST = 0.9
"""How sure it can be whom a pronoun means."""

_SURE_OF_OWNER = 0.65
"""So sure it has to be whose "his" or "her" is, for the owner's name to be used."""

_TOLD_BY_PRONOUN = 3
"""Votes for a man or a woman, where a pronoun tells."""

_BEGINNING = 4
_NEXT = 2
"""Paragraphs: how far the beginning goes, and how soon the name follows."""

_CLAUSE = 16
"""Tokens behind a description in which the name may follow."""

_GIVING_A_NAME = frozenset("name called named".split())
"""Of these, one stands among the two tokens before the name."""

_SMALL = frozenset("DT PRP$ NNS NN JJ CD IN".split())
"""Tags of words that have a capital only where they open a sentence."""


class Meaning(NamedTuple):
    """Which entity is meant, how sure that is (0 to 1), and how it was told."""

    entity: int | None
    sure: float
    told_by: str


NOBODY = Meaning(None, 0.5, "")


class Reader:
    """Reads an article's references in order; ``meant`` has what each means."""

    def __init__(
        self,
        parsed: tuple[Parsed, ...],
        names: Names,
        sources: Sources,
        quoted: list[list[tuple[int, int]]],
    ) -> None:
        self.cast = Cast()
        self.meant: dict[Place, Meaning] = {}
        self.led_last: dict[int, int] = {}
        """By paragraph: the last subject of a main clause, or who else is named first."""

        self._parsed = parsed
        self._names = names
        self._sources = sources
        self._descriptions = Descriptions(names, self.cast)
        found = list(references(parsed, names, sources, quoted))
        self._descriptions.named_next = self._named_next(found)
        for reference in found:
            self._read(reference)

    def at(self, place: Place) -> Meaning:
        """What the words at *place* mean, which may be any word of a name."""
        named = self._names.at.get(place)
        if place in self.meant or named is None:
            return self.meant.get(place, NOBODY)
        return Meaning(self.cast.of_named(named), 1.0, BY_NAME)

    def _read(self, reference: Reference) -> None:
        if reference.way is Way.NAME:
            named = self._names.at[reference.place]
            meaning = Meaning(self.cast.of_named(named), 1.0, BY_NAME)
        elif reference.way is Way.PRONOUN:
            meaning = self._of_pronoun(reference)
        else:
            meaning = self._of_description(reference)
        self.meant[reference.place] = meaning
        if meaning.entity is not None:
            self.cast.note(reference, meaning.entity)
            if reference.leads and not reference.quoted:
                self.led_last[reference.at] = meaning.entity
            elif reference.way is Way.NAME:
                self.led_last.setdefault(reference.at, meaning.entity)

    def _named_next(self, found: list[Reference]) -> dict[str, Named]:
        """By noun, whom the beginning first describes and names in the next paragraph or two.

        As news does it: "A bookkeeper told a court …", and then "Marian Pellew, 61, …".
        """
        described: dict[str, int] = {}
        for reference in found:
            if reference.at > _BEGINNING:
                break
            token = self._token(reference.place)
            if reference.way is Way.DESCRIPTION and (reference.leads or reference.speaking):
                if token.tag in ("NN", "NNP") and nouns.is_human(token.lemma):
                    described[token.lemma] = reference.at
            elif reference.way is Way.NAME and (reference.leads or reference.speaking):
                named = self._names.at[reference.place]
                if named.is_person and len(named.words) > 1:
                    return _same(described, named, reference.at)
        return {}

    # ------------------------------------------------------------ pronouns

    def _of_pronoun(self, reference: Reference) -> Meaning:
        token = self._token(reference.place)
        gender = nouns.SINGULAR_PRONOUNS.get(token.form, "")
        if not gender and token.form in nouns.SPEAKER_PRONOUNS | nouns.YOU:
            return NOBODY
        best = self._weighed(reference, token.form)
        likely = salience.probabilities({number: weight for number, (weight, _) in best.items()})
        if not likely:
            return NOBODY
        number = max(likely, key=lambda candidate: likely[candidate])
        self._learn(self.cast.entities[number], gender, likely[number])
        told_by = _told_by(gender, best[number][1], alone=len(likely) == 1)
        return Meaning(number, min(_SUREST, 0.15 + 0.8 * likely[number]), told_by)

    def _weighed(self, pronoun: Reference, form: str) -> dict[int, tuple[float, Reference]]:
        """By candidate: how much speaks for it, and the reference where most does."""
        weights = salience.weights_of(form)
        best: dict[int, tuple[float, Reference]] = {}
        for before, number, seen in self.candidates(pronoun, form):
            weight = salience.weight(seen, weights)
            if number not in best or weight > best[number][0]:
                best[number] = (weight, before)
        return best

    def _likeliest(self, place: Reference, form: str, fits: Callable[[Entity], bool]) -> int | None:
        """The entity that the pronoun *form* at *place* would mean, of those that fit."""
        best = self._weighed(place, form)
        fitting = {n: w for n, (w, _) in best.items() if fits(self.cast.entities[n])}
        return max(fitting, key=lambda n: fitting[n]) if fitting else None

    def candidates(self, pronoun: Reference, form: str) -> Iterator[tuple[Reference, int, Seen]]:
        """The last references to all that *pronoun*, a *form*, may mean; what is seen of them."""
        nearer: set[int] = set()
        for before, number in reversed(list(self.cast.met_lately())):
            entity = self.cast.entities[number]
            if _may_be(entity, form):
                nearer.add(number)
                last = Last(
                    self.cast.spoke_last.get(entity.is_one_person) == number,
                    self.cast.led_last.get(entity.is_one_person) == number,
                    len(nearer) - 1,
                )
                seen = salience.seen(pronoun, before, entity, last)
                seen["in its own words"] = float(self._in_own_words(pronoun, before))
                seen["gender"] = salience.agreement(form, entity.manly)
                yield before, number, seen

    def _in_own_words(self, pronoun: Reference, before: Reference) -> bool:
        """Whether the pronoun would be the source of words in which it is itself spoken of."""
        pieces = self._sources.contents.get(pronoun.place, ())
        if before.at != pronoun.at:
            return False
        start = self._token(before.place).start
        return any(first <= start < last for first, last in pieces)

    def _learn(self, entity: Entity, gender: str, likely: float) -> None:
        if gender and likely >= _SURE_OF_GENDER and abs(entity.manly) < _TOLD_BY_PRONOUN:
            entity.manly += _TOLD_BY_PRONOUN if gender == "male" else -_TOLD_BY_PRONOUN

    # ------------------------------------------------------------ descriptions

    def _of_description(self, reference: Reference) -> Meaning:
        at = reference.at
        parsed, token = self._parsed[at], self._token(reference.place)
        if token.tag.startswith("W"):
            return self._antecedent(reference)
        named = self._named_beside(reference)
        mention = description(parsed, reference, self._sources)
        whole = None if named else self._whole(reference, mention)
        if whole is not None:
            return whole
        owner = self._owner(reference, mention)
        if named is not None:
            number = self.cast.of_named(named)
            self._descriptions.relate(owner, token.lemma, number)
            return Meaning(number, 1.0, BY_NAME)
        text = self._as_canonical(mention, reference, owner)
        one = described(parsed, reference.place, mention, text, owner)
        meant = self._descriptions.means(one)
        if meant is not None:
            return Meaning(meant.entity, meant.sure, meant.told_by)
        if one.text in self.cast.by_name and one.is_definite:
            return Meaning(self.cast.by_name[one.text], 0.85, "the same words before")
        return Meaning(self.cast.add(new_entity(one)), 0.85, "described")

    def _whole(self, reference: Reference, mention: Phrase) -> Meaning | None:
        """The group that "some", "others", "two of them" are part of; None for anything else."""
        tokens = self._parsed[reference.at].tokens[mention.first : mention.last + 1]
        forms = {t.form for t in tokens} - nouns.OF_THEM
        if tokens[0].form not in nouns.PARTS or not forms <= nouns.PARTS:
            return None
        group = self._likeliest(reference, "they", lambda entity: _is_near(entity, reference))
        if group is None:
            return None
        return Meaning(group, 0.5, "part of the group spoken of last")

    def _owner(self, reference: Reference, mention: Phrase) -> int | None:
        """The entity whose a description says somebody or something is ("her aunt")."""
        parsed = self._parsed[reference.at]
        first = parsed.tokens[mention.first]
        if first.form in nouns.OWNERS:
            place = (reference.at, first.index)
            if place not in self.meant:
                pronoun = replace(reference, index=first.index, owns=True, way=Way.PRONOUN)
                self.meant[place] = self._of_pronoun(pronoun)
            owning = self.meant[place]
            return owning.entity if owning.sure >= _SURE_OF_OWNER else None
        for owner in parsed.children(parsed.tokens[mention.head], "poss"):
            named = self._names.at.get((reference.at, owner.index))
            if named is not None:
                return self.cast.of_named(named)
        return None

    def _as_canonical(self, mention: Phrase, reference: Reference, owner: int | None) -> str:
        """The words of a description, with the owner's name for "his", "her", "its", "their"."""
        parsed = self._parsed[reference.at]
        written = _as_written(parsed, mention)
        if owner is None or parsed.tokens[mention.first].form not in nouns.OWNERS:
            return written
        name = self.cast.entities[owner].name
        rest = written.partition(" ")[2].removeprefix("own ")
        return f"{name}’{'' if name.endswith('s') else 's'} {rest}"

    def _antecedent(self, reference: Reference) -> Meaning:
        """What "who" stands for: the noun that its clause hangs on."""
        parsed = self._parsed[reference.at]
        verb = parsed.head(self._token(reference.place))
        while verb.dep not in ("relcl", "acl") and parsed.head(verb).index != verb.index:
            verb = parsed.head(verb)
        found = self.meant.get((reference.at, parsed.head(verb).index), NOBODY)
        return Meaning(found.entity, 0.9 * found.sure, "the noun before “who”")

    def _named_beside(self, reference: Reference) -> Named | None:
        """The name that stands with a description: "its policy director, Meera Joshi, "."""
        parsed, token = self._parsed[reference.at], self._token(reference.place)
        heads = list(parsed.children(token, "appos"))
        if token.dep == "appos":
            heads.append(parsed.head(token))
        if token.dep == "attr" and parsed.head(token).lemma == "be":
            heads += parsed.children(parsed.head(token), "nsubj")
        human = nouns.is_human(token.lemma)
        for head in heads:
            named = self._names.at.get((reference.at, head.index))
            if named is not None and (named.is_person or (named.is_body and not human)):
                return named
        return (
            self._named_at_its_end(reference)
            or self._named_right_behind(reference)
            or self._going_by(reference)
        )

    def _named_at_its_end(self, reference: Reference) -> Named | None:
        """The name that a description ends with: "his daughter, the historian Ann Pike"."""
        parsed = self._parsed[reference.at]
        mention = description(parsed, reference, self._sources)
        named = self._names.at.get((reference.at, mention.last))
        if named is None or not named.is_person:
            return None
        first = mention.last
        while self._names.at.get((reference.at, first - 1)) is named:
            first -= 1
        if first <= mention.first:
            return None
        joins = parsed.tokens[first - 1].tag in ("IN", "POS", "CC", "TO")
        return None if joins else named

    def _named_right_behind(self, reference: Reference) -> Named | None:
        mention = description(self._parsed[reference.at], reference, self._sources)
        tokens = self._parsed[reference.at].tokens
        at = mention.last + 1
        comma = at < len(tokens) and tokens[at].text == ","
        found = self._names.beginning.get((reference.at, at + comma))
        if found is None or not found[1].is_person:
            return None
        behind = tokens[found[0].last + 1 : found[0].last + 2]
        closed = not comma or (bool(behind) and behind[0].text in (",", ".", ";"))
        return found[1] if closed and nouns.is_human(tokens[mention.head].lemma) else None

    def _going_by(self, reference: Reference) -> Named | None:
        """As in "the shopkeeper, who gave only his first name, Idris"."""
        tokens = self._parsed[reference.at].tokens
        if not nouns.is_human(tokens[reference.index].lemma):
            return None
        for token in tokens[reference.index + 1 : reference.index + _CLAUSE]:
            if token.text in (".", ";", "”"):
                return None
            found = self._names.beginning.get((reference.at, token.index))
            if found is not None:
                before = {t.form for t in tokens[token.index - 2 : token.index]}
                return found[1] if before & _GIVING_A_NAME and found[1].is_person else None
        return None

    def _token(self, place: Place) -> Token:
        return self._parsed[place[0]].tokens[place[1]]


def _same(described: dict[str, int], named: Named, at: int) -> dict[str, Named]:
    """The one noun of *described* that the person *named* in paragraph *at* may go by."""
    near = [noun for noun, where in described.items() if 0 < at - where <= _NEXT]
    other = named.called & nouns.OFFICES - set(near)
    return {near[-1]: named} if near and not other else {}


def _is_near(entity: Entity, place: Reference) -> bool:
    """Whether some of *entity* may be spoken of at *place*."""
    near = entity.last is not None and place.at - entity.last.at <= _NEXT
    return near and entity.is_plural and (entity.is_people or entity.named is not None)


def _may_be(entity: Entity, form: str) -> bool:
    gender = nouns.SINGULAR_PRONOUNS.get(form)
    if gender:
        return entity.may_be(gender)
    if form in nouns.THEY:
        return entity.may_be_they
    return entity.is_body


def _told_by(gender: str, before: Reference, *, alone: bool) -> str:
    who = {"male": "man", "female": "woman"}.get(gender, "source")
    if alone:
        return f"the only {who} that it can be"
    if before.speaking:
        return f"the {who} who spoke last" if gender else "the source that spoke last"
    if before.is_subject:
        return f"the {who} whom the sentence before is about" if gender else "the subject before"
    return f"the {who} named last"


def _as_written(parsed: Parsed, mention: Phrase) -> str:
    """The words of a description, with a small first letter unless that begins a name."""
    last = parsed.tokens[mention.last]
    words = parsed.words(mention.first, mention.last - int(last.tag == "POS"))
    first = parsed.tokens[mention.first]
    named = first.is_proper or first.text.isupper() or parsed.name_at(first) is not None
    if first.tag not in _SMALL or (named and first.tag != "DT"):
        return words
    return words[:1].lower() + words[1:]
