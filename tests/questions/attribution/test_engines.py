"""The rules and the tagger, one by one and together."""

from math import log
from pathlib import Path

import pytest

from questions.article import Article, Paragraph, Section
from questions.attribution import find_attributions, find_by_rules, find_claims, tagger
from questions.attribution.combine import Judge, combine, find_candidates, fitted, with_neighbours
from questions.attribution.layout import Layout
from questions.attribution.parse import parse
from questions.attribution.quotations import find_quotations
from questions.attribution.readings import features, likeness
from questions.attribution.reported import Reported
from questions.attribution.tagger import Tagger

NEWS = (
    "Anna Holm, the engineer, told councillors on Monday that the dam was sound.",
    "“It will hold for a hundred years,” she said. “Nobody has to move.”",
    "The ministry denied that it had been warned, and Piet Roe called the report “a joke”.",
)
KEEP_ALL = Judge(intercept=5.0, weights={}, threshold=0.5)
KEEP_NOTHING = Judge(intercept=-5.0, weights={}, threshold=0.5)


def article(*paragraphs: str) -> Article:
    numbered = tuple(Paragraph(number, text) for number, text in enumerate(paragraphs, 1))
    return Article("", sections=(Section(1, "", numbered),))


def layouts(*paragraphs: str) -> tuple[Layout, ...]:
    read = article(*paragraphs).paragraphs
    return tuple(
        Layout(parsed, quotations)
        for parsed, quotations in zip(parse(read), find_quotations(read), strict=True)
    )


def words(one: Reported) -> tuple[str | None, str | None, tuple[str, ...]]:
    parsed = one.layout.parsed
    source = parsed.words(one.source.first, one.source.last) if one.source else None
    cue = parsed.text[slice(*one.cue)] if one.cue else None
    return source, cue, tuple(parsed.text[slice(*piece)] for piece in one.pieces)


@pytest.fixture(scope="module")
def second() -> Tagger:
    found = tagger.installed()
    if found is None:
        pytest.skip("the tagger's model is absent")
    return found


HOLM_SAID = (
    "she",
    "said",
    ("It will hold for a hundred years", "Nobody has to move"),
)


def test_each_engine_finds_who_said_what(second: Tagger) -> None:
    read = layouts(*NEWS)
    for found in (find_by_rules(read), second.find_reported(read)):
        assert HOLM_SAID in [words(one) for one in found]


def test_the_tagger_tells_how_sure_it_is_of_each_part(second: Tagger) -> None:
    for one in second.find_reported(layouts(*NEWS)):
        assert set(one.sure) == {"content", "cue", "source", "to cue", "to source"}
        assert all(0 <= probability <= 1 for probability in one.sure.values())


def test_what_both_find_is_there_once_and_more_certain(second: Tagger) -> None:
    read = layouts(*NEWS)
    found = find_attributions(read, second)
    assert [words(one) for one in found].count(HOLM_SAID) == 1
    assert all(one.likely is not None and one.likely >= fitted().threshold for one in found)
    both = [one.likely for one in found if words(one) == HOLM_SAID]
    assert both[0] is not None
    assert both[0] > 0.8


def test_without_a_model_the_rules_stand_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tagger.load(tmp_path) is None
    monkeypatch.setattr(tagger, "installed", lambda: None)
    claims = find_claims(article(*NEWS))
    assert "Anna Holm" in [source.name for source in claims.sources]
    rules = find_by_rules(layouts(*NEWS))
    assert [words(one) for one in find_attributions(layouts(*NEWS), None)] == [
        words(one) for one in rules
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A poll released on Monday found that they were right.", "A poll released on Monday"),
        ("An official there said that they were right.", "An official there"),
        ("A poll, published in May, found that they were right.", "A poll"),
    ],
)
def test_a_source_has_what_belongs_to_it_behind_its_noun(text: str, source: str) -> None:
    (one,) = find_by_rules(layouts(text))
    assert words(one)[0] == source


def test_the_same_text_gives_the_same_claims(second: Tagger) -> None:
    read = layouts(*NEWS)
    first, again = (find_attributions(read, second) for _ in range(2))
    assert [(words(one), one.likely) for one in first] == [
        (words(one), one.likely) for one in again
    ]


