"""The people and bodies that an article names, each with every form of its name.

A person is first named in full and then by surname; a body by its name and then by its first word
or its initials. What a name belongs to, and a person's gender, is voted over all its mentions,
because a small model calls the same person an organisation in one sentence and a place in the next.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from questions import given_names, nouns
from questions.attribution import roles
from questions.attribution.parse import Parsed, Token
from questions.lexicon import MONTHS, TITLES, WEEKDAYS

_LABELS = frozenset("PERSON ORG GPE NORP FAC LOC WORK_OF_ART LAW PRODUCT EVENT".split())
_POSSESSIVES = re.compile(r"['’]s?$")
_POSSESSIVE = ("'s", "’s", "'", "’")
_BEHIND_NAMES = frozenset("KC QC SC MP MEP MLA MBE OBE CBE Jr Jr. Sr Sr. MD PhD".split())
_NO_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_PLACES = frozenset("GPE LOC FAC".split())
_SPEAKER = "SPEAKER"
"""Label of a name with which a paragraph of a transcript begins ("IC: They had to …")."""

_CLEAR = 3
"""Votes: the model has called it a person more than once."""

_INTRODUCING = frozenset("name called named".split())
"""Words with which somebody is given a name ("who gave only his first name, Idris")."""

_LONG = 4
"""Words: a person's name has fewer."""

_AFTER = 12
"""Tokens behind a person's name in which "he" or "she" tells the gender."""


@dataclass(frozen=True)
class Mention:
    """A name in the text: tokens ``first`` to ``last`` of the paragraph at index ``at``."""

    at: int
    first: int
    last: int
    words: tuple[str, ...]
    label: str
    title_as_written: str

    @property
    def title(self) -> str:
        """The title in lower case, without a full stop."""
        return self.title_as_written.lower().rstrip(".")


