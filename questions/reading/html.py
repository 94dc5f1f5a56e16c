"""A web page as text: its article without menus, comments, advertisements and other articles.

trafilatura finds the article. It knows no captions and drops the times of a live blog's posts; so
both are put into paragraphs first, captions behind a mark by which they are known afterwards.
"""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from typing import Any

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.settings import Document

from questions.reading.captions import LABEL
from questions.reading.decoding import UnreadableText
from questions.reading.decoding import to_text as decoded
from questions.reading.draft import Draft
from questions.reading.markup import CAPTION, Block, Kind, blocks
from questions.reading.media import is_archive

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
_LAYOUT = "boolean(.//table or .//h1 or .//td[count(p) > 1 or count(div) > 1])"
"""Whether a table has in it what no table of figures has."""
_FEWEST_POSTS = 3
_NEAR = 6
"""Between two paragraphs of an article stand no more blocks than this."""
_MANY_HEADINGS = 6
_FEWEST_UNDER_EACH = 35
_FEWEST_WORDS = 25
_OUTLET = re.compile(r"(?=.{2,40}$)[A-Z][^|–—/\s]*(?:\s+(?:[A-Z&][^|–—/\s]*|of|the|and|for)){0,4}")
_BYLINE = re.compile(r"(?:by|words|reporting by|story by)\b\s*:?\s+\S", re.IGNORECASE)
_JOB = re.compile(
    r"(?:[\w’'&-]+ ){0,3}"
    r"(?:writer|reporter|correspondent|editor|journalist|columnist|critic|contributor|producer)s?",
    re.IGNORECASE,
)
_FRONT_PAGE = "This page lists many articles. Open the one you want, and bring that."
_NO_ARTICLE = "There is no article on this page. Copy its text and paste it."


def to_text(raw: bytes) -> str:
    """The article of the page *raw*; UnreadableText if there is none."""
    tree = _tree(raw)
    titled = " ".join(tree.xpath("string(//title)").split())
    _keep_captions(tree)
    _keep_times(tree)
    _unlayered(tree)
    source = [*blocks(tree), *_stated(tree)]
    page = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(page, Document) or page.body is None:
        raise UnreadableText(_NO_ARTICLE)
    found = list(blocks(page.body))
    _check(found)
    return _drafted(page, list(_restored(found, source)), titled)


def _check(found: list[Block]) -> None:
    """UnreadableText if *found* are not the blocks of one article."""
    words = sum(len(block.words.split()) for block in found)
    headings = sum(block.kind is Kind.HEADING for block in found)
    if words < _FEWEST_WORDS:
        raise UnreadableText(_NO_ARTICLE)
    if headings >= _MANY_HEADINGS and words < _FEWEST_UNDER_EACH * headings:
        raise UnreadableText(_FRONT_PAGE)


def _tree(raw: bytes) -> Any:
    page = _of_archive(raw) if is_archive(raw) else raw
    try:
        return lxml.html.document_fromstring(_DECLARATION.sub("", _characters(page)))
    except (etree.LxmlError, ValueError):
        raise UnreadableText(_NO_ARTICLE) from None


def _of_archive(raw: bytes) -> bytes:
    """The page itself, of a file in which a browser has saved all that belongs to it."""
    page = message_from_bytes(raw, policy=policy.default).get_body(("html",))
    content = page.get_payload(decode=True) if page is not None else b""
    return content if isinstance(content, bytes) else b""


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
        return decoded(raw)
    return raw.decode(codec.name, errors="replace")


def _keep_captions(tree: Any) -> None:
    """Put each caption into a paragraph that nothing but its mark tells from the text."""
    for found in tree.xpath(_CAPTIONS):
        words = LABEL.sub("", " ".join(found.text_content().split()))
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


def _unlayered(tree: Any) -> None:
    """Make tables that only lay a page out what they are: parts of a page."""
    for table in list(tree.iter("table")):
        if table.xpath(_LAYOUT):
            for part in table.iter("table", "tbody", "tr", "td", "th"):
                part.tag = "div"


