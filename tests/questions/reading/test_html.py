"""Web pages of several kinds, and what stands around an article on them."""

from collections.abc import Callable

import pytest

from questions.article import Article
from questions.reading import Media, UnreadableText, read
from tests.questions.reading import pages
from tests.questions.reading.pages import (
    AUTHOR,
    CAPTION,
    CREDIT,
    HEADLINE,
    JUNK,
    LINKS,
    OUTLET,
    PARAGRAPHS,
    SUBHEAD,
)  # fmt: skip

SITES: dict[str, Callable[[], str | bytes]] = {
    "blog": pages.wordpress,
    "nothing but div": pages.soup,
    "AMP": pages.amp,
    "saved from an application": pages.application,
    "old": pages.old,
    "one file with all": pages.archive,
}
WITHOUT_PICTURE = {"nothing but div", "old"}


def read_page(page: str | bytes) -> Article:
    return read(page.encode() if isinstance(page, str) else page, Media.HTML)


def texts(article: Article) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


@pytest.mark.parametrize("site", SITES)
def test_the_article_and_nothing_else(site: str) -> None:
    article = read_page(SITES[site]())
    assert article.headline == HEADLINE
    assert (article.byline, article.outlet) == (f"By {AUTHOR}", OUTLET)
    assert texts(article) == list(PARAGRAPHS)
    own = [section for section in article.sections if section.own_heading]
    assert [(section.heading, section.paragraphs[0].text) for section in own] == [
        (SUBHEAD, PARAGRAPHS[3])
    ]
    captions = [(c.text.rstrip("."), c.credit, c.after) for c in article.captions]
    assert captions == ([(CAPTION, CREDIT, 2)] if site not in WITHOUT_PICTURE else [])
    assert not any(junk in section.heading for junk in JUNK for section in article.sections)


def in_article(*inside: str) -> str:
    """A page with these elements in its article, after the headline."""
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>'
    return (
        f"<!doctype html><html><head><title>{HEADLINE} | {OUTLET}</title></head><body>{menu}"
        f"<main><article><h1>{HEADLINE}</h1>{''.join(inside)}</article></main></body></html>"
    )


TEXT = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]


def test_what_is_put_between_paragraphs_is_left_out() -> None:
    links = "".join(f'<li><a href="/">{link}</a></li>' for link in LINKS)
    page = in_article(
        *TEXT[:2],
        '<aside class="pullquote"><blockquote>“Nobody told us that it was so bad”</blockquote>',
        "</aside>",
        '<div class="newsletter-signup"><h3>Sign up to First Thing</h3><p>What matters, free.</p>',
        '<form><input type="email"><button>Sign up</button></form></div>',
        TEXT[2],
        f'<div class="related"><h3>Related</h3><ul>{links}</ul></div>',
        *TEXT[3:],
        f'<p><a href="/">READ MORE: {LINKS[0]}</a></p><p>Follow us on <a href="#">X</a></p>',
    )
    assert texts(read_page(page)) == list(PARAGRAPHS)


def test_notes_on_corrections_and_a_dateline_below_a_summary_are_no_text() -> None:
    article = read_page(
        in_article(
            '<p class="standfirst">The detour takes 40 minutes.</p>',
            f"<p>PORT ELLERY, March 3 (NWA) – {PARAGRAPHS[0]}</p>",
            *TEXT[1:],
            "<p><em>This article was amended on 4 March 2026 to correct a number.</em></p>",
            "<p>Correction: An earlier version of this article said that 3,200 cars cross it.</p>",
        )
    )
    assert texts(article) == ["The detour takes 40 minutes.", *PARAGRAPHS]
    assert {dropped.reason for dropped in article.dropped} >= {"dateline", "note on a correction"}


def test_a_list_and_a_table_are_read_row_by_row() -> None:
    article = read_page(
        in_article(
            *TEXT[:3],
            "<ul><li>One pillar has a crack.</li><li>Two are sound.</li></ul>",
            "<table><tr><th>Year</th><th>Inspections</th></tr>",
            "<tr><td>2019</td><td>1</td></tr></table>",
            *TEXT[3:],
        )
    )
    assert texts(article)[3:7] == [
        "One pillar has a crack.", "Two are sound.", "Year | Inspections", "2019 | 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("authors", "byline"),
    [
        ("Jane Doe, Staff Writer", "By Jane Doe, Staff Writer"),
        ("Jane Doe, Tom Poe", "By Jane Doe and Tom Poe"),
    ],
)
def test_a_job_behind_a_name_is_nobody_else(authors: str, byline: str) -> None:
    page = in_article(*TEXT).replace("<head>", f'<head><meta name="author" content="{authors}">')
    assert read_page(page).byline == byline


