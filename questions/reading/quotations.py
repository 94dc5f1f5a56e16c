"""Which paragraphs belong together because of what is quoted in them."""

import re
from bisect import bisect_right

from questions.lexicon import SAYING, word_set

_OPENING = re.compile(r"^[\"“‘«„]|^'(?=\w)")
QUOTED = re.compile(
    r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|‘.*?(?:’(?!\w)|$)|(?<!\w)'.*?(?:'(?!\w)|$)"
)
_MARK = re.compile(r"[“”\"«»]|(?<!\w)['‘](?=\w)|(?<=[^\s\w])['’](?!\w)")
_PRONOUNS = word_set("he she they it i we")
_PERSONAL = word_set("he she him her his hers they them their")
_LED_BY_PRONOUN = re.compile(
    r"[\"“‘']?(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|Both|Neither|Such)\b"
)
_WORD = re.compile(r"[\w’']+")
_CONTINUING = re.compile(
    r"(?:Instead|Moreover|But|And|Nor|Yet|Still|Also|Even so|In addition|Then)\b"
)


def open_at_ends(text: str, ends: list[int]) -> list[bool]:
    """For each offset in *ends*, whether it stands inside a quotation of *text*.

    A quotation whose mark is missing is taken to end after 1,000 characters.
    """
    changes: list[int] = []
    states: list[int] = []
    closer = ""
    for match in _MARK.finditer(text):
        mark = match[0]
        if closer and changes and match.start() - changes[-1] > 1_000:
            closer = ""
        if not closer and mark in _PAIRS:
            closer = _PAIRS[mark]
        elif mark == closer:
            closer = ""
        else:
            continue
        changes.append(match.start())
        states.append(bool(closer))
    return [_state(changes, states, end) for end in ends]


_PAIRS = {"“": "”", '"': '"', "«": "»", "'": "'", "‘": "’"}


def _state(changes: list[int], states: list[int], offset: int) -> bool:
    index = bisect_right(changes, offset - 1) - 1
    return index >= 0 and bool(states[index]) and offset - changes[index] <= 1_000


def goes_on(following: str) -> bool:
    """Whether *following* cannot be understood without the words before it."""
    return bool(_LED_BY_PRONOUN.match(following)) or (
        begins_with_quotation(following) and _needs_speaker(following)
    )


def begins_with_quotation(paragraph: str) -> bool:
    """Whether *paragraph* opens with a quotation mark."""
    return bool(_OPENING.match(paragraph))


def led_by_pronoun(paragraph: str) -> bool:
    """Whether *paragraph* begins with a word that stands for something named before."""
    return bool(_LED_BY_PRONOUN.match(paragraph))


def refers_back(paragraph: str) -> bool:
    """Whether *paragraph* speaks of "him" or "their" before it names anybody, or is very short."""
    words = _WORD.findall(paragraph[:200])[:10]
    names = (
        place
        for place, word in enumerate(words)
        if place and word[0].isupper() and not word.endswith(("'s", "’s"))
    )
    return len(words) < 8 or not _PERSONAL.isdisjoint(words[: next(names, None)])


def led_by_connective(paragraph: str) -> bool:
    """Whether *paragraph* begins with a word that ties it to the one before."""
    return bool(_CONTINUING.match(paragraph))


def inseparable(before: str, after: str) -> bool:
    """Whether a quotation and the words that say whose it is stand in *before* and *after*."""
    if before.rstrip().endswith(":"):
        return True
    if begins_with_quotation(after) and _needs_speaker(after):
        return True
    return _is_unattributed_quotation(before) and (
        led_by_pronoun(after) or bool(_said_outside_quotes(after)[:1])
    )


def _needs_speaker(paragraph: str) -> bool:
    """Whether nothing in *paragraph*, which opens a quotation, names who says it."""
    outside = QUOTED.sub(" ", paragraph)
    words = _WORD.findall(outside)
    cues = [index for index, word in enumerate(words) if word.lower() in SAYING]
    if not cues:
        return True
    at = cues[0]
    around = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(word.lower() in _PRONOUNS for word in around)


def _is_unattributed_quotation(paragraph: str) -> bool:
    if not begins_with_quotation(paragraph):
        return False
    return not _said_outside_quotes(paragraph)


def _said_outside_quotes(paragraph: str) -> list[str]:
    outside = QUOTED.sub(" ", paragraph)
    return [word for word in _WORD.findall(outside) if word.lower() in SAYING]
