"""One article as several kinds of news site write their pages, each with all that stands around it.

What every page must come to: HEADLINE, AUTHOR, PARAGRAPHS (in that order, nothing between them but
SUBHEAD before the fourth), CAPTION after the second.
"""

import json
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

HEADLINE = "Bridge over the Tallow closed after crack is found"
OUTLET = "The Courier"
AUTHOR = "Ann Bell"
SUBHEAD = "Nobody told us"
CAPTION = "Tom Dray at the bridge on Monday"
CREDIT = "Photo: Jane Roe/PA"
PARAGRAPHS = (
    "The bridge over the Tallow was closed on Monday after an inspector found a crack in one of "
    "its pillars, the county council said in a statement.",
    "“We had no warning,” said the mayor, Tom Dray. “Nobody told us that it was so bad, and nobody "
    "asked us what we would do without it.”",
    "The council says that the bridge was inspected in 2019. The report, it adds, was lost when "
    "the department moved to another building, and no copy has been found since.",
    "Ines Okafor, an engineer at the University of Port Ellery, told The Courier that a crack of "
    "this size takes years to grow. “Somebody must have seen it,” she said.",
    "According to the council, some 3,100 cars use the bridge every day. The detour through Upper "
    "Marsh takes 40 minutes, and the school bus will not run until further notice.",
    "Dray said that he would ask the ministry for a ferry. A spokeswoman for the ministry declined "
    "to comment on what she called a local matter.",
)

LINKS = (
    "Cat stuck in tree for the third time this week",
    "Ten recipes for a rainy weekend",
    "Council tax to rise by four per cent",
    "Why we all sleep worse than our parents did",
)
COMMENTS = (
    "I have been saying this for years and years, nobody ever listens to the people who live here.",
    "Typical of this council. They should all resign and let somebody else have a go at it.",
)
JUNK = (
    *LINKS,
    *COMMENTS,
    "Sign up",
    "cookies",
    "Advertisement",
    "All rights reserved",
    "Subscribe",
)


def wordpress() -> str:
    """Figures in the text, a share bar, comments below, a sidebar."""
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="UTF-8">
<title>{HEADLINE} - {OUTLET}</title><meta property="og:title" content="{HEADLINE}">
<meta property="og:site_name" content="{OUTLET}"><meta name="author" content="{AUTHOR}">
<style>body {{ font: 1rem serif }}</style><script>window.dataLayer = ["<p>not text</p>"];</script>
</head><body class="post-template-default single single-post">
<div id="cookie-notice" class="cookie-notice"><p>We use cookies to give you the best experience on
our website.</p><button>Accept</button></div>
<header class="site-header"><nav class="main-navigation"><ul><li><a href="/">Home</a></li>
<li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div id="content"><main><article class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1><div class="entry-meta">
By <span class="author vcard"><a href="/author/ann">{AUTHOR}</a></span> |
<time class="entry-date" datetime="2026-03-03T10:00:00+00:00">3 March 2026</time></div></header>
<div class="entry-content"><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<figure class="wp-block-image size-large"><img src="dray.jpg" alt="A man on a bridge">
<figcaption class="wp-element-caption">{CAPTION} {CREDIT}</figcaption></figure>
<p>{PARAGRAPHS[2]}</p><p><strong>Read more:</strong> <a href="/c">{LINKS[2]}</a></p>
<h2 class="wp-block-heading">{SUBHEAD}</h2><p>{PARAGRAPHS[3]}</p>
<div class="ad-container">Advertisement</div><p>{PARAGRAPHS[4]}</p><p>{PARAGRAPHS[5]}</p>
<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li>
<li><a href="#">X</a></li></ul></div></div></article>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “{HEADLINE}”</h2>
<ol class="comment-list">{"".join(f'<li class="comment"><p>{c}</p></li>' for c in COMMENTS)}</ol>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3></div></div></main>
<aside class="widget-area"><h2>Most read</h2><ul>{_links()}</ul></aside></div>
<footer class="site-footer"><p>© 2026 {OUTLET}. All rights reserved.</p></footer></body></html>"""


def soup() -> str:
    """Nothing but div and span, classes that say nothing, breaks of lines for paragraphs."""
    first, second = "<br><br>".join(PARAGRAPHS[:3]), "<br /><br />".join(PARAGRAPHS[3:])
    return f"""<html><head><title>{HEADLINE} | {OUTLET}</title></head><body>
<div class="a1"><div class="b7"><a href="/">Home</a> <a href="/n">News</a> <a href="/s">Sport</a>
<a href="/w">Weather</a></div></div>
<div class="x9"><div class="t3">{HEADLINE}</div><div class="y2">By {AUTHOR}</div>
<div class="q5">{first}<br><br><b>{SUBHEAD}</b><br><br>{second}</div></div>
<div class="r4"><div class="k1">More stories</div>{_links("div")}</div>
<div class="z0">Copyright 2026 {OUTLET}. All rights reserved.</div></body></html>"""


def amp() -> str:
    """An AMP page: its own elements for pictures, advertisements and menus."""
    return f"""<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8">
