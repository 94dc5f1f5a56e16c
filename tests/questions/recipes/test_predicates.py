"""Verbs with their content that can stand after "who"."""

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.recipes.predicates import find_predicates

ADA = Source("Ada Okafor", SourceKind.PERSON, Naming.NAME_ONLY)


def predicates(text: str, cue: str, content: str, mention: str = "Ada Okafor") -> list[str]:
    """What is found in an article of one paragraph with one claim."""

    def span(words: str) -> Span:
        return Span(1, text.index(words), text.index(words) + len(words))

    claim = Claim(0, span(mention), span(cue), (span(content),), Form.INDIRECT)
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    return [p.text for p in find_predicates(article, Claims((ADA,), (claim,)))]


def test_the_verb_goes_with_what_follows() -> None:
    text = "Ada Okafor urged the town to close the bridge before winter, and left."
    content = "the town to close the bridge before winter"
    assert predicates(text, "urged", content) == [f"urged {content}"]


def test_a_quotation_is_taken_with_its_marks() -> None:
    text = "On Monday Ada Okafor called the bridge “a grand old lady in need of care,” and laughed."
    found = predicates(text, "called", "the bridge “a grand old lady in need of care")
    assert found == ["called the bridge “a grand old lady in need of care”"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ada Okafor wrote “the bridge shall never be closed.”",
            "wrote",
            "the bridge shall never be closed",
        ),
        (
            "Ada Okafor was accused of hiding a report on the cracks.",
            "accused",
            "of hiding a report on the cracks",
        ),
        (
            "A friend of Ada Okafor urged the town to close the bridge at once.",
            "urged",
            "the town to close the bridge at once",
        ),
        (
            "Tom Ferris and Ada Okafor urged the town to close the bridge at once.",
            "urged",
            "the town to close the bridge at once",
        ),
        (
            "Ada Okafor urged him to close the old bridge before winter.",
            "urged",
            "him to close the old bridge before winter",
        ),
        (
            "Ada Okafor thinks that would be a mistake for the whole town.",
            "thinks",
            "that would be a mistake for the whole town",
        ),
        (
            "Ada Okafor urged the town to close the bridge that her father built.",
            "urged",
            "the town to close the bridge",
        ),
    ],
)
def test_what_is_passive_somebody_elses_or_cut_short_is_left_out(
    text: str, cue: str, content: str
) -> None:
    assert predicates(text, cue, content) == []
