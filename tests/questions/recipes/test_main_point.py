"""The main point is the first sentence of a section, where the others come back to it."""

from random import Random

import pytest

from questions.article import Article, Paragraph, Section
from questions.claims import Claims, Naming, Source, SourceKind
from questions.recipes import main_point
from questions.recipes.main_point import RECIPE
from questions.recipes.material import Material
from questions.types.choice import Choice

FERRY = (
    "The ferry to the island of Tarn will stop running in the winter.",
    "Few people use the ferry. The captain is sixty and wants to stop.",
    "Children on Tarn will have no school in the winter. A plane to the island costs too much.",
)
SHOP = (
    "The only shop on the island has begun to sell bread and fuel.",
    "The shop opens at six. Bread comes to the shop on Mondays and fuel on Fridays.",
    "Two sisters own the shop, and a cousin bakes the bread for people there.",
)
BIRDS = (
    "Scientists will count the birds that nest on the northern cliffs in May.",
    "A rope holds the scientists. The birds do not mind people who count.",
    "Foxes cannot reach a nest on those cliffs. Last year the number was nine thousand.",
)


def asked(*sections: tuple[str, ...], headline: str = "") -> list[Choice]:
    number = 0
    built: list[Section] = []
    for texts in sections:
        paragraphs = tuple(Paragraph(number + n, text) for n, text in enumerate(texts, 1))
        number += len(texts)
        built.append(Section(len(built) + 1, "", paragraphs))
    material = Material(Article(headline, sections=tuple(built)), Claims())
    return [q for q in RECIPE.propose(material, Random(1)) if isinstance(q, Choice)]


def test_asks_for_the_sentence_that_the_others_come_back_to() -> None:
    keys = {question.section: question.key[0] for question in asked(FERRY, SHOP, BIRDS)}
    assert keys[1] == FERRY[0]
    assert keys[3] == BIRDS[0]


def test_offers_points_of_other_sections() -> None:
    question = next(q for q in asked(FERRY, SHOP, BIRDS) if q.section == 1)
    assert "paragraph 1 to paragraph 3" in question.prompt
    assert set(question.options) & {*SHOP, *BIRDS}


def test_asks_nothing_where_no_sentence_stands_out() -> None:
    level = (FERRY[1], FERRY[2], FERRY[0])
    assert not [q for q in asked(level, SHOP, BIRDS) if q.section == 1]


def test_asks_nothing_of_a_single_section() -> None:
    assert asked(FERRY) == []


NEWS = (
    "The ferry to Tarn will stop running in the winter after the captain gave up.",
    "Few people use the ferry in the winter, and the captain is sixty.",
    "Children on Tarn will have no school when the ferry stops.",
)
DETAILS = (
    "Two sisters own the only shop on the island, and a cousin bakes the bread.",
    "Ferry bread comes on Mondays, when the captain has room for it.",
    "Scientists will count the birds that nest on the northern cliffs in May.",
)
MORE = (
    "A rope from an old lifeboat will hold people who climb down to look for nests.",
    "The captain of the winter ferry knows the cliffs as well as anybody.",
    "Foxes cannot reach a nest there.",
)


def about_the_article(headline: str, lead: str = NEWS[0], detail: str = MORE[0]) -> list[Choice]:
    found = asked((lead, *NEWS[1:]), DETAILS, (detail, *MORE[1:]), headline=headline)
    return [question for question in found if "paragraph" not in question.prompt]


def test_the_article_is_about_what_its_first_sentence_and_headline_say() -> None:
    (question,) = about_the_article("Winter ferry to Tarn stops")
    assert question.key == (NEWS[0],)
    assert set(question.options) == {NEWS[0], DETAILS[0], DETAILS[2], MORE[0]}


def test_the_first_sentence_is_no_main_point_where_it_tells_of_something_else() -> None:
    assert about_the_article("Teachers want more books for Tarn") == []
    assert about_the_article("Winter ferry stops", "On a wet day the winter ferry stops.") == []
    claim = "The claim: the winter ferry to Tarn will stop for good."
    assert about_the_article("Winter ferry to Tarn stops", claim) == []
    assert about_the_article("Fact check: winter ferry to Tarn stops") == []


def test_a_long_first_sentence_loses_its_dateline_and_what_trails_behind() -> None:
    trail = ", after years in which nobody would pay for a new engine for the boat or for a crew"
    long = f"TARN - {NEWS[0][:-1]} and nobody could be found{trail}."
    (question,) = about_the_article("Winter ferry to Tarn stops", long)
    assert question.key == (f"{NEWS[0][:-1]} and nobody could be found.",)


@pytest.mark.parametrize(
    "hanging",
    [
        "With a rope from an old lifeboat she will hold people who go down to nests.",
        "A rope from an old lifeboat will also hold people who look for nests.",
        "The scientists have a rope from an old lifeboat that will hold anybody.",
    ],
)
def test_no_other_sentence_begins_in_mid_story(hanging: str) -> None:
    assert about_the_article("Winter ferry to Tarn stops", detail=hanging) == []


def test_a_scene_at_some_hour_is_no_main_point() -> None:
    scene = "At ten past nine the ferry to Tarn stopped in the winter for good."
    assert about_the_article("Winter ferry to Tarn stops", scene) == []


def test_a_surname_alone_is_of_somebody_who_was_told_of_before() -> None:
    ada = Source("Ada Holm", SourceKind.PERSON, Naming.NAME_ONLY)
    material = Material(Article(""), Claims((ada,)))
    assert main_point._has_a_surname_alone(material, "Ms Holm keeps hens.", "Ships are late.")
    assert not main_point._has_a_surname_alone(material, "Ada Holm keeps hens.", "Ships are late.")