<script async src="v0.js"></script><title>{HEADLINE}</title>
<script type="application/ld+json">{_json_ld("NewsArticle")}</script>
<style amp-boilerplate>body{{animation:none}}</style></head><body>
<amp-sidebar id="sidebar" layout="nodisplay"><ul><li><a href="/">Home</a></li><li>
<a href="/sport">Sport</a></li></ul></amp-sidebar><amp-consent layout="nodisplay"><div>We use
cookies</div></amp-consent><main role="main"><article><h1>{HEADLINE}</h1>
<p class="amp-byline">By {AUTHOR}</p><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<figure><amp-img src="dray.jpg" width="600" height="400" alt="A man"></amp-img>
<figcaption>{CAPTION} <span class="credit">{CREDIT}</span></figcaption></figure>
<p>{PARAGRAPHS[2]}</p><amp-ad type="doubleclick"><div>Advertisement</div></amp-ad>
<h2>{SUBHEAD}</h2><p>{PARAGRAPHS[3]}</p><p>{PARAGRAPHS[4]}</p><p>{PARAGRAPHS[5]}</p></article>
<amp-list><ul>{_links()}</ul></amp-list></main><footer>All rights reserved</footer></body></html>"""


def application() -> str:
    """Made by a script and saved by the browser: data attributes, hidden parts, scripts of data."""
    blocks = "".join(
        f'<div data-component="text-block" class="css-1q0x1qg"><p class="css-1 e1">{p}</p></div>'
        for p in PARAGRAPHS[3:]
    )
    state = json.dumps({"article": {"body": PARAGRAPHS, "links": LINKS}})
    return f"""<!DOCTYPE html>
<!-- saved from url=(0042)https://paper.example/news/bridge-closed -->
<html lang="en-GB" class="js-focus-visible"><head><meta http-equiv="Content-Type"
content="text/html; charset=UTF-8"><title>{HEADLINE} - {OUTLET}</title>
<meta property="og:site_name" content="{OUTLET}"><meta property="og:title" content="{HEADLINE}">
<script type="application/ld+json">{_json_ld("ReportageNewsArticle")}</script>
<script>window.__INITIAL_STATE__={state};</script><link rel="stylesheet" href="./a_files/b.css">
</head><body><div id="root"><header role="banner"><nav role="navigation" aria-label="Main"><ul>
<li>Home</li><li>News</li><li>Sport</li></ul></nav></header><main id="main-content"><article>
<header data-component="headline-block"><h1 id="main-heading" tabindex="-1">{HEADLINE}</h1></header>
<div data-component="byline-block"><div><span>{AUTHOR}</span><span>Transport correspondent</span>
<time data-testid="timestamp" datetime="2026-03-03">3 March 2026</time></div></div>
<div data-component="text-block"><p><b>{PARAGRAPHS[0]}</b></p></div>
<div data-component="text-block"><p>{PARAGRAPHS[1]}</p></div>
<div data-component="image-block"><figure><div><span class="visually-hidden">Image source, </span>
<span>PA</span><img srcset="a.jpg 240w" alt="A man"></div><figcaption>
<span class="visually-hidden">Image caption, </span><p>{CAPTION}. {CREDIT}</p></figcaption></figure>
</div><div data-component="text-block"><p>{PARAGRAPHS[2]}</p></div>
<div data-component="subheadline-block"><h2>{SUBHEAD}</h2></div>{blocks}
<div data-component="links-block"><p>Related topics</p><ul>{_links()}</ul></div></article>
<section data-component="mostRead"><h2>Most read</h2><ol>{_links()}</ol></section></main>
<div class="modal" style="display:none"><p>Sign up to our newsletter and never miss a story again,
wherever you are.</p></div></div><script>(function(){{document.write("<p>x</p>")}})()</script>
<noscript><img src="pixel.gif"></noscript></body></html>"""


def old() -> bytes:
    """Tables for the layout, Windows-1252 stated in the head, capitals for the elements."""
    text = "".join(f"<P>{paragraph}</P>\n" for paragraph in PARAGRAPHS[3:])
    return f"""<HTML><HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">
<TITLE>{OUTLET}: {HEADLINE}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH="100%"><TR>
<TD COLSPAN=2><A HREF="/">Home</A> | <A HREF="/n">News</A> | <A HREF="/s">Sport</A></TD></TR><TR>
<TD WIDTH=150 VALIGN=TOP>{_links("DIV")}</TD><TD VALIGN=TOP><H1>{HEADLINE}</H1>
<P><I>By {AUTHOR}</I></P><P>{PARAGRAPHS[0]}</P><P>{PARAGRAPHS[1]}</P><P>{PARAGRAPHS[2]}</P>
<H2>{SUBHEAD}</H2>{text}</TD></TR></TABLE><HR><FONT SIZE=1>Copyright 2026. All rights reserved.
</FONT></BODY></HTML>""".encode("cp1252")


def archive() -> bytes:
    """The blog's page, saved by a browser with its pictures in one file."""
    whole = MIMEMultipart("related", type="text/html")
    page = MIMEText(wordpress(), "html", "utf-8")
    del page["Content-Type"]
    page["Content-Type"] = "text/html"  # browsers do not say that it is UTF-8
    whole.attach(page)
    whole.attach(MIMEText("body { color: red }", "css"))
    return b"From: <Saved by Blink>\n" + whole.as_bytes()


def _links(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/{n}">{link}</a></{tag}>' for n, link in enumerate(LINKS))


def _json_ld(kind: str) -> str:
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": HEADLINE,
            "author": [{"@type": "Person", "name": AUTHOR}],
            "publisher": {"@type": "Organization", "name": OUTLET},
            "datePublished": "2026-03-03T10:00:00Z",
        }
    )
