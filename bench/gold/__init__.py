"""News articles of our own with every attribution marked, to measure and to train on.

``articles/ID.txt`` is an article with marks in it, which ``read_marked`` takes out again::

    style: local news
    S1: Marta Ilves | person | mayor of Tarn
    S2: police | organisation

    <furniture>Share this story</furniture>

    <s 1 S1>Mayor Marta Ilves</s> <c 1>said</c> <s 2 S2>police</s> <c 2>had told</c> her ...

``<s N ID>`` is where the source *ID* of attribution N is named, ``<c N>`` its cue, ``<x N>`` a
piece of its content; ``<s 1,2 S1>`` serves two attributions, and so do ``<c 1,2>`` and
``<x 1,2>``. An attribution whose source is named nowhere near says ``<x N ID>``. ``<caption>``
and ``<furniture>`` hold what is not the article's text. How to mark is told in README.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"

Place = tuple[int, int]
"""``[start, end)`` in characters of an article's text."""

KINDS = frozenset({"person", "organisation", "document", "group", "unnamed"})
TAG = re.compile(r"<(/?)(s|c|x|caption|furniture)((?: [\w,]+)*)>")
QUOTED = re.compile(r"[“\"«‘]|(?<!\w)'(?=\w)")


class BadMarks(ValueError):  # noqa: N818
    """A marked article that cannot be read, with its name and the reason."""


@dataclass(frozen=True)
class GoldSource:
    """Somebody or something that claims are attributed to, as the heading of the file says."""

    name: str
    kind: str
    role: str | None = None


@dataclass
class Attribution:
    """One attribution; ``content`` has a place for each piece, outer quotation marks left out."""

    source: str = ""
    mention: Place | None = None
    cue: Place | None = None
    content: list[Place] = field(default_factory=list)


@dataclass(frozen=True)
class GoldArticle:
    """An article's text and what is marked in it."""

    name: str
    style: str
    text: str
    sources: dict[str, GoldSource]
    attributions: tuple[Attribution, ...]
    furniture: tuple[Place, ...]
    captions: tuple[Place, ...]

    def form(self, attribution: Attribution) -> str:
        """In whose words it stands, by its quotation marks: "direct", "indirect" or "mixed"."""
        pieces = [self.text[start:end] for start, end in attribution.content]
        if all(self._in_quotation_marks(place) for place in attribution.content):
            return "direct"
        return "mixed" if any(QUOTED.search(piece) for piece in pieces) else "indirect"

    def _in_quotation_marks(self, place: Place) -> bool:
        before = self.text[: place[0]].rstrip()
        return before.endswith(("“", '"', "«", "‘", "'", "„"))


def read_gold(letters: str = "") -> Iterator[GoldArticle]:
    """The marked articles whose names begin with one of *letters*, all of them without; by name."""
    for file in sorted(ARTICLES.glob(f"[{letters}]*.txt" if letters else "*.txt")):
        yield read_marked(file.stem, file.read_text(encoding="utf-8"))


def read_marked(name: str, marked: str) -> GoldArticle:
    """The article *marked*, without its marks; BadMarks if they do not fit together."""
    heading, _, body = marked.partition("\n\n")
    style, sources = _heading(name, heading)
    text, marks = _without_marks(name, body.strip("\n") + "\n")
    attributions = _attributions(name, sources, marks)
    return GoldArticle(
        name,
        style,
        text,
        sources,
        attributions,
        furniture=tuple(mark.place for mark in marks if mark.tag == "furniture"),
        captions=tuple(mark.place for mark in marks if mark.tag == "caption"),
    )


@dataclass(frozen=True)
class _Mark:
    tag: str
    words: Sequence[str]
    place: Place


def _heading(name: str, heading: str) -> tuple[str, dict[str, GoldSource]]:
    style, sources = "", {}
    for line in heading.splitlines():
        key, _, value = line.partition(": ")
        if key == "style":
            style = value
            continue
        parts = [part.strip() for part in value.split("|")]
        if len(parts) not in (2, 3) or parts[1] not in KINDS or key in sources:
            raise BadMarks(f"{name}: heading: {line!r}")
        sources[key] = GoldSource(parts[0], parts[1], parts[2] if len(parts) > 2 else None)
    if not style:
        raise BadMarks(f"{name}: the first line says no style")
    return style, sources


def _without_marks(name: str, body: str) -> tuple[str, list[_Mark]]:
    pieces: list[str] = []
    length, at = 0, 0
    opened: list[tuple[str, list[str], int]] = []
    marks = []
    for tag in TAG.finditer(body):
        pieces.append(body[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        if not tag[1]:
            opened.append((tag[2], tag[3].split(), length))
            continue
        if not opened or opened[-1][0] != tag[2]:
            raise BadMarks(f"{name}: {tag[0]} closes nothing: {body[max(0, at - 60) : at]!r}")
        kind, words, start = opened.pop()
        marks.append(_Mark(kind, words, (start, length)))
    if opened:
        raise BadMarks(f"{name}: <{opened[-1][0]} {' '.join(opened[-1][1])}> is never closed")
    pieces.append(body[at:])
    return "".join(pieces), sorted(marks, key=lambda mark: mark.place)


def _attributions(
    name: str, sources: dict[str, GoldSource], marks: list[_Mark]
) -> tuple[Attribution, ...]:
    found: dict[int, Attribution] = {}
    for mark in marks:
        if mark.tag in ("s", "c", "x"):
            for number in _numbers(name, mark):
                _add(name, found.setdefault(number, Attribution()), mark)
    for number, one in found.items():
        if one.source not in sources or not one.content:
            raise BadMarks(f"{name}: attribution {number} has no content or an unknown source")
    if idle := set(sources) - {one.source for one in found.values()}:
        raise BadMarks(f"{name}: sources of nothing: {', '.join(sorted(idle))}")
    return tuple(sorted(found.values(), key=lambda one: one.content[0]))


def _numbers(name: str, mark: _Mark) -> list[int]:
    try:
        return [int(number) for number in mark.words[0].split(",")]
    except (IndexError, ValueError):
        raise BadMarks(
            f"{name}: <{mark.tag} {' '.join(mark.words)}> names no attribution"
        ) from None


def _add(name: str, one: Attribution, mark: _Mark) -> None:
    if len(mark.words) > 1:
        if one.source not in ("", mark.words[1]):
            raise BadMarks(f"{name}: two sources for attribution {mark.words[0]}")
        one.source = mark.words[1]
    if mark.tag == "x":
        one.content.append(mark.place)
    elif mark.tag == "s" and one.mention is None:
        one.mention = mark.place
    elif mark.tag == "c" and one.cue is None:
        one.cue = mark.place
    else:
        raise BadMarks(f"{name}: two <{mark.tag}> for attribution {mark.words[0]}")
