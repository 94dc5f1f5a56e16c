"""A web page as text: its article without menus, comments, advertisements and other articles.

trafilatura finds the article. It knows no captions and drops the times of a live blog's posts; so
both are put into paragraphs first, captions behind a mark by which they are known afterwards.
"""

import codecs
import re
from typing import Any

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.settings import Document

from questions.reading.decoding import UnreadableText, decode
from questions.reading.draft import Draft
from questions.reading.markup import CAPTION, Block, blocks

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_BEGINNING = 4096
"""In so many bytes a page says how its characters are written."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CAPTIONS = (
    ".//figcaption | .//*[self::p or self::div or self::span or self::dd]"
    "[contains(@class, 'wp-caption-text') or contains(@class, 'image-caption')"
    " or contains(@class, 'photo-caption') or contains(@class, 'media-caption')]"
)
_CLOCK = re.compile(r"\s*\d{1,2}[.:h]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?\s*", re.IGNORECASE)
_FEWEST_POSTS = 3
_FEWEST_WORDS = 25
_OUTLET = re.compile(r"(?=.{2,40}$)[A-Z][^|–—/\s]*(?:\s+(?:[A-Z&][^|–—/\s]*|of|the|and|for)){0,4}")
_BYLINE = re.compile(r"(?:by|words|reporting by|story by)\b\s*:?\s+\S", re.IGNORECASE)
_NO_ARTICLE = "There is no article on this page. Copy its text and paste it."


def to_text(raw: bytes) -> str:
    """The article of the page *raw*; UnreadableText if there is none."""
    tree = _tree(raw)
    _keep_captions(tree)
    _keep_times(tree)
    page = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    if not isinstance(page, Document) or page.body is None:
        raise UnreadableText(_NO_ARTICLE)
    found = list(blocks(page.body))
    if sum(len(block.words.split()) for block in found) < _FEWEST_WORDS:
        raise UnreadableText(_NO_ARTICLE)
    return _drafted(page, found)


def _tree(raw: bytes) -> Any:
    try:
        return lxml.html.document_fromstring(_DECLARATION.sub("", _characters(raw)))
    except (etree.LxmlError, ValueError):
        raise UnreadableText(_NO_ARTICLE) from None


def _characters(raw: bytes) -> str:
    """The characters of the page, which may say itself how they are written."""
    stated = _CHARSET.search(raw[:_BEGINNING])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        codec = codecs.lookup(stated[1].decode("ascii")) if stated else None
    except LookupError:
        codec = None
    # What calls itself Latin-1 is the encoding of old Windows programs, to every browser.
    if codec is None or codec.name in {"iso8859-1", "utf-8", "ascii"}:
        return decode(raw)
    return raw.decode(codec.name, errors="replace")


def _keep_captions(tree: Any) -> None:
    """Put each caption into a paragraph that nothing but its mark tells from the text."""
    for found in tree.xpath(_CAPTIONS):
        words = " ".join(found.text_content().split())
        if found.getparent() is None or not words:
            continue
        paragraph = lxml.html.Element("p")
        paragraph.text = CAPTION + words
        figure = next(found.iterancestors("figure"), found)
        paragraph.tail = figure.tail
        figure.tail = None
        figure.getparent().replace(figure, paragraph)


def _keep_times(tree: Any) -> None:
    """Put the times of a live blog's posts into paragraphs."""
    times = [time for time in tree.iter("time") if _CLOCK.fullmatch(time.text_content())]
    if len(times) >= _FEWEST_POSTS:
        for time in times:
            time.tag = "p"


def _drafted(page: Document, found: list[Block]) -> str:
    draft = Draft()
    title = page.title or ""
    outlet = page.sitename if page.sitename and _OUTLET.fullmatch(page.sitename) else ""
    draft.headline(_without_outlet(title, page.sitename or ""), outlet)
    if page.author and not any(_BYLINE.match(block.words) for block in found[:4]):
        draft.paragraph("By " + " and ".join(page.author.split("; ")))
    if page.date:
        draft.paragraph(f"Published {page.date}")
    for number, block in enumerate(found):
        if number or block.words != title:
            draft.block(block)
    return draft.text


def _without_outlet(title: str, outlet: str) -> str:
    """*title* without the name of the outlet that pages put behind it."""
    tail = rf"\s+[|–—:·-]\s+{re.escape(outlet)}\s*$"
    return re.sub(tail, "", title, flags=re.IGNORECASE) if outlet else title
