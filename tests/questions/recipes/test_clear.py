"""Whether a reader can have no doubt whose a claim is."""

from dataclasses import replace

import pytest

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claims, Naming, Source, SourceKind
from questions.recipes.clear import is_clear
from tests.questions.recipes.bridge import CLAIMS


def clear(text: str, mention: str, cue: str, name: str = "Bert Lugg") -> bool:
    """Whether the claim at the end of *text* is clearly by *name*, the *mention* beside *cue*."""

    def place(words: str) -> Span:
        start = text.rindex(words)
        return Span(1, start, start + len(words))

    mentions = (Span(1, text.index(name), text.index(name) + len(name)), place(mention))
    source = Source(name, SourceKind.PERSON, Naming.NAME_ONLY, mentions=mentions)
    end = place(cue).end
    claim = replace(
        CLAIMS[1],
        source=0,
        mention=place(mention),
        cue=place(cue),
        content=(Span(1, end + 1, len(text)),),
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    return is_clear(article, Claims((source,), (claim,)), 0)


@pytest.mark.parametrize(
    ("text", "mention", "cue", "expected"),
    [
        ("Bert Lugg mended a net. He said the wall was gone", "He", "said", True),
        ("Bert Lugg mended a net. The net was old. He said so to all", "He", "said", True),
        ("Bert Lugg mended. The Prime Minister came in. He pledged it", "He", "pledged", False),
        ("Bert Lugg, a minister, left. The Bert came. He pledged it", "He", "pledged", True),
        ("Bert Lugg says the wall is gone", "Bert Lugg", "says", True),
        ("The charge against Bert Lugg put it so", "The charge against Bert Lugg", "put", False),
        ("It was in papers seen by Bert Lugg, which suggest a lie", "Bert Lugg", "suggest", False),
    ],
)
def test_a_name_or_a_pronoun_must_mean_the_source(
    text: str, mention: str, cue: str, *, expected: bool
) -> None:
    assert clear(text, mention, cue) == expected


def test_the_council_is_no_clear_source_where_two_councils_are_named() -> None:
    first = "Eel Bay Town Council met on Monday."
    second = "Oxter County Council had looked at the wharf."
    third = "The council says the wharf is safe."
    for texts, expected in (((first, second, third), False), ((first, first, third), True)):
        paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
        where = Span(3, 0, 11)
        source = Source("Oxter County Council", SourceKind.ORGANISATION, Naming.NAME_ONLY)
        said = Span(3, 12, 16)
        claim = replace(CLAIMS[1], source=0, mention=where, cue=said, content=(Span(3, 17, 34),))
        article = Article("", sections=(Section(1, "", paragraphs),))
        assert is_clear(article, Claims((source,), (claim,)), 0) == expected


def test_one_who_is_he_here_and_she_there_has_been_mistaken() -> None:
    text = "Bert Lugg mended a net. He said so. Then she said the wall was gone"
    at = [Span(1, text.index(w), text.index(w) + len(w)) for w in ("Bert Lugg", "He", "she")]
    said = Span(1, text.rindex("said"), text.rindex("said") + 4)
    claim = replace(
        CLAIMS[1], source=0, mention=at[2], cue=said, content=(Span(1, said.end + 1, len(text)),)
    )
    article = Article("", sections=(Section(1, "", (Paragraph(1, text),)),))
    for mentions, expected in (((at[0], at[2]), True), (tuple(at), False)):
        source = Source("Bert Lugg", SourceKind.PERSON, Naming.NAME_ONLY, mentions=mentions)
        assert is_clear(article, Claims((source,), (claim,)), 0) == expected
