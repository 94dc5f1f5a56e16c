"""Who said what, sentence by sentence."""

import pytest

from questions.claims import Form, Polarity, SourceKind, Stance
from tests.questions.attribution import read

ONE_CLAIM = [
    # direct, indirect, mixed
    ("“The dam is sound,” Anna Holm said.", "Anna Holm", ["The dam is sound"]),
    ("“Is the dam sound?” asked Anna Holm.", "Anna Holm", ["Is the dam sound?"]),
    ("Anna Holm said that the dam was sound.", "Anna Holm", ["the dam was sound"]),
    ("Anna Holm said the dam was “quite sound”.", "Anna Holm", ["the dam was “quite sound”"]),
    ("Anna Holm said: “The dam is sound.”", "Anna Holm", ["The dam is sound"]),
    # the cue in the middle and behind
    ("“The dam,” Anna Holm said, “is sound.”", "Anna Holm", ["The dam", "is sound"]),
    ("The dam, Anna Holm said, was sound.", "Anna Holm", ["The dam", "was sound"]),
    ("The dam was sound, said Anna Holm.", "Anna Holm", ["The dam was sound"]),
    ("“It held,” said Anna Holm. “It will hold.”", "Anna Holm", ["It held", "It will hold"]),
    (
        "“The dam,” Anna Holm told the inquiry on Monday, “but not the weir, is sound.”",
        "Anna Holm",
        ["The dam", "but not the weir, is sound"],
    ),
    (
        "“The dam is sound,” Anna Holm said, pointing at the wall, “and it will hold.”",
        "Anna Holm",
        ["The dam is sound", "and it will hold"],
    ),
    (
        "Anna Holm spoke. The dam held, she said. “It will hold.”",
        "Anna Holm",
        ["The dam held", "It will hold"],
    ),
    (
        "“It held,” Anna Holm said, adding that she had looked. “It will hold.”",
        "Anna Holm",
        ["It held", "It will hold"],
    ),
    (
        "''The dam is sound,'' Anna Holm said. ''It will hold.''",
        "Anna Holm",
        ["The dam is sound", "It will hold"],
    ),
    # who is told is not who speaks
    ("“The dam is sound,” Anna Holm told NBC News.", "Anna Holm", ["The dam is sound"]),
    ("Anna Holm told reporters that the dam was sound.", "Anna Holm", ["the dam was sound"]),
    # phrases, nouns, passives
    ("According to Anna Holm, the dam was sound.", "Anna Holm", ["the dam was sound"]),
    ("The dam was sound, according to Anna Holm.", "Anna Holm", ["The dam was sound"]),
    ("In Anna Holm’s view, the dam was sound.", "Anna Holm’s", ["the dam was sound"]),
    ("The court threw out Holm’s claim that the dam was sound.", "Holm", ["the dam was sound"]),
    ("Anna Holm was quoted as saying the dam was sound.", "Anna Holm", ["the dam was sound"]),
    # denials and accusations
    ("Russia denies employing mercenaries.", "Russia", ["employing mercenaries"]),
    ("Anna Holm rejected the allegation.", "Anna Holm", ["the allegation"]),
    ("Anna Holm refused to leave.", "Anna Holm", ["to leave"]),
    # what is left open
    (
        "Anna Holm declined to say whether the dam was sound.",
        "Anna Holm",
        ["whether the dam was sound"],
    ),
    ("Anna Holm would not say when the dam was built.", "Anna Holm", ["when the dam was built"]),
    ("Anna Holm has yet to say who will pay.", "Anna Holm", ["who will pay"]),
    # for and against
    ("Anna Holm opposed the plan, which had failed before.", "Anna Holm", ["the plan"]),
    ("Anna Holm praised the engineers.", "Anna Holm", ["the engineers"]),
    ("Anna Holm was hoping to stay.", "Anna Holm", ["to stay"]),
    # the reporter's own words behind a claim, and before it
    ("Anna Holm said the dam was sound; it leaked.", "Anna Holm", ["the dam was sound"]),
    (
        "Anna Holm said the dam was sound, a claim that engineers dispute.",
        "Anna Holm",
        ["the dam was sound"],
    ),
    ("It leaked; the dam, Anna Holm said, was sound.", "Anna Holm", ["the dam", "was sound"]),
    (
        "Anna Holm said the dam was sound, and Peter Lunt said that it leaked.",
        "Anna Holm",
        ["the dam was sound"],
    ),
    (
        "Holm said she thought the dam was sound, arguing that it had held.",
        "Holm",
        ["she thought the dam was sound"],
    ),
    (
        "Nobody gets everything, Anna Holm told a meeting, and those who say so are wrong.",
        "Anna Holm",
        ["Nobody gets everything", "and those who say so are wrong"],
    ),
    # who speaks
    ("Holm issued a statement saying the dam was sound.", "Holm", ["the dam was sound"]),
    ("Holm said the dam was new and urged them to wait.", "Holm", ["them to wait"]),
    ("Holm said she was glad, adding that the dam was sound.", "Holm", ["the dam was sound"]),
    ("It forced Anna Holm to admit that the dam leaked.", "Anna Holm", ["the dam leaked"]),
    ("Holm, who runs the dam, said that it was sound.", "Holm", ["it was sound"]),
    ("The mayor, Anna Holm, called for a vote.", "Anna Holm", ["a vote"]),
    # what the parser hangs elsewhere
    ("Anna Holm told the voters they valued the dam.", "Anna Holm", ["they valued the dam"]),
    ("Anna Holm said after the vote the dam would go.", "Anna Holm", ["the dam would go"]),
    ("Anna Holm called for Lunt to resign.", "Anna Holm", ["Lunt to resign"]),
    ("Anna Holm called on Lunt to resign.", "Anna Holm", ["Lunt to resign"]),
    (
        "In one of them, Anna Holm contends, the gates came from a yard.",
        "Anna Holm",
        ["In one of them", "the gates came from a yard"],
    ),
    # a cue that opens the sentence
    ("As Anna Holm noted in her book, the dam is sound.", "Anna Holm", ["the dam is sound"]),
    (
        "“The dam held,” said Anna Holm in her book, “and it will hold.”",
        "Anna Holm",
        ["The dam held", "and it will hold"],
    ),
    # misspelt cues
    ("Anna Holm asid the dam was sound.", "Anna Holm", ["the dam was sound"]),
    ("Acording to Anna Holm, the dam was sound.", "Anna Holm", ["the dam was sound"]),
]


