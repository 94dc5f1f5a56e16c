"""Recipe 10, true / false / not given: three statements about who says what, one of each verdict.

Each starts from something that the article says. It stays as it is (true), has one element changed
with care (false), or gets a detail more that the article is silent about (not given). Quotations
are left out, since their words are found by looking; so is what has an "it" or "they" in it, since
the statements stand here without their neighbours.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from random import Random
from statistics import mean
from typing import NamedTuple

from questions.article import Span
from questions.question import Evidence, Process, Skill
from questions.recipes.careful_change import Change, changes, days_of, figures_of
from questions.recipes.material import Asked, Material
from questions.recipes.not_given import details
from questions.recipes.predicates import Predicate
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    said_that,
)
from questions.recipes.reporter import reporters_sentences
from questions.recipes.sources import is_named
from questions.recipes.statements import DATELINE, Statement
from questions.recipes.whole_names import has_its_whole_name
from questions.recipes.wording import NEUTER, PERSONAL, PLURAL, capitalised, words
from questions.types.true_false_not_given import Statement as Row
from questions.types.true_false_not_given import TrueFalseNotGiven, Verdict

STEMS = (
    "According to the article, is each of these statements true, false, or not given?",
    "Is each statement true or false according to the article, or does the article not say"
    " (not given)?",
    "For each statement, decide whether the article says so (true), says otherwise (false) or does"
    " not say (not given).",
)
ROWS = 3
WITHIN = 7
"""Facts in a row from which those of a question are taken."""

LONGEST = 34
"""Words of a row."""

SURE_OF_THE_REPORTER = 0.95
"""How sure it is that a sentence without a voice near it is the reporter's."""

POINTING = PERSONAL | PLURAL | NEUTER

NEGATING = re.compile(r"\bnot$")
"""What the reporter tells sounds odd with a plain "not" in it."""

LISTING = frozenset({"also", "too"})
"""In a sentence of the reporter's: it goes on with a list from before."""

OPENS_LATE = re.compile(
    r"(?:while|although|though|if|as|when|once|until|unless|after|since|because|also)\b", re.I
)
"""At the start of a statement: what it belongs to might have been lost."""


class Fact(NamedTuple):
    """Something that the article says: what can be asked about it is ``asked``, or a sentence.

    ``before`` and ``words`` make a sentence; only the words are changed.
    """

    asked: Asked | None
    span: Span
    before: str
    words: str


class Judged(NamedTuple):
    """A row with its evidence, and a sentence for the pupil that says why."""

    row: Row
    evidence: tuple[Evidence, ...]
    why: str
    certainty: float
    by_the_reporter: bool


def propose(material: Material, rng: Random) -> Proposals:
    """A question for every three facts that are not far from each other in the article."""
    facts = sorted(_facts(material), key=lambda fact: fact.span)
    rows = [_rows(material, fact, rng) for fact in facts]
    while len(rows) >= ROWS:
        for three in combinations(rows[:WITHIN], ROWS):
            chosen = _one_of_each(three, rng)
            if chosen:
                yield _question(material, chosen, rng)
                rows = [left for left in rows if left not in three]
                break
        else:
            rows = rows[1:]


def _question(material: Material, rows: list[Judged], rng: Random) -> TrueFalseNotGiven:
    return TrueFalseNotGiven(
        prompt=rng.choice(STEMS),
        statements=tuple(judged.row for judged in rows),
        skill=Skill.TRUE_FALSE_NOT_GIVEN,
        process=Process.UNDERSTAND,
        section=material.section(rows[-1].evidence[0].paragraph),
        evidence=tuple(dict.fromkeys(e for judged in rows for e in judged.evidence)),
        explanation=" ".join(f"Statement {n}: {judged.why}" for n, judged in enumerate(rows, 1)),
        confidence=round(mean(judged.certainty for judged in rows), 3),
    )


def _facts(material: Material) -> Iterator[Fact]:
    """What named sources say, and what the reporter tells; no two from one sentence."""
    for asked in material.asked:
        unsure = certainty(material, asked.claim) < SURE_ENOUGH
        if unsure or not (_stands_alone(asked) and _is_whole(material, asked)):
            continue
        name = capitalised(name_in_a_sentence(material, material.source_of(asked)))
        if isinstance(asked, Predicate):
            yield Fact(asked, asked.span, f"{name} ", asked.text)
        else:
            before = said_that(material, asked).removesuffix(asked.clause)
            yield Fact(asked, asked.span, f"{name} {before}", asked.clause)
    for sentence in reporters_sentences(material):
        text = material.article.text_of(sentence).rstrip(".")
        pointing = POINTING | LISTING
        if text[0].isalpha() and not (DATELINE.match(text) or pointing & set(words(text))):
            yield Fact(None, sentence, "", text)


