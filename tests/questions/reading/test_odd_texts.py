"""Texts as people paste them: remnants of pages, tables, notes, conversations, posts."""

import pytest

from questions.article import Article
from questions.reading import read_text

BODY = (
    "The council met on Monday and talked about the bridge for three hours, the mayor said.",
    "“We had no warning,” said the mayor, Tom Dray. “Nobody told us that it was so bad.”",
    "The bridge will stay closed until the summer, according to the council’s own report.",
)


def with_lines(*between: str) -> Article:
    """An article with these lines after its first paragraph."""
    return read_text("\n\n".join(["Bridge closed", BODY[0], *between, *BODY[1:]]))


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def test_tags_and_entities_of_html_are_taken_out() -> None:
    article = read_text(
        f"Bridge closed\n\n<p>{BODY[0]}</p>\n\n<br>&nbsp;\n\n<p class='x'>{BODY[1]}</p>\n\n"
        f"{BODY[2]} Tea &amp; cakes cost 5 &lt; 6 pounds.\n\n<a href='/'>Read more</a>"
    )
    assert texts(article) == [*BODY[:2], f"{BODY[2]} Tea & cakes cost 5 < 6 pounds."]
    assert {d.reason for d in article.dropped} == {"mark of HTML", "link to another text"}


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (["Year | Found", "2018 | nothing"], ["Year | Found", "2018 | nothing"]),
        (["Year\tFound", "2018\tnothing"], ["Year\tFound", "2018\tnothing"]),
        (["| A | B |", "|---|---|", "| c | d |"], ["| A | B |", "| c | d |"]),
        (["North | open", "South | closed", "West | open"],) * 2,
    ],
)
def test_rows_of_a_table_are_text(rows: list[str], kept: list[str]) -> None:
    assert texts(with_lines("\n".join(rows)))[1:-2] == kept


@pytest.mark.parametrize(
    "note",
    [
        "Editor's note: This story was updated on Tuesday.",
        "CORRECTION (March 4): A previous version misspelled a name.",
        "(This story has been corrected to fix the mayor’s name in paragraph 2)",
        "Our Standards: The Trust Principles of the agency",
        "3h ago",
        "Updated 20 min ago",
    ],
)
def test_notes_are_left_out(note: str) -> None:
    article = with_lines(note)
    assert texts(article) == list(BODY)
    assert [dropped.text for dropped in article.dropped] == [note]


def test_whose_words_a_pull_quote_are_goes_with_it() -> None:
    article = with_lines("“Nobody told us that it was so bad”\n— Tom Dray, mayor")
    assert texts(article) == list(BODY)


def test_a_dash_alone_takes_nothing_away() -> None:
    line = "— Tom Dray did not come, and nobody knew where he was that evening."
    assert texts(with_lines(line))[1] == line


def test_in_a_conversation_the_names_stand_with_the_words() -> None:
    talk = [
        "The Courier: When did you hear of it?",
        "Tom Dray: On Monday morning, when the phone rang and did not stop.",
        "The Courier: What now?",
        "Tom Dray: We wait, and we build a new one when there is money.",
    ]
    article = with_lines(*talk)
    assert texts(article)[1:5] == talk
    assert not any(section.own_heading for section in article.sections)


def test_an_outlet_below_the_byline_is_no_heading() -> None:
    article = read_text("\n".join(["Bridge closed", "By Ann Bell", "BBC News", "", *BODY]))
    assert (article.outlet, article.byline) == ("BBC News", "By Ann Bell")
    assert texts(article) == list(BODY)
