"""The article that the project began with, where it lies beside the repository."""

from pathlib import Path

import pytest

from questions.attribution import find_claims
from questions.claims import SourceKind
from questions.reading import read
from tests.questions.attribution import Read

SEED = Path(__file__).resolve().parents[3].parent / "shared" / "seed"
FILES = sorted(SEED.glob("*.txt"))


@pytest.fixture(scope="module")
def page() -> Read:
    if not FILES:
        pytest.skip(f"no article in {SEED}")
    article = read(FILES[0].read_bytes())
    return Read(article, find_claims(article))


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Emily Ferris", "Royal United Services Institute (RUSI)"),
        ("Linas Linkevicius", "foreign minister of neighboring Lithuania"),
        ("Keir Giles", "fellow at Chatham House"),
        ("Svetlana Tsikhanouskaya", "opposition leader"),
        ("Yauheni Preiherman", "director of the Minsk Dialogue Council"),
    ],
)
def test_people_and_their_roles(page: Read, name: str, role: str) -> None:
    (source,) = [s for s in page.claims.sources if s.name == name]
    assert role in (source.role or "")
    assert source.kind is SourceKind.PERSON


@pytest.mark.parametrize(
    ("name", "cue", "begins"),
    [
        ("Emily Ferris", "told", "There is certainly no love lost"),
        ("the Kremlin’s official transcripts", "According to", "he promised “assistance”"),
        ("Linas Linkevicius", "said", "should Russia respond with military force"),
        ("Keir Giles", "asid", "Russia could step in"),
        ("a 1994 security agreement", "stipulates", "“menace to safety"),
        ("Svetlana Tsikhanouskaya", "said", "she was ready to step in"),
        ("Emily Ferris", "said", "Rendering any military assistance"),
        ("Russia", "denies", "employing mercenaries"),
        ("Emily Ferris", "added", "Even though Moscow"),
        ("Yauheni Preiherman", "said", "What Lukashenko’s appeals"),
    ],
)
def test_claims(page: Read, name: str, cue: str, begins: str) -> None:
    found = [
        claim for claim in page.claims.claims if page.who(claim) == name and page.cue(claim) == cue
    ]
    assert any(page.content(claim)[0].startswith(begins) for claim in found)


def test_the_treaty_is_reported_by_giles(page: Read) -> None:
    (treaty,) = [claim for claim in page.claims.claims if page.cue(claim) == "stipulates"]
    assert treaty.within is not None
    assert page.who(page.claims.claims[treaty.within]) == "Keir Giles"


def test_a_concessive_clause_is_not_run_into(page: Read) -> None:
    assert ("Alexander Lukashenko", ("opposition is being manipulated by foreign powers",)) in [
        (page.who(claim), page.content(claim)) for claim in page.claims.claims
    ]


def test_captions_and_tanks_that_think_are_no_claims(page: Read) -> None:
    assert "think" not in [page.cue(claim) for claim in page.claims.claims]
