"""What every recipe owes, then what each of them asks about the bridge."""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from random import Random
from typing import Any

import pytest

from questions import recipes, types
from questions.article import Article, Paragraph, Span
from questions.claims import Claims, Naming, Source, SourceKind
from questions.question import Question
from questions.recipes import RECIPES, propose
from questions.recipes.material import Material
from questions.recipes.recipe import Recipe
from questions.recipes.reject import check
from questions.recipes.sources import REPORTER
from questions.types.choice import Choice
from questions.types.match import Match
from questions.types.select_text import SelectText
from tests.questions.recipes.bridge import ARTICLE, BRIDGE, CLAIMS, PARAGRAPHS, SOURCES, span
from tests.questions.recipes.handmade import article, places
from tests.questions.recipes.harbour import HARBOUR
from tests.questions.recipes.school import SCHOOL

every_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)


def made_by(name: str) -> list[Question[Any]]:
    return [q for q in propose(BRIDGE, Random(1)) if q.recipe == name]


def choices(name: str) -> list[Choice]:
    return [q for q in made_by(name) if isinstance(q, Choice)]


@every_recipe
def test_asks_nothing_about_nothing(recipe: Recipe) -> None:
    assert list(recipe.propose(Material(Article(""), Claims()), Random(1))) == []


def asked_by(recipe: Recipe) -> list[tuple[Question[Any], Material]]:
    """What *recipe* asks about two articles, or else a third, each question with its material."""
    found = [(q, m) for m in (BRIDGE, HARBOUR) for q in recipe.propose(m, Random(1))]
    return found or [(q, SCHOOL) for q in recipe.propose(SCHOOL, Random(1))]


@every_recipe
def test_asks_something_and_what_it_asks_is_sound(recipe: Recipe) -> None:
    asked = asked_by(recipe)
    assert asked
    assert [(q.prompt, check(q, m)) for q, m in asked if check(q, m)] == []


@every_recipe
def test_evidence_is_an_exact_span_in_the_section_of_the_question(recipe: Recipe) -> None:
    for question, material in asked_by(recipe):
        assert all(material.article.text_of(e) == e.text for e in question.evidence)
        assert question.section in {material.section(e.paragraph) for e in question.evidence}


@every_recipe
def test_says_how_sure_it_is_and_why(recipe: Recipe) -> None:
    for question, _ in asked_by(recipe):
        assert question.explanation
        assert question.confidence is not None
        assert 0 < question.confidence <= 1


@every_recipe
def test_questions_survive_as_plain_data(recipe: Recipe) -> None:
    for question, _ in asked_by(recipe):
        assert types.load(types.dump(question)) == question


def test_every_question_has_a_hint_that_does_not_give_it_away() -> None:
    for material in (BRIDGE, HARBOUR):
        for question in propose(material, Random(1)):
            assert question.hint.endswith((".", "?"))
            assert "{" not in question.hint
            assert check(question, material) != "key in hint"


def test_names_of_recipes_are_all_different() -> None:
    assert len({recipe.name for recipe in RECIPES}) == len(RECIPES)


def test_every_file_with_a_recipe_is_listed() -> None:
    modules = [
        import_module(f"questions.recipes.{found.name}") for found in iter_modules(recipes.__path__)
    ]
    found = {module.RECIPE.name for module in modules if hasattr(module, "RECIPE")}
    assert found == {recipe.name for recipe in RECIPES}


def test_the_same_seed_proposes_the_same() -> None:
    assert list(propose(BRIDGE, Random(5))) == list(propose(BRIDGE, Random(5)))


def test_who_said_it() -> None:
    question = next(q for q in choices("who said it") if "240,000" in q.prompt)
    assert question.prompt.lower().endswith(
        "who said that the town had spent 240,000 dollars on repairs since 2019?"
    )
    assert question.key == ("Tom Ferris",)
    assert set(question.options) == {"Tom Ferris", "Ada Okafor", "Lena Ortiz", "Priya Shah"}


def test_who_said_it_asks_for_a_source_without_a_name_by_its_description() -> None:
    question = next(q for q in choices("who said it") if "photographed" in q.prompt)
    assert question.key == ("A former inspector",)


def test_what_they_said_offers_statements_of_others_in_the_same_form() -> None:
    for question in choices("what they said"):
        assert len({option.startswith("“") for option in question.options}) == 1


def test_find_the_attribution_asks_for_the_sentence_that_names_the_speaker() -> None:
    found = [q for q in made_by("find the attribution") if isinstance(q, SelectText)]
    assert {q.accepted[0].paragraph: q.prompt.rpartition(" who ")[2] for q in found} == {
        2: "said this: “Two of the pillars are held up by mud alone.”",
    }
    assert all(set(q.accepted) <= set(q.offered) and len(q.offered) > 2 for q in found)


def test_the_sentence_that_names_who_gave_a_figure_is_not_that_with_the_figure() -> None:
    told = replace(CLAIMS[0], content=(span(3, "240,000 dollars on repairs since 2019"),))
    material = Material(ARTICLE, Claims(SOURCES, (told,)))
    asked = [q for q in propose(material, Random(1)) if q.recipe == "find the attribution"]
    assert [(q.prompt.rpartition(" who ")[2], q.evidence[0].paragraph) for q in asked] == [
        ("gave this figure: 240,000 dollars", 2)
    ]


