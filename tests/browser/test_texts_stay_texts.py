"""Whatever people write is text: with the policy switched off, no payload runs on any page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page

from questions.article import Article, Paragraph, Section, Span
from questions.claims import Claim, Claims, Form, Naming, Source, SourceKind
from questions.pack import Pack
from questions.question import Evidence, Process, Question, Skill
from questions.types.choice import Choice
from questions.types.match import Match, Row
from questions.types.open import Open, Rubric
from questions.types.order import Order
from questions.types.short_text import ShortText
from quizapp import db
from quizapp.models import Feedback
from quizapp.store import classes as class_store
from quizapp.store import library as library_store
from quizapp.usecases import accounts, assignments, attempts, classes, library, names
from quizapp.usecases.assignments import Rules
from quizapp.usecases.attempts import Submission
from tests.browser.conftest import backstage
from tests.quizapp.web.conftest import PASSWORD

RUN = "__xss=1"
ELEMENTS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<video src=x onerror={RUN}>",
    f"<a id=a href=javascript:{RUN}>a</a>",
    f"<body onpageshow={RUN}>",
    f"<b onmouseover={RUN}>b</b>",
    "<img src=x onerror=alert(1)>",
    f"<math><a href=javascript:{RUN}>a</a></math>",
)
WAYS_OUT = (
    "",
    '">',
    "'>",
    "`>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</script>",
    "</style>",
    "</option></select>",
    "</svg>",
    "%s%(x)s",
    "{{ 7*7 }}",
)
PAYLOADS = (
    *(out + element for out, element in product(WAYS_OUT, ELEMENTS)),
    f'" onmouseover="{RUN}',
    f'" autofocus onfocus="{RUN}" x="',
    f"' autofocus onfocus='{RUN}",
    f"javascript:{RUN}",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    "{{ config }}",
    "{% for x in y %}",
)
SHORT = tuple(p for p in PAYLOADS if len(p) <= names.LONGEST)

LIVE = """() => [...document.querySelectorAll("*")]
  .filter((e) => [...e.attributes].some((a) => a.name.startsWith("on"))
    || /^\\s*javascript:/i.test(e.getAttribute("href") ?? "")
    || ["iframe", "video", "math"].includes(e.localName)
    || (e.localName === "script" && !e.hasAttribute("src")))
  .map((e) => e.outerHTML.slice(0, 200))"""


@dataclass(frozen=True)
class Nasty:
    """A school in which every text is a payload."""

    teacher: str
    class_id: int
    article_id: int
    questions: tuple[int, ...]
    assignment_id: int
    pupils: tuple[int, ...]
    positions: tuple[int, ...]
    attempt_id: int
    phrase: str


def in_pieces(longest: int) -> Iterator[str]:
    """All payloads, as many as fit in each text."""
    text = ""
    for payload in PAYLOADS:
        if len(text) + len(payload) >= longest:
            yield text
            text = ""
        text = f"{text} {payload}".strip()
    yield text


def questions(text: str) -> Iterator[Question[Any]]:
    """Questions of several interactions, all their texts made of payloads."""
    common: dict[str, Any] = {
        "skill": Skill.DETAIL,
        "process": Process.LOCATE,
        "section": 1,
        "explanation": text,
        "evidence": (Evidence(1, 0, len(text), text),),
    }
    for start in range(0, len(PAYLOADS), 48):
        prompt, some = " ".join(PAYLOADS[start : start + 48]), PAYLOADS[start : start + 6]
        rows = tuple(Row(row, some[0]) for row in some[1:4])
        yield Choice(prompt=prompt, options=some, key=some[:1], **common)
        yield Order(prompt=prompt, items=some[:4], **common)
        yield Match(prompt=prompt, rows=rows, options=some, **common)
    yield ShortText(prompt=text, accepted=PAYLOADS[:3], reads_as="text", **common)
    yield Open(prompt=text, rubric=Rubric(text, text, text), model_answer=text, **common)


def pack() -> Pack:
    """An article and questions out of payloads."""
    text = next(in_pieces(3000))
    paragraphs = tuple(Paragraph(n, p) for n, p in enumerate([text, *PAYLOADS], 1))
    asked = tuple(questions(text))
    article = Article(
        headline=text,
        outlet=text,
        byline=text,
        sections=(Section(1, text, paragraphs, own_heading=True),),
    )
    return Pack(
        slug="nasty",
        title=text,
        level=text,
        licence=text,
        article=article,
        questions=asked,
        ids=tuple(f"q{n}" for n in range(len(asked))),
    )


def claims() -> Claims:
    """A source called by every payload, who has said it."""
    spans = [Span(n, 0, len(payload)) for n, payload in enumerate(PAYLOADS, 2)]
    return Claims(
        sources=tuple(
            Source(payload, SourceKind.PERSON, Naming.NAME_AND_ROLE, payload, (span,))
            for payload, span in zip(PAYLOADS, spans, strict=True)
        ),
        claims=tuple(Claim(n, None, None, (span,), Form.INDIRECT) for n, span in enumerate(spans)),
    )


def open_nasty_school() -> Nasty:
    """Everybody and everything is called by a payload; everybody answers with payloads."""
    teacher = f'"><img src=x onerror={RUN}>'
    teacher_id = accounts.accept_invitation(accounts.invite_teacher(), teacher, PASSWORD)
    class_id = max(classes.create_class(teacher_id, name) for name in SHORT[:40])
    article_id = library.add_pack(pack(), (), claims())
    stored = library_store.article(db.reading(), teacher_id, article_id).questions
    versions = [question.version_id for question in stored]
    quizzes = [
        library.publish_quiz(teacher_id, article_id, versions, title)
        for title in islice(in_pieces(library.LONGEST_TITLE), 40)
    ]
    (assignment_id,) = assignments.assign(
        teacher_id, quizzes[0], [class_id], Rules(Feedback.AFTER_EACH_ANSWER, 2)
    )
    code = class_store.of_teacher(db.reading(), teacher_id, class_id).join_code
    joined = [classes.join_class(code, name) for name in SHORT]
    written = [n for n, q in enumerate(stored, 1) if q.question.kind in ("open", "short_text")]
    for pupil, text in zip(joined, in_pieces(190), strict=False):
        attempt_id = attempts.start_attempt(pupil.pupil_id, assignment_id)
        for position in written:
            answer = Submission(position, text, f"k{position}", position)
            attempts.save_answer(pupil.pupil_id, attempt_id, answer)
    return Nasty(
        teacher,
        class_id,
        article_id,
        tuple({each.question.kind: each.id for each in stored}.values()),
        assignment_id,
        tuple(pupil.pupil_id for pupil in joined),
        tuple(written),
        attempts.start_attempt(joined[0].pupil_id, assignment_id),
        joined[0].phrase,
    )


@pytest.fixture
def page(chromium: Browser, site: tuple[Flask, str]) -> Iterator[Page]:
    """A page without the policy that would stop what runs."""
    context = chromium.new_context(base_url=site[1], bypass_csp=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.add_init_script(f"window.alert = () => {{ window.{RUN} }}")
    yield page
    context.close()


def has_run(page: Page) -> bool:
    """Whether a payload has run in *page*."""
    return bool(page.evaluate("window.__xss === 1"))


def look_at(page: Page, addresses: Iterable[str]) -> dict[str, object]:
    """What is alive on these pages that should be text."""
    found: dict[str, object] = {}
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status in (200, 404, 422), address
        alive = page.evaluate(LIVE)
        if alive or has_run(page):
            found[address] = alive or "has run"
    return found


def test_a_payload_that_is_not_escaped_is_noticed(page: Page) -> None:
    assert len(PAYLOADS) >= 150
    assert len(SHORT) >= 60
    for payload in (*ELEMENTS[:5], "<img src=x onerror=alert(1)>"):
        page.goto("/join")
        page.set_content(payload)
        page.wait_for_function("window.__xss === 1")
        assert page.evaluate(LIVE)


def test_texts_stay_texts(page: Page, site: tuple[Flask, str]) -> None:
    school = backstage(site[0], open_nasty_school)
    found = look_at(page, [f"/join/{p.replace('/', '%2F').replace('%s', '')}" for p in SHORT[:6]])
    found |= look_at(page, [f"/reading-options?back=/{p}" for p in PAYLOADS[:6]])
    page.goto("/back")
    page.locator("#phrase").fill(school.phrase)
    page.locator("main form button").click()
    page.wait_for_url("**/me")
    attempt = f"/attempts/{school.attempt_id}"
    asked = [f"{attempt}/questions/{n}" for n in range(1, len(pack().questions) + 1)]
    found |= look_at(page, ["/me", *asked, f"{attempt}/hand-in"])
    page.goto(f"{attempt}/hand-in")
    page.locator("main form button").click()
    page.wait_for_url("**/result")
    found |= look_at(page, [f"{attempt}/result", *asked[:3], *asked[-2:]])
    page.context.clear_cookies()
    page.goto("/sign-in")
    page.locator("#name").fill(school.teacher)
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url("**/classes")
    scores = f"/assignments/{school.assignment_id}"
    one, some = f"/classes/{school.class_id}", school.pupils[:5]
    found |= look_at(
        page,
        [
            *("/classes", one, f"{one}/poster", f"{one}/assign", scores),
            *(f"{scores}/rules", f"{scores}/live", f"{scores}/projector?now=1"),
            *("/library", f"/library/{school.article_id}", f"/library/{school.article_id}/build"),
            *(f"/library/{school.article_id}/{page}" for page in ("review?status=all", "text")),
            *(f"/library/{school.article_id}/sources", "/library/questions"),
            *(f"/library/{school.article_id}/questions/{n}" for n in school.questions),
            *(f"{scores}/pupils/{p}/questions/{n}" for p, n in product(some, school.positions)),
        ],
    )
    assert found == {}


def test_messages_stay_text(page: Page, site: tuple[Flask, str]) -> None:
    def joined() -> str:
        teacher_id = accounts.accept_invitation(accounts.invite_teacher(), "Ms Lee", PASSWORD)
        class_id = classes.create_class(teacher_id, "9b")
        code = class_store.of_teacher(db.reading(), teacher_id, class_id).join_code
        for name in SHORT:
            classes.join_class(code, name)
        return code

    code = backstage(site[0], joined)
    for name in SHORT[::10]:
        page.goto(f"/join/{code}")
        page.locator("#name").fill(name)
        page.locator("main form button").click()
        page.locator(".errors").first.wait_for()
        assert (page.evaluate(LIVE), has_run(page)) == ([], False), name
