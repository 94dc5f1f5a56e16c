"""Recipe 4, exact words or paraphrase. "How does paragraph 4 report what the mayor said?"."""

import re
from dataclasses import replace
from random import Random

from questions import marks
from questions.article import Section, Span
from questions.claims import Claim, Form, SourceKind, Stance
from questions.question import Evidence, Process, Skill
from questions.recipes.clauses import is_headline, speaks_from_elsewhere
from questions.recipes.material import ALIKE, Material
from questions.recipes.recipe import Proposals, Recipe, about, certainty, name_in_a_sentence
from questions.recipes.sources import is_named
from questions.recipes.statements import QUOTED_WORDS, SHORTEST, Statement, plain_cue
from questions.recipes.wording import FUNCTION_WORDS, WORD, capitalised, likeness
from questions.sentences import sentences_of
from questions.types.choice import Choice
from questions.types.select_text import SelectText

STEMS = (
    "How does paragraph {number} report what {name} said?",
    "How are the words of {name} given in paragraph {number}?",
    "In which form does paragraph {number} pass on what {name} said?",
    "In paragraph {number}, how does the article give what {name} said?",
)
STEMS_FOR_A_QUOTATION = (
    "Which of these does the article give in the exact words of {}?",
    "Which of these are the very words of {}, as the article quotes them?",
    "Which of these does the article quote word for word from {}?",
)
STEMS_FOR_THE_PLACE = (
    "Find the sentence that gives exact words of {}.",
    "Choose the sentence in which {} is quoted word for word.",
)
STEMS_FOR_A_PLACE = (
    "Find any one of the sentences that give exact words of {}.",
    "Choose any one sentence in which {} is quoted word for word.",
)
OPTIONS = {
    Form.DIRECT: "As a quotation: the exact words only",
    Form.MIXED: "In both: the writer’s words and some exact words",
    Form.INDIRECT: "In the writer’s words only",
}
REASONS = {
    Form.DIRECT: "It all stands between quotation marks, so these are the exact words.",
    Form.MIXED: "The writer tells it, but the words in quotation marks are the speaker’s own.",
    Form.INDIRECT: "There are no quotation marks: the writer has put it in other words.",
}
MARK = re.compile(r"[“”\"«»„`]|''|(?<!\w)'\b|(?<!\w)‘|’(?!\w)")
DOUBLE_MARK = re.compile(r"[“”\"«»„`]|''|(?<!\w)‘")
NAMED_SO = re.compile(
    r"\b(?:named|titled|entitled|headlined|labell?ed|marked|inscribed|nicknamed|subtitled"
    r"|(?:also|once|now|better) known as)(?: it| him| her| them)? $"
)
FEWEST_OWN = 3
"""Words of the writer's in a claim that is told partly in the writer's words."""

SHIFTED = re.compile(r"\b(?:had|would|could|was being|were being)\b")
"""Tenses of what is told, and not of what is quoted."""

FEWEST, MOST = 2, 3
"""Wrong options beside a quotation."""

SPEAKERS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION})


def propose(material: Material, rng: Random) -> Proposals:
    """In which form a paragraph tells it; which words are the exact ones; where they are."""
    yield from _in_which_form(material, rng)
    yield from _which_words(material, rng)
    yield from _where(material, rng)


def _in_which_form(material: Material, rng: Random) -> Proposals:
    """One question for each paragraph that holds a single claim, in an unmistakable form."""
    for number, (index, claim) in _only_claims(material).items():
        asked = _is_asked_about(material, index) and _is_unmistakable(material, claim)
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


def _which_words(material: Material, rng: Random) -> Proposals:
    """A quotation, shown without its marks, among things that the article tells in other words."""
    told = [s for s in material.named_statements if _might_be_quoted(s)]
    for statement in material.named_statements:
        if not statement.quoted or speaks_from_elsewhere(statement.text):
            continue
        near = sorted(told, key=lambda s: _first(s, statement))
        wrong = _alike(statement, near)
        if len(wrong) < FEWEST or near[0].source != statement.source:
            continue
        key = capitalised(statement.text.rstrip(".")) + "."
        options = [key, *wrong[:MOST]]
        name = name_in_a_sentence(material, material.source_of(statement))
        place = statement.span.paragraph
        why = f"Only these words stand in quotation marks, in paragraph {place}. "
        question = Choice(
            prompt=rng.choice(STEMS_FOR_A_QUOTATION).format(name),
            options=tuple(rng.sample(options, len(options))),
            key=(key,),
            skill=Skill.EXACT_WORDS,
            process=Process.UNDERSTAND,
            **about(material, statement),
        )
        yield replace(question, explanation=f"{why}The others are told in the writer’s words.")


def _might_be_quoted(statement: Statement) -> bool:
    """Whether it is told in the writer's words, but not in a tense in which nobody speaks."""
    marked = statement.quoted or statement.marks_inside or statement.looks_back
    return not marked and SHIFTED.search(statement.text) is None


def _first(told: Statement, key: Statement) -> tuple[bool, int]:
    """What the same source says comes first, then what is as long."""
    return told.source != key.source, abs(len(told.text) - len(key.text))


def _alike(key: Statement, told: list[Statement]) -> list[str]:
    """Those of *told* that are about as long as *key* and say neither the same nor each other's."""
    chosen: list[str] = []
    for statement in told:
        alike = 0.6 <= len(statement.shown) / len(key.text) <= 1.6
        if alike and all(likeness(statement.text, t) < ALIKE for t in (key.text, *chosen)):
            chosen.append(statement.shown)
    return chosen