def _restored(found: Iterable[Block], source: list[Block]) -> Iterator[Block]:
    """*found* with headings, captions and rows that stood between its paragraphs in *source*.

    On some pages only plain paragraphs are found, on others all of them as one.
    """
    places: dict[str, int] = {}
    for place, block in enumerate(source):
        places.setdefault(block.words, place)
    blocks_found = [part for block in found for part in _parted(block, source, places)]
    known = {block.words for block in blocks_found}
    last = len(source)
    for block in blocks_found:
        place = places.get(block.words, -1)
        between = source[last + 1 : place] if place - last <= _NEAR else []
        yield from (b for b in _marked(between) if b.words not in known)
        last = place if place >= 0 else last
        yield block


def _marked(between: list[Block]) -> Iterator[Block]:
    """The captions and rows in *between*, and the heading that leads to what comes after it."""
    for place, block in enumerate(between):
        after = between[place + 1 :]
        leads = block.kind is Kind.HEADING and not any(len(b.words.split()) > 6 for b in after)
        if leads or block.kind in (Kind.CAPTION, Kind.ROW):
            yield block


def _parted(block: Block, source: list[Block], places: dict[str, int]) -> list[Block]:
    """The blocks of *source* that *block* runs together; else *block* itself."""
    if block.words in places or block.kind is not Kind.PARAGRAPH:
        return [block]
    rest, parts = block.words, []
    place = next((n for n, part in enumerate(source) if rest.startswith(part.words)), len(source))
    while rest and place < len(source) and rest.startswith(source[place].words):
        parts.append(source[place])
        rest = rest[len(source[place].words) :].lstrip()
        place += 1
    return [block] if rest else parts


def _stated(tree: Any) -> Iterator[Block]:
    """The paragraphs of the article as the page's data for search engines have them."""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for part in data if isinstance(data, list) else [data]:
                body = part.get("articleBody") if isinstance(part, dict) else None
                lines = body.splitlines() if isinstance(body, str) else []
                yield from (
                    Block(Kind.PARAGRAPH, " ".join(line.split())) for line in lines if line.strip()
                )


def _drafted(page: Document, found: list[Block], titled: str) -> str:
    draft = Draft()
    title = page.title or ""
    outlet = _outlet(page.sitename or "", title, titled)
    draft.headline(_without_outlet(title, outlet), outlet)
    if page.author and not any(_BYLINE.match(block.words) for block in found[:4]):
        draft.paragraph(_byline(page.author))
    if page.date:
        draft.paragraph(f"Published {page.date}")
    for number, block in enumerate(found):
        if block.words != (page.author if number else title):
            draft.block(block)
    return draft.text


def _byline(authors: str) -> str:
    """The byline from what parted *authors*: it takes a job behind a name for one more of them."""
    first, *others = authors.split("; ")
    behind = (f", {one}" if _JOB.fullmatch(one) else f" and {one}" for one in others)
    return f"By {first}{''.join(behind)}"


def _outlet(name: str, title: str, titled: str) -> str:
    """The name of the outlet, which pages also put behind their headline: "Title | The Paper"."""
    headline = re.escape(title)
    beside = re.fullmatch(rf"{headline}\s+[|–—·-]\s+(.*)|(.*?)\s*[|–—:·-]\s+{headline}", titled)
    given = name or (beside[1] or beside[2] if beside and title else "")
    return given if _OUTLET.fullmatch(given) else ""


def _without_outlet(title: str, outlet: str) -> str:
    """*title* without the name of the outlet behind or before it."""
    if not outlet:
        return title
    name = re.escape(outlet)
    return re.sub(
        rf"\s+[|–—:·-]\s+{name}\s*$|^{name}\s*[|–—:·-]\s+", "", title, flags=re.IGNORECASE
    )