@dataclass
class Named:
    """Somebody or something named; grows while the article is read."""

    words: tuple[str, ...]
    votes: int = 0
    manly: int = 0
    """Votes for "he" less those for "she"."""

    role: str | None = None
    called: set[str] = field(default_factory=set)
    """The common nouns that the article uses of it ("minister", "aunt")."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def gender(self) -> str:
        """Whether "male" or "female"; "" where nothing tells."""
        return ("male" if self.manly > 0 else "female") if self.manly else ""

    @property
    def titles(self) -> set[str]:
        """The titles that have stood before the name."""
        return {mention.title for mention in self.mentions} - {""}

    @property
    def name(self) -> str:
        """The fullest form of the name; a lone surname with its title ("Mrs Pellew")."""
        titled = [m for m in self.mentions if m.title not in nouns.MEN | nouns.WOMEN | {""}]
        forms = [f"{m.title_as_written} {m.words[0]}" for m in titled]
        if len(self.words) == 1 and self.is_person and forms:
            return forms[0]
        written = [m.words for m in self.mentions if _key(m.words) == _key(self.words)]
        words = next((w for w in written if not all(map(str.isupper, w))), self.words)
        if self.is_person and len(words) > 1 and all(map(str.isupper, words)):
            words = tuple(word.title() for word in words)
        return " ".join(words)

    @property
    def is_place(self) -> bool:
        """Whether the model takes it for a place more often than for a body."""
        places = sum(mention.label in _PLACES for mention in self.mentions)
        return places > sum(mention.label == "ORG" for mention in self.mentions)

    @property
    def is_body(self) -> bool:
        """Whether the model takes it for an organisation more often than not."""
        bodies = sum(mention.label == "ORG" for mention in self.mentions)
        known = bool(self.called & nouns.BODIES) or 2 * bodies >= len(self.mentions)
        return known and not self.is_person

    @property
    def is_person(self) -> bool:
        """Whether the votes say so; for a lone word without a title they must be clear."""
        if len(self.words) > 1 or self.titles:
            return self.votes > 0
        return self.votes >= _CLEAR - given_names.is_given(self.words[0].lower())


@dataclass
class Names:
    """All named things of an article and where they are mentioned."""

    everything: list[Named]
    at: dict[tuple[int, int], Named]
    """By paragraph index and token index, for every token of every mention."""

    @cached_property
    def beginning(self) -> dict[tuple[int, int], tuple[Mention, Named]]:
        """The mentions by paragraph index and first token."""
        return {(m.at, m.first): (m, named) for named in self.everything for m in named.mentions}


def find_names(parsed: tuple[Parsed, ...]) -> Names:
    """The names of an article, gathered into chains."""
    mentions = [m for at, paragraph in enumerate(parsed) for m in _mentions(at, paragraph)]
    mentions = sorted([*mentions, *_overlooked(parsed, mentions)], key=lambda m: (m.at, m.first))
    full = _full_names(parsed, mentions)
    counted = {(mention, id(named)) for named in full for mention in named.mentions}
    at: dict[tuple[int, int], Named] = {}
    chains = _Chains(full)
    for mention in mentions:
        named = chains.named(mention)
        if (mention, id(named)) not in counted:
            _add(parsed[mention.at], named, mention)
        tokens = range(mention.first, _behind_name(parsed[mention.at], mention.last) + 1)
        at.update({(mention.at, index): named for index in tokens})
    everything = list({id(named): named for named in at.values()}.values())
    for named in everything:
        named.role = _role(parsed, named)
    return Names(everything, at)


# ---------------------------------------------------------------- mentions


def _mentions(at: int, parsed: Parsed) -> list[Mention]:
    found: list[Mention] = []
    index = 0
    while index < len(parsed.tokens):
        token = parsed.tokens[index]
        name = parsed.name_at(token)
        if name and name.label in _LABELS and index == name.first:
            mention = _mention(at, parsed, name.first, name.last, name.label)
            index = name.last
        elif token.is_proper and not (name and name.label in _LABELS):
            last, label = _run(parsed, index)
            mention = _mention(at, parsed, index, last, label)
            index = last
        else:
            mention = None
        if mention:
            found.append(mention)
        index += 1
    return found


def _overlooked(parsed: tuple[Parsed, ...], found: list[Mention]) -> Iterator[Mention]:
    """Surnames that the tagger took for common nouns ("Giles said")."""
    surnames = {m.words[-1] for m in found}
    taken = {(m.at, i) for m in found for i in range(m.first, m.last + 1)}
    for at, paragraph in enumerate(parsed):
        for token in paragraph.tokens:
            if (
                token.text in surnames
                and token.tag.startswith("N")
                and (at, token.index) not in taken
            ):
                label = _SPEAKER if _opens_speech(paragraph, token.index, token.index) else ""
                yield Mention(at, token.index, token.index, (token.text,), label, "")


def _run(parsed: Parsed, first: int) -> tuple[int, str]:
    """The last token of a name that the model has not found, or found the end of; its label."""
    last = first
    while last + 1 < len(parsed.tokens):
        if _is_hyphenated(parsed, last):
            last += 2
            continue
        following = parsed.tokens[last + 1]
        name = parsed.name_at(following)
        if name is not None and name.label == "PERSON" and following.is_proper:
            return name.last, name.label
        if not following.is_proper or name is not None:
            return last, ""
        last += 1
    return last, ""


def _is_hyphenated(parsed: Parsed, token: int) -> bool:
    """Whether the name at *token* goes on behind a hyphen: "Iyengar-Rao"."""
    word, hyphen, behind = (*parsed.tokens[token : token + 3], None, None)[:3]
    if word is None or hyphen is None or behind is None or hyphen.text != "-":
        return False
    return word.end == hyphen.start and hyphen.end == behind.start and behind.is_proper


def _mention(at: int, parsed: Parsed, first: int, last: int, label: str) -> Mention | None:
    tokens = parsed.tokens
    first = _after_comma(parsed, first, last)
    title = tokens[first - 1].text if first else ""
    last = _without_ending(parsed, first, last)
    first, title = _without_titles(parsed, (first, last), label, title)
    while first < last and tokens[first].is_mark:
        first += 1
    first = _with_given_name(parsed, _after_dateline(parsed, first, last))
    if first > last or not _is_name(tokens[last]):
        return None
    words = tuple(_POSSESSIVES.sub("", word) for word in parsed.words(first, last).split())
    if _opens_speech(parsed, first, last):
        label = _SPEAKER
    known = nouns.is_title(title.lower().rstrip("."))
    return Mention(at, first, last, words, label, title if known else "")


def _opens_speech(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the name stands before what somebody says in a transcript."""
    return not first and [t.text for t in parsed.tokens[last + 1 : last + 2]] == [":"]


