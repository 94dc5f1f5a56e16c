"""The people and bodies that an article names, each with every form of its name.

A person is first named in full and then by surname; a body by its name and then by its first word
or its initials. What a name belongs to is voted over all its mentions, because a small model calls
the same person an organisation in one sentence and a place in the next.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from questions.attribution import nouns
from questions.attribution.parse import Parsed, Token
from questions.lexicon import TITLES

_LABELS = frozenset("PERSON ORG GPE NORP FAC LOC WORK_OF_ART LAW PRODUCT EVENT".split())
_ROLE_TAGS = frozenset("NN NNP NNS JJ HYPH VBN POS CC RP".split())
_POSSESSIVES = re.compile(r"['’]s?$")
_POSSESSIVE = ("'s", "’s", "'", "’")


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
    gender: str = ""
    role: str | None = None
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form of the name; a lone surname with its title ("Mrs Pellew")."""
        forms = [f"{m.title_as_written} {m.words[0]}" for m in self.mentions if m.title_as_written]
        if len(self.words) == 1 and self.is_person and forms:
            return forms[0]
        return " ".join(self.words)

    @property
    def is_body(self) -> bool:
        """Whether the model takes it for an organisation more often than not."""
        bodies = sum(mention.label == "ORG" for mention in self.mentions)
        return not self.is_person and 2 * bodies >= len(self.mentions)

    @property
    def is_person(self) -> bool:
        """Whether the votes say so."""
        return self.votes > 0


@dataclass
class Names:
    """All named things of an article and where they are mentioned."""

    everything: list[Named]
    at: dict[tuple[int, int], Named]
    """By paragraph index and token index, for every token of every mention."""

    def between(self, first: int, last: int) -> list[tuple[int, int, Named]]:
        """The mentions in the paragraphs at index *first* to *last*, in order."""
        return [m for at in range(first, last + 1) for m in self._by_paragraph.get(at, ())]

    @cached_property
    def _by_paragraph(self) -> dict[int, list[tuple[int, int, Named]]]:
        found: dict[int, list[tuple[int, int, Named]]] = defaultdict(list)
        for (at, index), named in sorted(self.at.items(), key=lambda item: item[0]):
            found[at].append((at, index, named))
        return found


def find_names(parsed: tuple[Parsed, ...]) -> Names:
    """The names of an article, gathered into chains."""
    mentions = [m for at, paragraph in enumerate(parsed) for m in _mentions(at, paragraph)]
    mentions = sorted([*mentions, *_overlooked(parsed, mentions)], key=lambda m: (m.at, m.first))
    chains = _chains(mentions)
    at: dict[tuple[int, int], Named] = {}
    for mention, named in zip(mentions, chains, strict=True):
        named.mentions.append(mention)
        named.votes += _vote(parsed[mention.at], mention)
        named.gender = named.gender or _gender(mention)
        for index in range(mention.first, mention.last + 1):
            at[mention.at, index] = named
    everything = list({id(named): named for named in chains}.values())
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
            last = _run(parsed, index)
            mention = _mention(at, parsed, index, last, "")
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
                yield Mention(at, token.index, token.index, (token.text,), "", "")


def _run(parsed: Parsed, first: int) -> int:
    last = first
    while last + 1 < len(parsed.tokens):
        following = parsed.tokens[last + 1]
        if not following.is_proper or parsed.name_at(following):
            return last
        last += 1
    return last


def _mention(at: int, parsed: Parsed, first: int, last: int, label: str) -> Mention | None:
    tokens = parsed.tokens
    title = tokens[first - 1].text if first else ""
    while first <= last and tokens[last].text in (*_POSSESSIVE, ",", "."):
        last -= 1
    while first <= last and (_is_title(tokens[first]) or not tokens[first].text[0].isupper()):
        if label == "ORG" and tokens[first].is_proper and not _is_short_title(tokens[first]):
            break
        title = tokens[first].text
        first += 1
    first = _after_dateline(parsed, first, last)
    if first > last or not any(c.isalpha() for c in tokens[last].text):
        return None
    if tokens[last].form in nouns.OFFICES:
        return None
    words = tuple(_POSSESSIVES.sub("", word) for word in parsed.words(first, last).split())
    return Mention(
        at, first, last, words, label, title if _known(title.lower().rstrip(".")) else ""
    )


