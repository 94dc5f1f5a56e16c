"""The list of who said what holds only what can be understood there, and says nothing false."""

from typing import Any

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind, Stance
from quizapp.web import marking, who_said_what
from quizapp.web.who_said_what import Voice


def heard(text: str, cue: str, *words: str, name: str = "Ada Okafor", **of: Any) -> list[Voice]:
    """The list for an article in which *name* is found to be the source of *words*."""
    role = of.pop("role", None)
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    source = Source(name, SourceKind.PERSON, Naming.NAME_ONLY, role)
    form = of.pop("form", Form.INDIRECT)
    mention = of.pop("mention", None)
    claim = Claim(0, mention, span(text, cue), tuple(span(text, w) for w in words), form, **of)
    return list(who_said_what.voices(article, Claims((source,), (claim,))))


def span(text: str, words: str) -> Span:
    """Where *words* stand in the only paragraph."""
    return Span(1, text.index(words), text.index(words) + len(words))


def lines(voices: list[Voice]) -> list[tuple[str, str]]:
    """The cue and the words of everything that is listed."""
    return [(saying.cue, saying.text) for voice in voices for saying in voice.sayings]


def test_a_clause_and_a_quotation_are_listed() -> None:
    said = heard("Ada Okafor said the bridge was closed.", "said", "the bridge was closed")
    assert lines(said) == [("", "The bridge was closed.")]
    quoted = heard(
        "“We had no warning at all,” said Ada Okafor.", "said", "We had no warning at all,"
    )
    assert lines(quoted) == [("", "“We had no warning at all.”")]


@pytest.mark.parametrize(
    ("text", "cue", "words"),
    [
        ("Ada Okafor denies employing guards for that.", "denies", "employing guards for that"),
        ("Ada Okafor disputes the result.", "disputes", "the result"),
        ("Ada Okafor suggested such a handover.", "suggested", "such a handover"),
        ("Ada Okafor wants to “cut all her ties”.", "wants", "to “cut all her ties”"),
        ("Ada Okafor said he might be unable to cope.", "said", "he might be unable to cope"),
        ("Ada Okafor said it was “unheard of”.", "said", "unheard of"),
        ("Ada Okafor accused the group of being there.", "accused", "the group of being there"),
    ],
)
def test_what_needs_the_article_to_be_understood_is_left_out(
    text: str, cue: str, words: str
) -> None:
    assert heard(text, cue, words) == []


def test_what_is_not_plainly_said_has_the_verb_of_the_article() -> None:
    text = "Ada Okafor denied that the bridge was closed."
    denied = heard(text, "denied", "the bridge was closed", stance=Stance.DENIAL)
    assert lines(denied) == [("denied", "The bridge was closed.")]
    text = "Ada Okafor warned that the bridge was closed."
    assert lines(heard(text, "warned", "the bridge was closed"))[0][0] == "warned"


def test_a_guess_is_left_out() -> None:
    text = "Ada Okafor said the bridge was closed."
    assert heard(text, "said", "the bridge was closed", certainty=0.79) == []


@pytest.mark.parametrize(
    ("cue", "mention", "words"),
    [
        ("said", "Ada Okafor", "The delay will give schools time, its president, Ada Okafor"),
        ("said", None, "The delay will give schools time, its president, Ada Okafor, said"),
    ],
)
def test_a_claim_that_swallows_its_own_speaker_is_left_out(
    cue: str, mention: str | None, words: str
) -> None:
    text = "The delay will give schools time, its president, Ada Okafor, said."
    speaker = span(text, mention) if mention else None
    assert heard(text, cue, words, mention=speaker) == []
    alone = lines(heard(text, cue, "The delay will give schools time", mention=speaker))
    assert alone == [("", "The delay will give schools time.")]


def test_only_the_source_s_own_words_are_shown() -> None:
    text = "But the bridge, said Ada Okafor, was closed in May."
    assert lines(heard(text, "said", "But the bridge", "was closed in May")) == [
        ("", "The bridge … was closed in May.")
    ]


def test_quoted_sentences_are_told_from_those_that_are_not() -> None:
    text = "The bridge was closed, said Ada Okafor. “Nobody had told us so.”"
    said = heard(text, "said", "The bridge was closed", "Nobody had told us so.", form=Form.MIXED)
    assert lines(said) == [("", "The bridge was closed … “Nobody had told us so.”")]


@pytest.mark.parametrize("name", ["its authorities", "Its authorities", "those", "both sides"])
def test_a_source_that_only_the_text_explains_is_left_out(name: str) -> None:
    assert (
        heard("They said the bridge was closed.", "said", "the bridge was closed", name=name) == []
    )


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("its president", None),
        ("fellow at another think tank", None),
        ("His spokeswoman", None),
        ("the town’s engineer", "the town’s engineer"),
        ("a historian of ships", "a historian of ships"),
    ],
)
def test_a_role_is_shown_where_it_explains_itself(role: str, shown: str | None) -> None:
    text = "Ada Okafor said the bridge was closed."
    assert heard(text, "said", "the bridge was closed", role=role)[0].role == shown


def nested(outer: int | None) -> tuple[Voice, ...]:
    """The list for a claim that somebody else tells of."""
    text = "The mayor said that Ada Okafor said the bridge was closed."
    people = [Source(n, SourceKind.PERSON, Naming.NAME_ONLY) for n in ("The mayor", "Ada Okafor")]
    inner = (span(text, "the bridge was closed"),)
    claims = (
        Claim(outer, None, span(text, "said"), (span(text, "Ada"),), Form.INDIRECT),
        Claim(1, None, span(text, "said"), inner, Form.INDIRECT, within=0),
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    return who_said_what.voices(article, Claims(tuple(people), claims))


def test_a_claim_inside_a_claim_names_who_tells_it() -> None:
    assert [voice.sayings[0].told_by for voice in nested(0)] == ["The mayor"]
    assert nested(None) == ()


def test_neighbours_in_the_list_differ_in_colour_and_the_text_agrees() -> None:
    text = "One said the bridge was closed."
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    mention = span(text, "One")
    people = tuple(
        Source(f"Person {n}", SourceKind.PERSON, Naming.NAME_ONLY, None, (mention,))
        for n in range(30)
    )
    words = (span(text, "the bridge was closed"),)
    claims = Claims(
        people,
        tuple(Claim(n, None, span(text, "said"), words, Form.INDIRECT) for n in range(0, 30, 2)),
    )
    voices = who_said_what.voices(article, claims)
    assert [voice.hue for voice in voices] == [n % marking.HUES + 1 for n in range(15)]
    hues = who_said_what.hues(article, claims)
    assert {voice.source: voice.hue for voice in voices}.items() <= hues.items()
    assert [mark.css for mark in marking.sources(claims, hues)][4] == f"by by-{voices[2].hue}"