def _is_name(last: Token) -> bool:
    """Whether a name may end with *last*; an office, a month, "KC" are none."""
    if last.form in nouns.OFFICES or last.form in _NO_NAMES or last.text in _BEHIND_NAMES:
        return False
    return any(c.isalpha() for c in last.text)


def _behind_name(parsed: Parsed, last: int) -> int:
    """The last token of the letters that stand behind a name ("Omar Haidar KC")."""
    while last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].text in _BEHIND_NAMES:
        last += 1
    return last


def _with_given_name(parsed: Parsed, first: int) -> int:
    """Where a name begins whose first words the model has left out ("Rufus | Halloran Pike")."""
    before = parsed.tokens[first - 1] if first else None
    if before is None or not before.is_proper or parsed.name_at(before) is not None:
        return first
    return first - 1 if given_names.is_given(before.form) else first


def _without_ending(parsed: Parsed, first: int, last: int) -> int:
    """The last token of a name without possessives, letters behind it and verbs of headlines."""
    tokens = parsed.tokens
    while first < last and (
        tokens[last].text in (*_POSSESSIVE, ",", ".")
        or tokens[last].text in _BEHIND_NAMES
        or (tokens[last].text.islower() and tokens[last].tag.startswith("V"))
    ):
        last -= 1
    return last


def _without_titles(
    parsed: Parsed, tokens: tuple[int, int], label: str, title: str
) -> tuple[int, str]:
    """The first token behind the titles that a name begins with, and the last of those titles."""
    first, last = tokens
    for index in range(last - 1, first, -1):
        title = parsed.tokens[index].form.rstrip(".")
        if nouns.is_title(title) and _before_a_person(parsed, index, last):
            return index + 1, parsed.tokens[index].text
    while first <= last:
        token = parsed.tokens[first]
        if token.text[:1].isupper() and not _goes_before(parsed, first, last):
            break
        if label == "ORG" and token.is_proper and not _before_a_person(parsed, first, last):
            break
        title = token.text
        first += 1
    return first, title


def _goes_before(parsed: Parsed, first: int, last: int) -> bool:
    """Whether token *first* only stands before a name: "Mr", "Drugmaker", "Barman", "Thursday"."""
    word = parsed.tokens[first].form
    if nouns.is_title(word.rstrip(".")):
        return True
    if first == last:
        return False
    named = last - first > 1 or given_names.is_given(parsed.tokens[first + 1].form)
    human = nouns.is_human(word) and named
    return human or word in nouns.BODIES or word in _NO_NAMES or word == "opposition"


def _before_a_person(parsed: Parsed, title: int, last: int) -> bool:
    """Whether the title at token *title* is a person's, though the model takes it for a body's."""
    token = parsed.tokens[title]
    if token.form.rstrip(".") in TITLES | nouns.RANKS:
        return True
    if title < last and given_names.is_given(parsed.tokens[title + 1].form):
        return True
    behind = {t.form for t in parsed.tokens[title + 1 : last + 1]}
    return (
        token.form in nouns.CIVIL_OFFICES
        and 0 < len(behind) < _LONG
        and not (behind & (nouns.ORGANISATION_WORDS | nouns.OFFICES))
    )


def _after_comma(parsed: Parsed, first: int, last: int) -> int:
    """Where a person's name begins behind a comma ("Carrick, Annika Dray")."""
    for index in range(last - 1, first, -1):
        if parsed.tokens[index].text == "," and given_names.is_given(parsed.tokens[index + 1].form):
            return index + 1
    return first


def _after_dateline(parsed: Parsed, first: int, last: int) -> int:
    """The first token behind a dash with blanks around it ("VIENNA - Karvelia")."""
    tokens = parsed.tokens
    for index in range(last - 1, first, -1):
        spaced = tokens[index - 1].end < tokens[index].start
        if spaced and tokens[index].text in ("-", "–", "—"):
            return index + 1
    return first


# ---------------------------------------------------------------- chains


