"""What stands in the text itself: posts of a live blog, subheads, pull quotes, furniture."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from questions.reading import furniture
from questions.reading.pieces import Label, Piece, cut_out, trimmed

_TIME = re.compile(
    r"(?P<time>\d{1,2}[.:h]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|BST|UTC|ET|CET|EST|EDT|PT))?)"
    r"(?P<mark>\s*[:–—-](?=\s)|(?=\s|$))"
)
_FEWEST_POSTS = 3
_ADVERT = re.compile(r"(?<![^\W\d_])ADVERTISEMENT(?![^\W\d_])")
_WORDS = re.compile(r"\w+")
_QUOTE_MARK = re.compile(r"[“”‘\"]")
_PULLED = "pull quote"
_NAMED = re.compile(r"[—–-]\s*[A-Z][^.!?]{1,70}")
"""Whose words a pull quote are, on the line below it."""
_SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}):\s+\S")
_LONGEST_SUBHEAD = 12
_FEWEST_QUOTED = 8
"""A pull quote has at least so many words; shorter repeated ones are subheads."""
_QUESTION = re.compile(r"(?:Q(?:uestion)?\s*[.:]|.*\?$)", re.DOTALL)
_SENTENCE_END = re.compile(r"[.;,:。…][\"'”’)]*$")


def drop_furniture(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* with everything that belongs to the page and not to the article dropped."""
    result: list[Piece] = []
    among_links = False
    for piece in pieces:
        line = piece.of(text)
        opens = piece.label is Label.TEXT and furniture.opens_list_of_links(line)
        among_links = opens or (among_links and piece.label is Label.TEXT and _is_link(line))
        if among_links:
            result.append(piece.dropped("link to another text"))
        elif piece.label is Label.TEXT and (reason := furniture.reason_to_drop(line)):
            result.append(piece.dropped(reason))
        else:
            result.extend(_without_adverts(text, piece))
    return result


def _is_link(line: str) -> bool:
    return len(line) < 120 and not re.search(r"[.!”\"]$", line)


def _without_adverts(text: str, piece: Piece) -> Iterator[Piece]:
    """*piece* without the word that marks an advertisement, wherever it is glued in."""
    rest = piece
    for match in _ADVERT.finditer(text, piece.start, piece.end):
        advert = Piece(*match.span()).dropped("advertisement")
        yield from cut_out(text, replace(rest, end=match.end()), advert)
        rest = replace(rest, start=match.end())
    rest = trimmed(text, rest)
    if rest.start < rest.end:
        yield rest


