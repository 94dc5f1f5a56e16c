"""A detail more about somebody who speaks, on which the article is silent.

It might well be so: only a reader who knows that the article does not say it can tell. Which detail
suits depends on the role. None is added where a word that might tell it stands near the speaker.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from questions.claims import SourceKind
from questions.recipes.material import Asked, Material
from questions.recipes.recipe import name_in_a_sentence
from questions.recipes.sources import is_named
from questions.recipes.wording import words


class Detail(NamedTuple):
    """For whom it suits, the sentence, words that might tell it or deny it, what is not said."""

    role: re.Pattern[str]
    sentence: str
    touches: re.Pattern[str]
    silent_on: str


def _any_of(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(text.split())})\b", re.IGNORECASE)


ANYBODY = re.compile("")
OF_SOMEBODY = re.compile(r"(?:his|her|its|their|our|my)\b", re.IGNORECASE)
"""At the start of a role: it cannot stand in another sentence."""

TIME = """since elect\\w* re-elect\\w* appoint\\w* joined years? decades? months? weeks? term newly
    new former\\w* succe\\w* retir\\w* veteran first long.* (?:19|20)\\d\\d found\\w* outgoing
    incoming acting interim inherited career lifelong started began hired generation\\w*"""
"""Words that might tell how long something has been so."""

WRITING = """wr[io]t\\w* written books? author\\w* papers? article column\\w* publi\\w* letters?
    e-?mail\\w* statement reports? post\\w* tweet\\w* website memo messages? text\\w* X Twitter"""

DETAILS = (
    Detail(
        _any_of(
            "mayor director head headteacher principal chief minister president chairman chairwoman"
            " chair secretary leader editor manager coach superintendent commissioner governor"
            " owner captain treasurer warden curator librarian sheriff ambassador chancellor bishop"
            " commander"
        ),
        "{name} has been {role} for more than ten years",
        _any_of(TIME),
        "for how long that has been so",
    ),
    Detail(
        _any_of("mayor councill?or councilman councilwoman senator governor minister president mp"),
        "{name} means to stand for office again at the next election",
        _any_of(
            "elect\\w* stand\\w* run running campaign\\w* term candidate\\w* retir\\w* vot\\w*"
        ),
        "whether that is planned",
    ),
    Detail(
        _any_of(
            "professor \\w+ologist historian economist researcher scientist lecturer fellow expert"
            " analyst doctor physician engineer"
        ),
        "{name} has written a book about the subject",
        _any_of(WRITING),
        "what books there are on the subject",
    ),
    Detail(
        _any_of("spokes(?:man|woman|person) press.officer"),
        "{name} used to work for a newspaper",
        _any_of("newspaper journalis\\w* former\\w* used.to once ex-\\w+ career"),
        "what work came before",
    ),
    Detail(
        _any_of(
            "resident neighbou?r parent mother father driver farmer baker fisherman shopkeeper"
            " \\w*teacher nurse pensioner widow landlord butcher carpenter"
        ),
        "{name} has lived in the same place for more than ten years",
        _any_of(f"{TIME} liv\\w* moved born home house native grew"),
        "for how long that has been so",
    ),
    Detail(
        _any_of("striker midfielder defender goalkeeper player head.coach"),
        "{name} would like to stay for another season",
        _any_of("season stay\\w* leav\\w* contract future next retir\\w* quit\\w* sack\\w* job"),
        "what is planned for next season",
    ),
    Detail(
        _any_of(
            "judge lawyer solicitor barrister attorney prosecutor detective inspector investigator"
        ),
        "{name} has dealt with a case of this kind before",
        _any_of("before previous\\w* similar experience\\w* cases always years? veteran career"),
        "what other cases there were",
    ),
)
"""By the role of the speaker."""

OF_A_STATEMENT = tuple(
    Detail(
        ANYBODY,
        sentence,
        _any_of(
            f"{WRITING} phone\\w* telephone call\\w* interview\\w* press reporters? speech\\w*"
            " meeting conference hearing court told crowd radio television TV broadcast\\w* news"
            " trial asked rally debate\\w* parliament briefing committee audience testi\\w+ podcast"
            " panel spoke video show visit\\w* met assembly lawsuit chamber"
        ),
        "how the reporter came to know the words",
    )
    for sentence in (
        "On the telephone, {name} told the reporter that {clause}",
        "In a television interview, {name} said that {clause}",
        "In a letter, {name} wrote that {clause}",
        "At a public meeting, {name} said that {clause}",
    )
)
"""About the way in which it is said, whoever says it."""


class Added(NamedTuple):
    """A sentence with a detail more, and a reason for the pupil why it is not given."""

    text: str
    why: str


def details(material: Material, asked: Asked, clause: str | None, rng: Random) -> Iterator[Added]:
    """What might be added about the speaker of *asked*; *clause* is what can follow "that".

    That is what suits the role, and one way in which it might have been said.
    """
    source = material.source_of(asked)
    if source.kind is not SourceKind.PERSON or not is_named(source):
        return
    name, role = name_in_a_sentence(material, source), source.role or ""
    near = _all_about(material, asked)
    suiting = DETAILS if not OF_SOMEBODY.match(role) else ()
    way = rng.choice(OF_A_STATEMENT)
    for detail in (*suiting, *((way,) if clause else ())):
        if detail.role.search(role) and not detail.touches.search(near):
            text = detail.sentence.format(name=name, role=role, clause=clause)
            yield Added(text, f"names {name}, but the article does not say {detail.silent_on}.")


def _all_about(material: Material, asked: Asked) -> str:
    """Every paragraph in which the speaker of *asked* is named, and those around *asked*."""
    surname = words(material.source_of(asked).name)[-1]
    near = range(asked.span.paragraph - 1, asked.span.paragraph + 2)
    return " ".join(
        paragraph.text
        for paragraph in material.article.paragraphs
        if paragraph.number in near or surname in words(paragraph.text)
    )
