"""Recipe 8, who is this. "Who is Keir Giles, according to the article?" is such a question."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from questions.article import Span
from questions.claims import Naming, Source, SourceKind
from questions.lexicon import MONTHS, WEEKDAYS
from questions.question import Evidence, Process, Question, Skill
from questions.recipes.clauses import LEFT_HANGING
from questions.recipes.material import Material
from questions.recipes.persons import BEFORE_A_NAME, bare_name, head, is_human
from questions.recipes.pronouns import dangling_pronoun
from questions.recipes.recipe import Proposals, Recipe, as_option
from questions.recipes.sources import KINSHIP, forms_of_the_name, is_named, related
from questions.recipes.wording import (
    FUNCTION_WORDS,
    PASTS,
    PRESENTS,
    capitalised,
    content_words,
    normal,
    words,
)
from questions.sentences import sentences_of
from questions.types.choice import Choice
from questions.types.match import Match, Row
from questions.types.select_text import SelectText
from questions.types.short_text import ShortText

STEMS = (
    "Who is {}, according to the article?",
    "How does the article describe {}?",
    "How does the article introduce {}?",
)
STEMS_FOR_A_NAME = (
    "Which person does the article describe as “{}”?",
    "Whom does the article introduce as “{}”?",
)
STEMS_FOR_A_PLACE = (
    "Find the sentence that gives the job or the role of {}.",
    "Choose the sentence from which you learn the job or the role of {}.",
)
MATCH_STEM = "Who is who? Match each person to the way in which the article describes them."
ONE_OF_A_KIND = re.compile(r"\b(?:of|at|for|with|in) .*[A-Z]")
"""In a role: it says of what or where, so that hardly anybody else can have it."""

CUT_FROM_A_VERB = re.compile(
    r"(?!(?:retired|elected|appointed|armed|registered)\b)\w+ed [A-Z]", re.I
)
"""As in "endorsed Senator", from "who has endorsed Senator Bernie Sanders"."""

TOLD_BY_THE_DAY = re.compile(
    r"^\d|\b(?:night|morning|afternoon|evening|week|month|yesterday|today)\b"
    rf"|\b(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b",
    re.IGNORECASE,
)
"""In a role: what stood before it has got into it, as in "Wednesday night Vice President"."""

GROWN_TOGETHER = re.compile(
    r"(?:^| )(?!(?:former|deputy|acting|shadow|junior|assistant|retired|outgoing|vice|first|the|an?"
    r"|of|for|at|in|and|to|by|with|on)\b)[a-z][\w’'-]* (?!.* (?:of|for|at|in|and)\b)[A-Z]"
)
"""In a role before a name: as in "question period Speaker", from "the end of question period"."""

SHOUTED = re.compile(r"[A-Z]{5,}")
CUT_BEFORE = re.compile(r"(?:(?<!^)(?<![.!?] )\b[A-Z]|\d)[\w’'.-]* $")
"""Before a role: a word of its own, as in "1922 Committee chair"."""

WHOLE_BEHIND = re.compile(r"\W*$|[.;:)—–]| [(—–]| (?:who|which|and|but)\b|,(?! [A-Z][\w.]+[,.])")
"""Behind a role: it goes on neither with "firm", behind "boss of bed", nor with ", Iowa,"."""

POINTS_BACK = re.compile(
    r"^(?:(?:the|its|his|her|their) )?(?-i:[a-z]+[’']s?|[a-z]+ies[’']) "
    r"|^(?:its|his|her|their)\b|\b(?:here|there|concerned|in question)$",
    re.IGNORECASE,
)
"""As in "the group's lead researcher": which group has to be looked up."""

BESIDE = re.compile(r"(?:,? (?:aged )?\d{1,3},?)?,? ?(?:(?:who is|who was) )?", re.IGNORECASE)
"""What may stand between a name and its role: a comma, an age."""

AMONG = 8
"""The nearest of the others, from which the wrong names are drawn."""

FEWEST_ROWS, MOST_ROWS = 3, 4


def propose(material: Material, rng: Random) -> Proposals:
    """For each person whose role the article gives: the role, the name, the sentence; then all."""
    people = [s for s in material.sources if _has_a_role(material, s)]
    for source in people:
        place = material.role_of(source)
        if place is not None:
            yield from _asked_for_the_role(material, source, place, people, rng)
            yield from _asked_for_the_name(material, source, place, rng)
            yield from _asked_for_the_sentence(material, source, place, rng)
    yield from _matched(material, people, rng)


def _asked_for_the_role(
    material: Material, source: Source, place: Span, people: list[Source], rng: Random
) -> Iterator[Question[Any]]:
    roles = _other_roles(people, source)
    if len(roles) < 2:
        return
    key = _shown(source.role or "")
    options = [key, *rng.sample(roles, min(3, len(roles)))]
    yield Choice(
        prompt=rng.choice(STEMS).format(source.name),
        options=tuple(rng.sample(options, len(options))),
        key=(key,),
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=material.section(place.paragraph),
        evidence=material.whole_sentences(place),
        explanation=_why(material, place),
        confidence=0.9,
    )


def _asked_for_the_name(
    material: Material, source: Source, place: Span, rng: Random
) -> Iterator[Question[Any]]:
    """The name to choose where there are others to choose from, or else to write."""
    role = _inside_a_sentence(material, place)
    others = _others(material, source)
    if len(others) < 2 and not ONE_OF_A_KIND.search(role):
        return
    prompt = rng.choice(STEMS_FOR_A_NAME).format(role)
    section, evidence = material.section(place.paragraph), material.whole_sentences(place)
    if len(others) > 1:
        options = [source.name, *rng.sample(others, min(3, len(others)))]
        yield Choice(
            prompt=prompt,
            options=tuple(rng.sample(options, len(options))),
            key=(source.name,),
            skill=Skill.WHO_IS_THIS,
            process=Process.LOCATE,
            section=section,
            evidence=evidence,
            explanation=_why(material, place),
            confidence=0.9,
        )
        return
    yield ShortText(
        prompt=f"{prompt} Write the name.",
        accepted=forms_of_the_name(source, material.sources, material.article),
        typos=1,
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=section,
        evidence=evidence,
        explanation=_why(material, place),
        confidence=0.9,
    )


def _inside_a_sentence(material: Material, place: Span) -> str:
    """The role at *place*, its first letter small unless it is a name's."""
    role = material.article.text_of(place)
    first, _, rest = role.partition(" ")
    small = first.lower() in FUNCTION_WORDS or material.has_in_small(first.lower())
    return role[0].lower() + role[1:] if small and rest[:1].islower() else role


