"""Where the sentences of a paragraph begin and end. Rules only: fast, and the same everywhere."""

import re
from collections.abc import Iterable, Iterator

from questions.article import Paragraph, Span
from questions.lexicon import SHORT_TITLES, finite, past, word_set

_BEFORE_A_NAME = SHORT_TITLES | word_set(
    "messrs st pvt brig cmdr det pres cr coun amb atty ft mt vs approx dept est fig"
)
"""Abbreviations that a name or a number follows: a sentence never ends with one."""

_SHORT_FORMS = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc ltd co corp plc bros jr sr etc al e.g i.e a.m p.m cf p pp vol ave blvd rd ariz calif "
    "colo conn fla ill ind kan mass mich minn miss mo mont okla ore pa tenn tex va vt wash "
    "wis wyo"
)
"""Abbreviations that may end a sentence: they do where the next word commonly begins one."""

_STARTERS = word_set(
    "a an the this that these those he she it they we you i his her its their our my there here "
    "but and or so yet if when while after before since because although though however in on at "
    "for from as with by no not one some many most all both each what who why how where asked "
    "meanwhile instead now then still"
)

_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘„«(["
_END = re.compile(
    rf"""(?<![.!?…])(?P<mark>[.!?…]+)(?P<close>[{re.escape(_CLOSERS)}]*)(?=\s)
    |[。！？]+[{re.escape(_CLOSERS)}」』]*""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«—–/]*$")
_NEXT_WORD = re.compile(rf"\s*[{re.escape(_OPENERS)}]*(\w*)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_BEHIND_A_QUESTION = finite("say ask recall insist") | frozenset(
    map(past, "reply add write tell tweet post shout cry wonder demand joke laugh".split())
)
_NAMED_CUE = re.compile(
    rf"\s+(?:[^\W\d_][\w'’.-]*\s+){{1,4}}?(?:{'|'.join(sorted(_BEHIND_A_QUESTION))})\b"
)
"""A name and a cue, as in "“Who?” Anna Holm asked", which belong to the quotation before them."""

_LONGEST_WORD = 24
"""No abbreviation is longer: how far back from a full stop is looked."""


def sentences(paragraph: Paragraph) -> tuple[Span, ...]:
    """The sentences of *paragraph* in order, without the blanks around them.

    Closing quotation marks belong to the sentence that they end. A quotation and the lower-case
    cue after it are one sentence.
    """
    text = paragraph.text
    spans = []
    start = 0
    for end in [*_ends(text), len(text)]:
        stretch = text[start:end]
        first = start + len(stretch) - len(stretch.lstrip())
        last = start + len(stretch.rstrip())
        if first < last:
            spans.append(Span(paragraph.number, first, last))
        start = end
    return tuple(spans)


def sentences_of(paragraphs: Iterable[Paragraph]) -> tuple[Span, ...]:
    """The sentences of *paragraphs*, such as those of a section, in order."""
    return tuple(span for paragraph in paragraphs for span in sentences(paragraph))


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if match["mark"] is None or _closes(text, match):
            yield match.end()


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether the mark in *match* ends a sentence, judged by the words on both sides of it."""
    following = _NEXT_WORD.match(text, match.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    if match["mark"] == ".":
        return not _abbreviates(text, match.start(), word)
    asked_in_quotes = match["close"] and match["mark"] != "."
    return not (asked_in_quotes and _NAMED_CUE.match(text, match.end()))


def _abbreviates(text: str, stop: int, following: str) -> bool:
    """Whether the full stop at *stop* belongs to an abbreviation inside a sentence."""
    before = _LAST_WORD.search(text[max(0, stop - _LONGEST_WORD) : stop])
    word = before[0] if before else ""
    if word.lower() in _BEFORE_A_NAME:
        return True
    if word == "No" or word == "Nos":
        return following[:1].isdigit()
    if word.lower() in _SHORT_FORMS or (_INITIALS.fullmatch(word) and word not in ("I", "a")):
        return following.lower() not in _STARTERS
    return False
