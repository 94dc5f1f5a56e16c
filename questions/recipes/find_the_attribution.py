"""Recipe 3, find the attribution. "Choose the sentence that shows who gave this figure: 340"."""

import re
from random import Random

from questions.article import Span
from questions.question import Evidence, Process, Skill
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, why
from questions.recipes.statements import Statement
from questions.recipes.wording import words
from questions.types.select_text import SelectText

FIGURE = re.compile(
    r"(?<![\w.,/])[£$€]?\d[\d,.]*\d(?:m|bn)?(?: (?:million|billion|per cent)|%)?(?!\w)"
)
STEMS = ("Find the sentence that tells you", "Choose the sentence that shows")


def propose(material: Material, rng: Random) -> Proposals:
    """Sentences that name a speaker, asked for by words or figures that stand elsewhere in them."""
    for statement in material.named_statements:
        accepted = _attributing_sentence(material, statement)
        asked = _asked_for(material, statement, accepted)
        if accepted is None or asked is None:
            continue
        yield SelectText(
            prompt=f"{rng.choice(STEMS)} {asked}",
            offered=_offered(material, accepted),
            accepted=(accepted,),
            skill=Skill.FIND_ATTRIBUTION,
            process=Process.LOCATE,
            section=material.section(accepted.paragraph),
            evidence=(accepted,),
            explanation=why(material, statement),
            claim=statement.claim,
            confidence=certainty(material, statement.claim),
        )


def _attributing_sentence(material: Material, statement: Statement) -> Evidence | None:
    """The one sentence that holds the cue and the name of the source."""
    claim = material.claim_of(statement)
    if claim.cue is None or claim.mention is None:
        return None
    name = set(words(material.source_of(statement).name))
    if not name & set(words(material.article.text_of(claim.mention))):
        return None
    found = material.whole_sentences(claim.cue, claim.mention)
    return found[0] if len(found) == 1 else None


def _asked_for(material: Material, statement: Statement, accepted: Evidence | None) -> str | None:
    """What the pupil looks for: quoted words from another sentence, or a figure of this one."""
    if accepted is None:
        return None
    if not accepted.overlap(statement.span):
        return f"who said this: {statement.shown}" if statement.quoted else None
    figures = [f for f in FIGURE.findall(statement.text) if _stands_once(material, f)]
    return f"who gave this figure: {figures[0]}" if figures and not statement.quoted else None


def _stands_once(material: Material, figure: str) -> bool:
    whole = re.compile(rf"(?<![\d.,]){re.escape(figure)}(?![\d]|[.,]\d)")
    is_year = re.fullmatch(r"(?:1[5-9]|20)\d\d", figure) is not None
    return not is_year and sum(len(whole.findall(p.text)) for p in material.article.paragraphs) == 1


def _offered(material: Material, accepted: Span) -> tuple[Evidence, ...]:
    """All sentences of the section: the pupil looks for one among them."""
    section = material.article.section_of(accepted.paragraph)
    return tuple(
        Evidence(s.paragraph, s.start, s.end, material.article.text_of(s))
        for s in material.sentences
        if any(s.paragraph == p.number for p in section.paragraphs)
    )


RECIPE = Recipe("find the attribution", propose)