def test_who_said_it_asks_who_gives_a_figure() -> None:
    question = next(q for q in choices("who said it") if "figure" in q.prompt)
    assert question.prompt == "Who gives this figure: 240,000 dollars?"
    assert question.key == ("Tom Ferris",)


def test_exact_words_asks_only_where_a_paragraph_has_one_claim_in_one_form() -> None:
    asked = [q for q in choices("exact words or paraphrase") if "paragraph" in q.prompt]
    assert {q.evidence[0].paragraph: q.key[0] for q in asked} == {
        2: "As a quotation: the exact words only",
        3: "In the writer’s words only",
        5: "In the writer’s words only",
        6: "As a quotation: the exact words only",
        9: "In both: the writer’s words and some exact words",
    }


def test_exact_words_are_shown_without_marks_among_what_is_told() -> None:
    shops = span(7, "22 shops on the main street have lost customers since then")
    told = replace(CLAIMS[7], source=0, mention=span(2, "Ada Okafor"), content=(shops,))
    claims = Claims(SOURCES, (*CLAIMS[:5], told))
    asked = [
        q
        for q in propose(Material(ARTICLE, claims), Random(1))
        if isinstance(q, Choice) and q.prompt.startswith("Which of these")
        if q.recipe == "exact words or paraphrase"
    ]
    assert asked
    for question in asked:
        assert not any("had spent" in option for option in question.options)
        assert any("22 shops" in option for option in question.options)
        assert not any("“" in option for option in question.options)
        assert any(f"“{question.key[0][:-1]}" in e.text for e in question.evidence)


def test_exact_words_are_looked_for_where_two_are_quoted() -> None:
    found = [q for q in made_by("exact words or paraphrase") if isinstance(q, SelectText)]
    assert {(q.section, q.accepted[0].paragraph) for q in found} == {(2, 4), (2, 6)}


def test_reporter_or_source_tells_both_apart() -> None:
    asked = choices("reporter or source")
    keys = {q.evidence[0].paragraph: q for q in asked if REPORTER in q.options}
    assert keys[3].key == ("Tom Ferris",)
    told = next(q for q in asked if q.evidence[0].paragraph == 7)
    assert told.key[0].startswith("Workers put up fences")
    assert len(told.options) > 2


def test_the_writer_is_no_option_where_the_author_says_i() -> None:
    paragraphs = (
        *ARTICLE.sections[2].paragraphs,
        Paragraph(10, "I saw it."),
        Paragraph(11, "I did."),
    )
    last = replace(ARTICLE.sections[2], paragraphs=paragraphs)
    material = Material(replace(ARTICLE, sections=(*ARTICLE.sections[:2], last)), BRIDGE.claims)
    assert not [q for q in propose(material, Random(1)) if q.recipe == "reporter or source"]


def test_how_named_tells_name_and_role_from_description() -> None:
    asked = [q for q in choices("how the source is named") if "name only" in str(q.options)]
    keys = {q.evidence[-1].paragraph: q.key[0] for q in asked}
    assert keys[3] == "By name, with a role, a job or a place of work"
    assert keys[8] == "As one person, described but without a name"


def test_how_named_asks_which_statement_comes_without_a_name() -> None:
    asked = [q for q in choices("how the source is named") if "name only" not in str(q.options)]
    (question,) = asked
    assert question.key == ("The cracks had been photographed in an earlier survey.",)
    assert "The detour adds 35 minutes to every trip." in question.options


def test_how_named_looks_at_the_whole_article_where_the_role_stands_further_up() -> None:
    (question,) = (q for q in choices("how the source is named") if "railway" in q.prompt)
    assert question.prompt.startswith(("Taken as a whole", "All in all"))
    assert question.key == ("By name, with a role, a job or a place of work",)
    assert [e.paragraph for e in question.evidence] == [5, 6]


def test_how_named_asks_about_no_description_that_a_pronoun_stands_for() -> None:
    she = replace(CLAIMS[6], mention=span(4, "He"))
    material = Material(ARTICLE, Claims(SOURCES, (*CLAIMS[:6], she, CLAIMS[7])))
    asked = [q.claim for q in propose(material, Random(1)) if q.recipe == "how the source is named"]
    assert 1 in asked
    assert 6 not in asked


def test_who_is_this_offers_roles_without_articles() -> None:
    question = next(q for q in choices("who is this") if "Ada Okafor" in q.prompt)
    assert question.key == ("Engineer at Brandt College",)
    assert not [o for o in question.options if o.startswith(("A ", "An ", "The "))]


def test_who_is_this_asks_for_the_sentence_and_for_all_at_once() -> None:
    again = PARAGRAPHS[5].replace("Ortiz said", "Lena Ortiz said")
    full = article("Bridge shut", (*PARAGRAPHS[:5], again, *PARAGRAPHS[6:]))
    asked = [
        q for q in propose(Material(full, BRIDGE.claims), Random(1)) if q.recipe == "who is this"
    ]
    assert [q.accepted[0].paragraph for q in asked if isinstance(q, SelectText)] == [5]
    match = next(q for q in asked if isinstance(q, Match))
    assert len(match.rows) == 3
    assert len(match.options) == 4


