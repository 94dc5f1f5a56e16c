"""Recipe 12, what can be checked: statements sorted by what it would take to find out.

What is asked: of three statements or more whether they can be checked, are a view, look ahead or
are passed on without proof. Not asked: what shows signs of two kinds, a figure for which the writer
has only somebody's word, what a survey or a report finds or recommends, unless it is a fact, and
where all are of one kind.
"""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import SourceKind
from questions.marks import CLOSING, OPENING
from questions.question import Process, Skill
from questions.recipes.clauses import is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.pronouns import LOOKS_BACK, dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe
from questions.recipes.reporter import reporters_sentences
from questions.recipes.statement_kinds import CHECKABLE, LABELS, UNCONFIRMED, Label, label_of
from questions.recipes.wording import likeness
from questions.types.match import Match, Row

FEWEST, MOST = 3, 5
MOST_OF_A_KIND = 2

STEMS = (
    "What kind of statement is each of these?",
    "In the article, what is each of these statements?",
    "Which of these statements can be checked, and what are the others?",
)


class Sorted(NamedTuple):
    """A statement as it is shown, where it stands, and what it is."""

    shown: str
    span: Span
    label: Label


def propose(material: Material, rng: Random) -> Proposals:
    """A match of three statements or more, of two kinds at least."""
    found = [*_said(material), *_told(material)]
    chosen: list[Sorted] = []
    for one in sorted(rng.sample(found, len(found)), key=lambda s: s.label is CHECKABLE):
        alike = sum(other.label is one.label for other in chosen)
        apart = all(likeness(one.shown, other.shown) < ALIKE for other in chosen)
        if apart and alike < MOST_OF_A_KIND and len(chosen) < MOST:
            chosen.append(one)
    if len(chosen) >= FEWEST and len({one.label for one in chosen}) > 1:
        yield _match(material, sorted(chosen, key=lambda one: one.span), rng)


def _said(material: Material) -> Iterator[Sorted]:
    """What sources say, where its words show of what kind it is."""
    for statement in material.statements:
        label = label_of(statement.text, reported=not statement.quoted)
        hedged = label is CHECKABLE and material.claim_of(statement).hedged
        written = material.source_of(statement).kind is SourceKind.DOCUMENT
        fits = written is (label is CHECKABLE)
        if label and fits and not (statement.looks_back or hedged):
            yield Sorted(statement.shown, statement.span, label)


def _told(material: Material) -> Iterator[Sorted]:
    """What the writer tells, likewise: what is certain, and what is passed on as unproved."""
    for span in reporters_sentences(material):
        text = material.article.text_of(span)
        label = label_of(text)
        if label is CHECKABLE:
            yield Sorted(text, span, label)
    for span in material.sentences:
        text = material.article.text_of(span)
        if label_of(text) is UNCONFIRMED and _stands_alone(material, span):
            yield Sorted(text, span, UNCONFIRMED)


def _stands_alone(material: Material, span: Span) -> bool:
    """Whether a sentence is the writer’s own, and can be understood without the one before it."""
    text = material.article.text_of(span)
    quoted = any(
        claim.source is not None and any(piece.overlap(span) for piece in claim.content)
        for claim in material.claims_in(span.paragraph)
    )
    return not (
        quoted
        or any(mark in text for mark in OPENING + CLOSING)
        or LOOKS_BACK.search(text)
        or dangling_pronoun(text)
        or speaks_from_elsewhere(text)
        or is_headline(text)
    )


def _match(material: Material, rows: list[Sorted], rng: Random) -> Match:
    return Match(
        prompt=rng.choice(STEMS),
        rows=tuple(Row(one.shown, one.label.option) for one in rows),
        options=tuple(label.option for label in LABELS),
        skill=Skill.WHAT_CAN_BE_CHECKED,
        process=Process.EVALUATE,
        section=material.section(rows[0].span.paragraph),
        evidence=material.whole_sentences(*(one.span for one in rows)),
        explanation=" ".join(_reasons(rows)),
        confidence=0.88,
    )


def _reasons(rows: list[Sorted]) -> Iterator[str]:
    """A sentence for each kind: "Statements 1 and 3: it has not happened yet."."""
    for label in LABELS:
        numbers = [str(n) for n, one in enumerate(rows, 1) if one.label is label]
        if numbers:
            s = "s" if len(numbers) > 1 else ""
            yield f"Statement{s} {' and '.join(numbers)}: {label.reason}."


RECIPE = Recipe("what can be checked", propose, for_review=True)
