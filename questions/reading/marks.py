"""Marks of Markdown and of lists, taken out of the text one by one and kept in a list.

Only what cannot be anything else is taken as Markdown in a text that shows no other sign of it:
a news text may hold an asterisk, a number with a full stop or a dash at the start of a line.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"^(?P<mark>#{1,6}[ \t]+)\S.*?(?P<tail>[ \t]+#+[ \t]*)?$", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?P<title>[^\n]{1,120})\n(?P<mark>={3,}[ \t]*)$", re.MULTILINE)
_IMAGE = re.compile(
    r"(?P<mark>!\[)(?P<alt>[^\[\]\n]*)(?P<tail>\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\))"
)
_LINK = re.compile(r"(?<!!)(?P<mark>\[)[^\[\]\n]+(?P<tail>\]\([^()\s]+(?:[ \t]+\"[^\"\n]*\")?\))")
_STRONG = re.compile(
    r"(?<![\w*])(?P<mark>\*{2,3})(?=[^\s*])[^*\n]+(?<=\S)(?P<tail>(?P=mark))(?![\w*])"
    r"|(?<![\w_])(?P<mark_>_{2,3})(?=[^\s_])[^_\n]+(?<=\S)(?P<tail_>(?P=mark_))(?![\w_])"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<mark>\*)(?=[^\s*])[^*\n]+(?<=[^\s\\])(?P<tail>\*)(?![\w*])"
    r"|(?<![\w_\\])(?P<mark_>_)(?=[^\s_])[^_\n]+(?<=[^\s\\])(?P<tail_>_)(?![\w_])"
)
_QUOTE = re.compile(r"^(?P<mark>[ ]{0,3}(?:>[ \t]?)+)(?=\S)", re.MULTILINE)
_ESCAPE = re.compile(r"(?P<mark>\\)(?=[\\`*_{}\[\]()#+\-.!>])")
_BULLET = re.compile(r"^[ \t]*(?P<mark>[•‣▪◦●][ \t]*)(?=\S)", re.MULTILINE)
_DASH = re.compile(r"^[ \t]*(?P<mark>[-*+][ \t]+)(?=[^\s*+-])", re.MULTILINE)
_DASHES = re.compile(r"(?:^[ \t]*[-*+][ \t]+[^\s*+-].*\n\s*){2,}", re.MULTILINE)

_TAG = re.compile(
    r"(?P<mark></?(?:a|article|aside|b|blockquote|br|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li"
    r"|ol|p|section|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)(?:\s[^<>\n]*)?/?>)",
    re.IGNORECASE,
)
"""What is left of HTML in a text that was copied from its source."""

_SURE = (_HEADING, _IMAGE, _LINK, _STRONG)
_LIKELY = (_EMPHASIS, _QUOTE, _ESCAPE)


@dataclass(frozen=True)
class Mark:
    """Characters taken out of the text; *at* is where they stood, in the text that is left."""

    at: int
    text: str
    reason: str


@dataclass(frozen=True)
class Unmarked:
    """The text without its marks, and what the marks said about it.

    ``headings`` has the level of the heading that begins at an offset; ``images`` are the spans of
    the words that describe a picture; ``firm`` are offsets where a new line must not be joined to
    the one before it; ``emphasised`` are the offsets where emphasis begins.
    """

    text: str
    marks: tuple[Mark, ...]
    headings: dict[int, int]
    images: tuple[tuple[int, int], ...]
    firm: frozenset[int]
    emphasised: frozenset[int]


def unmark(text: str, *, marked: bool = False) -> Unmarked:
    """*text* without the marks of Markdown and of lists; *marked* says that it surely has some."""
    is_markdown = marked or any(pattern.search(text) for pattern in _SURE)
    found = sorted(_found(text, is_markdown=is_markdown))
    cuts = []
    last = 0
    for start, end, reason in found:
        if start >= last:
            cuts.append((start, end, reason))
            last = end
    return _without(text, cuts, is_markdown=is_markdown)


def _found(text: str, *, is_markdown: bool) -> Iterator[tuple[int, int, str]]:
    for pattern in (*_SURE, _UNDERLINE, *(_LIKELY if is_markdown else ())):
        for match in pattern.finditer(text):
            yield from ((*span, "mark of Markdown") for span in _mark_spans(match))
    for match in _TAG.finditer(text):
        yield (*match.span(), "mark of HTML")
    for match in _bullets(text, is_markdown=is_markdown):
        yield (*match.span("mark"), "mark of a list")


def _mark_spans(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    names = match.re.groupindex
    yield from (
        match.span(name) for name in names if name.startswith(("mark", "tail")) and match[name]
    )


def _bullets(text: str, *, is_markdown: bool) -> Iterator[re.Match[str]]:
    """The marks before list items; a lone dash or asterisk is one in Markdown only."""
    yield from _BULLET.finditer(text)
    if is_markdown:
        yield from _DASH.finditer(text)
        return
    for several in _DASHES.finditer(text + "\n"):
        yield from _DASH.finditer(text, several.start(), min(several.end(), len(text)))


def _without(text: str, cuts: list[tuple[int, int, str]], *, is_markdown: bool) -> Unmarked:
    kept = []
    marks = []
    starts = [start for start, _, _ in cuts]
    removed = [0]
    last = 0
    for start, end, reason in cuts:
        kept.append(text[last:start])
        marks.append(Mark(start - removed[-1], text[start:end], reason))
        removed.append(removed[-1] + end - start)
        last = end
    kept.append(text[last:])

    def moved(offset: int) -> int:
        """Where the character at *offset*, which is in no mark, stands in the text left."""
        return offset - removed[bisect_left(starts, offset)]

    def past_marks(offset: int) -> int:
        """Where the first character that is left at or after *offset* stands."""
        nearest = bisect_right(starts, offset) - 1
        if nearest >= 0 and offset < cuts[nearest][1]:
            return past_marks(cuts[nearest][1])
        return moved(offset)

    headings = {past_marks(m.start()): len(m["mark"].strip()) for m in _HEADING.finditer(text)}
    headings |= {past_marks(m.start("title")): 1 for m in _UNDERLINE.finditer(text)}
    images = tuple(
        (moved(m.start("alt")), moved(m.end("alt"))) for m in _IMAGE.finditer(text) if m["alt"]
    )
    items = {past_marks(m.end()) for m in _bullets(text, is_markdown=is_markdown)}
    ends = {past_marks(m.end() + 1) for m in _HEADING.finditer(text) if m.end() < len(text)}
    emphasised = {past_marks(m.start()) for m in _EMPHASIS.finditer(text)} if is_markdown else set()
    firm = frozenset(headings) | items | ends
    return Unmarked("".join(kept), tuple(marks), headings, images, firm, frozenset(emphasised))
