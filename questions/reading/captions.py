"""Pictures' captions and credits, told apart from the text and from each other."""

import re

from questions.lexicon import SAYING, word_set
from questions.reading import furniture
from questions.reading.pieces import Label, Piece, cut_out

_LONGEST = 500
"""A caption has no more characters than this."""

_AGENCIES = word_set(
    "ap afp reuters epa getty shutterstock alamy pa bloomberg xinhua tass istock unsplash "
    "wikimedia "
    "efe ansa dpa nurphoto anadolu sputnik upi zuma aap pexels flickr rex swns handout afp/getty "
    "reuters/file file"
)
_CONNECTORS = word_set(
    "/ – — - | & and of the for via from by de van von al el la le du images image"
)
_LABEL = re.compile(
    r"[(\[]?\b(?:photo(?:graph)?s?|pictures?|pics?|images?|credits?|illustrations?|video)\b"
    r"(?:\s*(?:credits?|source|by|courtesy(?:\s+of)?))?(?:\s*[:/]\s*|(?<=by)\s+|(?<=courtesy)\s+"
    r"|(?<=of)\s+|(?<=source),\s*)[^\s.].{0,80}$"
    r"|\breader[’']?s?[’']? (?:photo|picture)$"
    r"|[(\[]\s*(?:courtesy|via|©)\b.{2,80}[)\]]$|©\s*[^\s].{1,60}$|\bcourtesy of [A-Z].{1,60}$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.!?…][\"”’)]*\s*(?=\S)|\s(?=[(\[])|\s[|–—-]\s(?=\S)")
_TOKEN = re.compile(r"[^\s/]+|/")
_CUE = re.compile(
    r"\((?:L|R|C|left|right|cent(?:er|re)|top|bottom|pictured|above|below|file)\b[^)]{0,30}\)"
    r"|,\s(?:pictured|seen here|(?:second (?:from )?)?(?:left|right)|cent(?:er|re))(?=[,.;]|$)"
    r"|\b(?:in|on) this (?:\w+ ){0,3}(?:photo|image|picture|handout|photograph)\b"
    r"|\b(?:file|library|stock|undated) (?:photo|image|picture|photograph)\b"
    r"|^(?:pictured|above|below|left|right|clockwise from \w+(?: \w+)?)\s*:|^pictured\b"
    r"|^CCTV image of\b",
    re.IGNORECASE,
)
LABEL = re.compile(r"^(?:image|media|photo|video)? ?caption\s*[,:]\s*", re.IGNORECASE)
"""What some pages put before a caption."""
_QUOTED_CUE = re.compile(r"[\"“”]")
_TAIL = 100
"""No credit has more characters than this."""


def find_captions(text: str, pieces: list[Piece]) -> list[Piece]:
    """*pieces* with captions and their credits labelled and parted."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.label is Label.TEXT:
            _add(text, found, piece)
        else:
            found.append(piece)
    return found


def part_credit(text: str, caption: Piece) -> list[Piece]:
    """*caption* with its credit, if it has one, as a piece of its own."""
    at = credit_start(caption.of(text))
    whole = caption.labelled(Label.CAPTION)
    if at is None:
        return [whole]
    credit = Piece(caption.start + at, caption.end, Label.CREDIT)
    return cut_out(text, whole, credit)


def credit_start(line: str) -> int | None:
    """Where the credit at the end of *line* begins, or None if it has none."""
    first = max(0, len(line) - _TAIL)
    labelled = _LABEL.search(line, first)
    starts = [0] if first == 0 else []
    starts += [match.end() for match in _BREAK.finditer(line, first)]
    found = [at for at in starts if _is_credit(line, at)]
    if labelled and not line.endswith((".", "?", "!")) and _is_free(line, labelled.start()):
        found.append(labelled.start())
    return min(found, default=None)


def _is_free(line: str, at: int) -> bool:
    """Whether what begins at *at* is set off from the words before it."""
    return at == 0 or not line[at - 1].isalnum()


def _is_credit(line: str, at: int) -> bool:
    """Whether the rest of *line* from *at* on names a photographer, an agency or both."""
    tail = line[at:].strip("()[] ")
    tokens = _TOKEN.findall(tail)
    if not 1 <= len(tokens) <= 14 or tail.endswith(("!", "?", ",", ":", ".")):
        return False
    if not all(token[0].isupper() or token.lower() in _CONNECTORS | _AGENCIES for token in tokens):
        return False
    if any(token.strip(".,:").lower() in _AGENCIES - {"file"} for token in tokens):
        return True
    if at and line[at - 1] in "([":
        return "/" in tokens
    glued = at > 1 and not line[at - 1].isspace() and line[at - 1] not in "(["
    return (glued and len(tokens) > 1) or (at > 0 and "/" in tokens[1:-1])


def _add(text: str, found: list[Piece], piece: Piece) -> None:
    line = piece.of(text)
    if len(line) > _LONGEST:
        found.append(piece)
        return
    lead = LABEL.match(line)
    if lead:
        label = Piece(piece.start, piece.start + len(lead[0].rstrip())).dropped(
            "label of a caption"
        )
        found.append(label)
        rest = cut_out(text, piece, label)[1:]
        for caption in rest:
            found.extend(part_credit(text, caption))
        return
    at = credit_start(line)
    if at == 0:
        _add_credit_alone(text, found, piece)
    elif at is not None or (_CUE.search(line) and not _reports_speech(line)):
        found.extend(part_credit(text, piece))
    else:
        found.append(piece)


def _add_credit_alone(text: str, found: list[Piece], piece: Piece) -> None:
    """A credit on its own line belongs to the short line right above it, if that is none yet."""
    above = found[-1] if found else None
    if above and above.label is Label.TEXT and _could_be_caption(text, above, piece):
        found[-1] = above.labelled(Label.CAPTION)
    if above and found[-1].label is Label.CAPTION:
        found.append(piece.labelled(Label.CREDIT))
    else:
        reason = furniture.reason_to_drop(piece.of(text))
        found.append(piece.dropped(reason or "credit of a picture"))


def _could_be_caption(text: str, above: Piece, credit: Piece) -> bool:
    beside = text.count("\n", above.end, credit.start) == 1
    line = above.of(text)
    short = beside and len(line) <= _LONGEST // 2
    return short and not _reports_speech(line) and not furniture.reason_to_drop(line)


def _reports_speech(line: str) -> bool:
    words = set(re.findall(r"[a-z]+", line))
    return bool(_QUOTED_CUE.search(line)) and not words.isdisjoint(SAYING)
