"""What stands above the text: headline, outlet, byline, and furniture that only stands there."""

import re
from dataclasses import dataclass

from questions.lexicon import MONTHS, word_set
from questions.reading import furniture
from questions.reading.pieces import Label, Piece, cut_out

_SUFFIX = re.compile(r"\s+(?P<bar>[|–—-])\s+(?P<name>[^|–—]{2,40})$")
_OUTLET_WORDS = word_set(
    "news times post guardian bbc cnn nbc cbs abc npr itv reuters ap afp journal herald tribune "
    "mail "
    "courier gazette press today telegraph observer independent daily weekly magazine review "
    "standard chronicle star sun mirror express online tv radio online live politico vox fox sky "
    "jazeera bloomberg week economist atlantic yorker record globe inquirer monitor sentinel "
    "dispatch examiner argus echo wire network media report voice world mercury ledger bulletin"
)
_LINKING = word_set("the of and for in on a an & de la le el du")
_BY = re.compile(
    r"(?:by|words|reporting by|report by|story by|text by|written by|analysis by)\s*:?\s+"
    r"(?P<who>\S.*)",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|columnists?|staff|desk|bureau|agencies|"
    r"critic|newsroom|contributor)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NAME = re.compile(r"[A-Z][\w'’.-]+(?:\s+(?:and|&|[a-z]{2,3}|[A-Z][\w'’.-]*),?){1,6}")
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:,\s*[A-Z][\w. ]{1,20})?\s*"
    r"(?:\([A-Z][\w /.]{1,30}\)\s*(?:--|[-–—:])|,\s*\w+day\s*(?:--|[-–—])(?=\s*$))\s*"
)
_MONTH = rf"(?:{'|'.join(month[:3].title() for month in MONTHS)})\w*\.?"
_PLACE_AND_DAY = re.compile(
    r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,3},"
    rf"\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?\.?"
)
"""A dateline on a line of its own ("Holm, 6 February")."""
_BELOW_SUMMARY = 3
"""Above the paragraph with the dateline may stand a summary of one or two lines."""
_LONGEST_HEADLINE = 30
"""No headline has more words than this."""


@dataclass(frozen=True)
class Hints:
    """What the marks of Markdown say: offsets of headings with their level, and of emphasis."""

    headings: dict[int, int]
    emphasised: frozenset[int]


def label_head(text: str, pieces: list[Piece], hints: Hints) -> list[Piece]:
    """*pieces* with everything above the first paragraph labelled."""
    headline = _headline(text, pieces, hints)
    first = _first_paragraph(text, pieces, headline)
    labelled: list[Piece] = []
    for index, piece in enumerate(pieces):
        if index == headline:
            labelled.extend(_part_outlet(text, piece.labelled(Label.HEADLINE)))
        elif (
            index < first and piece.label is Label.TEXT and _is_outlet_below(text, labelled, piece)
        ):
            labelled.append(piece.labelled(Label.OUTLET))
        elif index < first and piece.label is Label.TEXT:
            following = pieces[index + 1].of(text) if index + 1 < len(pieces) else ""
            labelled.extend(_above(text, piece, following, hints))
        elif piece.label is Label.TEXT and _is_byline(piece.of(text)):
            labelled.extend(_without_outlet(text, piece))
        elif first <= index < first + _BELOW_SUMMARY and piece.label is Label.TEXT:
            labelled.extend(_part_dateline(text, piece))
        elif piece.label is Label.TEXT and _is_dateline(piece.of(text)):
            labelled.append(piece.dropped("dateline"))
        else:
            labelled.append(piece)
    return labelled


def _headline(text: str, pieces: list[Piece], hints: Hints) -> int:
    """The index of the headline among *pieces*, or -1 if there is none."""
    marked = next((i for i, p in enumerate(pieces) if hints.headings.get(p.start) == 1), -1)
    if marked >= 0:
        return marked
    if len(pieces) < 2 or min(hints.headings.values(), default=0) > 1:
        return -1
    for index, piece in enumerate(pieces[:8]):
        if piece.label is Label.TEXT and not _is_above(text, piece):
            return index if _reads_like_headline(piece.of(text)) else -1
    return -1


def _is_above(text: str, piece: Piece) -> bool:
    line = piece.of(text)
    return furniture.is_navigation(line) or _is_byline(line) or _is_dateline(line)


def _is_dateline(line: str) -> bool:
    return bool(_DATELINE.fullmatch(line) or _PLACE_AND_DAY.fullmatch(line))


def _reads_like_headline(line: str) -> bool:
    words = line.split()
    if len(words) > _LONGEST_HEADLINE or len(line) > 300 or "\n\n" in line:
        return False
    return not re.search(r"[^.\s][.。][\"”’)]?$", line) or bool(re.search(r"\b[A-Z]\.$", line))


def _first_paragraph(text: str, pieces: list[Piece], headline: int) -> int:
    """The index of the first piece that is a paragraph of the article's own text."""
    for index, piece in enumerate(pieces):
        if index != headline and piece.label is Label.TEXT and index > headline:
            line = piece.of(text)
            full = re.search(r"[.!?。…][\"'”’)]*$", line) and len(line.split()) >= 6
            if (full or len(line.split()) >= 20) and not _is_byline(line):
                return index
    return 0 if headline < 0 else headline + 1


