"""How a claim is reported: denied or left open, and by which word at a distance."""

from questions.attribution import cues
from questions.attribution.cues import Group
from questions.attribution.parse import Parsed, Token
from questions.attribution.reported import Reported
from questions.claims import Polarity, Stance

_DISTANCING = frozenset("claim allege purport insinuate speculate rumour rumor".split())
"""Cues by which the article leaves open whether the source is right."""

_DISTANCING_BESIDE = frozenset(
    "allegedly reportedly supposedly purportedly apparently seemingly ostensibly".split()
)
"""Words beside a cue, or at the head of the content, that do the same."""

_NOUNS = frozenset("allegation accusation rumour rumor suspicion speculation".split())
_ASKING = frozenset("ask wonder question doubt inquire enquire query".split())
_OPEN = frozenset("whether if who what when where why how".split())
_BESIDE = 3
"""Tokens before and behind a cue."""


def polarity(one: Reported) -> Polarity:
    """Whether the source holds the content of *one*, denies it or leaves it open."""
    if one.lemma in _ASKING and (one.lemma in ("question", "doubt") or _is_open(one)):
        return Polarity.QUESTIONED
    if one.group is Group.DENIAL and one.lemma in cues.UNSAID:
        return Polarity.QUESTIONED
    if one.stance is Stance.DENIAL or one.group is Group.DENIAL or _is_negated(one):
        return Polarity.DENIED
    return Polarity.AFFIRMED


def hedge(one: Reported) -> str:
    """The word by which article or source keeps a distance from the content; "" without one."""
    text = one.layout.parsed.text
    if one.cue is not None and one.lemma in cues.HEDGING | _DISTANCING | _NOUNS:
        return text[slice(*one.cue)]
    for token in _beside(one):
        if token.form in _DISTANCING_BESIDE:
            return token.text
    return ""


def _beside(one: Reported) -> tuple[Token, ...]:
    """The tokens around the cue and at the head of the content."""
    tokens = one.layout.parsed.tokens
    cue = _cue(one)
    around = tokens[max(0, cue.index - _BESIDE) : cue.index + 1 + _BESIDE] if cue else ()
    if one.quoted_in is None and one.pieces:
        start, end = one.pieces[0]
        around = (*around, *one.layout.tokens_between(start, end)[:_BESIDE])
    return around


def _cue(one: Reported) -> Token | None:
    """The first word of the cue that carries it."""
    if one.cue is None:
        return None
    words = one.layout.tokens_between(*one.cue)
    verbs = [word for word in words if word.lemma == one.lemma]
    return next(iter(verbs or words), None)


def _is_negated(one: Reported) -> bool:
    cue = _cue(one)
    return cue is not None and _has_negation(one.layout.parsed, cue)


def _has_negation(parsed: Parsed, cue: Token) -> bool:
    return any(c.dep == "neg" and c.index < cue.index for c in parsed.children(cue))


def _is_open(one: Reported) -> bool:
    """Whether the content is a question."""
    text = one.layout.parsed.text
    first = one.layout.tokens_between(*one.pieces[0])[:1] if one.pieces else ()
    asked = any("?" in text[start : end + 1] for start, end in one.pieces)
    return asked or any(token.form in _OPEN for token in first)
