"""What an attribution is an example of: its form, kind of cue, kind of source, and so on.

Told from the words alone, so that gold and prediction are sorted alike.
"""

import re
from collections.abc import Iterator

from bench.scorer import PRONOUNS, Row

_NOUN_CUE = re.compile(r"\b(?:the|a|an|his|her|its|their|my|our|this|that|of|in|\w+['’]s?) $", re.I)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|’s|'s)(?: \w+ly| not| never| also)? $", re.I)
_PASSIVE = re.compile(r"^(?:is|are|was|were|been|being) \w+(?:ed|en|t)\b", re.I)
_VERB_FORM = re.compile(r"(?:ed|ing|s|said|told|wrote|thought|found|felt|swore|meant)$", re.I)


def phenomena(row: Row, rows: list[Row], text: str) -> Iterator[str]:
    """The phenomena that *row*, one of an article's *rows*, is an example of."""
    yield f"form: {row['form']}"
    yield f"cue: {_cue(row, text)}"
    yield f"source: {_source(row)}"
    yield "inside another claim" if is_inside(row, rows) else "not inside another claim"
    if len(row["content"]["spans"]) > 1:
        yield "several pieces"
    if "\n\n" in row["content"]["text"]:
        yield "over paragraphs"


def mention_kind(row: Row) -> str:
    """How the source stands in the text: "full name", "one name", "pronoun", "role" or "none"."""
    if not row["source"]:
        return "none"
    words = row["source"]["text"].split()
    if len(words) == 1 and words[0].lower() in ("who", "which", "that", "whom", "whose"):
        return "who"
    if len(words) == 1 and words[0].lower() in PRONOUNS:
        return "pronoun"
    proper = _named_words(row)
    if not proper:
        return "role"
    return "full name" if len(proper) > 1 else "one name"


def _named_words(row: Row) -> list[str]:
    """The words with a capital that the mention shares with the name of its source."""
    name = set(re.findall(r"[^\W_]+", row["name"]))
    words = re.findall(r"[^\W_]+", row["source"]["text"])
    return [word for word in words if word[0].isupper() and word in name]


def _source(row: Row) -> str:
    kind = mention_kind(row)
    if kind in ("none", "pronoun", "who"):
        return "not named near" if kind == "none" else kind
    if row["source kind"] != "person":
        return str(row["source kind"])
    return "role" if kind == "role" else "name"


def _cue(row: Row, text: str) -> str:
    cue = row["cue"]
    if not cue:
        return "none"
    words, before = cue["text"].lower(), text[max(0, cue["start"] - 30) : cue["start"]]
    if words.startswith("according"):
        return "according to"
    if _PASSIVE.match(words) or (_BE.search(before) and words.endswith(("ed", "en", "said"))):
        return "passive"
    if _NOUN_CUE.search(before) and not _VERB_FORM.search(words.split()[0]):
        return "noun"
    return f"verb {_side(row)}"


def _side(row: Row) -> str:
    if row["cue"]["start"] <= row["content"]["start"]:
        return "before"
    return "behind" if row["cue"]["end"] >= row["content"]["end"] else "in the middle"


def is_inside(row: Row, rows: list[Row]) -> bool:
    """Whether *row* stands in the content of another of *rows*."""
    at = (row["cue"] or row["content"])["start"]
    return any(
        other is not row and any(start <= at < end for start, end in other["content"]["spans"])
        for other in rows
    )
