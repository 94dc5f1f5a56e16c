"""Reading: what becomes of headlines, bylines, captions, furniture, subheads and Markdown."""

import re
import textwrap
from pathlib import Path

import pytest

from questions.article import Article, Caption
from questions.reading import LARGEST, Media, UnreadableText, plain, read, read_text
from questions.reading.furniture import reason_to_drop

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
SEED = SHARED / "seed/000_91a564cd18b4cd60.txt"

NEWS = """Bridge closed after inspection – The Courier

By Ann Bell, Transport Correspondent
Updated 4 March 2.47pm

The bridge over the Tallow was closed on Monday after an inspector found a crack in a pillar.

ADVERTISEMENT

“We had no warning,” said the mayor, Tom Dray. “Nobody told us that it was so bad.”

Tom Dray at the bridge on Monday.Ann Bell / AP

Read more: Ten bridges that need repair

‘Nobody told us’

The council says that the bridge was inspected in 2019. The report, it adds, was lost.

Share this article
Leave a Reply"""


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def reasons(article: Article) -> dict[str, str]:
    return {dropped.text: dropped.reason for dropped in article.dropped}


def test_a_copied_page_is_taken_apart() -> None:
    article = read_text(NEWS)
    assert article.headline == "Bridge closed after inspection"
    assert article.outlet == "The Courier"
    assert article.byline == "By Ann Bell, Transport Correspondent"
    assert len(texts(article)) == 3
    assert article.captions == (Caption("Tom Dray at the bridge on Monday.", "Ann Bell / AP", 2),)
    assert [s.heading for s in article.sections if s.own_heading] == ["‘Nobody told us’"]
    assert reasons(article) == {
        "–": "mark between names",
        "Updated 4 March 2.47pm": "date or reading time",
        "ADVERTISEMENT": "advertisement",
        "Read more: Ten bridges that need repair": "link to another text",
        "Share this article": "buttons to share",
        "Leave a Reply": "call for comments",
    }


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
def test_the_seed() -> None:
    article = read(SEED.read_bytes())
    assert article.headline.endswith("propping up embattled ruler")
    assert article.outlet == "NBC News"
    assert len(article.paragraphs) == 25
    assert [(caption.credit, caption.after) for caption in article.captions] == [
        ("Mikhail Klimentyev / AFP – Getty Images file", 4),
        ("Sergei Grits / AP", 12),
        ("Andrei Stasevich / AP", 18),
        ("Reuters", 22),
    ]
    assert article.captions[0].text.endswith("in Saint Petersburg in December 2019.")
    assert "Giles asid Russia could" in article.paragraph(13).text
    assert "Leave a Reply" in reasons(article)
    assert 4 <= len(article.sections) <= 7
    for section in article.sections:
        assert 80 <= sum(len(p.text.split()) for p in section.paragraphs) <= 220


@pytest.mark.parametrize(
    "line",
    [
        "This report was amended on 30 January to include what the ministry said.",
        "Published: 28 January. This report was amended on 30 January to add an answer.",
        "This article, amended on 3 May, now has the right name of the lock.",
    ],
)
def test_a_note_on_a_correction_is_no_text(line: str) -> None:
    assert reason_to_drop(line) == "note on a correction"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a tenth on Monday, and nobody could say why it had happened.",
        "Read his lips: no new taxes, he told the crowd in the square on Monday evening.",
        "Comments made by the minister on Monday were not meant as a threat, she said.",
        "Sign language was used at the meeting for the first time, the council said.",
        "Subscribers to the scheme were told on Monday that it would end in the spring.",
        "By the river, two men were waiting for a boat that never came, she said.",
        "Live music will be banned from the park after nine, the council decided.",
        "Copyright law does not cover it, said the lawyer, and it never did.",
        "Follow the money, the prosecutor said, and you will find the man who lit it.",
        "Updated figures show that 3,100 homes were flooded, said the ministry.",
        "10.15 is the time at which the last train left the station, he said.",
        "The report was amended on 3 May by the council, which had found a mistake.",
        "Left alone, the pillar would have stood for years, the engineer said.",
    ],
)
def test_sentences_are_no_furniture(line: str) -> None:
    body = "The council met on Monday and talked about the bridge for three hours."
    article = read_text(f"Council talks about bridge\n\n{body}\n\n{line}\n\nIt meets on Friday.")
    assert texts(article) == [body, line, "It meets on Friday."]