def _full_names(parsed: tuple[Parsed, ...], mentions: list[Mention]) -> list[Named]:
    """What is named in more than one word, with its mentions under that name and their votes."""
    full: dict[tuple[str, ...], Named] = {}
    for mention in mentions:
        if len(mention.words) > 1:
            named = full.setdefault(_key(mention.words), Named(mention.words))
            _add(parsed[mention.at], named, mention)
    return list(full.values())


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words by which two full names are the same."""
    plain = tuple(word.replace("’", "").replace("'", "").lower() for word in words)
    return plain[1:] if plain[0] == "the" and len(plain) > 1 else plain


def _add(parsed: Parsed, named: Named, mention: Mention) -> None:
    named.mentions.append(mention)
    callings = [token.lemma for token in roles.callings(parsed, mention.first, mention.last)]
    named.called.update(callings)
    title = nouns.WRITTEN_OUT.get(mention.title, mention.title)
    if title in nouns.OFFICES:
        named.called.add(title)
    named.votes += _vote(parsed, mention) + _vote_of_length(named, mention)
    named.manly += _manly(parsed, mention, callings)


class _Chains:
    """Who or what a form of a name stands for, as the article is read."""

    def __init__(self, full: list[Named]) -> None:
        self._full: dict[tuple[str, ...], Named] = {_key(n.words): n for n in full}
        self._by_word: dict[str, list[Named]] = defaultdict(list)
        self._short: dict[int, set[tuple[str, str]]] = defaultdict(set)
        """By which titles and surnames each has gone; another of the name has to be named again."""

        for named in full:
            self._index(named)

    def named(self, mention: Mention) -> Named:
        """What *mention* names; something new if nothing known fits."""
        key = _key(mention.words)
        known = self._longer(mention) or self._full.get(key) or self._shorter(mention)
        if known is None:
            known = self._full[key] = Named(mention.words)
            self._index(known)
        for word in {mention.words[-1].lower(), mention.words[0].lower()}:
            _last_first(self._by_word[word], known)
        return known

    def _index(self, named: Named) -> None:
        words = {named.words[-1].lower(), named.words[0].lower(), _initials(named.words)}
        words.add(_label(_capitals(named.words)) if len(named.words) > 1 else "")
        for word in words - {""}:
            self._by_word[word].append(named)

    def _longer(self, mention: Mention) -> Named | None:
        """The fuller name of the same person ("Isaac Ndombele", "Isaac M. Ndombele")."""
        words = mention.words
        if len(words) != 2 or mention.label not in ("PERSON", ""):
            return None
        for named in self._by_word[words[0].lower()]:
            longer = named.words
            in_the_middle = len(longer) == 3 and (longer[0], longer[-1]) == words
            if in_the_middle or (named.is_person and len(longer) > 2 and longer[:2] == words):
                return named
        return None

    def _shorter(self, mention: Mention) -> Named | None:
        """The full name that this is a short form of."""
        if len(mention.words) > 1:
            return None
        word = mention.words[0].lower()
        forms = [word, mention.words[0]]
        if mention.label == _SPEAKER:
            forms.append(_label(mention.words[0]))
        known = [named for form in forms for named in self._by_word.get(form, ())]
        known = [n for n in known if len(n.words) > 1 and _fits(mention, n)]
        last = [n for n in known if n.words[-1].lower() == word]
        titled = [n for n in last if mention.title and mention.title in n.titles]
        gendered = [n for n in last if _gender_of(mention) and n.gender]
        before = [n for n in last if (mention.title, word) in self._short.get(id(n), ())]
        groups = (titled, before, gendered, last, known)
        found = next((group[-1] for group in groups if group), None)
        if found is not None:
            self._short[id(found)].add((mention.title, word))
        return found


def _last_first(known: list[Named], named: Named) -> None:
    """Keep the one mentioned last at the end, so that a surname means that one."""
    if known and known[-1] is not named and any(other is named for other in known):
        known[:] = [other for other in known if other is not named] + [named]


def _initials(words: tuple[str, ...]) -> str:
    """In capitals, so that they are no word's."""
    capitals = _capitals(words)
    return capitals if len(capitals) > 2 else ""


def _capitals(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w[0].isupper() and w != "The")


def _label(capitals: str) -> str:
    """How initials stand before what somebody says in a transcript."""
    return f"{capitals}:"


def _gender_of(mention: Mention) -> str:
    if mention.title in nouns.MALE:
        return "male"
    return "female" if mention.title in nouns.FEMALE else ""


def _fits(mention: Mention, named: Named) -> bool:
    gender = _gender_of(mention)
    if mention.title and (len(named.words) > 1 and named.words[0] == mention.words[0]):
        return False
    return not (gender and named.gender and gender != named.gender)