def _asked_for_the_sentence(
    material: Material, source: Source, place: Span, rng: Random
) -> Iterator[Question[Any]]:
    """The sentence with the role, where others of the section have the name as well."""
    section = material.article.section_of(place.paragraph)
    offered = tuple(Evidence.of(material.article, s) for s in sentences_of(section.paragraphs))
    surname = source.name.split()[-1]
    named = [e for e in offered if surname in _words_as_written(e.text)]
    in_full = [e for e in named if source.name in e.text]
    if len(named) < 2 or len(in_full) == 1 or KINSHIP.search(source.role or ""):
        return
    accepted = material.whole_sentences(place)
    role = content_words(source.role or "")
    if any(role & content_words(e.text) for e in offered if e not in accepted):
        return
    yield SelectText(
        prompt=rng.choice(STEMS_FOR_A_PLACE).format(source.name),
        offered=offered,
        accepted=accepted,
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=section.number,
        evidence=accepted,
        explanation=_why(material, place),
        confidence=0.9,
    )


def _matched(material: Material, people: list[Source], rng: Random) -> Iterator[Question[Any]]:
    """Several people and their roles, with a role to spare where there is one."""
    chosen: list[Source] = []
    for source in rng.sample(people, len(people)):
        apart = not any(
            related(source, other) or _close(source.role or "", other.role or "")
            for other in chosen
        )
        chosen += [source] if apart else []
    if len(chosen) < FEWEST_ROWS:
        return
    spare = chosen[MOST_ROWS : MOST_ROWS + 1] or (chosen[-1:] if len(chosen) > FEWEST_ROWS else [])
    rows = [source for source in chosen[:MOST_ROWS] if source not in spare]
    places = [place for source in rows for place in [material.role_of(source)] if place is not None]
    roles = [_shown(source.role or "") for source in (*rows, *spare)]
    yield Match(
        prompt=MATCH_STEM,
        rows=tuple(Row(source.name, _shown(source.role or "")) for source in rows),
        options=tuple(rng.sample(roles, len(roles))),
        skill=Skill.WHO_IS_THIS,
        process=Process.LOCATE,
        section=material.section(min(places).paragraph),
        evidence=material.whole_sentences(*sorted(places)),
        explanation=" ".join(_why(material, place) for place in sorted(places)),
        confidence=0.9,
    )


