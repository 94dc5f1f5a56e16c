"""What the article says a named person is: the role in its own words, and the nouns for it."""

import re
from collections.abc import Iterator

from questions import nouns
from questions.attribution.parse import Parsed, Token
from questions.lexicon import TITLES

_ENDS = frozenset("who which whose whom that where when since because".split())
"""Words that begin a clause behind a role."""

_STEPS = 6
"""Up the tree, from the end of a description to its noun."""

_ROLE_TAGS = frozenset("NN NNP NNS JJ HYPH VBN POS CC RP".split())


def role_at(parsed: Parsed, first: int, last: int) -> tuple[str | None, str | None, str | None]:
    """What stands behind the name of tokens *first* to *last*, before it, and as "of RUSI"."""
    return _behind(parsed, first, last), _before(parsed, first, last), _belonging(parsed, last)


def callings(parsed: Parsed, first: int, last: int) -> Iterator[Token]:
    """The common nouns that the name of tokens *first* to *last* is said to be, here."""
    head = parsed.tokens[last]
    for child in parsed.children(head, "appos", "compound", "amod"):
        if not first <= child.index <= last and child.tag in ("NN", "NNP"):
            yield child
    above = parsed.head(head)
    if head.dep == "appos" and above.tag == "NN" and not parsed.name_at(above):
        yield above
    if head.dep == "nsubj" and above.lemma == "be":
        yield from parsed.children(above, "attr")
    yield from _beside(parsed, first, last)
    noun = _before_comma(parsed, first, last)
    if noun is not None:
        yield noun


def _before_comma(parsed: Parsed, first: int, last: int) -> Token | None:
    """The noun of "The mayor of Carrick, Annika Dray, ", with more between it and the comma."""
    tokens = parsed.tokens
    if first < 2 or tokens[first - 1].text != ",":
        return None
    if last + 1 < len(tokens) and tokens[last + 1].text not in (",", ".", ";"):
        return None
    noun = tokens[first - 2]
    for _ in range(_STEPS):
        if noun.dep not in ("pobj", "prep", "compound", "conj", "poss"):
            break
        noun = parsed.head(noun)
    human = noun.tag == "NN" and noun.index < first - 2 and nouns.is_human(noun.lemma)
    return noun if human else None


def _beside(parsed: Parsed, first: int, last: int) -> Iterator[Token]:
    """The noun right before the name, or behind it and a comma: "his aunt, Ottoline Brandreth"."""
    tokens = parsed.tokens
    before = first - 1
    while (
        before > 0 and nouns.is_title(tokens[before].form.rstrip(".")) and tokens[before].is_proper
    ):
        before -= 1
    if before > 0 and tokens[before].text == ",":
        before -= 1
        if not (last + 1 < len(tokens) and tokens[last + 1].text in (",", ".", ";")):
            before = -1
    if before >= 0 and (tokens[before].tag == "NN" or tokens[before].form in nouns.BODIES):
        yield tokens[before]


_AT = re.compile(
    r"^(?P<role>[^,]+?) (?:of|at|for|with|from) (?P<body>(?:the |its |his |her |their )?[^,]+)$"
)
_OWNED = re.compile(r"^(?P<body>(?:the )?[^,]+?)(?:['’]s|(?<=s)['’]) (?P<role>[^,]+)$")


def affiliation(role: str) -> str | None:
    """Where *role* says that somebody belongs ("RUSI" in "a fellow at RUSI"); None if nowhere.

    Only what has a name, or is a noun for a body ("the health ministry").
    """
    for pattern in (_AT, _OWNED):
        found = pattern.match(role)
        body = found["body"].partition(" and ")[0] if found else ""
        if found and _is_office(found["role"]) and _is_body(body):
            return body
    return None


def _is_office(role: str) -> bool:
    return nouns.is_human(role.split()[-1].lower())


def _is_body(words: str) -> bool:
    core = re.split(r" (?:of|in|for|at|on) ", words)[0].split()
    last = core[-1]
    return last[0].isupper() or last.lower() in nouns.ORGANISATIONS | nouns.BODIES


def apposition(parsed: Parsed, head: Token) -> Token | None:
    """The noun behind a name that says what the person is."""
    for child in parsed.children(head, "appos"):
        if child.index < head.index or child.tag not in ("NN", "NNP"):
            continue
        if child.lemma in nouns.OFFICES or _describes_somebody(parsed, child):
            return child
    return None


def _describes_somebody(parsed: Parsed, noun: Token) -> bool:
    """As in "a mother of two" or "winner of the prize", but not "plenty of material"."""
    if len(noun.text) < 3:
        return False
    somebody = nouns.is_human(noun.lemma) or noun.lemma.endswith(("er", "or"))
    return bool(parsed.children(noun, "det") or (somebody and parsed.children(noun, "prep")))


def _behind(parsed: Parsed, first: int, last: int) -> str | None:
    """As in "Linas Linkevicius, foreign minister of neighboring Lithuania, …"."""
    head = parsed.tokens[last]
    noun = apposition(parsed, head)
    if noun is None or parsed.name_at(noun):
        above = parsed.head(head)
        if head.dep == "appos" and above.tag == "NN" and above.lemma in nouns.OFFICES:
            return _until_comma(parsed, above.left, first - 1)
        return _introducing(parsed, first, last)
    return _until_comma(parsed, noun.left, noun.right)


def _introducing(parsed: Parsed, first: int, last: int) -> str | None:
    """As in "The mayor of Carrick, Annika Dray, …"."""
    noun = _before_comma(parsed, first, last)
    if noun is None:
        return None
    begin = noun.left + int(parsed.tokens[noun.left].form in ("the", "a", "an"))
    return _until_comma(parsed, begin, first - 2)


def _until_comma(parsed: Parsed, first: int, last: int) -> str | None:
    tokens = parsed.tokens
    while first <= last and tokens[first].is_mark:
        first += 1
    for index in range(first, last + 1):
        if tokens[index].text in (",", ";", "—", "–") or tokens[index].form in _ENDS:
            last = index - 1
            break
    return parsed.words(first, last) if first <= last else None


def _before(parsed: Parsed, first: int, last: int) -> str | None:
    """As in "foreign minister Dorota Halvik" or "President Putin"."""
    tokens = parsed.tokens
    begin = first
    while begin and tokens[begin - 1].tag in _ROLE_TAGS:
        if tokens[begin - 1].text == "," or tokens[begin - 1].head > last:
            break
        if tokens[begin - 1].tag == "VBN" and not begin - 1 < tokens[begin - 1].head <= last:
            break
        begin -= 1
    while begin < first and (
        tokens[begin].form.rstrip(".") in TITLES
        or tokens[begin].is_mark
        or tokens[begin].tag in ("CC", "POS")
    ):
        begin += 1
    words = [t for t in tokens[begin:first] if t.form.rstrip(".") not in TITLES]
    if not any(t.lemma in nouns.OFFICES or t.form in nouns.OFFICES for t in words):
        return None
    return parsed.words(begin, words[-1].index)


def _belonging(parsed: Parsed, last: int) -> str | None:
    """As in "Ferris, with RUSI" or "Helen Achterberg of the Northern Institute"."""
    tokens = parsed.tokens
    at = last + 1
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].form not in ("with", "of", "from", "at"):
        return None
    if not any(t.is_proper for t in tokens[at + 1 : at + 5]):
        return None
    if tokens[at].head != last and tokens[at].form != "with":
        return None
    return _until_comma(parsed, at, tokens[at].right)
