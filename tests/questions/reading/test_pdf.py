"""PDFs: columns, running heads and parted words; and what is refused."""

import io
from collections.abc import Callable

import pypdf
import pytest

from questions.reading import Media, UnreadableText, pdf, read
from tests.questions.reading.pages import CAPTION, CREDIT, HEADLINE, PARAGRAPHS, SUBHEAD
from tests.questions.reading.pdf_files import (
    BOLD,
    HEIGHT,
    Picture,
    Words,
    column,
    written,
)  # fmt: skip
from tests.questions.reading.pdf_files import pdf as pdf_file

LEFT, RIGHT, COLUMN = 50, 310, 235


def head() -> list[Words | Picture]:
    """A headline of two lines over both columns."""
    words = HEADLINE.split()
    lines = " ".join(words[:5]), " ".join(words[5:])
    return [Words(line, LEFT, 770 - 26 * n, 22, BOLD) for n, line in enumerate(lines)]


def texts(raw: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(raw, Media.PDF).paragraphs]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = [
        *head(),
        Words("By Ann Bell", LEFT, 715, 10, BOLD),
        *column(list(PARAGRAPHS[:3]), LEFT, 690, COLUMN),
        Words(SUBHEAD, RIGHT, 690, 10, BOLD),
        *column(list(PARAGRAPHS[3:]), RIGHT, 676, COLUMN),
    ]
    article = read(pdf_file(page), Media.PDF)
    assert (article.headline, article.byline) == (HEADLINE, "By Ann Bell")
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert [section.heading for section in article.sections if section.own_heading] == [SUBHEAD]


def test_a_paragraph_goes_on_over_columns_pages_and_pictures() -> None:
    lines = list(column(list(PARAGRAPHS), 0, 0, COLUMN))
    third = len(lines) // 3 + 1  # a whole paragraph ends nowhere near
    places = [(0, LEFT, 690), (0, RIGHT, 690), (1, LEFT, 780)]
    pages: list[list[Words | Picture]] = [head(), []]
    for number, (page, x, top) in enumerate(places):
        for row, line in enumerate(lines[number * third : (number + 1) * third]):
            pages[page].append(Words(line.text, x + line.x, top - 12 * row))
    picture = Picture(LEFT, 300, COLUMN, 100)
    pages[0] += [picture, Words(f"{CAPTION}. {CREDIT}", LEFT, 288, 8)]
    article = read(pdf_file(*pages), Media.PDF)
    assert [paragraph.text for paragraph in article.paragraphs] == list(PARAGRAPHS)
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        (f"{CAPTION}.", CREDIT)
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages: list[list[Words | Picture]] = [
        [
            Words(f"THE COURIER  Tuesday, March 3, 2026  {number}", LEFT, HEIGHT - 30, 8),
            Words(str(number), 290, 30, 9),
            *column(list(paragraphs), LEFT, 700, 480),
        ]
        for number, paragraphs in ((1, PARAGRAPHS[:3]), (2, PARAGRAPHS[3:]))
    ]
    assert texts(pdf_file(*pages)) == list(PARAGRAPHS)


def test_words_parted_at_the_end_of_a_line_are_whole() -> None:
    lines = [
        "The inspector for the county told the council’s commit-",
        "tee that the bridge, which is well-known for its arch, and well-",
        "known for its cracks, was a long-term problem, and the Anglo-",
        "French company that had built it, with nobody to over-",
        "see the work, was gone: a forty-",
        "year-old firm, the inspector said.",
    ]
    page: list[Words | Picture] = [Words(line, LEFT, 700 - 12 * n) for n, line in enumerate(lines)]
    assert texts(pdf_file(page)) == [
        "The inspector for the county told the council’s committee that the bridge, which is "
        "well-known for its arch, and well-known for its cracks, was a long-term problem, and the "
        "Anglo-French company that had built it, with nobody to oversee the work, was gone: a "
        "forty-year-old firm, the inspector said."
    ]


def test_ligatures_are_letters() -> None:
    assert "oﬃce ﬁle ﬂood".translate(pdf._LIGATURES) == "office file flood"


def test_white_between_paragraphs_parts_them_as_well() -> None:
    page: list[Words | Picture] = []
    top = 700.0
    for paragraph in PARAGRAPHS:
        lines = [Words(w.text, LEFT, w.y) for w in column([paragraph], LEFT, top, 480)]
        page += lines
        top = lines[-1].y - 20
    assert texts(pdf_file(page)) == list(PARAGRAPHS)


def locked() -> bytes:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_file([*column(list(PARAGRAPHS), LEFT, 700, 480)])))
    writer.encrypt("secret", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def many_pages() -> bytes:
    """Ten thousand times the same page."""
    kids = "4 0 R " * 10_000
    return written(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count 10000 >>",
            "<< >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ]
    )


def pages_in_a_circle() -> bytes:
    return written(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]
    )


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a picture": (lambda: pdf_file([Picture(0, 0, 500, 500)]), "picture"),
    "nothing at all": (lambda: pdf_file([]), "picture"),
    "locked": (locked, "password"),
    "broken off": (lambda: pdf_file([*column(list(PARAGRAPHS), LEFT, 700, 480)])[:300], "broken"),
    "no more than a beginning": (lambda: b"%PDF-1.7\n%\xe2\xe3", "broken"),
    "ten thousand pages": (many_pages, "300 pages"),
    "pages in a circle": (pages_in_a_circle, "broken"),
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_what_to_do(name: str) -> None:
    make, sentence = UNREADABLE[name]
    with pytest.raises(UnreadableText, match=sentence):
        read(make(), Media.PDF)


def test_a_lock_without_a_password_keeps_nobody_out() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf_file([*column(list(PARAGRAPHS), LEFT, 700, 480)])))
    writer.encrypt("", "the owner's", algorithm="AES-128")
    file = io.BytesIO()
    writer.write(file)
    assert texts(file.getvalue()) == list(PARAGRAPHS)