@pytest.mark.parametrize(
    ("line", "text", "credit"),
    [
        ("The mayor in 2019.Jane Roe / AFP", "The mayor in 2019.", "Jane Roe / AFP"),
        ("The mayor on Monday. (Photo: Jane Roe)", "The mayor on Monday.", "(Photo: Jane Roe)"),
        ("The bridge Picture: Jane Roe", "The bridge", "Picture: Jane Roe"),
        ("The bridge. (AP Photo/Jane Roe)", "The bridge.", "(AP Photo/Jane Roe)"),
        ("The bridge at dusk.Reuters", "The bridge at dusk.", "Reuters"),
        ("Tom Dray (left) with Ann Bell.", "Tom Dray (left) with Ann Bell.", None),
        ("The bridge. Photograph: J. Roe/Getty", "The bridge.", "Photograph: J. Roe/Getty"),
    ],
)
def test_captions_and_credits(line: str, text: str, credit: str | None) -> None:
    body = "The council met on Monday and talked about the bridge for three hours."
    article = read_text(f"Council talks about bridge\n\n{body}\n\n{line}\n\nIt meets on Friday.")
    assert article.captions == (Caption(text, credit, 1),)
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("By Ann Bell, The Courier", "By Ann Bell", "The Courier"),
        (
            "By Ann Bell and Tom Dray, Holm Daily News",
            "By Ann Bell and Tom Dray",
            "Holm Daily News",
        ),
        ("By Ann Bell, Courier staff", "By Ann Bell, Courier staff", None),
        ("By Ann Bell, Tom Dray", "By Ann Bell, Tom Dray", None),
    ],
)
def test_the_paper_at_the_end_of_a_byline(line: str, byline: str, outlet: str | None) -> None:
    article = read_text(f"Bridge closed\n\n{line}\n\nThe old bridge was closed on Monday night.")
    assert (article.byline, article.outlet) == (byline, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "News / Courts / North Bay",
        "Monday, May 05, 2025 — updated on May 06, 2025",
        "Sun 9 Feb 2025 10.30 GMT",
        "Holm, March 4",
        "St Ann, 4 March 2025",
        "Exclusive",
        "Skip past newsletter promotion",
    ],
)
def test_a_line_above_the_text_that_is_no_part_of_it(line: str) -> None:
    article = read_text(
        f"Bridge closed after inspection\n\n{line}\n\nBy Ann Bell\n\n"
        "The old bridge was closed on Monday night.\n\nNobody knows for how long it will be.\n"
    )
    assert line in reasons(article)
    assert (article.headline, article.byline) == ("Bridge closed after inspection", "By Ann Bell")
    assert [section.own_heading for section in article.sections] == [False]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Local Voices is public-interest reporting co-funded by the Holm Trust", False),
        ("The new bridge will be funded by a toll.", True),
    ],
)
def test_who_pays_for_the_paper_is_no_news(line: str, *, kept: bool) -> None:
    article = read_text(
        f"Bridge closed\n\nThe old bridge was closed on Monday night.\n\n"
        f"Nobody knows for how long it will be.\n\n{line}\n"
    )
    assert (line in texts(article)) == kept


def test_a_byline_below_a_summary() -> None:
    article = read_text(
        "Bridge closed\n\nEngineers found cracks in a pillar. Others are not so sure.\n\n"
        "by Ann Bell\n\nThe old bridge was closed on Monday night.\n"
    )
    assert article.byline == "by Ann Bell"
    assert len(texts(article)) == 2


def test_a_byline_with_classes_in_brackets() -> None:
    article = read_text(
        "Hens saved\n\nBy Ann (P7) and Tom (P6)\n\nThe hens will not be given away after all.\n"
    )
    assert article.byline == "By Ann (P7) and Tom (P6)"


def test_markdown() -> None:
    article = read_text(
        "# Bridge closed\n\n*Ann Bell / The Courier*\n\nThe *old* bridge is"
        " [closed](http://a.example) and **nobody** knows why.\n\n"
        "![The bridge. Photo: Ann Bell](b.jpg)\n\n## What is known\n\n"
        "- One pillar has a crack.\n- Two are sound.\n\n> “We had no warning,” the mayor said.\n"
    )
    assert (article.headline, article.byline, article.outlet) == (
        "Bridge closed",
        "Ann Bell",
        "The Courier",
    )
    assert texts(article) == [
        "The old bridge is closed and nobody knows why.",
        "One pillar has a crack.",
        "Two are sound.",
        "“We had no warning,” the mayor said.",
    ]
    assert article.captions == (Caption("The bridge.", "Photo: Ann Bell", 1),)
    assert [(s.heading, s.own_heading) for s in article.sections][1] == ("What is known", True)


def test_plain_text_is_not_taken_for_markdown() -> None:
    paragraphs = [
        "The fee (*not the fine) is 5 * 3 = 15 pounds, and f**k was the word, and s**t too.",
        "1. The first point of the plan is that nobody pays for the bridge.",
        "- He left before she came, the porter said.",
        "#bridge is what they call it, as in _this_one_ here, the mayor said.",
        "> 300 people came to the meeting in the hall on Monday, it is said.",
    ]
    assert texts(read_text("\n\n".join(["Bridge fee rises", *paragraphs]))) == paragraphs


