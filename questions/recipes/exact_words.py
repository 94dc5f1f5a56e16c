"""Recipe 4, exact words or paraphrase. "How does paragraph 4 report what the mayor said?"."""

import re
from random import Random

from questions import marks
from questions.claims import Claim, Form, Stance
from questions.question import Process, Skill
from questions.recipes.clauses import is_headline
from questions.recipes.material import Material
from questions.recipes.recipe import Proposals, Recipe, certainty, name_in_a_sentence
from questions.recipes.sources import is_named
from questions.recipes.statements import SHORTEST, plain_cue
from questions.recipes.wording import capitalised
from questions.types.choice import Choice

STEMS = (
    "How does paragraph {number} report what {name} said?",
    "How are the words of {name} given in paragraph {number}?",
    "In which form does paragraph {number} pass on what {name} said?",
    "In paragraph {number}, how does the reporter give what {name} said?",
)
OPTIONS = {
    Form.DIRECT: "As a quotation: the exact words only",
    Form.MIXED: "In both: the reporter’s words and some exact words",
    Form.INDIRECT: "In the reporter’s words only",
}
REASONS = {
    Form.DIRECT: "It all stands between quotation marks, so these are the exact words.",
    Form.MIXED: "The reporter tells it, but the words in quotation marks are the speaker’s own.",
    Form.INDIRECT: "There are no quotation marks: the reporter has put it in other words.",
}
MARK = re.compile(r"[“”\"«»„`]|''|(?<!\w)'\b|(?<!\w)‘|’(?!\w)")
FEWEST_OWN = 3
"""Words of the reporter's in a claim that is told partly in the reporter's words."""


def propose(material: Material, rng: Random) -> Proposals:
    """One question for each paragraph that holds a single claim, in an unmistakable form."""
    for number, (index, claim) in _only_claims(material).items():
        asked = _is_asked_about(material, claim) and _is_unmistakable(material, claim)
        if claim.source is None or not asked:
            continue
        name = name_in_a_sentence(material, material.claims.sources[claim.source])
        options = list(OPTIONS.values())
        rng.shuffle(options)
        yield Choice(
            prompt=capitalised(rng.choice(STEMS).format(number=number, name=name)),
            options=tuple(options),
            key=(OPTIONS[claim.form],),
            skill=Skill.EXACT_WORDS,
            process=Process.UNDERSTAND,
            section=material.section(number),
            evidence=material.whole_sentences(claim.cue, *claim.content),
            explanation=f"Look at paragraph {number}. {REASONS[claim.form]}",
            claim=index,
            confidence=certainty(material, index),
        )


def _only_claims(material: Material) -> dict[int, tuple[int, Claim]]:
    """Paragraphs in which exactly one claim is made, none inside another, with that claim."""
    by_paragraph: dict[int, list[tuple[int, Claim]]] = {}
    outer = [(n, c) for n, c in enumerate(material.claims.claims) if c.within is None]
    for index, claim in outer:
        for paragraph in {span.paragraph for span in claim.content}:
            by_paragraph.setdefault(paragraph, []).append((index, claim))
    chains = {claim.within for claim in material.claims.claims}
    return {
        number: claims[0]
        for number, claims in by_paragraph.items()
        if len(claims) == 1 and claims[0][0] not in chains
    }


def _is_asked_about(material: Material, claim: Claim) -> bool:
    """Whether it is something that a named source says, in words enough to be judged."""
    return (
        claim.source is not None
        and not material.is_list_item(claim.content[0].paragraph)
        and not is_headline(material.article.paragraph(claim.content[0].paragraph).text)
        and is_named(material.claims.sources[claim.source])
        and claim.stance is Stance.SPEECH
        and claim.mention is not None
        and claim.cue is not None
        and plain_cue(material.article.text_of(claim.cue)) is not None
        and len(material.content(claim).split()) >= SHORTEST
    )


def _is_unmistakable(material: Material, claim: Claim) -> bool:
    """Whether the quotation marks of the paragraph bear out the form of the claim, and no other."""
    text = material.article.paragraph(claim.content[0].paragraph).text
    told = material.content(claim)
    match claim.form:
        case Form.DIRECT:
            return _marks_stand_around(text, claim) and not MARK.search(told)
        case Form.MIXED:
            parts = marks.QUOTED.findall(told)
            own = marks.QUOTED.sub("", told).split()
            whole = any(part[1:2].isupper() for part in parts)
            # A single word in marks may be irony; two or more are a quotation.
            return any(" " in part for part in parts) and len(own) >= FEWEST_OWN and not whole
        case Form.INDIRECT:
            return not MARK.search(text)


def _marks_stand_around(text: str, claim: Claim) -> bool:
    """Whether every piece is quoted and nothing else in the paragraph is."""
    return all(text[: span.start].endswith(marks.OPENING) for span in claim.content) and len(
        marks.QUOTED.findall(text)
    ) == len(claim.content)


RECIPE = Recipe("exact words or paraphrase", propose)