def _words_as_written(text: str) -> list[str]:
    """The words of *text* with their capitals, without marks and "'s"."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)


def _shown(role: str) -> str:
    """A role as an option: every one starts alike, without "a", "an" or "the"."""
    bare = role.strip(" ,.")
    first, _, rest = bare.partition(" ")
    return capitalised(rest if first.lower() in {"a", "an", "the"} else bare)


def _has_a_role(material: Material, source: Source) -> bool:
    role = source.role or ""
    place = material.role_of(source)
    return (
        source.kind is SourceKind.PERSON
        and source.naming is Naming.NAME_AND_ROLE
        and is_named(source)
        and bare_name(source.name) == source.name
        and place is not None
        and _stands_beside(material, source, place)
        and 2 <= len(_shown(role).split()) <= 15
        and _is_a_role(role)
        and not _names_another(material, source)
        and not set(words(role)) & set(words(source.name))
    )


def _is_a_role(role: str) -> bool:
    """Whether the words are a description of one person that can be understood by itself."""
    return (
        dangling_pronoun(role) is None
        and LEFT_HANGING.search(role) is None
        and words(_shown(role))[0] not in FUNCTION_WORDS | PASTS | PRESENTS
        and not CUT_FROM_A_VERB.match(_shown(role))
        and not POINTS_BACK.search(role)
        and not TOLD_BY_THE_DAY.search(role)
        and not SHOUTED.search(role)
        and is_human(head(role))
    )


def _stands_beside(material: Material, source: Source, place: Span) -> bool:
    """Whether nothing but a comma, a title or an age stands between the role and the name."""
    text = material.article.paragraph(place.paragraph).text
    before, after = text[: place.start], text[place.end :]
    behind = rf"(?:{re.escape(source.name)}|{re.escape(source.name.split()[-1])})"
    if re.match(rf",? ?(?:[A-Z][a-z]{{0,4}}\.? )?{behind}", after):
        whole = re.search(r"(?:^|[^\w’'-])$", before) and not CUT_BEFORE.search(before)
        return bool(whole) and not GROWN_TOGETHER.search(material.article.text_of(place))
    name = re.search(rf"{behind}(?P<between>[^.;:]{{0,20}})$", before)
    beside = name is not None and BESIDE.fullmatch(name["between"]) is not None
    return beside and WHOLE_BEHIND.match(after) is not None


def _names_another(material: Material, source: Source) -> bool:
    """Whether somebody else is named in the role, so that it has grown together with a list."""
    role = set(words(source.role or ""))
    others = (s for s in material.sources if s is not source and s.kind is SourceKind.PERSON)
    return any(set(words(other.name)) <= role for other in others)


def _other_roles(people: list[Source], key: Source) -> list[str]:
    """Roles of other people that could not be said of *key* as well."""
    chosen: list[str] = []
    for other in people:
        role = _shown(other.role or "")
        taken = [_shown(key.role or ""), *chosen]
        if not related(key, other) and not any(_close(role, known) for known in taken):
            chosen.append(role)
    return chosen


def _others(material: Material, key: Source) -> list[str]:
    """The names of people who are not related to *key*, nor have a role that comes close."""
    chosen: list[Source] = []
    near = key.mentions[0].paragraph if key.mentions else 1
    for other in map(material.sources.__getitem__, material.nearest_sources(near)):
        person = other.kind is SourceKind.PERSON and is_named(other) and not _is_titled(other)
        apart = not any(related(other, known) for known in (key, *chosen))
        if person and apart and not (other.role and _close(other.role, key.role or "")):
            chosen.append(other)
    return [as_option(material, other) for other in chosen[:AMONG]]


def _is_titled(source: Source) -> bool:
    """Whether a title stands for the given name: "Judge Hart" says what she is."""
    title, *names = source.name.split()
    return len(names) == 1 and title.lower().rstrip(".") in BEFORE_A_NAME


def _close(one: str, other: str) -> bool:
    """Whether one role might include the other, as "minister" includes "health minister"."""
    first, second = content_words(one), content_words(other)
    return first <= second or second <= first or normal(one) == normal(other)


def _why(material: Material, place: Span) -> str:
    role = material.article.text_of(place)
    return f"Paragraph {place.paragraph} gives the role beside the name: “{role}”."


RECIPE = Recipe("who is this", propose)