# ---------------------------------------------------------------- votes and roles


def _manly(parsed: Parsed, mention: Mention, callings: list[str]) -> int:
    """Votes for a man, or below 0 for a woman: by title, given name, relation, next pronoun."""
    gender = _gender_of(mention)
    if gender:
        return 9 if gender == "male" else -9
    votes = 6 * sum((c in nouns.MEN) - (c in nouns.WOMEN) for c in callings)
    given = mention.words[0].lower()
    if len(mention.words) > 1 or mention.label == "PERSON":
        votes += 6 * given_names.manly(given)
    return votes + _next_pronoun(parsed, mention)


def _next_pronoun(parsed: Parsed, mention: Mention) -> int:
    """1 if "he" follows before any other name, -1 if "she" does."""
    for token in parsed.tokens[mention.last + 1 : mention.last + 1 + _AFTER]:
        if token.is_proper:
            return 0
        if token.form in nouns.SINGULAR_PRONOUNS:
            return 1 if nouns.SINGULAR_PRONOUNS[token.form] == "male" else -1
    return 0


def _vote(parsed: Parsed, mention: Mention) -> int:
    """For a person above 0, for anything else below."""
    votes = {"PERSON": 2, "ORG": -1, "GPE": -2, "NORP": -3, "FAC": -2, "LOC": -3}.get(
        mention.label, 0
    )
    if {w.lower().strip(".") for w in mention.words} & nouns.ORGANISATION_WORDS:
        votes -= 6
    if mention.title:
        votes += 4
    if given_names.is_given(mention.words[0].lower()):
        votes += 4 if len(mention.words) > 1 else 3 * (mention.label not in _PLACES)
    votes += _vote_around(parsed, mention)
    if len(mention.words) > 3 or mention.words[-1].isupper():
        votes -= 1
    return votes


def _vote_of_length(named: Named, mention: Mention) -> int:
    """A person goes by the last word of the name, a body by the first."""
    if len(mention.words) > 1 or not 1 < len(named.words) < _LONG:
        return 0
    words = {word.lower() for word in named.words}
    if words & nouns.ORGANISATION_WORDS or given_names.is_given(mention.words[0].lower()):
        return 0
    return 2 if mention.words[0] == named.words[-1] else -2


def _vote_around(parsed: Parsed, mention: Mention) -> int:
    """What the words beside a name say: "the" before it, an office, an age or "who" behind it."""
    before = [t.form for t in parsed.tokens[max(0, mention.first - 3) : mention.first]]
    votes = 8 * bool(_INTRODUCING & set(before))
    if before[-1:] == ["the"] and parsed.tokens[mention.last].dep not in ("compound", "poss"):
        votes -= 3
    if before and before[-1] in nouns.BODIES:
        votes -= 8
    role = roles.apposition(parsed, parsed.tokens[mention.last])
    if role and role.lemma in nouns.OFFICES:
        votes += 4
    behind = [t.form for t in parsed.tokens[mention.last + 1 : mention.last + 4]]
    if behind[:1] == [","] and len(behind) > 2 and (behind[1] == "who" or _is_age(behind)):
        votes += 4 * (parsed.tokens[mention.last].dep != "pobj" or len(mention.words) > 1)
    return votes


def _is_age(behind: list[str]) -> bool:
    return behind[1].isdecimal() and len(behind[1]) < 4 and behind[2] in (",", ".")


def _whole_first(parsed: Parsed, named: Named, first: int) -> int:
    """Where the whole name begins that the model has found the end of."""
    words = {*named.words, *"-".join(named.words).split("-"), "-"}
    while first and parsed.tokens[first - 1].text in words:
        first -= 1
    return first


def _role(parsed: tuple[Parsed, ...], named: Named) -> str | None:
    """What the article says the person is, at the mention that says most."""
    if not named.is_person:
        return None
    found = [
        roles.role_at(parsed[m.at], _whole_first(parsed[m.at], named, m.first), m.last)
        for m in named.mentions
    ]
    for place in range(3):
        fullest = max((one[place] or "" for one in found), key=len, default="")
        if fullest:
            return fullest
    offices = [m.title_as_written for m in named.mentions if m.title in nouns.OFFICES]
    return offices[0] if offices else None
