"""Where to look, for a pupil whose first try was wrong, without giving the answer away."""

from typing import Any

from questions.claims import Claim
from questions.question import Question, Skill
from questions.recipes.material import Material
from questions.recipes.wording import words

HINTS = {
    Skill.WHO_SAID_IT: "Look in paragraph {place}. {whose}",
    Skill.WHAT_WAS_SAID: "Look in paragraph {place}. {whose}",
    Skill.FIND_ATTRIBUTION: "First find the words or the number. Then read on, and back, until you "
    "come to a name with a word such as “{cue}” beside it.",
    Skill.EXACT_WORDS: "Exact words stand between quotation marks. Look whether there are any, and "
    "what is left outside of them.",
    Skill.REPORTER_OR_SOURCE: "Look for a name with a word such as “said” beside it. Where there "
    "is none, it is the writer who tells it.",
    Skill.KIND_OF_SOURCE: "Look in paragraph {place} for how the source is introduced. Is it "
    "somebody with a job or an office, somebody who was there, or something written?",
    Skill.HOW_NAMED: "Look in paragraph {place}. Is there a name beside the word “{cue}”? Is there "
    "a job or a role as well?",
    Skill.WHO_IS_THIS: "An article says who people are where it names them for the first time. "
    "Look in section {section}.",
    Skill.CLAIMS_TO_SOURCES: "Take the statements one by one. Find each in the article, and see "
    "who is named beside it.",
    Skill.TRUE_FALSE_NOT_GIVEN: "Find the place for each statement. If the article says nothing "
    "about it, it is neither true nor false.",
    Skill.CLAIM_AND_EVIDENCE: "Ask what would have to be so for the statement to be right. Then "
    "look for the sentence that tells you so.",
    Skill.WHAT_CAN_BE_CHECKED: "Ask whether somebody could go and find out, or whether it is a "
    "matter of taste, or lies in the future.",
    Skill.BASIS_OF_CLAIM: "Ask how the source can know. Was it seen, counted, read, or only "
    "thought?",
    Skill.AGREE_OR_DISAGREE: "Find what each of them says. Where do they say different things?",
    Skill.INDEPENDENT_SOURCES: "Two who have it from the same place count as one.",
    Skill.CHAIN_OF_SOURCES: "Begin with the one who tells it last. From whom does that one have "
    "it, and who told that one?",
    Skill.DISTANCING_WORDS: "Look for a word that tells you that the writer is not sure of it, or "
    "does not want to answer for it.",
    Skill.DETAIL: "Look in paragraph {place}, and make sure what the number stands for.",
    Skill.WORD_IN_CONTEXT: "Read the whole sentence, and try each answer in the place of the word.",
    Skill.MAIN_POINT: "Ask what all paragraphs of the section have to do with.",
}
"""The hint for a question of each skill that a recipe asks about."""


def hint(question: Question[Any], material: Material) -> str:
    """Where to look for the answer to *question*, in words that a twelve-year-old understands."""
    place = question.evidence[0].paragraph if question.evidence else 1
    claim = None if question.claim is None else material.claims.claims[question.claim]
    return HINTS.get(question.skill, "").format(
        place=place,
        section=question.section,
        cue=_cue(claim, material),
        whose="Who is named there?" if claim is None else _whose(claim, material),
    )


def _cue(claim: Claim | None, material: Material) -> str:
    return "said" if claim is None or claim.cue is None else material.article.text_of(claim.cue)


def _whose(claim: Claim, material: Material) -> str:
    """What to ask about the words that tell who speaks."""
    cue = _cue(claim, material)
    if claim.mention is None or claim.source is None:
        return "Nobody is named right there: who was speaking just before?"
    mention = material.article.text_of(claim.mention)
    if set(words(mention)) & set(words(material.claims.sources[claim.source].name)):
        return f"Who is named beside the word “{cue}”?"
    return f"It says “{mention}” there: who is that? Look a little further up."
