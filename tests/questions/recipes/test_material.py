"""What can be asked about, and who can stand beside whom."""

from dataclasses import replace
from random import Random

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claims, Naming, Source, SourceKind, Stance
from questions.recipes import detail, who_is_this
from questions.recipes.material import Material
from questions.recipes.recipe import name_in_a_sentence, said_that
from questions.recipes.sources import (
    forms_of_the_name,
    is_a_place,
    is_named,
    may_speak_for,
    related,
    stands_whole,
)
from questions.recipes.statements import plain_cue
from tests.questions.recipes.bridge import ARTICLE, BRIDGE, CLAIMS, SOURCES, span

CUE = span(2, "said")


def person(name: str, role: str | None = None) -> Source:
    return Source(name, SourceKind.PERSON, Naming.NAME_AND_ROLE, role)


def statements_in(text: str, cue: str, *pieces: str, stance: Stance = Stance.SPEECH) -> list[str]:
    """The statements of Ada Okafor in an article of one paragraph with one claim, in pieces."""

    def place(words: str) -> Span:
        return Span(1, text.index(words), text.index(words) + len(words))

    claim = replace(
        CLAIMS[1],
        source=0,
        mention=place("Ada Okafor"),
        cue=place(cue),
        content=tuple(map(place, pieces)),
        stance=stance,
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    return [s.text for s in Material(article, Claims(SOURCES, (claim,))).statements]


def test_quotations_and_full_clauses_become_statements() -> None:
    assert [s.text for s in BRIDGE.statements] == [
        "Nobody should drive across the bridge before winter",
        "Two of the pillars are held up by mud alone",
        "the town had spent 240,000 dollars on repairs since 2019",
        "We had no warning from the state inspectors",
        "the detour adds 35 minutes to every trip",
        "My passengers have started to walk to the railway station",
        "the cracks had been photographed in an earlier survey",
        "the arches could be saved “with patience and lime”",
    ]


def test_a_statement_with_a_dangling_pronoun_is_left_out() -> None:
    assert not [s for s in BRIDGE.statements if "angry" in s.text]


def test_beliefs_denials_and_nested_claims_are_not_asked_about() -> None:
    for changed in (
        replace(CLAIMS[1], stance=Stance.BELIEF),
        replace(CLAIMS[1], stance=Stance.DENIAL),
        replace(CLAIMS[1], within=0),
        replace(CLAIMS[1], source=None),
    ):
        assert Material(ARTICLE, Claims(SOURCES, (changed,))).statements == ()


def test_a_belief_is_asked_about_where_its_source_stands_right_before_the_cue() -> None:
    content = "the old bridge was safe until winter"
    far = f"Ada Okafor met the staff and believed that {content}."
    assert statements_in(far, "believed", content, stance=Stance.BELIEF) == []
    assert statements_in(far, "believed", content) == [content]
    near = f"Ada Okafor believed that {content}."
    assert statements_in(near, "believed", content, stance=Stance.BELIEF) == [content]


@pytest.mark.parametrize(
    ("pieces", "statement"),
    [
        (
            ("The old bridge pointed", "to a much older road"),
            ["The old bridge pointed to a much older road"],
        ),
        (
            ("The old bridge was shut", "and the new road flooded"),
            ["The old bridge was shut, and the new road flooded"],
        ),
        (("The old bridge was shut", "Nobody in the town knew"), ["The old bridge was shut"]),
    ],
)
def test_what_a_cue_breaks_up_is_put_together(
    pieces: tuple[str, str], statement: list[str]
) -> None:
    text = f"{pieces[0]}, Ada Okafor said, {pieces[1]}."
    assert statements_in(text, "said", *pieces) in (
        statement,
        [s[0].lower() + s[1:] for s in statement],
    )


def test_no_body_is_he_or_she() -> None:
    text = "Ada Okafor left. He said the old bridge was safe until winter."
    content = "the old bridge was safe until winter"
    claim = replace(
        CLAIMS[1],
        mention=Span(1, text.index("He"), text.index("He") + 2),
        cue=Span(1, text.index("said"), text.index("said") + 4),
        content=(Span(1, text.index(content), text.index(content) + len(content)),),
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    bodies = tuple(replace(s, kind=SourceKind.ORGANISATION) for s in SOURCES)
    assert [s.text for s in Material(article, Claims(SOURCES, (claim,))).statements] == [content]
    assert Material(article, Claims(bodies, (claim,))).statements == ()


def test_a_plural_cue_is_put_in_the_singular_behind_who() -> None:
    text = "Ada Okafor and others argue that the old bridge was safe until winter."
    content = "the old bridge was safe until winter"
    (shown,) = statements_in(text, "argue", content)
    assert shown == content
    claim = replace(
        CLAIMS[1],
        mention=None,
        cue=Span(1, text.index("argue"), text.index("argue") + 5),
        content=(Span(1, text.index(content), text.index(content) + len(content)),),
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    material = Material(article, Claims(SOURCES, (claim,)))
    assert said_that(material, material.statements[0]) == f"argues that {content}"


def test_a_full_stop_before_a_closing_mark_is_left_to_the_sentence() -> None:
    content = 'the old bridge had been closed "out of prudence."'
    (shown,) = statements_in(f"Ada Okafor said {content}", "said", content)
    assert shown == 'the old bridge had been closed "out of prudence"'


@pytest.mark.parametrize(
    ("cue", "plain"),
    [("Said", "said"), ("asid", "said"), ("acording to", "according to"), ("sang", None)],
)
def test_a_misspelt_cue_is_known_as_the_one_that_is_meant(cue: str, plain: str | None) -> None:
    assert plain_cue(cue) == plain


def test_words_given_to_two_sources_are_not_asked_about() -> None:
    both = Claims(SOURCES, (CLAIMS[1], replace(CLAIMS[1], source=2)))
    assert Material(ARTICLE, both).statements == ()


def test_a_clause_that_opens_its_sentence_begins_small_after_that() -> None:
    content = "The old bridge would be closed until the winter"
    (shown,) = statements_in(f"{content}, Ada Okafor said.", "said", content)
    assert shown == "the old bridge would be closed until the winter"


def test_a_clause_that_breaks_off_before_a_word_of_its_own_is_not_asked_about() -> None:
    opening = replace(CLAIMS[1], content=(replace(CLAIMS[1].content[0], paragraph=1, start=0),))
    text = ARTICLE.paragraph(1).text
    end = text.index(" after")
    opening = replace(opening, content=(replace(opening.content[0], end=end),))
    assert not Material(ARTICLE, Claims(SOURCES, (opening,))).statements


def test_evidence_is_the_sentence_that_says_it_and_the_one_that_says_who() -> None:
    second = BRIDGE.statements[1]
    assert [e.text[:20] for e in BRIDGE.evidence(second)] == [
        "“Two of the pillars ",
        "“Nobody should drive",
    ]


def test_a_source_that_says_nearly_the_same_is_no_distractor() -> None:
    same = replace(CLAIMS[1], source=2)
    other = replace(CLAIMS[1], content=(replace(CLAIMS[1].content[0], end=59),))
    claims = Claims(SOURCES, (CLAIMS[1], replace(same, content=other.content, within=0)))
    material = Material(ARTICLE, claims)
    assert 2 not in material.others(material.statements[0])


def test_people_of_one_surname_or_one_house_are_related() -> None:
    assert related(person("Ada Okafor"), person("Ben Okafor"))
    assert related(person("Ada Okafor"), person("Jo Lind", "a spokesman for Okafor"))
    assert not related(person("Ada Okafor"), person("Jo Lind", "a plumber"))


def test_a_country_and_its_government_are_related() -> None:
    def organisation(name: str) -> Source:
        return Source(name, SourceKind.ORGANISATION, Naming.NAME_ONLY)

    assert related(organisation("Russia"), organisation("the Kremlin"))
    assert not related(organisation("Russia"), organisation("Lithuania"))


def test_only_full_names_of_persons_count() -> None:
    assert is_named(person("Ada Okafor"))
    assert not is_named(person("Turnout"))
    assert not is_named(person("Okafor Tells"))
    assert not is_named(person("Ada Okafor‘s"))
    assert not is_named(person("cousin of Idris"))
    assert not is_named(Source("experts", SourceKind.GROUP, Naming.GROUP))


def test_only_documents_with_a_name_count() -> None:
    def document(name: str) -> Source:
        return Source(name, SourceKind.DOCUMENT, Naming.NAME_ONLY)

    assert is_named(document("the Auditor General’s report"))
    assert not is_named(document("the strict gun laws in France"))


def test_an_organisation_has_the_article_that_it_has_in_the_text() -> None:
    council = Source("Bridge Council", SourceKind.ORGANISATION, Naming.NAME_ONLY, None, (CUE,))
    plain = Material(ARTICLE, Claims((council,)))
    assert name_in_a_sentence(plain, council) == "Bridge Council"
    words = replace(council, name="State Inspectors", mentions=(span(4, "state inspectors"),))
    assert name_in_a_sentence(plain, words) == "State Inspectors"
    line = replace(council, name="Blue Line bus company", mentions=(span(5, "Blue Line"),))
    assert name_in_a_sentence(plain, line) == "the Blue Line bus company"


def test_people_who_say_nothing_stand_beside_the_sources() -> None:
    silent = [
        replace(person(name, role), mentions=(span(3, "Tom Ferris"),))
        for name, role in (("Jo Lind", "a baker"), ("Ida Ferris", "a baker"), ("Petty Cash", None))
    ]
    claims = Claims(SOURCES[:2], CLAIMS[:2], silent=tuple(silent))
    material = Material(ARTICLE, claims)
    mayors = next(s for s in material.statements if s.source == 1)
    assert [material.sources[n].name for n in material.others(mayors)] == ["Ada Okafor", "Jo Lind"]


def test_the_name_of_a_person_may_be_shortened_unless_two_have_it() -> None:
    ferris = replace(SOURCES[1], mentions=(span(3, "Tom Ferris"), span(4, "Ferris")))
    assert forms_of_the_name(ferris, SOURCES, ARTICLE) == ("Tom Ferris", "Ferris")
    assert forms_of_the_name(ferris, (*SOURCES, person("Ida Ferris")), ARTICLE) == ("Tom Ferris",)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("The Teacher Retirement System of Texas lost money.", "Retirement System", False),
        ("Shares of Retirement System fell.", "Retirement System", True),
        ("Will Cruz win? Few think so.", "Will Cruz", False),
        ("The mayor met Jo Lind.", "Jo Lind", True),
        ("They met President Jo Lind.", "Jo Lind", True),
        ("Jo Lind’s House was sold.", "Jo Lind", False),
        ("Class 4 counted nine birds.", "Class", False),
    ],
)
def test_a_name_cut_out_of_a_longer_one_is_nobodys(text: str, name: str, whole: bool) -> None:  # noqa: FBT001
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    start = text.index(name)
    source = replace(person(name), mentions=(Span(1, start, start + len(name)),))
    assert stands_whole(source, article) == whole


def test_other_words_for_a_body_do_not_make_its_name_whole() -> None:
    text = "The Holm Dock and Bridge Workers met. The union said that it had won."
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    union = text.index("The union")
    mentions = Span(1, 0, len("The Holm Dock")), Span(1, union, union + len("The union"))
    assert not stands_whole(replace(person("Holm Dock"), mentions=mentions), article)


def test_only_who_speaks_close_by_stands_beside_the_reporter() -> None:
    assert BRIDGE.speakers_near(1) == [0, 1]
    assert BRIDGE.speakers_near(7) == [1, 2, 4]


def test_a_lead_without_what_was_said_is_no_statement() -> None:
    text = "On Tuesday, even as its shares were falling, Ada Okafor said it was safe."
    lead = "On Tuesday, even as its shares were falling"
    assert statements_in(text, "said", lead) == []


def test_a_role_that_has_grown_together_with_a_name_is_none() -> None:
    grown = replace(SOURCES[0], role="President Tom Ferris and engineer at Brandt College")
    cut = replace(SOURCES[0], role="endorsed Engineer")
    for source in (grown, cut):
        claims = replace(BRIDGE.claims, sources=(source, *SOURCES[1:]))
        material = Material(ARTICLE, claims)
        assert not [q for q in who_is_this.propose(material, Random(1)) if "Okafor" in q.prompt]


@pytest.mark.parametrize(
    ("text", "body", "speaks"),
    [
        ("Ada Okafor, who led it, and the study of cracks.", "the study of cracks", True),
        ("The Bridge Trust’s first director, Ada Okafor, left.", "The Bridge Trust", True),
        ("Ada Okafor, who chairs the Bridge Trust, left.", "Bridge Trust", True),
        ("Ada Okafor, who had read of it, left the Bridge Trust.", "Bridge Trust", False),
        ("Ada Okafor criticised the Bridge Trust.", "Bridge Trust", False),
    ],
)
def test_who_leads_a_body_may_speak_for_it(text: str, body: str, *, speaks: bool) -> None:
    def place(words: str) -> Span:
        return Span(1, text.index(words), text.index(words) + len(words))

    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    leader = replace(person("Ada Okafor"), mentions=(place("Ada Okafor"),))
    kind = SourceKind.ORGANISATION
    other = Source(body, kind, Naming.NAME_ONLY, mentions=(place(body),))
    assert may_speak_for(leader, other, article) == speaks


def test_a_director_of_nothing_in_particular_may_speak_for_any_body() -> None:
    trust = Source("Bridge Trust", SourceKind.ORGANISATION, Naming.NAME_ONLY)
    assert may_speak_for(person("Ada Okafor", "its director"), trust, ARTICLE)
    assert not may_speak_for(person("Ada Okafor", "director of Marlow Zoo"), trust, ARTICLE)
    assert not may_speak_for(person("Ada Okafor", "a farmer"), trust, ARTICLE)


def test_a_name_behind_in_is_that_of_a_place() -> None:
    article = Article(
        "", sections=(Section(1, "", (Paragraph(1, "Ana Holm in Sundrey City wrote this."),)),)
    )
    for name, place in (("Sundrey City", True), ("Bridge Trust", False)):
        body = Source(name, SourceKind.ORGANISATION, Naming.NAME_ONLY)
        assert is_a_place(body, article) == place


def test_two_spellings_of_one_date_are_one_figure() -> None:
    assert detail.value("Sept. 30") == detail.value("September 30") == detail.value("30 September")
    assert detail.value("3 May") != detail.value("13 May")
    assert detail.value("$1,000") == detail.value("$1000")


def test_who_is_only_named_as_an_author_of_the_article_is_no_option() -> None:
    text = "(Reporting by Ana Holm in Marlow Ford.)"
    start = text.index("Ana Holm")
    holm = replace(person("Ana Holm", "reporter"), mentions=(Span(1, start, start + 8),))
    for told, known in ((text, 0), (text.replace("Reporting by", "A bridge for"), 1)):
        article = Article("", sections=(Section(1, "", (Paragraph(1, told),)),))
        assert len(Material(article, Claims(silent=(holm,))).sources) == known


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The town paid $40,000 for the bridge at Marlow Ford in spring.", True),
        ("THE MANY CAVEATS Most towns paid $40,000 for the old bridge.", False),
        ("A quarter of that, as the plan has it, was $40,000 a year.", False),
    ],
)
def test_a_gap_is_left_in_a_sentence_that_stands_alone(sentence: str, *, shown: bool) -> None:
    assert detail.can_be_shown(sentence) == shown