def _after_dateline(parsed: Parsed, first: int, last: int) -> int:
    """The first token behind a dash with blanks around it ("VIENNA - Karvelia")."""
    tokens = parsed.tokens
    for index in range(last - 1, first, -1):
        spaced = tokens[index - 1].end < tokens[index].start
        if spaced and tokens[index].text in ("-", "–", "—"):
            return index + 1
    return first


def _is_title(token: Token) -> bool:
    return _known(token.form.rstrip("."))


def _is_short_title(token: Token) -> bool:
    return token.form.rstrip(".") in TITLES


def _known(title: str) -> bool:
    return title in TITLES or title in nouns.OFFICES


# ---------------------------------------------------------------- chains


def _chains(mentions: list[Mention]) -> list[Named]:
    """What each mention names, one for one."""
    full: dict[tuple[str, ...], Named] = {}
    by_word: dict[str, list[Named]] = defaultdict(list)
    chains: list[Named] = []
    for mention in mentions:
        if len(mention.words) > 1 and mention.words not in full:
            full[mention.words] = named = Named(mention.words)
            _index(by_word, named)
    for mention in mentions:
        named_before = full.get(mention.words)
        if named_before is None:
            named_before = _shorter(mention, by_word) or Named(mention.words)
            full.setdefault(mention.words, named_before)
            _index(by_word, named_before)
        chains.append(named_before)
        for word in {mention.words[-1], mention.words[0]}:
            _last_first(by_word[word], named_before)
    return chains


def _index(by_word: dict[str, list[Named]], named: Named) -> None:
    for word in {named.words[-1], named.words[0], _initials(named.words)} - {""}:
        if named not in by_word[word]:
            by_word[word].append(named)


def _last_first(known: list[Named], named: Named) -> None:
    """Keep the one mentioned last at the end, so that a surname means that one."""
    if known and known[-1] is not named and any(other is named for other in known):
        known[:] = [other for other in known if other is not named] + [named]


def _initials(words: tuple[str, ...]) -> str:
    capitals = "".join(w[0] for w in words if w[0].isupper() and w != "The")
    return capitals if len(capitals) > 2 else ""


def _shorter(mention: Mention, by_word: dict[str, list[Named]]) -> Named | None:
    """The full name that this is a short form of."""
    if len(mention.words) > 1:
        return None
    word = mention.words[0]
    known = [n for n in by_word.get(word, ()) if len(n.words) > 1]
    last = [n for n in known if n.words[-1] == word and _fits(mention, n)]
    return next(reversed(last or known), None)


def _fits(mention: Mention, named: Named) -> bool:
    gender = _gender(mention)
    return not (gender and named.gender and gender != named.gender)


# ---------------------------------------------------------------- votes and roles


def _gender(mention: Mention) -> str:
    first = mention.words[0].lower() if len(mention.words) > 1 else ""
    if mention.title in nouns.MALE or first in nouns.MALE_NAMES:
        return "male"
    return "female" if mention.title in nouns.FEMALE or first in nouns.FEMALE_NAMES else ""


