"""Who the sources are, and under which names."""

import pytest

from questions.claims import Naming, SourceKind
from tests.questions.attribution import read


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "“It held,” said Anna Holm, an engineer at the Dam Office.",
            "an engineer at the Dam Office",
        ),
        (
            "Anna Holm, foreign minister of Lithuania, said that it held.",
            "foreign minister of Lithuania",
        ),
        ("Foreign minister Anna Holm said that it held.", "Foreign minister"),
        ("It held, said Anna Holm, with RUSI.", "with RUSI"),
        ("The finance director, Anna Holm, said that it held.", "The finance director"),
        ("Anna Holm said that it held.", None),
    ],
)
def test_a_role_is_given_in_the_articles_words(text: str, role: str | None) -> None:
    (source,) = read(text).claims.sources
    assert (source.name, source.role) == ("Anna Holm", role)
    assert source.kind is SourceKind.PERSON
    assert source.naming is (Naming.NAME_AND_ROLE if role else Naming.NAME_ONLY)


@pytest.mark.parametrize("later", ["Holm", "She", "Ms Holm", "The minister"])
def test_a_later_mention_is_the_same_source(later: str) -> None:
    page = read(
        "Anna Holm, the minister of transport, said that the bridge held.",
        f"{later} added that it would be closed.",
    )
    assert [page.who(claim) for claim in page.claims.claims] == ["Anna Holm", "Anna Holm"]
    assert len(page.claims.sources) == 1
    assert [page.article.text_of(m) for m in page.claims.sources[0].mentions] == [
        "Anna Holm",
        later,
    ]


def test_a_pronoun_is_less_certain_than_a_name() -> None:
    first, second = read("Anna Holm said that it held. She said that it rained.").claims.claims
    assert second.certainty < first.certainty


def test_she_is_not_a_man() -> None:
    page = read(
        "Mrs Pellew said that it was late. Mr Strand said that it was early.",
        "She said that she was sure.",
    )
    assert page.who(page.claims.claims[2]) == "Mrs Pellew"


def test_people_of_one_surname_are_kept_apart() -> None:
    page = read("Tom Hesketh said that taxes rose. Barry Hesketh said that he was promised less.")
    assert [source.name for source in page.claims.sources] == ["Tom Hesketh", "Barry Hesketh"]


@pytest.mark.parametrize(
    ("text", "kind", "naming"),
    [
        ("Residents say that it leaks.", SourceKind.GROUP, Naming.GROUP),
        ("The ministry said that it leaks.", SourceKind.ORGANISATION, Naming.ROLE_ONLY),
        ("A study found that it leaks.", SourceKind.DOCUMENT, Naming.ROLE_ONLY),
        ("An official said that it leaks.", SourceKind.UNNAMED, Naming.ANONYMOUS),
        ("The mayor said that it leaks.", SourceKind.PERSON, Naming.ROLE_ONLY),
    ],
)
def test_kind_and_naming(text: str, kind: SourceKind, naming: Naming) -> None:
    (source,) = read(text).claims.sources
    assert (source.kind, source.naming) == (kind, naming)


def test_people_named_in_full_who_say_nothing_are_silent() -> None:
    page = read(
        "Anna Holm, the minister of transport, said that the bridge held.",
        "Mr Tom Ferris, the mayor, was not at the meeting. Holm thanked Ferris.",
    )
    assert [source.name for source in page.claims.sources] == ["Anna Holm"]
    (silent,) = page.claims.silent
    assert (silent.name, silent.role) == ("Tom Ferris", "the mayor")
    assert [page.article.text_of(m) for m in silent.mentions] == ["Tom Ferris", "Ferris"]


def test_what_a_person_is_given_is_no_role() -> None:
    page = read("The campaign should provide this year’s host, Ms Anna Holm, plenty of material.")
    assert [(source.name, source.role) for source in page.claims.silent] == [("Anna Holm", None)]


def test_a_description_keeps_a_last_noun_that_looks_like_a_verb() -> None:
    page = read("“Nobody asked us,” said a former ferry operations lead, who left the firm in May.")
    (source,) = page.claims.sources
    assert (source.name, source.naming) == ("a former ferry operations lead", Naming.ANONYMOUS)


def test_a_surname_with_a_hyphen_is_one_name() -> None:
    page = read(
        "“It held,” said Anna Holm-Brandt, an engineer at the Dam Office.",
        "Holm-Brandt has dismissed such doubts. On Monday she said that the dam was safe.",
    )
    assert {page.who(claim) for claim in page.claims.claims} == {"Anna Holm-Brandt"}