def _stands_alone(asked: Asked) -> bool:
    """Whether it is told in whole, and nothing in it is called "he", "it" or "they"."""
    if isinstance(asked, Statement) and (asked.quoted or asked.alone):
        return False
    said = {word.partition("’")[0] for word in words(asked.text)}
    return not (asked.looks_back or POINTING & said or OPENS_LATE.match(asked.text))


def _is_whole(material: Material, asked: Asked) -> bool:
    """Whether the words stand in one piece in the article, and their source has its whole name."""
    text = material.article.paragraph(asked.span.paragraph).text
    return asked.text[1:] in text and has_its_whole_name(material, material.source_of(asked))


def _rows(material: Material, fact: Fact, rng: Random) -> dict[Verdict, Judged]:
    """What can be made of *fact*: a row of each verdict, as far as there is one."""
    made = (make(material, fact, rng) for make in (_true, _false, _not_given))
    return {
        row.row.key: row for row in made if row is not None and len(row.row.text.split()) <= LONGEST
    }


def _one_of_each(three: Sequence[dict[Verdict, Judged]], rng: Random) -> list[Judged]:
    """A row of each of *three*, one of each verdict; [] where that cannot be."""
    if sum(any(row.by_the_reporter for row in rows.values()) for rows in three) > 1:
        return []
    orders = list(permutations(Verdict))
    for order in rng.sample(orders, len(orders)):
        pairs = list(zip(order, three, strict=True))
        if all(verdict in rows for verdict, rows in pairs):
            return [rows[verdict] for verdict, rows in pairs]
    return []


def _true(material: Material, fact: Fact, _rng: Random) -> Judged:
    return _row(material, fact, fact.before + fact.words, Verdict.TRUE, "says so.")


def _false(material: Material, fact: Fact, rng: Random) -> Judged | None:
    found = _changes(material, fact)
    if found:
        change = rng.choice(found)
        why = f"says “{change.was}”, and not “{change.now}”."
        return _row(material, fact, fact.before + change.text, Verdict.FALSE, why)
    return _by_another(material, fact, rng)


def _changes(material: Material, fact: Fact) -> list[Change]:
    """A change of each kind that nothing else in the article bears out, a plain "not" last."""
    texts = [paragraph.text for paragraph in material.article.paragraphs]
    figures = [figure for text in texts for figure in figures_of(text)]
    days = [day for text in texts for day in days_of(text)]
    found = changes(fact.words, figures, days)
    return [change for change in found if fact.asked or not NEGATING.search(change.now)][:2]


def _by_another(material: Material, fact: Fact, rng: Random) -> Judged | None:
    """What the article is said to have from somebody who does not say it there."""
    if not isinstance(fact.asked, Statement):
        return None
    others = _speakers_like(material, fact.asked)[:2]
    if not others:
        return None
    name = name_in_a_sentence(material, material.sources[rng.choice(others)])
    right = material.source_of(fact.asked).name
    text = f"In the article, it is {name} who {said_that(material, fact.asked)}"
    return _row(material, fact, text, Verdict.FALSE, f"has this from {right}, and not from {name}.")


def _speakers_like(material: Material, statement: Asked) -> list[int]:
    """Sources of something else, as far as they have a name and are like that of *statement*."""
    return [
        n
        for n in material.others(statement)
        if material.claims.of(n)
        and is_named(material.sources[n])
        and material.sources[n].kind is material.source_of(statement).kind
    ]


def _not_given(material: Material, fact: Fact, rng: Random) -> Judged | None:
    if fact.asked is None:
        return None
    clause = fact.words if isinstance(fact.asked, Statement) else None
    found = list(details(material, fact.asked, clause, rng))
    if not found:
        return None
    added = rng.choice(found)
    return _row(material, fact, added.text, Verdict.NOT_GIVEN, added.why)


def _row(material: Material, fact: Fact, text: str, verdict: Verdict, why: str) -> Judged:
    if fact.asked is None:
        evidence, sure = material.whole_sentences(fact.span), SURE_OF_THE_REPORTER
    else:
        evidence = material.evidence(fact.asked)
        sure = certainty(material, fact.asked.claim)
    return Judged(
        Row(capitalised(text if text.endswith(".") else f"{text}."), verdict),
        evidence,
        f"paragraph {fact.span.paragraph} {why}",
        sure,
        by_the_reporter=fact.asked is None,
    )


RECIPE = Recipe("true, false or not given", propose, for_review=True)