def test_match_gives_every_row_to_one_source() -> None:
    for question in made_by("match claims to sources"):
        assert isinstance(question, Match)
        assert len({row.key for row in question.rows}) == len(question.rows) >= 3


def test_match_shows_what_each_source_says_behind_an_ellipsis() -> None:
    rows = [
        row for q in made_by("match claims to sources") if isinstance(q, Match) for row in q.rows
    ]
    assert rows
    assert all(row.text.startswith("… ") for row in rows)
    told = [row.text for row in rows if "detour" in row.text]
    assert told in ([], ["… said that the detour adds 35 minutes to every trip."])


def test_detail_leaves_out_a_number_of_things_that_are_named() -> None:
    gaps = [q.prompt for q in made_by("detail") if "_____" in q.prompt]
    assert any("_____ shops on the main street" in prompt for prompt in gaps)


def test_detail_asks_what_a_source_mentions_among_figures_of_the_same_kind() -> None:
    claims = (*CLAIMS[:4], replace(CLAIMS[4], content=(span(7, "22 shops on the main street"),)))
    material = Material(ARTICLE, Claims(SOURCES, claims))
    asked = [q for q in propose(material, Random(1)) if q.recipe == "detail"]
    question = next(q for q in asked if q.prompt == "How many shops does Lena Ortiz mention?")
    assert isinstance(question, Choice)
    assert set(question.options) <= {"14", "35", "22", "31"}
    assert question.key == ("22",)


def test_detail_counts_nothing_for_which_nobody_is_named() -> None:
    assert not any("the article mention" in q.prompt for q in made_by("detail"))


def test_find_the_attribution_asks_who_a_pronoun_is() -> None:
    said = replace(CLAIMS[3], content=(span(4, "We had no warning from the state inspectors"),))
    ferris = replace(SOURCES[1], mentions=(span(4, "Ferris"), span(4, "He")))
    claims = Claims((SOURCES[0], ferris, *SOURCES[2:]), (*CLAIMS[:2], *CLAIMS[4:], said))
    material = Material(ARTICLE, claims)
    asked = [q for q in propose(material, Random(1)) if "of the person who" in q.prompt]
    assert asked == []  # the sentence with the words has the name as well
    there = replace(said, content=(span(5, "the detour adds 35 minutes to every trip"),))
    material = Material(ARTICLE, replace(claims, claims=(*CLAIMS[:2], there)))
    asked = [q for q in propose(material, Random(2)) if "person who" in q.prompt]
    assert [q.accepted[0].paragraph for q in asked if isinstance(q, SelectText)] == [4]


def test_exact_words_says_any_one_only_of_several_sentences() -> None:
    asked = [q for q in made_by("exact words or paraphrase") if isinstance(q, SelectText)]
    assert asked
    assert all((" any one " in q.prompt) == (len(q.accepted) > 1) for q in asked)


def wharf(cue: str, *there: int) -> list[Question[Any]]:
    """What is asked of one claim about a wharf, where the sources numbered *there* are named."""
    told = "the wharf at Eel Bay had sunk by nine inches"
    texts = (f"Ida Roe, a surveyor, {cue} that {told}.", "Abel Quist and Nils Holm run the ferry.")
    where = places(texts)
    people = tuple(
        Source(name, SourceKind.PERSON, Naming.NAME_ONLY, mentions=(where(at, name),))
        for name, at in (("Ida Roe", 1), ("Abel Quist", 2), ("Nils Holm", 2))
    )
    people = tuple(
        replace(one, mentions=(*one.mentions, Span(1, 0, 3))) if n in there else one
        for n, one in enumerate(people)
    )
    claim = replace(
        CLAIMS[1],
        source=0,
        mention=where(1, "Ida Roe"),
        cue=where(1, cue),
        content=(where(1, told),),
    )
    material = Material(article("The wharf", texts), Claims(people, (claim,)))
    return [q for q in propose(material, Random(1)) if q.recipe == "reporter or source"]


def test_no_paragraph_is_named_that_gives_the_source_away() -> None:
    (alone,), (beside,) = wharf("said"), wharf("said", 1)
    assert "paragraph" not in alone.prompt
    assert "paragraph 1" in beside.prompt


def test_the_writer_is_no_option_beside_who_found_it() -> None:
    assert not wharf("found", 1)


def test_detail_asks_how_many_tons_only_with_what_they_are_of() -> None:
    texts = (
        "The mill at Eel Bay took in 58,000 tons of barley between March and the end of May.",
        "The mill at Oxter took in 31,000 tons between March and the end of the season.",
    )
    material = Material(article("Two mills", texts), Claims((), ()))
    gaps = [q.prompt for q in propose(material, Random(1)) if q.recipe == "detail"]
    assert [("_____ tons of barley" in gap) for gap in gaps] == [True]