def _above(text: str, piece: Piece, following: str, hints: Hints) -> list[Piece]:
    line = piece.of(text)
    if piece.start in hints.headings:
        return [piece]
    if _is_dateline(line):
        return [piece.dropped("dateline")]
    if piece.start in hints.emphasised and " / " in line and not line.endswith("."):
        return _byline_and_outlet(text, piece)
    if _is_byline(line) or _is_name(line, following) or _is_role(line):
        return _part_dates(text, piece)
    return [piece.dropped(reason) if (reason := _reason_above(line)) else piece]


def _reason_above(line: str) -> str | None:
    """Why *line*, which would be text further down, is furniture above the article."""
    if furniture.is_navigation(line):
        return "part of the page"
    dated = any(furniture.is_date(part) for part in furniture.parts(line))
    return "date or reading time" if dated else None


def _byline_and_outlet(text: str, piece: Piece) -> list[Piece]:
    at = piece.start + piece.of(text).rindex(" / ") + 1
    byline, slash, outlet = cut_out(text, piece, Piece(at, at + 1).dropped("mark between names"))
    return [byline.labelled(Label.BYLINE), slash, outlet.labelled(Label.OUTLET)]


def _is_byline(line: str) -> bool:
    match = _BY.fullmatch(line)
    if not match or len(line.split()) > 18 or line.endswith((".", "?", "!", ":")):
        return False
    who = re.split(r"\s+[|·•]\s+|,", _IN_BRACKETS.sub("", match["who"]))[0]
    names = [word for word in who.split() if word.lower() not in _LINKING]
    return bool(_DESK.search(who)) or all(word[0].isupper() for word in names)


def _is_name(line: str, following: str) -> bool:
    """Whether *line* is a bare name with a role or a date below it."""
    below = _is_role(following) or furniture.is_date(following)
    return below and len(line) < 60 and bool(_NAME.fullmatch(line)) and not _DESK.search(line)


def _is_role(line: str) -> bool:
    return (
        len(line.split()) <= 7 and bool(_DESK.search(line)) and not line.endswith((".", "?", "”"))
    )


def _part_dates(text: str, piece: Piece) -> list[Piece]:
    """A byline, with the date that may stand behind a bar on the same line cut off."""
    for bar in re.finditer(r"\s+(?=[|·•]\s)", piece.of(text)):
        rest = piece.of(text)[bar.end() + 1 :].strip()
        if any(furniture.reason_to_drop(part) for part in furniture.parts(rest)):
            date = Piece(piece.start + bar.end(), piece.end).dropped("date or reading time")
            return cut_out(text, piece.labelled(Label.BYLINE), date)
    return _without_outlet(text, piece)


def _without_outlet(text: str, piece: Piece) -> list[Piece]:
    """A byline, with the name of the paper cut off that may end it ("By Ann Bell, The Echo")."""
    line = piece.of(text)
    at = line.rfind(", ")
    ending = line[at + 2 :].strip()
    if at < 0 or _DESK.search(ending) or not _is_outlet(ending, bar=False):
        return [piece.labelled(Label.BYLINE)]
    mark = Piece(piece.start + at, piece.start + at + 2).dropped("mark between names")
    byline, mark, outlet = cut_out(text, piece, mark)
    return [byline.labelled(Label.BYLINE), mark, outlet.labelled(Label.OUTLET)]


def _part_outlet(text: str, headline: Piece) -> list[Piece]:
    line = headline.of(text)
    match = _SUFFIX.search(line)
    if not match or not _is_outlet(match["name"], bar=match["bar"] == "|"):
        return [headline]
    start = headline.start
    mark = Piece(start + match.start("bar"), start + match.end("bar")).dropped("mark between names")
    title, mark, outlet = cut_out(text, headline, mark)
    return [title, mark, outlet.labelled(Label.OUTLET)]


def _is_outlet_below(text: str, above: list[Piece], piece: Piece) -> bool:
    """Whether *piece* names the outlet on a line of its own, right below the byline."""
    below = bool(above) and above[-1].label is Label.BYLINE
    return below and _is_outlet(piece.of(text), bar=False)


def _is_outlet(name: str, *, bar: bool) -> bool:
    words = [word for word in name.split() if word.lower() not in _LINKING]
    if not 1 <= len(words) <= 5 or not all(word[0].isupper() for word in words):
        return False
    known = any(word.lower().strip(".,") in _OUTLET_WORDS or ".co" in word for word in words)
    return bar or known


def _part_dateline(text: str, piece: Piece) -> list[Piece]:
    """The first paragraph without its dateline, if that names the agency."""
    match = _DATELINE.match(text, piece.start, piece.end)
    if not match:
        return [piece]
    return cut_out(
        text,
        piece,
        Piece(match.start(), match.start() + len(match[0].rstrip())).dropped("dateline"),
    )
