"""Recipe 14, agree or disagree: where a source stands on what others claim.

The verb tells: who denies a claim disagrees, who concedes one agrees. If somebody else in the
article makes the claim, the question names both.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.article import Span
from questions.claims import Claim, Source, SourceKind
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_clause, is_reported
from questions.recipes.material import Material
from questions.recipes.pronouns import dangling_pronoun
from questions.recipes.recipe import (
    Proposals,
    Recipe,
    certainty,
    name_in_a_sentence,
    said_that,
)
from questions.recipes.sources import is_shown, related
from questions.recipes.statements import Statement
from questions.recipes.wording import FIRST_AND_SECOND, capitalised, content_words, words
from questions.types.choice import Choice

AGREES = "The claim is right"
DISAGREES = "The claim is wrong"
DOUBTS = "The claim is doubtful"
SILENT = "The claim gets no answer"
STANDS = (AGREES, DISAGREES, DOUBTS, SILENT)


class Sign(NamedTuple):
    """Words that show where somebody stands, and what they mean, for the pupil."""

    words: re.Pattern[str]
    stand: str
    meaning: str


SIGNS = (
    Sign(
        re.compile(r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|rebut(?:s|ted)?)"),
        DISAGREES,
        "Who denies, disputes or rejects a claim says that the claim is wrong.",
    ),
    Sign(
        re.compile(
            r"(?:admit(?:s|ted)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)|accept(?:s|ed)?"
            r"|confirm(?:s|ed)?|agree[sd]?)"
        ),
        AGREES,
        "Who admits, concedes, confirms or accepts a claim says that the claim is right.",
    ),
    Sign(
        re.compile(r"doubt(?:s|ed)?"),
        DOUBTS,
        "Who doubts a claim is not sure that the claim is right.",
    ),
)
REFUSAL = re.compile(
    r" (?:has |have )?(?P<cue>(?:declined|refused|declines|refuses) to (?:say|confirm|tell)"
    r"|would not (?:say|confirm)) (?:whether|if) (?P<claim>[^.;”]+)\."
)
REFUSED = "Who declines or refuses to say something leaves the question open."

CALLED_A_CLAIM = re.compile(
    r"(?:(?:the|any|this|that|all) )?(?:claims?|ideas?|notions?|suggestions?|allegations?"
    r"|accusations?|assertions?|reports|rumou?rs) that |(?:that|whether|if) "
)
GOES_ON = re.compile(r", (?:\w+ing|although|though|but|while|after) .*$")
STARTS_WITH_A_PRONOUN = re.compile(
    r"(?:(?P<person>s?he)|(?P<body>it)(?= (?:had|has|would|will|did|does)\b)) "
)
ONLY_IN_A_DENIAL = re.compile(r"\b(?:any\w*|much|either)\b")
"""Good English after "denied that", as in "there was any rift", but not after "the claim that"."""

OPENS_LATE = re.compile(r"(?:on|in|at|under|after|before|when|,) ?", re.IGNORECASE)
"""At the start: something about the speaking comes before the claim, as in "on oath, that …"."""

SURE = 0.7
"""How sure it must be that the source is meant."""

SHORTEST, LONGEST = 4, 26
"""Words of a claim."""

NEAR = 6
"""Paragraphs within which somebody else makes the claim."""

STEMS = (
    "In paragraph {n}, what does {name} make of the claim that {claim}?",
    "What answer does {name} give in paragraph {n} to the claim that {claim}?",
)
STEM_FOR_ITSELF = "In paragraph {n}, what answer is given to the claim that {claim}?"
"""Where the claim is about the very source that answers."""

STEMS_FOR_TWO = (
    "{other} {said}. In paragraph {n}, what does {name} make of that claim?",
    "{other} {said}. What answer does {name} give to that in paragraph {n}?",
)


class Stand(NamedTuple):
    """A source, where it stands on a claim, and what shows it."""

    source: int
    claim: str
    stand: str
    evidence: tuple[Evidence, ...]
    cue: str
    meaning: str
    number: int | None = None


def propose(material: Material, rng: Random) -> Proposals:
    """A question for each clear stand that a source takes on a claim."""
    for stand in (*_told_by_the_cue(material), *_refusals(material)):
        yield _question(material, stand, rng)


def _question(material: Material, stand: Stand, rng: Random) -> Choice:
    name = name_in_a_sentence(material, material.sources[stand.source])
    paragraph = stand.evidence[0].paragraph
    maker = _who_claims_it(material, stand)
    if maker is None:
        stem = STEM_FOR_ITSELF if name in stand.claim else rng.choice(STEMS)
        prompt = stem.format(n=paragraph, name=name, claim=stand.claim)
    else:
        prompt = rng.choice(STEMS_FOR_TWO).format(
            n=paragraph,
            name=name,
            other=capitalised(name_in_a_sentence(material, material.source_of(maker))),
            said=said_that(material, maker),
        )
    told = () if maker is None else material.evidence(maker)
    return Choice(
        prompt=prompt,
        options=tuple(rng.sample(STANDS, len(STANDS))),
        key=(stand.stand,),
        skill=Skill.AGREE_OR_DISAGREE,
        process=Process.EVALUATE,
        section=material.section(paragraph),
        evidence=tuple(dict.fromkeys((*stand.evidence, *told))),
        explanation=f"The words to look at in paragraph {paragraph} are “{stand.cue}”."
        f" {stand.meaning}",
        claim=stand.number,
        confidence=0.85 if stand.number is None else certainty(material, stand.number),
    )


def _told_by_the_cue(material: Material) -> Iterator[Stand]:
    for index, claim in enumerate(material.claims.claims):
        sign = _sign(material, claim)
        if sign is None or claim.source is None or claim.cue is None:
            continue
        text = _claim_told(material, claim)
        if text is not None and certainty(material, index) >= SURE:
            evidence = material.whole_sentences(claim.cue)
            cue = material.article.text_of(claim.cue)
            yield Stand(claim.source, text, sign.stand, evidence, cue, sign.meaning, index)


def _sign(material: Material, claim: Claim) -> Sign | None:
    """What the cue of *claim* shows, if it is one that shows where its source stands."""
    if claim.cue is None or claim.source is None or claim.within is not None:
        return None
    if not _is_one(material.sources[claim.source]) or len(claim.content) > 1:
        return None
    text = material.article.paragraph(claim.cue.paragraph).text
    before = text[: claim.cue.start]
    cue = material.article.text_of(claim.cue).lower()
    if re.search(
        r"(?:\b(?:not|never|neither|nor|might|may|would|could)|n[’']t)(?: \w+)? $", before
    ):
        return None
    return next((sign for sign in SIGNS if sign.words.fullmatch(cue)), None)


def _is_one(source: Source) -> bool:
    """Whether the source can be shown, and is no plural, such as "two analysts"."""
    last = source.name.split()[-1]
    plural = source.kind is SourceKind.GROUP or (last.islower() and last.endswith("s"))
    return is_shown(source) and not plural


def _claim_told(material: Material, claim: Claim) -> str | None:
    """What the source of *claim* takes a stand on, as a clause; None where it is no clear one."""
    cue, source, content = claim.cue, claim.source, claim.content[0]
    paragraph = material.article.paragraph(content.paragraph).text
    if source is None or cue is None or cue.paragraph != content.paragraph:
        return None
    told = re.sub(r"^ (?:that |whether |if )?", "", paragraph[cue.end : content.end])
    return _as_clause(material, source, told)


def _as_clause(material: Material, number: int, told: str) -> str | None:
    """*told* as it reads after "that", with the name of the source for "he", "she" or "it"."""
    named = CALLED_A_CLAIM.match(told)
    text = GOES_ON.sub("", told[named.end() if named else 0 :]).strip(" .;:")
    text = re.sub(r"\bever |[.,](?=[”\"]$)", "", text)
    source = material.sources[number]
    name = name_in_a_sentence(material, source)
    pronoun = STARTS_WITH_A_PRONOUN.match(text)
    if pronoun and source.kind is (
        SourceKind.PERSON if pronoun["person"] else SourceKind.ORGANISATION
    ):
        text = f"{name} {text[pronoun.end() :]}"
    sound = (
        SHORTEST <= len(text.split()) <= LONGEST
        and is_clause(text, introduced=True)
        and is_reported(text)
        and dangling_pronoun(text) is None
        and not FIRST_AND_SECOND & set(words(text))
        and OPENS_LATE.match(text) is None
        and ONLY_IN_A_DENIAL.search(text) is None
        and len(content_words(text)) > 1
    )
    return text if sound else None


def _refusals(material: Material) -> Iterator[Stand]:
    """Named sources who decline to say whether something is so."""
    for number, source in enumerate(material.sources):
        for mention in source.mentions if _is_one(source) else ():
            text = material.article.paragraph(mention.paragraph).text
            refusal = REFUSAL.match(text, mention.end)
            told = _as_clause(material, number, refusal["claim"]) if refusal else None
            if refusal and told:
                place = Span(mention.paragraph, *refusal.span("cue"))
                evidence = material.whole_sentences(place)
                yield Stand(number, told, SILENT, evidence, refusal["cue"], REFUSED)


def _who_claims_it(material: Material, stand: Stand) -> Statement | None:
    """A statement close by in which another named source makes the very claim."""
    source = material.sources[stand.source]
    found = [
        statement
        for statement in material.named_statements
        if not (statement.quoted or statement.alone)
        and statement.claim != stand.number
        and statement.source != stand.source
        and abs(statement.span.paragraph - stand.evidence[0].paragraph) <= NEAR
        and not related(material.source_of(statement), source)
        and _is_the_same(statement.clause, stand.claim)
    ]
    return found[0] if found else None


def _is_the_same(one: str, other: str) -> bool:
    """Whether two clauses have nearly all words that matter in common."""
    first, second = content_words(one), content_words(other)
    common = len(first & second)
    return (
        common >= 3
        and common >= 0.75 * max(len(first), len(second))
        and (("not" in words(one)) == ("not" in words(other)))
    )


RECIPE = Recipe("agree or disagree", propose, for_review=True)
