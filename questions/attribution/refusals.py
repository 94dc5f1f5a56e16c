"""Who says nothing: "declined to comment", "did not respond", "could not be reached"."""

from collections.abc import Iterator
from typing import NamedTuple

from questions.attribution.parse import Parsed, Token
from questions.attribution.references import Place
from questions.attribution.speakers import own_subject, phrase

_REFUSING = frozenset("decline refuse".split())
_TO_SAY_SOMETHING = frozenset(
    "comment answer respond reply elaborate discuss speak talk disclose say".split()
)
_ANSWERING = frozenset("respond reply answer return comment".split())
_SAYING = frozenset("comment elaborate".split())
_NOT = frozenset("not n't n’t never".split())


class Refused(NamedTuple):
    """Where somebody refuses: the place of the one who does, and ``[start, end)`` of the words."""

    place: Place
    start: int
    end: int


def find_refusals(parsed: tuple[Parsed, ...]) -> Iterator[Refused]:
    """All refusals of an article, in order."""
    for at, paragraph in enumerate(parsed):
        for verb in paragraph.tokens:
            last = _last(paragraph, verb)
            subject = _subject(paragraph, verb) if last is not None else None
            if last is not None and subject is not None:
                first = _first(paragraph, verb)
                place = (at, phrase(paragraph, subject).head)
                yield Refused(place, first.start, last.end)


def _last(parsed: Parsed, verb: Token) -> Token | None:
    """The last word of the refusal that *verb* makes; None if it makes none."""
    if verb.lemma in _REFUSING:
        return _refused(parsed, verb)
    if verb.lemma in _ANSWERING and verb.tag == "VB" and _is_negated(parsed, verb):
        return verb
    if verb.lemma in _SAYING and verb.tag == "VB" and _would(parsed, verb):
        return verb
    if verb.lemma == "reach" and _is_negated(parsed, verb) and parsed.children(verb, "auxpass"):
        return verb
    if verb.lemma == "make":
        return _no_comment(parsed, verb)
    return None


def _refused(parsed: Parsed, verb: Token) -> Token | None:
    """As in "declined to comment", but not "declined to say whether X", which says something."""
    for child in parsed.children(verb, "xcomp"):
        told = parsed.children(child, "ccomp", "dobj") if child.lemma != "discuss" else ()
        if child.lemma in _TO_SAY_SOMETHING and not (child.lemma == "say" and told):
            return child
    for child in parsed.children(verb, "dobj"):
        if child.lemma in ("comment", "interview", "request"):
            return child
    return None


def _no_comment(parsed: Parsed, verb: Token) -> Token | None:
    for child in parsed.children(verb, "dobj"):
        if child.lemma == "comment" and any(c.form == "no" for c in parsed.children(child)):
            return child
    return None


def _is_negated(parsed: Parsed, verb: Token) -> bool:
    return any(c.dep == "neg" or c.form in _NOT for c in parsed.children(verb))


def _would(parsed: Parsed, verb: Token) -> bool:
    helped = any(c.form in ("would", "did") for c in parsed.children(verb, "aux"))
    return helped and _is_negated(parsed, verb)


def _subject(parsed: Parsed, verb: Token) -> Token | None:
    subject = own_subject(parsed, verb)
    patients = parsed.children(verb, "nsubjpass")
    if subject is None and patients:
        return patients[0]
    joined = parsed.head(verb)
    if subject is None and verb.dep == "conj" and joined.index != verb.index:
        return own_subject(parsed, joined)
    return subject


def _first(parsed: Parsed, verb: Token) -> Token:
    """The first auxiliary of the verb, or the verb."""
    helping = [c for c in parsed.children(verb, "aux", "auxpass") if c.index < verb.index]
    return helping[0] if helping else verb
