"""What the recipes work with: an article, its claims, and what can be asked about each of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from questions import marks
from questions.article import Article, Span
from questions.claims import Claim, Claims, Source, SourceKind
from questions.question import Evidence
from questions.recipes import pronouns, wording
from questions.recipes.clear import is_clear
from questions.recipes.persons import is_surely_a_person
from questions.recipes.predicates import Predicate, find_predicates
from questions.recipes.sources import (
    PEOPLE,
    is_a_place,
    is_named,
    is_shown,
    may_speak_for,
    related,
    stands_whole,
)
from questions.recipes.statements import LIST_ITEM, Statement, find_statements
from questions.sentences import sentences

NEARBY = 24
"""Sources that are looked at as distractors, beginning with the nearest."""

EARSHOT = 3
"""Paragraphs away from a sentence in which a reader might still look for its speaker."""

ENOUGH_ALIKE = 2
"""Named sources beside one with a name: with so many, nobody without a name is offered."""

ALIKE = 0.4
"""From this likeness on, two texts may say the same."""

FIRST_PERSON = re.compile(r"(?<![\w“\"‘'’])(?:I|I’m|I've|I’ve|[Mm]y)(?= [a-z])")
OFTEN = 2
"""Paragraphs with "I" outside quotation marks; once may be a mark that was left out."""

CREDIT = re.compile(r"\b(?:reporting|editing|writing|photograph\w*) (?:by|from) ", re.IGNORECASE)
"""Tells who made the article, and nobody that it is about."""

ITS = re.compile(r"\bits?\b", re.IGNORECASE)
NAME = re.compile(r"\b[A-Z]")

FINDING = re.compile(r"(?:find|found|show|discover|reveal|establish|uncover|learn)", re.IGNORECASE)
"""Verbs for what is so, and not only said: "Kowal found that the app sent 19 fields"."""

Asked = Statement | Predicate
"""What a question can be about."""


@dataclass(frozen=True)
class Material:
    """An article with its claims: everything that a recipe may look at."""

    article: Article
    claims: Claims

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """All sentences of the article, in order."""
        return tuple(span for found in self._sentences_in.values() for span in found)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The sources, numbered as in the claims, and after them the people who say nothing."""
        return (*self.claims.sources, *filter(self._is_somebody, self.claims.silent))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the article, in lower case."""
        texts = (self.article.headline, *(p.text for p in self.article.paragraphs))
        return frozenset(word for text in texts for word in wording.words(text))

    def has_in_small(self, word: str) -> bool:
        """Whether *word* stands somewhere in the article exactly so, without a capital."""
        whole = re.compile(rf"\b{re.escape(word)}\b")
        return any(whole.search(paragraph.text) for paragraph in self.article.paragraphs)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What can be asked about, in the order of the article, whoever says it."""
        return tuple(s for s in self._found if not s.of_itself)

    @cached_property
    def stated(self) -> frozenset[int]:
        """The indexes of the claims of which a statement can be made."""
        return frozenset(statement.claim for statement in self._found)

    @cached_property
    def clear(self) -> frozenset[int]:
        """The indexes of the claims of which a reader can have no doubt whose they are."""
        indexes = range(len(self.claims.claims))
        return frozenset(n for n in indexes if is_clear(self.article, self.claims, n))

    @cached_property
    def own_voice(self) -> bool:
        """Whether the author says "I" outside quotations, as in a column or an interview."""
        texts = [marks.outside_quotation_marks(p.text) for p in self.article.paragraphs]
        return sum(bool(FIRST_PERSON.search(text)) for text in texts) >= OFTEN

    @cached_property
    def shown(self) -> frozenset[int]:
        """The indexes of the sources that can be options: by a name, or by a description."""
        return frozenset(
            index
            for index, source in enumerate(self.sources)
            if is_shown(source) and self._is_a_whole_body(source)
        )

    @cached_property
    def named_statements(self) -> tuple[Statement, ...]:
        """Those of the statements whose source has a name or a description that can be shown."""
        return tuple(s for s in self.statements if s.source in self.shown)

    @cached_property
    def predicates(self) -> tuple[Predicate, ...]:
        """What named sources urge, deny, want, where it makes no statement."""
        return tuple(
            predicate
            for predicate in find_predicates(self.article, self.claims)
            if predicate.claim not in self.stated and predicate.source in self.shown
        )

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Statements and predicates of sources that can be shown, of themselves as well."""
        of_itself = (s for s in self._found if s.of_itself and s.source in self.shown)
        return (*self.named_statements, *of_itself, *self.predicates)

    def source_of(self, statement: Asked) -> Source:
        """Who makes *statement*."""
        return self.claims.sources[statement.source]

    def claim_of(self, statement: Asked) -> Claim:
        """The claim that *statement* is part of."""
        return self.claims.claims[statement.claim]

    def section(self, paragraph: int) -> int:
        """The number of the section in which *paragraph* stands."""
        return self._sections[paragraph]

    def content(self, claim: Claim) -> str:
        """The words of a claim, its pieces joined."""
        return " ".join(self.article.text_of(span) for span in claim.content)

    def is_list_item(self, paragraph: int) -> bool:
        """Whether the paragraph is an item of a list: a task, a tip, a programme, not a report."""
        return LIST_ITEM.match(self.article.paragraph(paragraph).text) is not None

    def claims_in(self, paragraph: int) -> list[Claim]:
        """The claims with any of their content in *paragraph*, in order."""
        return self._claims_in.get(paragraph, [])

    def claims_at(self, place: Span) -> Iterator[int]:
        """The claims, by index, that have some of the words at *place*."""
        for index, claim in enumerate(self.claims.claims):
            if any(span.overlap(place) for span in claim.content):
                yield index

    def whole_sentences(self, *spans: Span | None) -> tuple[Evidence, ...]:
        """The sentences that any of *spans* touches, in order."""
        touched = {
            sentence
            for span in spans
            if span is not None
            for sentence in self._sentences_in[span.paragraph]
            if sentence.overlap(span)
        }
        return tuple(Evidence.of(self.article, sentence) for sentence in sorted(touched))

    def evidence(self, statement: Asked) -> tuple[Evidence, ...]:
        """The sentence that says it, then those that say who says it."""
        claim = self.claim_of(statement)
        said = self.whole_sentences(statement.span)
        who = self.whole_sentences(claim.cue, claim.mention)
        return (*said, *(sentence for sentence in who if sentence not in said))

    def cue(self, claim: Claim) -> str:
        """The words by which a claim is reported, in small letters; "" where there are none."""
        return self.article.text_of(claim.cue).lower() if claim.cue else ""

    def role_of(self, source: Source) -> Span | None:
        """Where the article gives the role of *source* in a sentence that has its name.

        Best with the full name; or else with a person's surname.
        """
        forms = [source.name]
        if source.kind is SourceKind.PERSON:
            forms.append(source.name.split()[-1])
        for form in forms if source.role else ():
            for sentence in self.sentences:
                text = self.article.text_of(sentence)
                if source.role and form in text and source.role in text:
                    start = sentence.start + text.index(source.role)
                    return Span(sentence.paragraph, start, start + len(source.role))
        return None

    def may_also_say(self, source: int, text: str) -> bool:
        """Whether something that the source at index *source* says comes close to *text*."""
        return any(
            wording.likeness(content, text) >= ALIKE for content in self._contents.get(source, ())
        )

    def goes_on(self, index: int) -> bool:
        """Whether the claim before the one at *index*, by name and close by, has its source too."""
        if index == 0:
            return False
        before, claim = self.claims.claims[index - 1 : index + 1]
        if claim.source is None or before.mention is None:
            return False
        name = self.claims.sources[claim.source].name
        return (
            before.source == claim.source
            and before.mention.paragraph >= claim.content[0].paragraph - 1
            and self.article.text_of(before.mention).split()[-1] in name.split()
        )

    def others(self, statement: Asked) -> tuple[int, ...]:
        """Whom *statement* is surely not from, no two standing for each other: indexes of sources.

        The nearest come first. They are like its own source in kind.
        """
        if statement not in self._others:
            self._others[statement] = self._find_others(statement)
        return self._others[statement]

    def has_one_source(self, paragraph: int) -> bool:
        """Whether not more than one of the sources, silent ones as well, is mentioned there.

        Then a question that gives the number of the paragraph gives the answer away.
        """
        there = (any(m.paragraph == paragraph for m in s.mentions) for s in self.sources)
        return sum(there) <= 1

    def is_a_finding(self, statement: Asked) -> bool:
        """Whether its source "found" it, so that the writer may seem to answer for it, too."""
        return FINDING.match(self.cue(self.claim_of(statement))) is not None

    def surely_not(self, source: int, statement: Asked) -> bool:
        """Whether the source neither says it, nor is named in it, nor shares the claim."""
        name = wording.bare_words(self.sources[source].name)
        shares = any(
            claim.source == source and piece.overlap(statement.span)
            for claim in self.claims_in(statement.span.paragraph)
            for piece in claim.content
        )
        return (
            not name & wording.bare_words(statement.text)
            and not shares
            and not self.on_one_side(source, statement.source)
            and not self.may_also_say(source, statement.text)
        )

    def on_one_side(self, one: int, other: int) -> bool:
        """Whether one of the two sources speaks for the other, or they may be one and the same."""
        first, second = self.sources[one], self.sources[other]
        return (
            related(first, second)
            or may_speak_for(first, second, self.article)
            or may_speak_for(second, first, self.article)
        )

    def nearest_sources(self, paragraph: int) -> list[int]:
        """The indexes of the sources nearest to *paragraph* that can be shown, the nearest first.

        Those who say something come before those who are only named.
        """
        far = len(self._sections) + 1
        named = sorted(self.shown)
        places = {n: [m.paragraph for m in self.sources[n].mentions] for n in named}
        silent = len(self.claims.sources)
        named.sort(
            key=lambda n: (n >= silent, min((abs(p - paragraph) for p in places[n]), default=far))
        )
        return named[:NEARBY]

    def speakers_near(self, paragraph: int) -> list[int]:
        """The indexes of the named sources of what is said at most ``EARSHOT`` paragraphs away."""
        near = range(paragraph - EARSHOT, paragraph + EARSHOT + 1)
        speakers = {claim.source for number in near for claim in self.claims_in(number)}
        return sorted(n for n in speakers if n is not None and is_named(self.sources[n]))

    def names_whom_it_is_about(self, text: str) -> bool:
        """Whether "he" or "she" in *text* comes after the name of a person, and not of a place."""
        pronoun = pronouns.OF_ONE_PERSON.search(text)
        if pronoun is None:
            return True
        before = set(wording.words(text[: pronoun.start()])) - wording.FUNCTION_WORDS
        return any(before & set(wording.words(s.name)) for s in self.sources if s.kind in PEOPLE)

    def _is_a_whole_body(self, source: Source) -> bool:
        """Whether *source*, if it is a named body, is no place and not cut from a longer name."""
        if source.kind is not SourceKind.ORGANISATION or not is_named(source):
            return True
        cut = bool(source.mentions) and not stands_whole(source, self.article)
        return not cut and not is_a_place(source, self.article)

    def _stands_alone(self, statement: Statement) -> bool:
        """Whether "she" or "its members" in it means nobody but whom it names itself."""
        its = ITS.search(statement.text)
        own = its is not None and not NAME.search(statement.text, 1, its.start())
        of_a_body = self.source_of(statement).kind not in PEOPLE or "spokes" in self._called(
            statement
        )
        about_somebody = self.names_whom_it_is_about(statement.text)
        return about_somebody and not (own and of_a_body) and not self._may_mean_both(statement)

    def _may_mean_both(self, statement: Statement) -> bool:
        """Whether "his" in reported words may be the source’s, or that of a man they name.

        As in "Mr Holm said that praise from Mr Quist would not change his policy".
        """
        pronoun = pronouns.OF_ONE_PERSON.search(statement.text)
        if pronoun is None or statement.quoted:
            return False
        one = "she" if pronoun.group().lower() in {"she", "her", "hers"} else "he"
        return one in self._pronouns_of(statement.source)

    def _called(self, statement: Statement) -> str:
        source = self.source_of(statement)
        return f"{source.name} {source.role or ''}".lower()

    def _is_somebody(self, source: Source) -> bool:
        """Whether *source*, who says nothing, is surely somebody, under a whole name."""
        whole = stands_whole(source, self.article)
        texts = (self.article.paragraph(m.paragraph).text for m in source.mentions)
        if all(CREDIT.search(text) for text in texts):
            return False
        return whole and is_surely_a_person(source, self.article)

    def _could_be_meant(self, source: int, statement: Asked) -> bool:
        """Whether "he" or "she", where a statement begins with it, might be *source*."""
        if isinstance(statement, Predicate) or not statement.of_itself:
            return True
        pronoun = statement.text.split()[0].lower()
        return pronoun == "it" or pronoun in self._pronouns_of(source)

    def _pronouns_of(self, source: int) -> frozenset[str]:
        """Those of "he" and "she" that the article has for *source*."""
        mentions = (self.article.text_of(m).lower() for m in self.sources[source].mentions)
        return frozenset(mentions) & wording.HE_OR_SHE

    @cached_property
    def _found(self) -> tuple[Statement, ...]:
        return tuple(
            statement
            for statement in find_statements(self.article, self.claims)
            if statement.of_itself or self._stands_alone(statement)
        )

    @cached_property
    def _others(self) -> dict[Asked, tuple[int, ...]]:
        return {}

    def _find_others(self, statement: Asked) -> tuple[int, ...]:
        key = self.source_of(statement)
        near = self.nearest_sources(statement.span.paragraph)
        # Beside a body that does something, a document or a person with no more than a first name
        # could not be meant; beside a document, only another one.
        alike = [n for n in near if self.sources[n].kind is key.kind]
        found = self._apart([n for n in alike if is_named(self.sources[n])], statement)
        if len(found) >= ENOUGH_ALIKE and is_named(key):
            return tuple(found)
        people = [n for n in near if self.sources[n].kind in PEOPLE]
        return tuple(self._apart(people if key.kind in PEOPLE else alike, statement))

    def _apart(self, indexes: list[int], statement: Asked) -> list[int]:
        """Those of the sources at *indexes* that surely do not say it and are not related."""
        chosen: list[int] = []
        for index in indexes:
            taken = (self.source_of(statement), *(self.sources[n] for n in chosen))
            apart = not any(related(self.sources[index], other) for other in taken)
            fits = apart and self._could_be_meant(index, statement)
            chosen += [index] if fits and self.surely_not(index, statement) else []
        return chosen

    @cached_property
    def _sentences_in(self) -> dict[int, tuple[Span, ...]]:
        return {p.number: sentences(p) for p in self.article.paragraphs}

    @cached_property
    def _sections(self) -> dict[int, int]:
        return {p.number: s.number for s in self.article.sections for p in s.paragraphs}

    @cached_property
    def _claims_in(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = defaultdict(list)
        for claim in self.claims.claims:
            for paragraph in sorted({span.paragraph for span in claim.content}):
                found[paragraph].append(claim)
        return found

    @cached_property
    def _contents(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for claim in self.claims.claims:
            if claim.source is not None:
                found[claim.source].append(self.content(claim))
        return found
