"""Word files: what is read of them, and what is refused."""

import io
import zipfile
from collections.abc import Callable

import pytest

from questions.reading import Media, UnreadableText, docx, read
from tests.questions.reading.pages import CAPTION, CREDIT, HEADLINE, PARAGRAPHS, SUBHEAD
from tests.questions.reading.word_files import document, paragraph, part, run, table, word_file

CHANGED = (
    run("The bridge over the Tallow was closed on ")
    + f'<w:del w:id="1" w:author="Ed"><w:r><w:delText>Sunday</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="Ed">{run("Monday")}</w:ins>'
    + run(" after an inspector found a crack in one of its pillars, the county council said.")
)


def read_word(raw: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(raw, Media.DOCX).paragraphs]


def test_an_article_with_all_that_word_can_do() -> None:
    commented = (
        '<w:commentRangeStart w:id="0"/>'
        + run(PARAGRAPHS[1])
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    noted = run(PARAGRAPHS[2]) + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    article = read(
        word_file(
            paragraph(HEADLINE, "Title"),
            paragraph("By Ann Bell"),
            paragraph(CHANGED),
            paragraph(commented),
            paragraph(f"{CAPTION}. {CREDIT}", "Caption"),
            paragraph(noted),
            paragraph(SUBHEAD, "Heading1"),
            paragraph("A pillar has a crack.", listed=True),
            paragraph("A report is lost.", listed=True),
            table(("Year", "Inspections"), ("2019", "1")),
            comments=part(
                "comments",
                f'<w:comment w:id="0" w:initials="E">{paragraph("Really?")}</w:comment>',
            ),
            footnotes=part(
                "footnotes", f'<w:footnote w:id="2">{paragraph("See the file.")}</w:footnote>'
            ),
        ),
        Media.DOCX,
    )
    assert (article.headline, article.byline) == (HEADLINE, "By Ann Bell")
    assert [paragraph.text for paragraph in article.paragraphs] == [
        "The bridge over the Tallow was closed on Monday after an inspector found a crack in one "
        "of its pillars, the county council said.",
        *PARAGRAPHS[1:3],
        "A pillar has a crack.",
        "A report is lost.",
        "Year | Inspections",
        "2019 | 1",
    ]
    assert [(c.text, c.credit, c.after) for c in article.captions] == [(f"{CAPTION}.", CREDIT, 2)]
    assert [section.heading for section in article.sections if section.own_heading] == [SUBHEAD]
    assert article.dropped == ()


def test_a_heading_alone_at_the_top_is_the_headline() -> None:
    raw = word_file(paragraph(HEADLINE, "Heading1"), *map(paragraph, PARAGRAPHS))
    assert read(raw, Media.DOCX).headline == HEADLINE


def test_without_any_style_the_first_line_is_the_headline() -> None:
    article = read(word_file(paragraph(HEADLINE), *map(paragraph, PARAGRAPHS)), Media.DOCX)
    assert article.headline == HEADLINE
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "title", [HEADLINE, f"<w:r><w:rPr><w:b/></w:rPr><w:t>{HEADLINE}</w:t></w:r>"]
)
def test_a_first_line_above_headings_of_sections_is_the_headline(title: str) -> None:
    raw = word_file(
        paragraph(title),
        paragraph("By Ann Bell"),
        *map(paragraph, PARAGRAPHS[:2]),
        paragraph(SUBHEAD, "Heading1"),
        *map(paragraph, PARAGRAPHS[2:]),
    )
    article = read(raw, Media.DOCX)
    assert (article.headline, article.byline) == (HEADLINE, "By Ann Bell")
    assert [section.heading for section in article.sections if section.own_heading] == [SUBHEAD]
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "first", ["By Ann Bell and Tom Okafor", "Monday 4 May 2020", "News", PARAGRAPHS[0]]
)
def test_another_first_line_is_not_the_headline(first: str) -> None:
    raw = word_file(
        *map(paragraph, [first, *PARAGRAPHS[:2]]),
        paragraph(SUBHEAD, "Heading1"),
        paragraph(PARAGRAPHS[2]),
    )
    assert read(raw, Media.DOCX).headline != first


def test_what_looks_like_markdown_stays_as_it_is() -> None:
    odd = [
        "# is what they put before a word, and *nobody* knows why_it_is so, she said at last.",
        "- He said [sic](no), and then 5 * 3 = 15 > 12, as the minutes of the meeting have it.",
    ]
    assert read_word(word_file(paragraph(HEADLINE), *map(paragraph, odd))) == odd


def test_moved_words_stand_where_they_were_moved() -> None:
    first = f'<w:moveFrom w:id="1">{run("Old place.")}</w:moveFrom>' + run(PARAGRAPHS[0])
    second = run(PARAGRAPHS[1]) + f'<w:moveTo w:id="2">{run(" New place.")}</w:moveTo>'
    raw = word_file(paragraph(HEADLINE), paragraph(first), paragraph(second))
    assert read_word(raw) == [PARAGRAPHS[0], f"{PARAGRAPHS[1]} New place."]


def zipped(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def bomb() -> bytes:
    return word_file(paragraph("x"), filler=b"\0" * (docx.LARGEST_UNPACKED + 1))


def lying_bomb() -> bytes:
    """A bomb whose list of contents says that it is small."""
    raw, size = bytearray(bomb()), docx.LARGEST_UNPACKED + 1
    at = raw.rindex(size.to_bytes(4, "little"))
    raw[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(raw)


def entities(encoding: str = "utf-8") -> bytes:
    """A billion laughs."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    kinds = f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]>'
    text = document(paragraph("&a9;")).replace("?>", f"?>{kinds}", 1).replace("UTF-8", encoding)
    raw = word_file(paragraph("x"))
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.namelist():
            known = entry != "word/document.xml"
            new.writestr(entry, old.read(entry) if known else text.encode(encoding))
    return file.getvalue()


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"PK\x03\x04 and nothing else", "broken"),
    "half of one": (lambda: word_file(paragraph("x"))[:600], "broken"),
    "another archive": (lambda: zipped(mimetype=b"application/vnd.oasis"), "not a Word"),
    "no document": (
        lambda: zipped(**{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x"}),
        "broken",
    ),
    "bomb": (bomb, "too much"),
    "bomb that lies": (lying_bomb, "broken"),
    "many entries": (
        lambda: zipped(**{f"word/{n}.xml": b"" for n in range(docx.MOST_ENTRIES + 1)}),
        "too much",
    ),
    "entities": (entities, "broken"),
    "entities in UTF-16": (lambda: entities("utf-16"), "broken"),
    "no paragraph": (word_file, "empty"),
    "nested without end": (
        lambda: word_file(paragraph("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000)),
        "broken",
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_what_to_do(name: str) -> None:
    make, sentence = UNREADABLE[name]
    with pytest.raises(UnreadableText, match=sentence):
        read(make(), Media.DOCX)
