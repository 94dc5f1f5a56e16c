"""Where the words of one text stand in another, after somebody has put the text right.

Every span is looked for where it was, then anywhere, and at last by what is most like it. Words
that stand more than once are taken where the text around them has moved to.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from questions.article import Article, Paragraph, Span
from questions.claims import Claim, Claims, Source
from questions.question import Evidence, Question
from questions.sentences import sentences

LIKE = 0.8
"""From this ratio on (``difflib``, 0 to 1) other words are taken for the same ones, put right."""

SAME_PARAGRAPH = 0.5
"""From this ratio on a paragraph is an old one that was changed, and not another."""

_NUMBERS = re.compile(r"(?:\b[Pp]aragraphs? |¶)\d+(?:(?:,? and |, | to |–)\d+)*")
"""Paragraphs named by their numbers, as stems and explanations do."""

_LETTERS = re.compile(r"\w")


class Places:
    """Where spans of the article *old* stand in the article *new*."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old = old
        self.new = new
        self.paragraphs = _paired(old.paragraphs, new.paragraphs)

    def of(self, span: Span, words: str | None = None) -> Span | None:
        """*span* in the new article; None where nothing there is like it.

        *words* are what it covers, where that is not what the old article has there any more.
        """
        words = self.old.text_of(span) if words is None else words
        home = self.paragraphs.get(span.paragraph)
        for whole in (True, False) if self._is_whole(span) else (False,):
            for paragraph in self._from(home or span.paragraph):
                near = self._moved(span, home)[0] if paragraph.number == home else span.start
                found = _exact(words, paragraph, near, whole=whole)
                if found is not None:
                    return found
        return self._nearest(span, words, home)

    def at_home(self, span: Span | None) -> Span | None:
        """*span* in the paragraph where it was; None where it is not there any more.

        For words that mean something else anywhere else, such as "he" and "said".
        """
        found = None if span is None else self.of(span)
        if span is None or found is None:
            return None
        return found if found.paragraph == self.paragraphs.get(span.paragraph) else None

    def section(self, number: int) -> int:
        """The section of the new article that has most of the old section *number*.

        1 where nothing is left of that.
        """
        kept = [
            self.new.section_of(self.paragraphs[paragraph.number]).number
            for section in self.old.sections
            if section.number == number
            for paragraph in section.paragraphs
            if paragraph.number in self.paragraphs
        ]
        return max(sorted(set(kept)), key=kept.count, default=1)

    def _is_whole(self, span: Span) -> bool:
        """Whether *span* begins and ends no word halfway."""
        if span.paragraph > len(self.old.paragraphs):
            return True
        text = self.old.paragraph(span.paragraph).text
        return not _cuts_a_word(text, span.start, span.end - span.start)

    def _from(self, number: int) -> list[Paragraph]:
        """The paragraphs of the new article, those near *number* first."""
        return sorted(self.new.paragraphs, key=lambda each: abs(each.number - number))

    def _moved(self, span: Span, home: int) -> tuple[int, int]:
        """Where the ends of *span* have moved to in paragraph *home*."""
        before = self.old.paragraph(span.paragraph).text
        return _moved(before, self.new.paragraph(home).text, span.start, span.end)

    def _nearest(self, span: Span, words: str, home: int | None) -> Span | None:
        """What is most like *words*: what stands in their place, or a sentence elsewhere."""
        candidates = list(self._sentences())
        if home is not None:
            start, end = self._moved(span, home)
            text = self.new.paragraph(home).text[start:end]
            start += len(text) - len(text.lstrip())
            end -= len(text) - len(text.rstrip())
            candidates.insert(0, Span(home, start, end))
        ratios = [(_ratio(words, self.new.text_of(each)), each) for each in candidates]
        best, found = max(ratios, key=lambda pair: pair[0], default=(0.0, span))
        return found if best >= LIKE and found.start < found.end else None

    def _sentences(self) -> Iterator[Span]:
        for paragraph in self.new.paragraphs:
            yield from sentences(paragraph)


