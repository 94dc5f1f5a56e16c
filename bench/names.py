"""Whether the name that a claim was given is that of the annotated source.

Both names are compared without case, titles, articles and possessive endings, by their head: the
last word before a preposition or a comma ("ministry" in "the foreign ministry of Sondria").

- Equal names are the same, and so are a name and its initials (three capitals or more).
- Two people are the same if their last words are equal and nothing else tells them apart: one has
  no more than that word, all words of one are among the other's ("Colonel Isaac Ndombele"), or
  their first names agree, of which one may be an initial. A first name alone is enough, too.
- Anything else is the same if one's head is a word of the other, and if, where both have other
  words with a capital, they share one of those. A country may stand for its government, and its
  name for the adjective ("Sondria", "the Sondrian government"): five letters are compared.
- "Dunmore's office" is an office; whose it is has to agree where both names say it.
- The writer goes by any word for one ("the columnist", "the author").

A source without a proper name ("residents of Orlec", "letter to parents") has as many names as the
article has nouns for it ("locals", "the note"), so its annotated mentions count as its names, too.
"""

import re
from collections.abc import Sequence

from questions.lexicon import TITLES

_WORD = re.compile(r"[^\W_]+(?:[-.&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
_HEAD_ENDS = re.compile(r",|\(| (?:of|for|from|at|in|on|with|by|to|about|who|that|into|near|near) ")
_LEFT_OUT = TITLES | frozenset(
    "a an the his her its their our my your this that these those".split()
)
_BEHIND = frozenset("kc qc sc mp mep md jr sr phd".split())
"""Letters behind a name."""

_STEM = 5

_OWNER = re.compile(
    r"^(?:(?! (?:of|for|from|at|in|on|with|by|to|about) )[^,(])*"
    r"(?:['’]s\b|(?<=s)['’](?!\w))\s+(?=\w)"
)
"""Whose somebody or something is: "Dunmore's" in "Dunmore's office"."""

_WRITERS = frozenset("writer author columnist reporter correspondent reviewer editor".split())


def is_right(given: str | None, names: Sequence[str], *, person: bool) -> bool:
    """Whether *given* is the source called *names*, its own first; *person* if that is one."""
    others = () if _is_proper(names[0]) or _owner(names[0]) else names[1:]
    return any(_is(given, name, person=person) for name in (names[0], *others))


def _is(given: str | None, name: str, *, person: bool) -> bool:
    if not given:
        return False
    ours, theirs = _words(given), _words(name)
    if not ours or not theirs:
        return False
    if _lower(ours) == _lower(theirs) or _initials(given) == name or _initials(name) == given:
        return True
    if given == "the writer":
        return _head(name).lower() in _WRITERS
    if person and _is_proper(given) and _is_proper(name):
        return _same_person(_lower(ours), _lower(theirs))
    return _same_thing(given, name)


def _words(name: str) -> list[str]:
    words = _WORD.findall(_POSSESSIVE.sub("", name))
    return [word for word in words if word.lower() not in _LEFT_OUT | _BEHIND] or words


def _lower(words: list[str]) -> list[str]:
    return [word.lower() for word in words]


def _initials(name: str) -> str:
    capitals = [word[0] for word in _WORD.findall(name) if word[0].isupper() and word != "The"]
    return "".join(capitals) if len(capitals) > 2 else " "


def _is_proper(name: str) -> bool:
    return any(word[0].isupper() for word in _head_words(name) if word not in ("The", "A"))


def _same_person(ours: list[str], theirs: list[str]) -> bool:
    shorter, longer = sorted((ours, theirs), key=len)
    if set(shorter) <= set(longer):
        return shorter[-1] == longer[-1] or len(shorter) <= 2
    initial = min(len(ours[0]), len(theirs[0])) == 1 and ours[0][0] == theirs[0][0]
    return ours[-1] == theirs[-1] and (ours[0] == theirs[0] or initial)


def _head_words(name: str) -> list[str]:
    core = _HEAD_ENDS.split(_POSSESSIVE.sub("", _OWNER.sub("", name)), maxsplit=1)[0]
    return _WORD.findall(core) or _WORD.findall(name)


def _head(name: str) -> str:
    return _head_words(name)[-1]


def _same_thing(given: str, name: str) -> bool:
    """Whether the heads agree; whose it is is compared only with whose the other is."""
    our_owner, their_owner = _owner(given), _owner(name)
    if our_owner and their_owner and not _meet(our_owner, their_owner):
        return False
    given, name = _OWNER.sub("", given), _OWNER.sub("", name)
    ours, theirs = _stems(_words(given)), _stems(_words(name))
    heads = _stems([_head(given), _head(name)])
    if not any(_meet({head}, ours) and _meet({head}, theirs) for head in heads):
        return False
    proper, other = _capitals(given) - heads, _capitals(name) - heads
    if not proper or not other:
        return True
    return _meet(proper, theirs | their_owner) or _meet(other, ours | our_owner)


def _owner(name: str) -> set[str]:
    """The words with a capital for whose it is."""
    owner = _OWNER.match(name)
    return _capitals(owner[0]) if owner else set()


def _stems(words: list[str]) -> set[str]:
    return {word.lower().removesuffix("s") for word in words}


def _meet(some: set[str], others: set[str]) -> bool:
    """Whether they share a word, or a country and its adjective."""
    return bool(some & others) or any(
        len(word) > _STEM and word[:_STEM] == other[:_STEM] for word in some for other in others
    )


def _capitals(name: str) -> set[str]:
    words = _WORD.findall(_POSSESSIVE.sub("", name))
    return _stems([w for w in words if w[0].isupper() and w.lower() not in _LEFT_OUT])
