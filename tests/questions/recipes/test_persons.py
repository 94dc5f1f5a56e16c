"""Whether a name is a person's, and how it is shown."""

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Naming, Source, SourceKind
from questions.recipes import persons
from questions.recipes.recipe import as_option
from questions.recipes.sources import is_named, is_shown
from tests.questions.recipes.bridge import BRIDGE


def source(
    name: str,
    role: str | None = None,
    kind: SourceKind = SourceKind.PERSON,
    naming: Naming = Naming.NAME_AND_ROLE,
) -> Source:
    return Source(name, kind, naming, role)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Prime Minister Anwar Qasimi", "Anwar Qasimi"),
        ("Labour MP Kim Doyle", "Kim Doyle"),
        ("GP Kim Doyle", "Kim Doyle"),
        ("Judge Hart", "Judge Hart"),
        ("Leader of the House", "Leader of the House"),
        ("Martin Luther King", "Martin Luther King"),
        ("Noor van Beek", "Noor van Beek"),
    ],
)
def test_an_office_before_a_name_is_not_shown(name: str, bare: str) -> None:
    assert persons.bare_name(name) == bare
    assert as_option(BRIDGE, source(name)) == bare


@pytest.mark.parametrize(
    ("description", "head"),
    [
        ("two officials at the ministry", "officials"),
        ("an ecologist employed by the contractors", "ecologist"),
        ("a campaign group for cheap bread", "group"),
        ("of the Northern Institute", ""),
        ("a former ferry operations", "operations"),
        ("a former ferry operations lead", "lead"),
        ("Director General", "general"),
    ],
)
def test_the_head_of_a_description(description: str, head: str) -> None:
    assert persons.head(description) == head


@pytest.mark.parametrize(
    ("known_as", "shown"),
    [
        (source("Ada Okafor"), True),
        (source("Laura Ingraham Show"), False),
        (source("Universe Laura Ingraham"), False),
        (source("Fair Meter", "a campaign group"), False),
        (source("AMERVOORT", kind=SourceKind.ORGANISATION), False),
        (source("UNICEF", kind=SourceKind.ORGANISATION), True),
        (source("Bridget", kind=SourceKind.ORGANISATION), False),
    ],
)
def test_what_is_no_name_of_its_kind_is_no_option(known_as: Source, *, shown: bool) -> None:
    assert is_named(known_as) is shown


def test_only_people_are_described_as_people() -> None:
    def described(words: str) -> bool:
        return is_shown(source(words, kind=SourceKind.UNNAMED, naming=Naming.ANONYMOUS))

    assert described("a former inspector")
    assert described("two teachers at the school")
    assert not described("an apology")
    assert not described("a mailer")


def test_who_says_nothing_is_a_person_only_if_something_shows_it() -> None:
    text = "Mr Quon Zeb and Petty Cash came, and Vasil Doran, 61, and Ines Calderon."
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))

    def found(name: str, role: str | None = None) -> bool:
        place = Span(1, text.index(name), text.index(name) + len(name))
        named = Source(name, SourceKind.PERSON, Naming.NAME_ONLY, role, (place,))
        return persons.is_surely_a_person(named, article)

    assert found("Quon Zeb")
    assert found("Vasil Doran")
    assert found("Ines Calderon", "a clerk")
    assert not found("Petty Cash")


def test_a_description_that_ends_in_no_noun_for_people_is_not_shown() -> None:
    lead, cut = (
        source(name, kind=SourceKind.UNNAMED, naming=Naming.ANONYMOUS)
        for name in ("a former ferry operations lead", "a former ferry operations")
    )
    assert is_shown(lead)
    assert not is_shown(cut)
