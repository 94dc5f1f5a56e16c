"""What the recipes work with: an article, its claims, and what can be asked about each of them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from questions.article import Article, Span
from questions.claims import Claim, Claims, Source, Stance
from questions.question import Evidence
from questions.recipes import wording
from questions.recipes.sources import is_named, related
from questions.sentences import sentences

SAYING = frozenset(
    """say says said saying siad asid told tells tell added adds adding explained explains argued
    argues insisted insists maintained maintains claimed claims noted notes stated states wrote
    writes warned warns cautioned conceded concedes acknowledged acknowledges admitted admits
    stressed replied predicted predicts estimated estimates estimate reckons concluded testified
    recalled recalls announced confirmed reported reports suggested suggests contended contends
    asserted asserts remarked observed""".split()
) | {"according to", "pointed out", "points out", "point out", "acording to"}
"""Cues after which "said that" is a fair way to put it."""

PLAIN = frozenset("say says said saying siad asid told tells tell added adds".split())

LONGEST = 30
"""Words that a stem may take from the article."""

SHORTEST = 5
MIDDLE = 10
"""Words that must be left of a long quotation that is broken off."""

LIST_ITEM = re.compile(r"(?:\d{1,2}[.)]|[•*·–-]) ")
LATER_CLAUSE = re.compile(r", (?:which|who|because|although|even if|while|so that|but|and) ")


@dataclass(frozen=True)
class Statement:
    """Part of a claim, worded so that a question can use it: a full clause or a quotation.

    ``text`` has no end mark. ``span`` is where the article says it. ``looks_back`` says that a
    reader needs the paragraph to know what "the plan" is.
    """

    claim: int
    source: int
    text: str
    quoted: bool
    span: Span
    looks_back: bool = False

    @property
    def marks_inside(self) -> bool:
        """Whether part of it stands in quotation marks of its own."""
        return any(mark in self.text for mark in '“”"«»‘')

    @property
    def shown(self) -> str:
        """The statement on a line of its own."""
        if self.quoted:
            return wording.quotation(self.text)
        return wording.capitalised(self.clause) + "."

    @property
    def clause(self) -> str:
        """The statement after "that", without an "also" that points back to another one."""
        if "not only" in self.text:
            return self.text
        return re.sub(r"^([^“\"‘«]*?\b)also (?=\w)", r"\1", self.text, count=1)


@dataclass(frozen=True)
class Material:
    """An article with its claims: everything that a recipe may look at."""

    article: Article
    claims: Claims

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences of the article, in order."""
        return tuple(span for p in self.article.paragraphs for span in sentences(p))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the article, in lower case."""
        texts = (self.article.headline, *(p.text for p in self.article.paragraphs))
        return frozenset(word for text in texts for word in wording.words(text))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What can be asked about, in the order of the article, whoever says it."""
        return tuple(
            statement
            for index, claim in enumerate(self.claims.claims)
            for statement in self._statements_of(index, claim)
        )

    @cached_property
    def named_statements(self) -> tuple[Statement, ...]:
        """Those of the statements whose source has a name that an option can show."""
        return tuple(s for s in self.statements if is_named(self.source_of(s)))

    def source_of(self, statement: Statement) -> Source:
        """Who makes *statement*."""
        return self.claims.sources[statement.source]

    def claim_of(self, statement: Statement) -> Claim:
        """The claim that *statement* is part of."""
        return self.claims.claims[statement.claim]

    def section(self, paragraph: int) -> int:
        """The number of the section in which *paragraph* stands."""
        return self.article.section_of(paragraph).number

    def whole_sentences(self, *spans: Span | None) -> tuple[Evidence, ...]:
        """The sentences that any of *spans* touches, in order."""
        return tuple(
            Evidence(s.paragraph, s.start, s.end, self.article.text_of(s))
            for s in self.sentences
            if any(span is not None and s.overlap(span) for span in spans)
        )

    def evidence(self, statement: Statement) -> tuple[Evidence, ...]:
        """The sentences that say it and that say who says it."""
        claim = self.claim_of(statement)
        return self.whole_sentences(statement.span, claim.cue, claim.mention)

    def may_also_say(self, source: int, text: str) -> bool:
        """Whether something that the source at index *source* says comes close to *text*."""
        return any(
            wording.likeness(self.content(claim), text) >= 0.4 for claim in self.claims.of(source)
        )

    def content(self, claim: Claim) -> str:
        """The words of a claim, its pieces joined."""
        return " ".join(self.article.text_of(span) for span in claim.content)

    def others(self, statement: Statement) -> list[int]:
        """Sources like that of *statement* which surely do not say it, nor stand for each other."""
        key = self.source_of(statement)
        chosen: list[int] = []
        for index, source in enumerate(self.claims.sources):
            apart = all(
                not related(source, other)
                for other in (key, *(self.claims.sources[n] for n in chosen))
            )
            if apart and source.kind == key.kind and self._surely_not(index, statement):
                chosen.append(index)
        return chosen

    def is_list_item(self, paragraph: int) -> bool:
        """Whether the paragraph is an item of a list: a task, a tip, a programme, not a report."""
        return LIST_ITEM.match(self.article.paragraph(paragraph).text) is not None

    def role_of(self, source: Source) -> Span | None:
        """Where the article gives the role of *source* in the sentence that has its full name."""
        for sentence in self.sentences:
            text = self.article.text_of(sentence)
            at = text.find(source.role) if source.role else -1
            if source.name in text and at >= 0 and source.role:
                start = sentence.start + at
                return Span(sentence.paragraph, start, start + len(source.role))
        return None

    def goes_on(self, index: int) -> bool:
        """Whether the claim before the one at *index*, by name and close by, has its source too."""
        claim, before = self.claims.claims[index], self.claims.claims[index - 1]
        if index == 0 or claim.source is None or before.mention is None:
            return False
        name = self.claims.sources[claim.source].name
        return (
            before.source == claim.source
            and before.mention.paragraph >= claim.content[0].paragraph - 1
            and self.article.text_of(before.mention).split()[-1] in name.split()
        )

    def _surely_not(self, source: int, statement: Statement) -> bool:
        candidate = self.claims.sources[source]
        if source == statement.source or not is_named(candidate):
            return False
        if set(wording.words(candidate.name)) & set(wording.words(statement.text)):
            return False
        shares = any(
            piece.overlap(statement.span)
            for claim in self.claims.of(source)
            for piece in claim.content
        )
        return not shares and not self.may_also_say(source, statement.text)

    def _is_askable(self, claim: Claim) -> bool:
        return (
            claim.source is not None
            and not self.is_list_item(claim.content[0].paragraph)
            and claim.stance is Stance.SPEECH
            and claim.within is None
            and claim.cue is not None
            and not self._contradicted(claim)
        )

    def _contradicted(self, claim: Claim) -> bool:
        """Whether another claim gives the same words to somebody else."""
        return any(
            other.source != claim.source and piece.overlap(span)
            for other in self.claims.claims
            if other.within is None
            for piece in other.content
            for span in claim.content
        )

    def _statements_of(self, index: int, claim: Claim) -> list[Statement]:
        if not self._is_askable(claim) or claim.source is None:
            return []
        found = []
        for span in claim.content:
            if self._in_quotation_marks(span):
                found += self._quotations(index, claim.source, span)
            elif span == claim.content[0]:
                found += self._clauses(index, claim, span)
        return found

    def _around(self, span: Span) -> tuple[str, str]:
        text = self.article.paragraph(span.paragraph).text
        return text[: span.start], text[span.end :]

    def _in_quotation_marks(self, span: Span) -> bool:
        before, after = self._around(span)
        inside = self.article.text_of(span)
        return (
            before.endswith(("“", '"', "‘", "«"))
            and (after.lstrip(",.?!")[:1] in tuple('”"’»') or inside.endswith(("”", '"')))
            and not re.search(r"[“”\"«»]", inside)
        )

    def _quotations(self, index: int, source: int, span: Span) -> list[Statement]:
        found = []
        for sentence in self._sentences_within(span):
            text = self._shortened(self.article.text_of(sentence).rstrip(",;: "))
            if self._can_stand(text) and text[0].isupper() and wording.balanced(text):
                found.append(Statement(index, source, text.rstrip("."), quoted=True, span=sentence))
        return found

    def _shortened(self, text: str) -> str:
        """A quoted sentence, broken off with dots before a later clause where it is too long."""
        if len(text.split()) <= LONGEST:
            return text
        ends = (m.start() for m in LATER_CLAUSE.finditer(text))
        fitting = [end for end in ends if MIDDLE <= len(text[:end].split()) <= LONGEST]
        return f"{text[: fitting[-1]]} …" if fitting else text

    def _sentences_within(self, span: Span) -> list[Span]:
        """*span* cut where a sentence inside the quotation ends."""
        text = self.article.text_of(span)
        cuts = [m.end() for m in re.finditer(r"(?<=[a-z0-9’)][.?!]) +(?=[A-Z])", text)]
        edges = [0, *cuts, len(text)]
        return [
            Span(span.paragraph, span.start + start, span.start + len(text[:end].rstrip()))
            for start, end in pairwise(edges)
        ]

    def _clauses(self, index: int, claim: Claim, span: Span) -> list[Statement]:
        if claim.source is None or claim.cue is None:
            return []
        cue = self.article.text_of(claim.cue).lower()
        text = self._as_clause(span)
        broken_up = len(claim.content) > 1
        if text is None or (broken_up and wording.SUBORDINATE.search(text)):
            return []
        if cue not in SAYING or not self._ends_cleanly(span, claim):
            return []
        introduced = cue in PLAIN or self._around(span)[0].rstrip().endswith(" that")
        if not self._can_stand(text) or not wording.is_clause(
            text, introduced=introduced, fronted=self._opens_sentence(span)
        ):
            return []
        if (
            wording.speaks_from_elsewhere(text)
            or wording.RUNS_ON.search(text)
            or not wording.balanced(text)
        ):
            return []
        looks_back = bool(wording.LOOKS_BACK.search(text))
        return [
            Statement(index, claim.source, text, quoted=False, span=span, looks_back=looks_back)
        ]

    def _opens_sentence(self, span: Span) -> bool:
        return any(s.paragraph == span.paragraph and s.start == span.start for s in self.sentences)

    def _can_stand(self, text: str) -> bool:
        return (
            SHORTEST <= len(text.split()) <= LONGEST
            and len(wording.content_words(text)) >= 3
            and wording.dangling_pronoun(text) is None
        )

    def _ends_cleanly(self, span: Span, claim: Claim) -> bool:
        """Whether the clause ends where its sentence pauses, or where the cue goes on."""
        after = self._around(span)[1].lstrip()
        if not after or after[0] in '.,;:—–?!”"’)':
            return True
        follows = [s for s in (claim.cue, claim.mention) if s and s.start >= span.end]
        return any(not self._between(span, s).strip() for s in follows)

    def _between(self, first: Span, second: Span) -> str:
        return self.article.paragraph(first.paragraph).text[first.end : second.start]

    def _as_clause(self, span: Span) -> str | None:
        """The clause as it reads after "that"; None where its first letter cannot be decided."""
        text = self.article.text_of(span).rstrip(" ,;:.")
        if text.endswith((".”", ",”", ".’", ",’")):
            text = text[:-2] + text[-1]
        text = wording.CONNECTIVE.sub("", text, count=1)
        first = wording.WORD.match(text)
        if first is None or "?" in text:
            return None
        word = first.group()
        if word.endswith("ing") and not self._is_name(word):
            return word.lower() + text[len(word) :]
        if word.lower() in wording.FUNCTION_WORDS and word != "I":
            return text[0].lower() + text[1:]
        if not word[0].isupper() or self._is_name(word):
            return text
        return word[0].lower() + text[1:] if self._is_common(word) else None

    def _is_name(self, word: str) -> bool:
        return any(
            re.search(rf"[^\W\d_],? {re.escape(word)}\b", p.text) for p in self.article.paragraphs
        )

    def _is_common(self, word: str) -> bool:
        return any(
            re.search(rf"\b{re.escape(word.lower())}\b", p.text) for p in self.article.paragraphs
        )