@pytest.mark.parametrize(("text", "name", "content"), ONE_CLAIM)
def test_who_said_what(text: str, name: str, content: list[str]) -> None:
    claims = read(text).said
    assert (name.removesuffix("’s"), tuple(content)) in claims


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm declined to comment.",
        "Anna Holm refused to answer.",
        "Anna Holm said little.",
        "The memo, eight pages long, was written in May.",
        "Anna Holm was refused bail.",
        "Anna Holm works for a think tank in London.",
        "Anna Holm did not say that the dam was sound.",
        "Tell the engineer that the dam is sound.",
        "The village is called Stow.",
        "The so-called “gift economy” of crows is old.",
        "",
        "?",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert read(text).said == []


def test_forms_and_stances() -> None:
    page = read(
        "“The dam is sound,” Anna Holm said. Peter Lunt said the dam was “a ruin”.",
        "Anna Holm denies that it leaks. Peter Lunt believes that it leaks.",
    )
    assert [(c.form, c.stance) for c in page.claims.claims] == [
        (Form.DIRECT, Stance.SPEECH),
        (Form.MIXED, Stance.SPEECH),
        (Form.INDIRECT, Stance.DENIAL),
        (Form.INDIRECT, Stance.BELIEF),
    ]


def test_what_one_would_say_is_said_and_what_another_could_say_is_not() -> None:
    page = read(
        "“I would say that it leaked,” Anna Holm said. Peter Lunt could say that it did not."
    )
    assert ("Anna Holm", ("it leaked",)) in page.said
    assert all(name != "Peter Lunt" for name, _ in page.said)


def test_what_is_left_open_is_no_statement() -> None:
    (claim,) = read("Anna Holm would not say whether the dam was sound.").claims.claims
    assert (claim.stance, claim.polarity) == (Stance.DENIAL, Polarity.QUESTIONED)


def test_a_claim_stops_before_somebody_elses() -> None:
    page = read(
        "Anna Holm said the treaty allows it, although Peter Lunt has maintained that it does not."
    )
    assert page.said == [
        ("Anna Holm", ("the treaty allows it",)),
        ("Peter Lunt", ("it does not",)),
    ]


def test_a_joined_cue_has_the_same_speaker() -> None:
    page = read("Barry Holm predicted that the money would be gone and urged them to vote.")
    assert page.said == [
        ("Barry Holm", ("the money would be gone",)),
        ("Barry Holm", ("them to vote",)),
    ]


def test_a_claim_inside_a_claim_knows_it() -> None:
    page = read("The ministry said that police had told it that the road was safe.")
    outer, inner = page.claims.claims
    assert page.content(inner) == ("the road was safe",)
    assert inner.within == page.claims.claims.index(outer)
    assert outer.within is None


def test_i_in_a_quotation_is_who_is_quoted_and_elsewhere_the_writer() -> None:
    page = read("“I told them that it leaked,” Anna Holm said.", "I believe that she meant it.")
    assert ("Anna Holm", ("it leaked",)) in page.said
    assert ("the writer", ("she meant it",)) in page.said


def test_a_relative_clause_gives_the_speaker_before_who() -> None:
    page = read("He met Anna Holm, who said that the dam was sound.")
    assert page.said == [("Anna Holm", ("the dam was sound",))]


def test_an_accusation_in_a_relative_clause() -> None:
    page = read("They held the men, whom Belarusian authorities accused of spying.")
    assert page.said == [("Belarusian authorities", ("spying",))]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    page = read(
        "“The dam is sound,” Anna Holm said. “We looked.",
        "“We looked again in the spring and found nothing.”",
    )
    first, second = page.claims.claims
    assert page.who(second) == "Anna Holm"
    assert (second.cue, second.mention) == (None, None)
    assert second.basis == "same speaker goes on"
    assert second.certainty < first.certainty


def test_spans_are_exact_and_free_of_marks_and_stops() -> None:
    page = read("“We left at six,” said Anna Holm, 41, of Stow. She said that it rained.")
    for claim in page.claims.claims:
        for text in page.content(claim):
            assert text == text.strip(" ,.“”")
    assert [page.article.text_of(c.mention) for c in page.claims.claims if c.mention] == [
        "Anna Holm",
        "She",
    ]


def test_a_source_without_a_name_is_found_too() -> None:
    page = read("A diplomat said that talks had failed. The report says that costs rose.")
    assert [s.kind for s in page.claims.sources] == [SourceKind.UNNAMED, SourceKind.DOCUMENT]


def test_an_article_without_paragraphs_has_no_claims() -> None:
    assert read().said == []