def test_a_body_whose_name_is_only_the_end_of_a_longer_one_is_not_shown() -> None:
    text = "Running Quarterly called it a run."
    start = text.index("Quarterly")
    whole = Span(1, 0, start + len("Quarterly"))
    cut = Source("Quarterly", SourceKind.ORGANISATION, Naming.NAME_ONLY, mentions=(whole,))
    printed = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    assert not Material(printed, Claims((cut,))).shown
    for first, shown in ((start, False), (0, True)):
        mention = Span(1, first, start + len("Quarterly"))
        name = text[first : mention.end]
        body = Source(name, SourceKind.ORGANISATION, Naming.NAME_ONLY, mentions=(mention,))
        article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
        assert (0 in Material(article, Claims((body,))).shown) == shown


def test_a_clause_does_not_begin_with_the_town_of_its_report() -> None:
    text = "KADALUR: The toll of the storm rose to 29 on Thursday, said Ada Okafor."
    content = "KADALUR: The toll of the storm rose to 29 on Thursday"
    assert statements_in(text, "said", content) == []


@pytest.mark.parametrize(("own", "kept"), [("He", False), ("She", True)])
def test_his_may_not_mean_both_the_source_and_whom_it_names(own: str, *, kept: bool) -> None:
    text = f"Bo Quist spoke. {own} was heard. Bo Quist said Ada Okafor and his plan were dropped."

    def place(words: str) -> Span:
        return Span(1, text.rindex(words), text.rindex(words) + len(words))

    pronoun = Span(1, text.index(own), text.index(own) + len(own))
    speaker = replace(person("Bo Quist"), mentions=(place("Bo Quist"), pronoun))
    other = replace(person("Ada Okafor"), mentions=(place("Ada Okafor"),))
    content = place("Ada Okafor and his plan were dropped")
    claim = replace(
        CLAIMS[1], source=0, mention=place("Bo Quist"), cue=place("said"), content=(content,)
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    assert bool(Material(article, Claims((speaker, other), (claim,))).statements) == kept


def test_he_may_not_be_somebody_who_is_named_beside_the_speaker() -> None:
    text = "Bo Quist praised Okafor. He had hoped to be liked for an hour, Quist said."
    content = Span(1, text.index("He had"), text.index(", Quist said"))
    mention = Span(1, text.rindex("Quist"), text.rindex("Quist") + 5)
    cue = Span(1, text.index("said"), text.index("said") + 4)
    quist = replace(person("Bo Quist"), mentions=(Span(1, 0, 8), mention))
    claim = replace(CLAIMS[1], source=0, mention=mention, cue=cue, content=(content,))
    for praised, asked in (("Okafor", False), ("nobody", True)):
        told = text.replace("Okafor", praised)
        article = Article("", sections=(Section(1, "", (Paragraph(1, told),)),))
        claims = Claims((quist,), (claim,), silent=(person("Ada Okafor"),))
        assert bool(Material(article, claims).asked) == asked