def _where(material: Material, rng: Random) -> Proposals:
    """A sentence of a section with a speaker's own words, where somebody else is quoted as well."""
    for section in material.article.sections:
        quoted = _quoted_in(material, section)
        for source, found in quoted.items():
            accepted = material.whole_sentences(*(span for _, span in found))
            offered = tuple(
                Evidence.of(material.article, s) for s in sentences_of(section.paragraphs)
            )
            clear = all(n in material.clear for n, _ in found)
            if len(quoted) < 2 or 2 * len(accepted) > len(offered) or not clear:
                continue
            index = found[0][0]
            name = name_in_a_sentence(material, material.sources[source])
            stems = STEMS_FOR_THE_PLACE if len(accepted) == 1 else STEMS_FOR_A_PLACE
            yield SelectText(
                prompt=rng.choice(stems).format(name),
                offered=offered,
                accepted=accepted,
                skill=Skill.EXACT_WORDS,
                process=Process.UNDERSTAND,
                section=section.number,
                evidence=accepted[:1],
                explanation=f"In paragraph {accepted[0].paragraph} the words between the quotation "
                f"marks are those of {name}.",
                claim=index,
                confidence=min(certainty(material, n) for n, _ in found),
            )


def _quoted_in(material: Material, section: Section) -> dict[int, list[tuple[int, Span]]]:
    """What each named source is quoted with in *section*; nothing unless every quotation is known.

    For each source the claims, by index, and the places of the quotations.
    """
    found: dict[int, list[tuple[int, Span]]] = {}
    for paragraph in section.paragraphs:
        if not marks.all_known(paragraph.text):
            return {}
        for match in marks.quotations(paragraph.text):
            if len(match.group().split()) < QUOTED_WORDS:
                continue
            if _is_a_name(paragraph.text, match):
                return {}
            place = Span(paragraph.number, *match.span())
            by = [(n, material.claims.claims[n].source) for n in material.claims_at(place)]
            if len(by) != 1 or by[0][1] is None or not _is_offered(material, by[0][1]):
                return {}
            found.setdefault(by[0][1], []).append((by[0][0], place))
    return found


def _is_offered(material: Material, source: int) -> bool:
    """Whether the source at that index has a name that a stem can use."""
    return source in material.shown and is_named(material.sources[source])


def _is_a_name(text: str, quotation: re.Match[str]) -> bool:
    """Whether *quotation* in *text* is what a thing is called, and nobody's words."""
    named_so = NAMED_SO.search(text, 0, quotation.start()) is not None
    telling = [w for w in WORD.findall(quotation.group()) if w.lower() not in FUNCTION_WORDS]
    return named_so or (len(telling) > 1 and all(word[0].isupper() for word in telling))


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


def _is_asked_about(material: Material, index: int) -> bool:
    """Whether it is something that a named source says, in words enough to be judged."""
    claim = material.claims.claims[index]
    if claim.source is None or claim.mention is None or claim.cue is None:
        return False
    source, paragraph = material.claims.sources[claim.source], claim.content[0].paragraph
    return (
        not material.is_list_item(paragraph)
        and not is_headline(material.article.paragraph(paragraph).text)
        and _is_offered(material, claim.source)
        and source.kind in SPEAKERS
        and (claim.form is not Form.MIXED or source.kind is SourceKind.PERSON)
        and (claim.form is not Form.INDIRECT or index in material.stated)
        and claim.stance is Stance.SPEECH
        and plain_cue(material.article.text_of(claim.cue)) is not None
        and len(material.content(claim).split()) >= SHORTEST
    )


def _is_unmistakable(material: Material, claim: Claim) -> bool:
    """Whether the quotation marks of the paragraph bear out the form of the claim, and no other."""
    text = material.article.paragraph(claim.content[0].paragraph).text
    told = material.content(claim)
    match claim.form:
        case Form.DIRECT:
            whole = _marks_stand_around(text, claim) and not DOUBLE_MARK.search(told)
            return whole and _is_all_there_is(material, claim)
        case Form.MIXED:
            found = list(marks.quotations(told))
            if any(_is_a_name(told, match) for match in found):
                return False
            parts = [match.group() for match in found]
            own = len(told.split()) - sum(len(part.split()) for part in parts)
            whole = any(part[1:2].isupper() for part in parts) or not marks.all_known(told)
            # A word or two in marks may be irony or what a thing is called.
            quoted = any(len(part.split()) >= QUOTED_WORDS for part in parts)
            return quoted and own >= FEWEST_OWN and not whole
        case Form.INDIRECT:
            return not MARK.search(text)


def _is_all_there_is(material: Material, claim: Claim) -> bool:
    """Whether the writer says nothing in the paragraph that may come from the speaker as well."""
    number = claim.content[0].paragraph
    return all(
        any(piece.overlap(sentence) for piece in claim.content)
        for sentence in material.sentences
        if sentence.paragraph == number
    )


def _marks_stand_around(text: str, claim: Claim) -> bool:
    """Whether every piece is quoted and nothing else in the paragraph is."""
    places = [match.span() for match in marks.quotations(text)]
    around = [
        any(start < span.start and span.end < end for start, end in places)
        for span in claim.content
    ]
    return marks.all_known(text) and all(around) and len(places) == len(claim.content)


RECIPE = Recipe("exact words or paraphrase", propose)