def test_a_candidate_has_the_findings_of_both_with_one_cue(second: Tagger) -> None:
    read = layouts(*NEWS)
    candidates = find_candidates(second.find_reported(read), find_by_rules(read))
    said = [c for c in candidates if words(c.either)[1] == "said"]
    assert len(said) == 1
    assert said[0].tagged is not None
    assert said[0].ruled is not None


def test_a_judge_decides_what_is_kept(second: Tagger) -> None:
    read = layouts(*NEWS)
    tagged, ruled = second.find_reported(read), find_by_rules(read)
    candidates = find_candidates(tagged, ruled)
    assert len(combine(tagged, ruled, KEEP_ALL)) == len(candidates)
    assert combine(tagged, ruled, KEEP_NOTHING) == []


@pytest.mark.parametrize(("likely", "kept"), [(0.9, {"told", "denied"}), (0.7, {"told"})])
def test_a_claim_inside_a_claim_has_to_be_surer(
    likely: float, kept: set[str], second: Tagger
) -> None:
    read = layouts(
        "Anna Holm told councillors that the ministry had denied it was warned of the leak."
    )
    judge = Judge(intercept=log(likely / (1 - likely)), weights={}, threshold=0.5)
    found = combine(second.find_reported(read), find_by_rules(read), judge)
    cues = [words(one)[1] for one in found]
    assert set(cues) == kept


def test_contents_are_compared_by_what_they_share() -> None:
    assert likeness([(0, 10)], [(0, 10)]) == 1
    assert likeness([(0, 10)], [(5, 15)]) == 0.5
    assert likeness([(0, 4), (6, 10)], [(2, 8)]) == pytest.approx(8 / 14)
    assert likeness([(0, 10)], [(20, 30)]) == 0


def test_the_judge_sees_only_numbers_with_names(second: Tagger) -> None:
    read = layouts(*NEWS)
    candidates = find_candidates(second.find_reported(read), find_by_rules(read))
    for candidate, others in with_neighbours(candidates):
        for reading in candidate.readings():
            seen = features(reading, others)
            assert 0 < fitted().likely(seen) < 1
            assert all(-25 < value < 25 for value in seen.values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "“",
        "“”",
        "’ ’ ’ ’",
        "said",
        "Said: “",
        "\u200b said \u200b",
        "1,000 “2,000” 3,000",
        "😀 said 😀",
    ],
)
def test_scraps_are_survived(text: str, second: Tagger) -> None:
    find_attributions(layouts(text), second)


# ---------------------------------------------------------------- what the rules learned besides


def found_by_rules(*paragraphs: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [words(one) for one in find_by_rules(layouts(*paragraphs))]


def test_a_transcript_names_its_speakers_before_a_colon() -> None:
    found = found_by_rules(
        "HOLM: Is the dam sound?",
        "ROE: It is. I was up there on Monday.",
        "HOLM: And the gates?",
    )
    assert found == [
        ("HOLM", ":", ("Is the dam sound?",)),
        ("ROE", ":", ("It is. I was up there on Monday",)),
        ("HOLM", ":", ("And the gates?",)),
    ]


def test_one_colon_makes_no_transcript() -> None:
    assert found_by_rules("Explainer: Why the dam will hold", "It was built to last.") == []


def test_a_quotation_may_be_signed() -> None:
    assert found_by_rules("“Put the owl back where it was.” — Ida Roe") == [
        ("Ida Roe", None, ("Put the owl back where it was",))
    ]


def test_a_description_stays_with_its_name() -> None:
    ((source, _, _),) = found_by_rules("The club’s chairman, Piet Roe, said the dam was sound.")
    assert source == "The club’s chairman, Piet Roe"


def test_what_somebody_quoted_thinks_is_his_quotation() -> None:
    assert found_by_rules("“I think the dam is sound,” said Anna Holm.") == [
        ("Anna Holm", "said", ("I think the dam is sound",))
    ]


def test_the_dot_of_a_title_ends_no_sentence() -> None:
    ((source, _, pieces),) = found_by_rules(
        "“It will hold,” said Anna Holm, who works with Mr. Roe. “Nobody has to move.”"
    )
    assert source == "Anna Holm"
    assert pieces == ("It will hold", "Nobody has to move")
