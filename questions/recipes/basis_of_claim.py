"""Recipe 13, on what a claim rests: figures, a study, a survey, somebody’s own eyes, or nothing.

What is asked: the ground that the very sentence names, as in "a survey found that …", or that there
is none, where somebody gives figures and nothing in the paragraph says from where. Not asked: what
is passed on from others, or where two kinds of ground are named.
"""

import re
from random import Random
from typing import NamedTuple

from questions.claims import SourceKind
from questions.marks import outside_quotation_marks
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause
from questions.recipes.material import Material
from questions.recipes.recipe import (
    SURE_ENOUGH,
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
)
from questions.recipes.seeing import tells_what_it_saw
from questions.recipes.statements import Statement
from questions.recipes.wording import quotation
from questions.types.choice import Choice


class Basis(NamedTuple):
    """What a claim can rest on: the option, and the nouns that name it."""

    option: str
    nouns: re.Pattern[str]


def _nouns(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b", re.IGNORECASE)


SURVEY = Basis(
    "A survey or a poll",
    _nouns("surveys? polls? polling questionnaires?"),
)
FIGURES = Basis(
    "A collection of figures",
    _nouns("figures data dataset database statistics census index ratings"),
)
STUDY = Basis(
    "A study, in which something was examined",
    _nouns("study studies research trial experiments? analysis"),
)
DOCUMENT = Basis(
    "A written document",
    _nouns(
        "report memo memorandum e-?mails? documents? filings? records transcripts? audit minutes"
        " indictment affidavit review summary draft"
    ),
)
WRITTEN = (SURVEY, FIGURES, STUDY, DOCUMENT)
"""One may be called another as well, so that no two of them stand beside each other."""

OWN_EYES = "What somebody saw or heard on the spot"
EXAMPLE = "A single case, taken as an example"
MEMORY = "What somebody remembers from years ago"
PRESS = "What another newspaper has written"
NOTHING = "Only the word of the speaker"

OF_THE_MEDIA = _nouns(
    "news media pool press newspaper magazine times post beacon herald gazette chronicle tribune"
    " observer telegraph ledger guardian register"
)
"""As in "a news report": what it reports rests on something else."""

BY_SOMEBODY = re.compile(r"\b(?:report|review|article|story) (?:by|in|from) (?:the )?[A-Z]")
"""It might be a newspaper's."""

UNFIT = re.compile(
    r"\b(?:and|but|or) that\b|\b(?:said|says|told|should)\b"
    r"|^the (?:true|real|actual|total|overall|same|latter|former) ",
    re.IGNORECASE,
)
"""In a statement: it needs other words, is somebody else’s, or asks for something."""

CITING = re.compile(
    r"\b(?:citing|pointing to|based on|on the basis of) (?P<basis>[^,.;“”\"]+)", re.IGNORECASE
)
"""Behind such words stands what the claim rests on."""

RESEARCHERS = _nouns("researchers? scientists? team")
WITNESSES = _nouns("(?:eye)?witness(?:es)? onlookers? bystanders? passers-by")
FINDING = frozenset("found find finds discovered measured showed shows".split())

STATISTIC = re.compile(
    r"\b\d+(?:\.\d+)?(?:%| ?(?:per ?cent|million|billion))|[£$€]\d|\b\d\d?\d?,\d{3}\b"
)
GROUNDS = _nouns(
    "surveys? polls? polling figures data statistics census stud(?:y|ies) research\\w* trial"
    " analysis reports? reported memo letters? e-?mails? documents? records audit review because"
    " since based citing evidence show\\w* found measured counted saw heard watched according"
    " number total index example instance estimat\\w* calculat\\w* experts? official\\w* released"
    " published laws? act acts rules? contracts? budget accounts? lawsuit court indictment terms"
)
"""Words that might tell on what a claim rests."""

OWN_AFFAIRS = _nouns("I we my our us me he she they it his her their its will would plans?")
"""In a statement: the source speaks of its own affairs, or of what is to come."""

WRONG = 3
"""Wrong options."""

STEMS = (
    "According to the article, what does this statement in paragraph {number} rest on? {shown}",
    "What is this statement in paragraph {number} based on, as far as the article tells? {shown}",
)


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each statement whose ground the article names, or that surely has none."""
    asked: set[Evidence] = set()
    for statement in material.statements:
        basis, sentence = _basis(material, statement), material.evidence(statement)[-1]
        if basis is not None and sentence not in asked:
            asked.add(sentence)
            yield _question(material, statement, basis, rng)


def _basis(material: Material, statement: Statement) -> str | None:
    """The option that fits *statement*, or None where it is not clear."""
    source = material.source_of(statement)
    told = " ".join(sentence.text for sentence in material.evidence(statement))
    if not _is_fit(statement.text) or _is_passed_on(material, statement):
        return None
    if source.kind is SourceKind.DOCUMENT:
        return None if statement.quoted else _named(source.name, told)
    if tells_what_it_saw(statement) or WITNESSES.search(source.name):
        return OWN_EYES
    if statement.quoted or certainty(material, statement.claim) < SURE_ENOUGH:
        return None
    return _of_a_speaker(material, statement, told)


def _is_fit(text: str) -> bool:
    """Whether *text* has a verb before any "that", unlike "a generation that is pragmatic"."""
    head = re.split(r" (?:that|who|which) ", text)[0]
    return UNFIT.search(text) is None and is_clause(head, introduced=True)


def _of_a_speaker(material: Material, statement: Statement, told: str) -> str | None:
    """The basis that a person or a body has found or names, or none at all."""
    cited = CITING.search(outside_quotation_marks(told))
    found = material.cue(material.claim_of(statement)) in FINDING
    if found and RESEARCHERS.search(material.source_of(statement).name):
        return STUDY.option
    if cited is not None:
        return _named(cited["basis"], told)
    return None if _may_have_a_ground(material, statement) else NOTHING


def _named(words: str, told: str) -> str | None:
    """The basis that a noun in *words* names, if it stands in the sentences *told* as well."""
    found = [basis for basis in WRITTEN if basis.nouns.search(words)]
    of_a_paper = OF_THE_MEDIA.search(words) or BY_SOMEBODY.search(told)
    clear = found and found[0].nouns.search(told) and not of_a_paper
    return found[0].option if clear else None


def _is_passed_on(material: Material, statement: Statement) -> bool:
    """Whether the source has it from somebody else."""
    return any(claim.within == statement.claim for claim in material.claims.claims)


def _may_have_a_ground(material: Material, statement: Statement) -> bool:
    """Whether something in the statement, its paragraph or the one before might tell the ground."""
    number = statement.span.paragraph
    near = (p.text for p in material.article.paragraphs if number - 1 <= p.number <= number)
    return (
        material.source_of(statement).kind is not SourceKind.PERSON
        or STATISTIC.search(statement.text) is None
        or OWN_AFFAIRS.search(statement.text) is not None
        or any(GROUNDS.search(text) for text in near)
    )


def _question(material: Material, statement: Statement, basis: str, rng: Random) -> Choice:
    options = [basis, *_others(material, statement, basis, rng)]
    return Choice(
        prompt=rng.choice(STEMS).format(number=statement.span.paragraph, shown=statement.shown),
        options=tuple(rng.sample(options, len(options))),
        key=(basis,),
        skill=Skill.BASIS_OF_CLAIM,
        process=Process.EVALUATE,
        section=material.section(statement.span.paragraph),
        evidence=material.evidence(statement),
        explanation=_why(material, statement, basis),
        claim=statement.claim,
        confidence=0.88,
    )


def _others(material: Material, statement: Statement, basis: str, rng: Random) -> list[str]:
    """Grounds that are surely wrong.

    Beside one that is written stands no other that it might be called as well, but what another
    newspaper has, if there is none in the paragraph; a poll or a study may be a newspaper's anyhow.
    Whoever speaks in figures may have some, and what one person saw is a single case.
    """
    written = [kind.option for kind in WRITTEN]
    if basis == NOTHING:
        return rng.sample([SURVEY.option, STUDY.option, DOCUMENT.option, OWN_EYES, EXAMPLE], WRONG)
    if basis == OWN_EYES:
        return rng.sample(written, WRONG)
    told = material.article.paragraph(statement.span.paragraph).text
    of_a_paper = basis in {SURVEY.option, STUDY.option} or OF_THE_MEDIA.search(told)
    unlike = MEMORY if of_a_paper else PRESS
    return [unlike, *rng.sample([OWN_EYES, EXAMPLE, NOTHING], WRONG - 1)]


def _why(material: Material, statement: Statement, basis: str) -> str:
    name = name_in_a_sentence(material, material.source_of(statement))
    if basis == NOTHING:
        return f"The article tells who says so, {name}, but not how anybody knows."
    if basis == OWN_EYES:
        return f"The words come from {name}: somebody who was there and could see and hear it."
    sentence = material.evidence(statement)[-1]
    return f"Paragraph {sentence.paragraph} tells where it comes from: {quotation(sentence.text)}"


RECIPE = Recipe("on what a claim rests", propose, for_review=True)
