"""Where a source stands on a claim is told by the verb, and by nothing that a "not" turns round."""

from random import Random

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.recipes.agree_or_disagree import AGREES, DISAGREES, DOUBTS, RECIPE
from questions.recipes.material import Material
from questions.types.choice import Choice


def named(name: str, text: str) -> Source:
    place = Span(1, text.index(name), text.index(name) + len(name))
    return Source(name, SourceKind.PERSON, Naming.NAME_ONLY, None, (place,))


def claim(source: int, text: str, mention: str, cue: str, content: str) -> Claim:
    """The claim whose *content* comes after *cue* and *mention* in paragraph 1, *text*."""
    first = text.index(mention)
    second = text.index(cue, first)
    third = text.index(content, second)
    places = [(first, mention), (second, cue), (third, content)]
    spans = [Span(1, start, start + len(words)) for start, words in places]
    return Claim(source, spans[0], spans[1], (spans[2],), Form.INDIRECT)


def questions(text: str, claims: Claims) -> list[Choice]:
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    proposed = RECIPE.propose(Material(article, claims), Random(1))
    return [question for question in proposed if isinstance(question, Choice)]


def asked(text: str, cue: str, content: str) -> list[Choice]:
    """What is asked about *text*, in which Nora Bell is the source of *content*."""
    told = claim(0, text, "Nora Bell", cue, content)
    return questions(text, Claims((named("Nora Bell", text),), (told,)))


@pytest.mark.parametrize(
    ("cue", "key"),
    [
        ("denied", DISAGREES),
        ("rejects", DISAGREES),
        ("accepted", AGREES),
        ("agrees", AGREES),
        ("doubts", DOUBTS),
    ],
)
def test_the_verb_tells(cue: str, key: str) -> None:
    text = f"Nora Bell {cue} that the kitchen had lost money, but kept it."
    (question,) = asked(text, cue, "the kitchen had lost money")
    assert question.key == (key,)
    assert "the claim that the kitchen had lost money" in question.prompt
    assert f"“{cue}”" in question.explanation


def test_nobody_agrees_with_news_or_with_himself() -> None:
    lost = "the kitchen had lost money"
    assert asked(f"Nora Bell confirmed that {lost}.", "confirmed", lost) == []
    assert asked(f"Nora Bell conceded that {lost}, but left.", "conceded", lost) == []
    own = "she had lost the money"
    assert asked(f"Nora Bell accepted that {own}, but left.", "accepted", own) == []


def test_what_is_no_clause_is_no_claim() -> None:
    calls = "calls to quit the race"
    assert asked(f"Nora Bell rejected {calls}.", "rejected", calls) == []
    remark = "the remark about pupils was made"
    assert asked(f"Nora Bell denied that {remark}.", "denied", remark) == []
    looking = "pupils were looking at two"
    assert asked(f"Nora Bell denied that {looking}.", "denied", looking) == []


def test_nobody_who_does_not_deny_is_asked_about() -> None:
    text = "Nora Bell did not deny that the kitchen had lost money."
    assert asked(text, "deny", "the kitchen had lost money") == []


def test_a_pronoun_at_the_start_is_the_source() -> None:
    text = "Nora Bell denied that she had closed the kitchen."
    (question,) = asked(text, "denied", "she had closed the kitchen")
    assert "Nora Bell" in question.prompt
    assert "the claim that she had closed the kitchen" in question.prompt


def test_takes_a_claim_out_of_the_noun_that_holds_it() -> None:
    text = "Nora Bell rejected the idea that the kitchen had lost money, saying so twice."
    (question,) = asked(
        text, "rejected", "the idea that the kitchen had lost money, saying so twice"
    )
    assert question.prompt.removesuffix("?").endswith("the claim that the kitchen had lost money")


def test_what_somebody_declines_to_say_is_no_claim() -> None:
    text = "Nora Bell declined to say whether the kitchen had lost money."
    assert questions(text, Claims(silent=(named("Nora Bell", text),))) == []


def test_names_somebody_else_who_makes_the_claim() -> None:
    lost = "the kitchen had lost money"
    text = f"Nora Bell said that {lost}. Sam Ode denied that {lost}."
    claims = (
        claim(0, text, "Nora Bell", "said", lost),
        claim(1, text, "Sam Ode", "denied", lost),
    )
    (question,) = questions(
        text, Claims((named("Nora Bell", text), named("Sam Ode", text)), claims)
    )
    assert question.prompt.startswith(f"Nora Bell said that {lost}. ")
    assert "Sam Ode" in question.prompt
    assert question.key == (DISAGREES,)


def test_what_somebody_denies_may_be_the_sentence_before() -> None:
    lost = "the kitchen had lost money"
    text = f"Nora Bell said that {lost}. Sam Ode dismissed the claim."
    claims = (
        claim(0, text, "Nora Bell", "said", lost),
        claim(1, text, "Sam Ode", "dismissed", "the claim"),
    )
    (question,) = questions(
        text, Claims((named("Nora Bell", text), named("Sam Ode", text)), claims)
    )
    assert question.prompt.startswith(f"Nora Bell said that {lost}. ")
    assert question.key == (DISAGREES,)