def test_posts_of_a_live_blog_with_their_headings() -> None:
    posts = "".join(
        f'<article class="post"><header><time datetime="2026-03-03">{clock}</time>{heading}'
        f'<span class="author">{AUTHOR}</span></header><p>{text}</p></article>'
        for clock, heading, text in (
            ("16.41", "", PARAGRAPHS[5]),
            ("15.20", "", PARAGRAPHS[4]),
            ("14.05", "<h3>An engineer speaks</h3>", PARAGRAPHS[3]),
            ("12.30", "", PARAGRAPHS[2]),
        )
    )
    page = f"<html><body><nav>Home</nav><main><h1>{HEADLINE}</h1>{posts}</main></body></html>"
    article = read_page(page)
    assert texts(article) == list(PARAGRAPHS[:1:-1])
    assert [s.heading for s in article.sections if s.own_heading] == ["An engineer speaks"]


def test_an_interview_keeps_its_questions() -> None:
    asked = ["Who told you?", "What did they say?", "Were you angry?", "What happens now?"]
    parts = [f"<p><strong>{q}</strong></p>{a}" for q, a in zip(asked, TEXT[1:5], strict=True)]
    found = texts(read_page(in_article(TEXT[0], *parts)))
    assert [text for text in found if text.endswith("?")] == asked


def test_an_article_that_only_the_data_of_the_page_has() -> None:
    data = (
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", '
        f'"articleBody": "{chr(92)}n{chr(92)}n'.replace(chr(92) + "n", "")
        + "\\n\\n".join(PARAGRAPHS)
        + '"}'
    )
    page = (
        f'<html><head><script type="application/ld+json">{data}</script></head>'
        '<body><div id="root"></div></body></html>'
    )
    assert texts(read_page(page)) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [("windows-1250", "cp1250"), ("utf-8", "cp1252"), ("no-such-thing", "cp1252"), ("", "utf-16")],
)
def test_characters_in_any_encoding(stated: str, encoding: str) -> None:
    page = in_article(*TEXT).replace("<head>", f'<head><meta charset="{stated}">')
    assert texts(read_page(page.encode(encoding))) == list(PARAGRAPHS)


UNREADABLE = {
    "nothing on it": ("<html><body><form>Name <input></form></body></html>", "no article"),
    "no element at all": ("<!-- nothing -->", "no article"),
    "a front page": (
        "<html><body><nav>Home</nav><main>"
        + "".join(f"<h2>{link}</h2><p>{text[:80]}</p>" for link in LINKS for text in PARAGRAPHS)
        + "</main></body></html>",
        "many articles",
    ),
    "another language": (
        in_article(
            "<p>Die Brücke über den Fluss wurde am Montag gesperrt, weil ein Prüfer in einem der "
            "Pfeiler einen Riss gefunden hat, teilte die Stadt mit.</p>",
            "<p>„Uns hat niemand gewarnt“, sagte der Bürgermeister, der am Abend vor Ort war und "
            "mit den Anwohnern sprach, die nun einen Umweg fahren müssen.</p>",
        ),
        "English",
    ),
    "another script": (in_article("<p>大桥周一因检查员发现裂缝而关闭。</p>" * 40), "English"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_what_to_do(name: str) -> None:
    page, sentence = UNREADABLE[name]
    with pytest.raises(UnreadableText, match=sentence):
        read_page(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000 + "".join(TEXT) + "</div>" * 50_000,
        in_article(*TEXT, "<b>" * 50_000),
        in_article(*TEXT).replace("<p>", "<p " + 'a="' * 50_000 + '">'),
        in_article(*TEXT * 200),
        "<html><body>" + "<p>&nbsp;</p>" * 20_000 + "".join(TEXT),
    ],
    ids=["deep", "unclosed", "quotes", "long", "empty paragraphs"],
)
def test_odd_pages_are_read_or_refused_in_good_time(page: str) -> None:
    try:
        assert read_page(page).paragraphs
    except UnreadableText as unreadable:
        assert str(unreadable).endswith(".")  # noqa: PT017  both are as it should be
