"""What kind of file something is, told by what is in it."""

import pytest

from questions.reading import LARGEST, Media, UnreadableText, media_of, read
from tests.questions.reading import pages
from tests.questions.reading.pages import HEADLINE, PARAGRAPHS
from tests.questions.reading.pdf_files import Words, pdf
from tests.questions.reading.word_files import paragraph, word_file


@pytest.mark.parametrize(
    ("raw", "name", "media"),
    [
        (b"The bridge is closed.", "a.txt", Media.TEXT),
        (b"<html><p>The bridge is closed.", "a.pdf", Media.HTML),
        (b" \n", "a.docx", Media.TEXT),
        (b"# Bridge closed", "a.md", Media.TEXT),
        (b"", "a.txt", Media.TEXT),
        (b"\xef\xbb\xbf \n<!-- saved --><!DOCTYPE html><p>x", "a.txt", Media.HTML),
        (b"<html lang='en'>", "a", Media.HTML),
        (b"<?xml version='1.0'?>\n<html>", "a.xml", Media.HTML),
        (b"<p>The bridge is closed.</p>", "a.HTM", Media.HTML),
        (b"<p> is an element of HTML, she said.", "a.txt", Media.TEXT),
        (pages.archive(), "a.mhtml", Media.HTML),
        (pdf([Words("x", 9, 9)]), "a.txt", Media.PDF),
        (b"\n\n%PDF-1.4", "a.pdf", Media.PDF),
        (word_file(paragraph("x")), "a.txt", Media.DOCX),
    ],
)
def test_the_content_counts_before_the_name(raw: bytes, name: str, media: Media) -> None:
    assert media_of(raw, name) is media


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1\\ansi", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"bplist00", "Safari"),
    ],
)
def test_kinds_that_nobody_reads_are_named(raw: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableText, match=sentence):
        media_of(raw, "article.docx")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("a.docx", "no Word file"), ("a.DOCX", "no Word file"), ("a.pdf", "no PDF")],
)
def test_text_under_the_name_of_another_kind_is_refused(name: str, sentence: str) -> None:
    with pytest.raises(UnreadableText, match=sentence):
        media_of(b"xx", name)


@pytest.mark.parametrize("media", Media)
def test_too_much_is_not_even_looked_at(media: Media) -> None:
    with pytest.raises(UnreadableText, match="too large"):
        read(b"%PDF- PK <html>" + b"x" * LARGEST[media], media)


@pytest.mark.parametrize("media", Media)
def test_the_wrong_kind_is_refused_and_nothing_else_happens(media: Media) -> None:
    others = [
        b"The bridge is closed.", b"<html><p>x", word_file(paragraph("x")), pdf([]), b"\0" * 99,
    ]  # fmt: skip
    for raw in others:
        try:
            read(raw, media)
        except UnreadableText as unreadable:
            assert str(unreadable).endswith(".")  # noqa: PT017  some can be read after all


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_in_any_encoding(encoding: str) -> None:
    text = "\r\n\r\n".join([HEADLINE, *PARAGRAPHS])
    article = read(text.encode(encoding))
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)


def test_text_without_a_byte_order_mark_in_utf_16_is_refused() -> None:
    with pytest.raises(UnreadableText, match="not text"):
        read("The bridge is closed.".encode("utf-16-le"))
