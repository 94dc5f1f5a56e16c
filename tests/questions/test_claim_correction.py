"""A person puts right who says what: names, mergers, claims of somebody else, missed ones."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from questions.claim_correction import (
    BY_HAND,
    ClaimCorrection,
    Missed,
    corrected_claims,
    new_source,
)
from questions.claims import Claims, Form, Refusal, SourceKind
from tests.quizapp.web.newspaper import article, claims, span

ARTICLE, CLAIMS = article(), claims()
OKAFOR, COUNCIL, BELL, MAYOR = range(4)


def names(found: Claims) -> list[str | None]:
    return [None if c.source is None else found.sources[c.source].name for c in found.claims]


def test_nothing_corrected_is_nothing_changed() -> None:
    right = corrected_claims(ARTICLE, CLAIMS, ClaimCorrection(CLAIMS.sources))
    assert right.claims == CLAIMS
    assert right.now == {0: 0, 1: 1, 2: 2, 3: 3}
    assert not right.changed


def test_a_better_name_changes_what_was_asked_of_that_source() -> None:
    named = replace(CLAIMS.sources[MAYOR], name="Dana Ruiz", role="the mayor")
    right = corrected_claims(ARTICLE, CLAIMS, ClaimCorrection((*CLAIMS.sources[:3], named)))
    assert names(right.claims)[3] == "Dana Ruiz"
    assert right.changed == {3}


def test_two_sources_that_are_one_have_the_mentions_of_both() -> None:
    refused = replace(CLAIMS, refusals=(Refusal("The mayor", MAYOR, span(5, "The mayor")),))
    correction = ClaimCorrection(CLAIMS.sources, merged={MAYOR: OKAFOR})
    right = corrected_claims(ARTICLE, refused, correction)
    assert [source.name for source in right.claims.sources] == [
        "Ada Okafor", "The town council", "Jon Bell",
    ]  # fmt: skip
    assert right.claims.sources[0].mentions == (span(2, "Ada Okafor"), span(5, "The mayor"))
    assert names(right.claims) == ["Ada Okafor", "The town council", "Jon Bell", "Ada Okafor"]
    assert right.claims.refusals[0].source == 0
    assert right.changed == {3}
    circle = ClaimCorrection(CLAIMS.sources, merged={MAYOR: OKAFOR, OKAFOR: MAYOR})
    assert corrected_claims(ARTICLE, CLAIMS, circle).claims == CLAIMS


def test_a_claim_of_somebody_else_takes_its_mention_along() -> None:
    mention = span(4, "He")
    his = replace(CLAIMS.claims[2], mention=mention)
    before = replace(CLAIMS, claims=(*CLAIMS.claims[:2], his, CLAIMS.claims[3]))
    right = corrected_claims(
        ARTICLE, before, ClaimCorrection(CLAIMS.sources, credited={2: MAYOR, 0: None})
    )
    assert names(right.claims) == [None, "The town council", "The mayor", "The mayor"]
    assert mention in right.claims.sources[MAYOR].mentions
    assert mention not in right.claims.sources[BELL].mentions
    assert right.claims.claims[2].basis == BY_HAND
    assert right.changed == {0, 2}


def test_a_wrong_claim_is_struck_and_what_it_held_stays() -> None:
    inner = replace(CLAIMS.claims[2], within=1)
    before = replace(CLAIMS, claims=(*CLAIMS.claims[:2], inner, CLAIMS.claims[3]))
    right = corrected_claims(
        ARTICLE, before, ClaimCorrection(CLAIMS.sources, struck=frozenset({1}))
    )
    assert right.now == {0: 0, 2: 1, 3: 2}
    assert right.claims.claims[1].within is None
    assert not right.changed


def test_a_missed_claim_stands_where_the_text_has_it() -> None:
    crowd = new_source(ARTICLE, "Okafor", None, SourceKind.PERSON)
    assert crowd.mentions == (span(2, "Okafor"), span(5, "Okafor"))
    quoted = Missed(4, span(2, "“We had no warning at all,” said Ada Okafor"), Form.DIRECT)
    plain = Missed(BELL, span(4, "He added that nobody had asked him"), Form.INDIRECT)
    right = corrected_claims(
        ARTICLE, CLAIMS, ClaimCorrection((*CLAIMS.sources, crowd), missed=(plain, quoted))
    )
    assert names(right.claims) == [
        "Ada Okafor", "Okafor", "The town council", "Jon Bell", "Jon Bell", "The mayor",
    ]  # fmt: skip
    said = [ARTICLE.text_of(claim.content[0]) for claim in right.claims.claims]
    assert said[1] == "We had no warning at all,"
    assert said[4] == "He added that nobody had asked him"
    assert right.now == {0: 0, 1: 2, 2: 3, 3: 5}


@given(
    st.dictionaries(st.integers(0, 3), st.integers(0, 3)),
    st.dictionaries(st.integers(0, 3), st.none() | st.integers(0, 3)),
    st.frozensets(st.integers(0, 3)),
)
def test_whatever_is_corrected_every_index_leads_somewhere(
    merged: dict[int, int], credited: dict[int, int | None], struck: frozenset[int]
) -> None:
    correction = ClaimCorrection(CLAIMS.sources, merged, credited, struck)
    right = corrected_claims(ARTICLE, CLAIMS, correction)
    found = right.claims
    assert len(found.claims) == len(CLAIMS.claims) - len(struck)
    assert all(c.source is None or c.source < len(found.sources) for c in found.claims)
    assert all(
        found.claims[place].content == CLAIMS.claims[n].content for n, place in right.now.items()
    )
    assert right.changed <= set(right.now)
