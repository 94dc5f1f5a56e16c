"""How a claim is reported: denied, left open, at a distance, nested; and who says nothing."""

import pytest

from questions.claims import Naming, Polarity
from tests.questions.attribution import read


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Anna Holm said that the dam leaks.", Polarity.AFFIRMED),
        ("Anna Holm denied that the dam leaks.", Polarity.DENIED),
        ("Anna Holm does not believe that the dam leaks.", Polarity.DENIED),
        ("Anna Holm asked whether the dam leaks.", Polarity.QUESTIONED),
        ("“Does the dam leak?” asked Anna Holm.", Polarity.QUESTIONED),
        ("Anna Holm asked the minister to close the dam.", Polarity.AFFIRMED),
    ],
)
def test_what_is_held_is_told_from_what_is_denied_or_asked(text: str, polarity: Polarity) -> None:
    assert [claim.polarity for claim in read(text).claims.claims] == [polarity]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Anna Holm said that the dam leaks.", ""),
        ("Anna Holm claimed that the dam leaks.", "claimed"),
        ("Anna Holm hinted that the dam leaks.", "hinted"),
        ("Anna Holm reportedly said that the dam leaks.", "reportedly"),
    ],
)
def test_the_word_that_keeps_a_distance_is_named(text: str, hedge: str) -> None:
    (claim,) = read(text).claims.claims
    assert (claim.hedge, claim.hedged) == (hedge, bool(hedge))


def test_a_chain_of_sources_can_be_read_from_the_inside_out() -> None:
    page = read("The ministry said that police had told it that the bridge was safe.")
    inner = next(i for i, c in enumerate(page.claims.claims) if c.within is not None)
    chain = page.claims.chain(inner)
    assert [page.who(claim) for claim in chain] == ["police", "the ministry"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Anna Holm said it held. Peter Lunt declined to comment.",
            "Peter Lunt",
            "declined to comment",
        ),
        ("The company did not respond to questions.", "the company", "did not respond"),
        ("Anna Holm could not be reached.", "Anna Holm", "could not be reached"),
        ("The ministry would not comment.", "the ministry", "would not comment"),
    ],
)
def test_a_refusal_is_no_claim(text: str, name: str, words: str) -> None:
    page = read(text)
    (refusal,) = page.claims.refusals
    assert (refusal.name, page.article.text_of(refusal.span)) == (name, words)
    assert all(page.who(claim) != name for claim in page.claims.claims)


def test_a_refusal_has_its_source_where_that_has_claims() -> None:
    page = read("Anna Holm said that it held. She declined to elaborate.")
    assert [(r.name, r.source) for r in page.claims.refusals] == [("Anna Holm", 0)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A guard, who spoke on condition of anonymity because he feared for his job, said that "
            "the gate was open.",
            "because he feared for his job",
        ),
        ("A guard who asked not to be named said that it was open.", "not to be named"),
        ("A guard said that the gate was open.", None),
    ],
)
def test_the_reason_for_a_missing_name_is_kept(text: str, reason: str | None) -> None:
    (source,) = read(text).claims.sources
    assert (source.reason_unnamed, source.naming) == (reason, Naming.ANONYMOUS)


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("Anna Holm, a fellow at the Dam Institute, said that it held.", "the Dam Institute"),
        ("A spokesman for the health ministry said that it held.", "the health ministry"),
        ("The council’s director said that it held.", "The council"),
        ("Anna Holm, a mother of two, said that it held.", None),
        ("Anna Holm said that it held.", None),
    ],
)
def test_where_a_source_belongs_is_told_from_its_role(text: str, affiliation: str | None) -> None:
    (source,) = read(text).claims.sources
    assert (source.affiliation or "").lower() == (affiliation or "").lower()