def spans_of(question: Question[Any]) -> dict[str, tuple[Evidence, ...]]:
    """The words of the article that *question* rests on or offers, by the name of its field."""
    fields = {name: getattr(question, name, ()) for name in ("evidence", "offered", "accepted")}
    return {
        name: tuple(span for span in spans if isinstance(span, Evidence))
        for name, spans in fields.items()
    }


def misplaced(question: Question[Any], article: Article) -> list[str]:
    """A line, "field: reason", for each field that names a place which *article* does not have."""
    problems = [
        f"{name}: must be words of the article"
        for name, spans in spans_of(question).items()
        if not all(_stands_in(article, span) for span in spans)
    ]
    if question.section > len(article.sections):
        problems.append("section: must be a section of the article")
    return problems


def _stands_in(article: Article, span: Evidence) -> bool:
    return (
        1 <= span.paragraph <= len(article.paragraphs)
        and span.start >= 0
        and article.text_of(span) == span.text
    )


def moved_question(plain: dict[str, Any], places: Places) -> tuple[dict[str, Any], bool]:
    """A question's plain data for the new article, and whether all of it is still there.

    Its spans, its section and the numbers of paragraphs in its texts are those of the new article.
    What is gone is left out.
    """
    whole = True

    def moved(value: Any) -> Any:
        nonlocal whole
        if isinstance(value, str):
            text, known = _renumbered(value, places)
            whole = whole and known
            return text
        if isinstance(value, list | tuple):
            return [each for each in map(moved, value) if each is not None]
        if not isinstance(value, dict):
            return value
        if value.keys() != {"paragraph", "start", "end", "text"}:
            return {name: moved(each) for name, each in value.items()}
        span = Span(value["paragraph"], value["start"], value["end"])
        found = places.of(span, value["text"])
        whole = whole and found is not None
        return found and {
            "paragraph": found.paragraph,
            "start": found.start,
            "end": found.end,
            "text": places.new.text_of(found),
        }

    new = {name: moved(value) for name, value in plain.items()}
    return new | {"section": _section(plain, new, places)}, whole


def _section(plain: dict[str, Any], new: dict[str, Any], places: Places) -> int:
    """Where a question belongs now: to its first evidence, if it did so before."""
    if plain["evidence"] and new["evidence"]:
        before, after = plain["evidence"][0]["paragraph"], new["evidence"][0]["paragraph"]
        stood = [s.number for s in places.old.sections for p in s.paragraphs if p.number == before]
        if stood == [plain["section"]]:
            return places.new.section_of(after).number
    return places.section(plain["section"])


def _renumbered(text: str, places: Places) -> tuple[str, bool]:
    """*text* with the numbers that paragraphs have now, and whether all of them are there."""
    known = True

    def number(match: re.Match[str]) -> str:
        nonlocal known
        now = places.paragraphs.get(int(match[0]))
        known = known and now is not None
        return match[0] if now is None else str(now)

    return _NUMBERS.sub(lambda match: re.sub(r"\d+", number, match[0]), text), known


def moved_claims(claims: Claims, places: Places) -> tuple[Claims, dict[int, int]]:
    """*claims* in the new article, and for each that is still there its index before and now.

    A claim whose content is gone is dropped, and with it what it held; so is a mention that is
    gone. A source stays as long as it is mentioned, or something is left that it claims.
    """
    claimed = {n: _moved_claim(claim, places) for n, claim in enumerate(claims.claims)}
    kept = [n for n, claim in claimed.items() if claim is not None]
    now = {before: after for after, before in enumerate(kept)}
    sources = [_moved_source(source, places) for source in claims.sources]
    speaking = {claims.claims[n].source for n in kept}
    present = [n for n, source in enumerate(sources) if source.mentions or n in speaking]
    new_source = {before: after for after, before in enumerate(present)}
    new = tuple(
        replace(
            claim,
            source=None if claim.source is None else new_source[claim.source],
            within=None if claim.within is None else now.get(claim.within),
        )
        for claim in claimed.values()
        if claim is not None
    )
    silent = (_moved_source(source, places) for source in claims.silent)
    refusals = (
        replace(
            refusal,
            span=found,
            source=None if refusal.source is None else new_source.get(refusal.source),
        )
        for refusal in claims.refusals
        if (found := places.at_home(refusal.span)) is not None
    )
    moved = replace(
        claims,
        sources=tuple(sources[n] for n in present),
        claims=new,
        silent=tuple(source for source in silent if source.mentions),
        refusals=tuple(refusals),
    )
    return moved, now


