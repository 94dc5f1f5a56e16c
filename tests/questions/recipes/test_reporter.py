"""Which sentences are the reporter's own beyond doubt."""

import pytest

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.recipes.clauses import is_headline
from questions.recipes.material import Material
from questions.recipes.reporter import reporters_sentences
from tests.questions.recipes.bridge import ARTICLE, BRIDGE


def told_in(text: str) -> list[str]:
    """The reporter's sentences in an article of one paragraph, without claims."""
    article = Article("A headline", sections=(Section(1, "", (Paragraph(1, text),)),))
    return [article.text_of(s) for s in reporters_sentences(Material(article, Claims()))]


def test_of_the_bridge_one_sentence_is_told_and_neither_said_nor_found_by_somebody() -> None:
    told = [ARTICLE.text_of(span) for span in reporters_sentences(BRIDGE)]
    assert [text.split()[0] for text in told] == ["Workers"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was probably closed by a man who had no right to do it.",
        "The bridge was closed on Monday because the mayor was afraid of cracks, officials said.",
        "She closed the bridge on Monday and went to the town hall with the keys.",
        "This article was changed on Monday because it had the wrong name of the bridge.",
        "The Marlow Desk is local journalism co-funded by the Bridge Notice Trust.",
        "The old bridge was closed on Monday with ropes at both ends",
        "Council Was Told That Bridge Has Deep Cracks In Every Pillar",
        "Back in New Hampshire on Monday, he closed the old bridge at both ends.",
        "Candles were lit at both ends of the old bridge, too.",
        "I closed the bridge on Monday and walked to the town hall with the keys.",
    ],
)
def test_a_sentence_with_a_hint_of_a_voice_or_without_its_noun_is_left_out(text: str) -> None:
    assert told_in(text) == []


def test_a_sentence_that_opens_the_paragraph_of_a_claim_counts_if_it_has_a_figure() -> None:
    opening = "The council spent 40 per cent of the budget on the old bridge last year."
    assert told_in(opening + " Nothing was said about it.") == [opening]
    assert told_in(opening.replace("40 per cent", "half") + " Nothing was said about it.") == []


def test_a_headline_has_capitals_nearly_throughout() -> None:
    assert is_headline("Bridge At Marlow Ford Closed After Divers Find Cracks")
    assert not is_headline("The bridge at Marlow Ford was closed after Ada Okafor found cracks")