def part_times(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* with the times before a live blog's posts dropped; each post opens something."""
    ends = {piece.start: end for piece in pieces if (end := _end_of_time(text, piece))}
    if len(ends) < _FEWEST_POSTS:
        return pieces
    result: list[Piece] = []
    opens = False
    for piece in pieces:
        parts = [piece]
        if piece.start in ends:
            time = Piece(piece.start, ends[piece.start]).dropped("time of a post")
            parts = cut_out(text, piece, time)
            opens = True
        for part in parts:
            is_text = part.label is Label.TEXT
            result.append(replace(part, opens=True) if opens and is_text else part)
            opens = opens and not is_text
    return result


def _end_of_time(text: str, piece: Piece) -> int | None:
    """Where the time ends with which *piece* begins; on a line of its own it passed for a date."""
    if piece.label is Label.TEXT:
        match = _TIME.match(text, piece.start, piece.end)
    elif piece.label is Label.DROPPED:
        match = _TIME.fullmatch(text, piece.start, piece.end)
    else:
        match = None
    return match.end() if match else None


def drop_pull_quotes(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* without short ones whose words stand in a longer one as well."""
    own = [
        tuple(_WORDS.findall(p.of(text).lower())) if p.label is Label.TEXT else () for p in pieces
    ]
    openings = {words[:5] for words in own if 5 <= len(words) <= 45}
    held: dict[tuple[str, ...], list[int]] = {}
    for index, words in enumerate(own):
        for at in range(len(words) - 4):
            if words[at : at + 5] in openings:
                held.setdefault(words[at : at + 5], []).append(index)
    result: list[Piece] = []
    for index, (piece, words) in enumerate(zip(pieces, own, strict=True)):
        quoted = _is_held(words, index, own, held) and not _ends_unquoted(piece.of(text))
        named = bool(result) and result[-1].reason == _PULLED and _NAMED.fullmatch(piece.of(text))
        is_text = piece.label is Label.TEXT
        result.append(piece.dropped(_PULLED) if quoted or (named and is_text) else piece)
    return result


def _ends_unquoted(line: str) -> bool:
    """Whether *line* is a sentence of the reporter's: a summary may repeat the first paragraph."""
    return line.endswith(".") and not _QUOTE_MARK.search(line)


def _is_held(
    words: tuple[str, ...],
    index: int,
    own: list[tuple[str, ...]],
    held: dict[tuple[str, ...], list[int]],
) -> bool:
    if not _FEWEST_QUOTED <= len(words) <= 45:
        return False
    needle = f" {' '.join(words)} "
    longer = (i for i in held.get(words[:5], ())[:9] if i != index and len(own[i]) > len(words))
    return any(needle in f" {' '.join(own[i])} " for i in longer)


def label_subheads(text: str, pieces: list[Piece], headings: dict[int, int]) -> list[Piece]:
    """*pieces* with the article's own subheads labelled; Markdown says itself which they are."""
    result = list(pieces)
    marked = any(level > 1 for level in headings.values())
    texts = [index for index, piece in enumerate(pieces) if piece.label is Label.TEXT]
    speakers = _speakers(text, pieces)
    for index in texts:
        piece = pieces[index]
        if _speaker(text, piece) in speakers:
            result[index] = replace(piece, opens=bool(_QUESTION.fullmatch(piece.of(text))))
            continue
        guessed = not marked and index != texts[-1] and _is_subhead(text, piece)
        if piece.start in headings or guessed:
            result[index] = piece.labelled(Label.SUBHEAD)
    return _without_captions(text, _without_interview(text, result))


def _speaker(text: str, piece: Piece) -> str | None:
    """Who speaks in *piece*, if it begins with a name and a colon."""
    match = _SPEAKER.match(piece.of(text)) if piece.label is Label.TEXT else None
    return match["name"] if match else None


def _speakers(text: str, pieces: list[Piece]) -> set[str]:
    """The names that stand with a colon before several paragraphs: those of a conversation."""
    counts = Counter(name for piece in pieces if (name := _speaker(text, piece)))
    return {name for name, count in counts.items() if count > 1}


def _is_subhead(text: str, piece: Piece) -> bool:
    line = piece.of(text)
    words = line.split()
    if not words or len(words) > _LONGEST_SUBHEAD or len(line) > 80 or "\n" in line:
        return False
    if _SENTENCE_END.search(line) or line.endswith("!"):
        return False
    return not line[0].islower() and not re.match(r"[•–—-]|\d+[.)]\s", line)


def _without_interview(text: str, pieces: list[Piece]) -> list[Piece]:
    """In an interview short questions stand before each answer: paragraphs, not subheads."""
    subheads = [piece for piece in pieces if piece.label is Label.SUBHEAD]
    asked = [piece for piece in subheads if _QUESTION.fullmatch(piece.of(text))]
    paragraphs = sum(piece.label is Label.TEXT for piece in pieces)
    if len(asked) < 4 or 2 * len(asked) < len(subheads) or paragraphs > 2.5 * len(asked):
        return pieces
    return [
        replace(piece, label=Label.TEXT, opens=True) if piece in asked else piece
        for piece in pieces
    ]


def _without_captions(text: str, pieces: list[Piece]) -> list[Piece]:
    """Of two lines in a row that could be subheads, the longer first one describes a picture."""
    result = list(pieces)
    for index, (piece, following) in enumerate(pairwise(pieces)):
        if piece.label is following.label is Label.SUBHEAD:
            words, next_words = len(piece.of(text).split()), len(following.of(text).split())
            if words >= 6 and words > next_words:
                result[index] = piece.labelled(Label.CAPTION)
    return result
