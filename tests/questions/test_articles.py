"""Three whole articles, from the file to the quiz: a wire report, a trial, an appeal by the police.

They were written for this project, two of them with all that surrounds a text on a news page. What
is expected stands beside each: ``claims`` are those that a person marked and the program finds.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from questions.article import Article
from questions.attribution import find_claims
from questions.claims import Claims
from questions.pipeline import ask
from questions.reading import read
from questions.recipes.material import Material
from questions.recipes.reject import check

FOLDER = Path(__file__).parent / "articles"
FEWEST = 5
"""Questions that an article of 500 words gives."""

NAMES = sorted(file.stem for file in FOLDER.glob("*.txt"))


@dataclass(frozen=True)
class Page:
    """An article, what was found in it, and what is expected of it."""

    article: Article
    claims: Claims
    expected: dict[str, Any]

    @property
    def found(self) -> list[dict[str, Any]]:
        """The claims, as they are written down beside the article."""
        return [
            {
                "source": None if one.source is None else self.claims.sources[one.source].name,
                "cue": one.cue and self.article.text_of(one.cue),
                "content": [self.article.text_of(span) for span in one.content],
            }
            for one in self.claims.claims
        ]


@cache
def page(name: str) -> Page:
    article = read((FOLDER / f"{name}.txt").read_bytes())
    expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Page(article, find_claims(article), expected)


every_page = pytest.mark.parametrize("name", NAMES)


@every_page
def test_the_headline_and_the_captions_are_told_from_the_text(name: str) -> None:
    article, expected = page(name).article, page(name).expected
    assert article.headline == expected["headline"]
    assert [caption.text for caption in article.captions] == expected["captions"]


@every_page
def test_nothing_of_the_page_around_it_is_in_the_text(name: str) -> None:
    text = "\n".join(paragraph.text for paragraph in page(name).article.paragraphs)
    assert [words for words in page(name).expected["furniture"] if words in text] == []


@every_page
def test_the_claims_and_their_sources_are_found(name: str) -> None:
    found = page(name).found
    assert [one for one in page(name).expected["claims"] if one not in found] == []


@every_page
def test_they_make_a_quiz_of_sound_questions(name: str) -> None:
    article, claims = page(name).article, page(name).claims
    quiz = ask(article, claims, number=None, seed=1)
    assert len(quiz) >= FEWEST
    assert [check(question, Material(article, claims)) for question in quiz] == [None] * len(quiz)
    assert all(article.text_of(e) == e.text for question in quiz for e in question.evidence)