def _moved_claim(claim: Claim, places: Places) -> Claim | None:
    content = tuple(found for span in claim.content if (found := places.of(span)) is not None)
    if len(content) < len(claim.content):
        return None
    return replace(
        claim,
        content=content,
        mention=places.at_home(claim.mention),
        cue=places.at_home(claim.cue),
    )


def _moved_source(source: Source, places: Places) -> Source:
    mentions = (places.at_home(span) for span in source.mentions)
    return replace(source, mentions=tuple(span for span in mentions if span is not None))


def _exact(words: str, paragraph: Paragraph, near: int, *, whole: bool) -> Span | None:
    """Where *words* stand in *paragraph*: where several times, the nearest to *near*.

    As *whole* words they begin and end no word halfway.
    """
    starts = [
        match.start()
        for match in re.finditer(f"(?={re.escape(words)})", paragraph.text)
        if not (whole and _cuts_a_word(paragraph.text, match.start(), len(words)))
    ]
    if not starts:
        return None
    start = min(starts, key=lambda each: abs(each - near))
    return Span(paragraph.number, start, start + len(words))


def _cuts_a_word(text: str, start: int, length: int) -> bool:
    """Whether one of the ends stands inside a word: "he" is not found in "the"."""
    end = start + length
    edges = ((start - 1, start), (end - 1, end))
    return any(
        a >= 0 and b < len(text) and _LETTERS.match(text[a]) and _LETTERS.match(text[b])
        for a, b in edges
    )


def _paired(old: tuple[Paragraph, ...], new: tuple[Paragraph, ...]) -> dict[int, int]:
    """The number of each old paragraph in the new text: the same words, else the most alike."""
    left = {paragraph.number: paragraph.text for paragraph in new}
    pairs = {}
    for paragraph in old:
        same = [number for number, text in left.items() if text == paragraph.text]
        if same:
            pairs[paragraph.number] = min(same, key=lambda n: abs(n - paragraph.number))
            del left[pairs[paragraph.number]]
    for paragraph in old:
        if paragraph.number in pairs or not left:
            continue
        best, number = max((_ratio(paragraph.text, text), -n) for n, text in left.items())
        if best >= SAME_PARAGRAPH:
            pairs[paragraph.number] = -number
            del left[-number]
    return pairs


def _ratio(one: str, other: str) -> float:
    """How much two texts are alike, from 0 to 1; 0 where they cannot reach ``SAME_PARAGRAPH``."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < SAME_PARAGRAPH or matcher.quick_ratio() < SAME_PARAGRAPH:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=64)
def _steps(before: str, after: str) -> tuple[tuple[str, int, int, int, int], ...]:
    return tuple(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def _moved(before: str, after: str, start: int, end: int) -> tuple[int, int]:
    """Where the stretch from *start* to *end* of *before* stands in *after*, as far as it does."""
    return _position(before, after, start, 0), _position(before, after, end, 1)


def _position(before: str, after: str, offset: int, side: int) -> int:
    """*offset* of *before* in *after*; *side* is 0 for where something begins, 1 for its end."""
    for name, a, b, c, d in _steps(before, after):
        inside = a <= offset < b if side == 0 else a < offset <= b
        if inside:
            return c + offset - a if name == "equal" else (c, d)[side]
    return len(after) if offset else 0