def _vote(parsed: Parsed, mention: Mention) -> int:
    """For a person above 0, for anything else below."""
    votes = {"PERSON": 2, "ORG": -1, "GPE": -2, "NORP": -3, "FAC": -2, "LOC": -3}.get(
        mention.label, 0
    )
    if {w.lower().strip(".") for w in mention.words} & nouns.ORGANISATION_WORDS:
        votes -= 6
    if mention.title:
        votes += 4
    if _gender(mention):
        votes += 2
    head = parsed.tokens[mention.last]
    if mention.first and parsed.tokens[mention.first - 1].form == "the":
        votes -= 3
    role = _apposition(parsed, head)
    if role and _is_office(role.lemma):
        votes += 4
    if len(mention.words) > 3 or mention.words[-1].isupper():
        votes -= 1
    return votes


def _is_office(lemma: str) -> bool:
    return lemma in nouns.OFFICES


def _apposition(parsed: Parsed, head: Token) -> Token | None:
    for child in parsed.children(head, "appos"):
        if child.index < head.index or child.tag not in ("NN", "NNP"):
            continue
        if _is_office(child.lemma) or _describes_somebody(parsed, child):
            return child
    return None


def _describes_somebody(parsed: Parsed, noun: Token) -> bool:
    """As in "a mother of two" or "winner of the prize", but not "plenty of material"."""
    if len(noun.text) < 3:
        return False
    somebody = nouns.is_human(noun.lemma) or noun.lemma.endswith(("er", "or"))
    return bool(parsed.children(noun, "det") or (somebody and parsed.children(noun, "prep")))


def _role(parsed: tuple[Parsed, ...], named: Named) -> str | None:
    """What the article says the person is, at the mention that says most."""
    if not named.is_person:
        return None
    for find in (_role_behind, _role_before, _affiliation):
        roles = [find(parsed[mention.at], mention) for mention in named.mentions]
        fullest = max((role for role in roles if role), key=len, default=None)
        if fullest:
            return fullest
    offices = [m.title_as_written for m in named.mentions if m.title in nouns.OFFICES]
    return offices[0] if offices else None


def _role_behind(parsed: Parsed, mention: Mention) -> str | None:
    """As in "Linas Linkevicius, foreign minister of neighboring Lithuania, …"."""
    head = parsed.tokens[mention.last]
    noun = _apposition(parsed, head)
    if noun is None or parsed.name_at(noun):
        above = parsed.head(head)
        if head.dep == "appos" and above.tag == "NN" and _is_office(above.lemma):
            return _until_comma(parsed, above.left, head.index - 1)
        return None
    return _until_comma(parsed, noun.left, noun.right)


def _until_comma(parsed: Parsed, first: int, last: int) -> str | None:
    tokens = parsed.tokens
    while first <= last and tokens[first].is_mark:
        first += 1
    for index in range(first, last + 1):
        if tokens[index].text in (",", ";", "—", "–") or tokens[index].form in ("who", "which"):
            last = index - 1
            break
    return parsed.words(first, last) if first <= last else None


def _role_before(parsed: Parsed, mention: Mention) -> str | None:
    """As in "foreign minister Dorota Halvik" or "President Putin"."""
    tokens = parsed.tokens
    first = mention.first
    while first and tokens[first - 1].tag in _ROLE_TAGS:
        if tokens[first - 1].text == "," or tokens[first - 1].head > mention.last:
            break
        first -= 1
    while first < mention.first and (
        tokens[first].form.rstrip(".") in TITLES
        or tokens[first].is_mark
        or tokens[first].tag in ("CC", "POS")
    ):
        first += 1
    words = [t for t in tokens[first : mention.first] if t.form.rstrip(".") not in TITLES]
    if not any(_is_office(t.lemma) or _is_office(t.form) for t in words):
        return None
    return parsed.words(first, words[-1].index)


def _affiliation(parsed: Parsed, mention: Mention) -> str | None:
    """As in "Ferris, with RUSI" or "Helen Achterberg of the Northern Institute"."""
    tokens = parsed.tokens
    at = mention.last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].form not in ("with", "of", "from", "at"):
        return None
    if not any(t.is_proper for t in tokens[at + 1 : at + 5]):
        return None
    return _until_comma(parsed, at, tokens[at].right)