def test_a_live_blog() -> None:
    article = read_text(
        "Flood live: river rises\n\nLive\n\n16.41\nMayor asks for help\n\nThe mayor has asked the"
        " army to send boats, his office says.\n\n16.20 The bridge is shut, and the road to it too,"
        " say police.\n\n15.55 Nobody is hurt, according to the hospital in the town."
    )
    assert [s.heading for s in article.sections if s.own_heading] == ["Mayor asks for help"]
    assert texts(article)[1].startswith("The bridge is shut")
    assert {"16.41", "16.20", "15.55"} <= {
        text for text, reason in reasons(article).items() if reason == "time of a post"
    }


def test_questions_of_an_interview_are_paragraphs() -> None:
    asked = ["When did you start?", "What do you like?", "What is hard?", "Will you stop?"]
    answer = "I started in 1980, when my father died, and I have not missed a day since then."
    text = "\n\n".join(["The keeper of bells", answer, *(x for q in asked for x in (q, answer))])
    article = read_text(text)
    assert [text for text in texts(article) if text.endswith("?")] == asked
    assert not any(section.own_heading for section in article.sections)


def test_a_pull_quote_is_dropped_once() -> None:
    quote = "We had no warning at all and nobody ever came to look at it"
    body = f"The mayor was angry on Monday. “{quote},” he said in the town hall."
    article = read_text(f"Bridge closed\n\n{body}\n\n“{quote}”\n\nThe council will meet on Friday.")
    assert texts(article) == [body, "The council will meet on Friday."]
    assert reasons(article) == {f"“{quote}”": "pull quote"}


@pytest.mark.parametrize(
    ("dateline", "kept"),
    [("PORT ELLERY (NWA) -", False), ("VIENNA -", True)],
)
def test_only_a_dateline_with_the_agency_is_dropped(dateline: str, *, kept: bool) -> None:
    body = "The bridge over the river was closed on Monday, the ministry said."
    article = read_text(f"Bridge closed\n\n{dateline} {body}\n\nNobody was hurt, it said.")
    assert texts(article)[0] == (f"{dateline} {body}" if kept else body)


@pytest.mark.parametrize(
    "shape", ["crlf", "no blank lines", "wrapped", "straight", "bom", "cp1252"]
)
def test_the_same_article_in_other_shapes(shape: str) -> None:
    straight = str.maketrans("“”‘’", "\"\"''")
    raw = {
        "crlf": NEWS.replace("\n", "\r\n").encode(),
        "no blank lines": re.sub(r"\n\s*\n", "\n", NEWS).encode(),
        "wrapped": "\n".join(textwrap.fill(line, 60) for line in NEWS.split("\n")).encode(),
        "straight": NEWS.translate(straight).encode(),
        "bom": b"\xef\xbb\xbf" + NEWS.encode(),
        "cp1252": NEWS.encode("cp1252"),
    }[shape]
    article, usual = read(raw), read_text(NEWS)
    expected = [t.translate(straight) if shape == "straight" else t for t in texts(usual)]
    assert texts(article) == expected
    assert article.captions == usual.captions
    assert article.headline == usual.headline


def test_ten_words_are_one_section() -> None:
    article = read_text("The bridge was closed on Monday after a long inspection.")
    assert article.headline == ""
    assert [len(section.paragraphs) for section in article.sections] == [1]


def test_one_giant_paragraph_is_parted_outside_quotations() -> None:
    sentence = (
        "The council met. “We had no warning. Nobody came. It is a scandal,” the mayor said. "
    )
    article = read_text("Bridge closed\n\n" + sentence * 60)
    assert len(article.sections) > 2
    assert all(text.count("“") == text.count("”") for text in texts(article))
    assert " ".join(texts(article)) == (sentence * 60).strip()


@pytest.mark.parametrize(
    "raw", [b"", b" \n ", b"PK\x03\x04\0\0\0", b"x" * (LARGEST[Media.TEXT] + 1)]
)
def test_what_cannot_be_read_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"^This (?:file|text) is .*\.$"):
        read(raw)


def test_plain_keeps_the_text_and_says_where_it_stood() -> None:
    text = "\nA head\n\n  First line\nand second. \n\n\nLast."
    article, offsets = plain(text)
    assert texts(article) == ["A head", "First line\nand second.", "Last."]
    assert offsets == (1, 11, 37)
    assert texts(plain("One.\nTwo.\n")[0]) == ["One.", "Two."]
