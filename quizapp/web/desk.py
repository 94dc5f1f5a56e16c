"""The page on which a pupil reads and answers: one section of the article, one question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from questions.article import Section, Span
from questions.claims import Claims
from questions.question import ReviewLine
from quizapp.errors import NotFound
from quizapp.store.attempts import Sheet, SheetItem
from quizapp.web import marking, who_said_what
from quizapp.web.forms import shuffler


@dataclass(frozen=True)
class Chapter:
    """A section in the contents, with its questions and how many of them are answered."""

    section: Section
    items: tuple[SheetItem, ...]

    @property
    def answered(self) -> int:
        """How many questions have a saved answer."""
        return sum(item.answer is not None for item in self.items)


@dataclass(frozen=True)
class Desk:
    """What the page shows. ``item`` is None in a section without questions.

    With ``only_missed`` one goes through what was missed, and through nothing else.
    """

    sheet: Sheet
    section: Section
    item: SheetItem | None
    claims: Claims
    only_missed: bool = False

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The contents."""
        sections = self.sheet.article.sections
        return tuple(Chapter(section, items_of(self.sheet, section)) for section in sections)

    @property
    def answered(self) -> int:
        """How many questions of the whole quiz have a saved answer."""
        return sum(item.answer is not None for item in self.sheet.items)

    @property
    def is_open(self) -> bool:
        """Whether the attempt can still be worked on."""
        return self.sheet.handed_in_at is None

    @property
    def is_answerable(self) -> bool:
        """Whether the question can be answered, or answered otherwise, now."""
        item = self.item
        return item is not None and item.counts and not (item.final or item.locked)

    @property
    def shows_key(self) -> bool:
        """Whether what is right may be shown for the question; it must count for that."""
        item = self.item
        return item is not None and item.counts and self.sheet.may_see_key(item.position)

    @property
    def review(self) -> tuple[ReviewLine, ...]:
        """What was answered and what is right, the options in the order they were answered in."""
        if self.item is None:
            return ()
        rng = shuffler(self.sheet.seed, self.item.position)
        return self.item.question.shown(rng).review(self.item.answer)

    @cached_property
    def next_item(self) -> SheetItem | None:
        """The question to go on with: the next one that is open, or the next one to look at."""
        if self.item is None:
            return first_open(self.sheet.items)
        after = self.sheet.items.index(self.item) + 1
        later, earlier = self.sheet.items[after:], self.sheet.items[: after - 1]
        if self.is_open:
            return first_open([*later, *earlier])
        return next(iter(missed(later) if self.only_missed else later), None)

    @cached_property
    def paragraphs(self) -> tuple[marking.Shown, ...]:
        """The text, with what may be marked in it by now."""
        return marking.shown(self.sheet.article, self.section, self.marks, self._offered)

    @property
    def _offered(self) -> tuple[Span, ...]:
        return self.item.question.places if self.item and self.is_answerable else ()

    @cached_property
    def marks(self) -> tuple[marking.Mark, ...]:
        """What may be marked in the section by now."""
        evidence = self.item.question.evidence if self.item and self.shows_key else ()
        hues = who_said_what.hues(self.sheet.article, self.claims)
        by = marking.sources(self.claims, hues)
        if not self._all_known:
            # The names elsewhere in the section could answer the questions that are still open.
            by = tuple(m for m in by if any(e.overlap(m.span) for e in evidence))
        here = {paragraph.number for paragraph in self.section.paragraphs}
        return tuple(m for m in (*marking.evidence(evidence), *by) if m.span.paragraph in here)

    @property
    def _all_known(self) -> bool:
        items = items_of(self.sheet, self.section)
        return bool(items) and all(self.sheet.may_see_key(item.position) for item in items)


def desk(
    sheet: Sheet, number: int, position: int | None, claims: Claims, *, only_missed: bool = False
) -> Desk:
    """Section *number* with the question at *position*, or with the first that is open."""
    section = next((s for s in sheet.article.sections if s.number == number), None)
    if section is None:
        raise NotFound
    items = items_of(sheet, section)
    if position is not None:
        item = sheet.item(position)
        if item not in items:
            raise NotFound
        return Desk(sheet, section, item, claims, only_missed)
    return Desk(sheet, section, first_open(items) or (items[0] if items else None), claims)


def items_of(sheet: Sheet, section: Section) -> tuple[SheetItem, ...]:
    """The questions about *section*."""
    return tuple(item for item in sheet.items if item.question.section == section.number)


def first_open(items: Sequence[SheetItem]) -> SheetItem | None:
    """The first of *items* that counts, has no answer yet and need not wait for others."""
    return next((i for i in items if i.counts and i.answer is None and not i.locked), None)


def is_waiting(item: SheetItem) -> bool:
    """Whether the teacher has yet to mark the answer."""
    return item.counts and item.answer is not None and item.points is None


def missed(items: Iterable[SheetItem]) -> tuple[SheetItem, ...]:
    """The questions that count and did not earn everything, but for those to be marked."""
    return tuple(
        item for item in items if item.counts and not is_waiting(item) and (item.points or 0) < 1
    )
