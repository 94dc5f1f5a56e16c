"""Headers, cookies, sessions, forged requests, limits, and text that must stay text."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask_login import encode_cookie
from itsdangerous import URLSafeTimedSerializer
from markupsafe import escape
from sqlalchemy import func, select

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.pack import Pack
from questions.question import Evidence, Process, Skill
from questions.types.choice import Choice
from quizapp import create_app, db
from quizapp.errors import Busy
from quizapp.models import LoginSession
from quizapp.store import library as library_store
from quizapp.usecases import classes, library, sessions
from quizapp.web.headers import HEADERS
from tests.quizapp.web.conftest import (
    Browser,
    School,
    open_school,
    signed_in_pupil,
    signed_in_teacher,
)

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ 7*7 }}",
    "</textarea><b onclick=alert(1)>x",
    "javascript:alert(1)",
    "<!--<p>",
    "&lt;script&gt;",
)


def sessions_kept(app: Flask) -> int:
    with app.app_context():
        return db.reading().scalar(select(func.count()).select_from(LoginSession)) or 0


@pytest.mark.parametrize("path", ["/join", "/nowhere", "/healthz", "/static/site.css", "/me"])
def test_every_response_has_the_headers(browser: Callable[[], Browser], path: str) -> None:
    with browser().get(path) as response:
        assert {name: response.headers[name] for name in HEADERS} == HEADERS
        is_file = path.startswith("/static")
        assert (response.headers["Cache-Control"] == "no-store") is not is_file


def test_a_session_begins_only_when_a_page_needs_it(
    app: Flask, browser: Callable[[], Browser]
) -> None:
    for path in ("/healthz", "/static/site.css", "/nowhere", "/"):
        with browser().get(path) as response:
            assert "Set-Cookie" not in response.headers
    assert sessions_kept(app) == 0


def test_strangers_leave_nothing_behind(app: Flask, browser: Callable[[], Browser]) -> None:
    for path in ("/join", "/back", "/sign-in", "/reading-options"):
        cookie = browser().get(path).headers["Set-Cookie"]
        assert re.fullmatch(r"session=[\w.-]+; HttpOnly; Path=/; SameSite=Lax", cookie)
    assert sessions_kept(app) == 0


def test_the_session_changes_its_token_at_the_door_and_ends_with_it(
    app: Flask, browser: Callable[[], Browser], school: School
) -> None:
    new = browser()
    before = new.get("/back").headers["Set-Cookie"]
    after = new.send("/back", phrase=school.phrase).headers["Set-Cookie"]
    assert re.fullmatch(r"session=[\w-]{43};.* HttpOnly; Path=/; SameSite=Lax", after)
    assert token_of(after) != token_of(before)
    assert sessions_kept(app) == 1
    assert not re.search(token_of(after), str(rows_of(app)))
    stolen = browser()
    stolen.client.set_cookie("session", token_of(after))
    assert stolen.get("/me").status_code == 200
    new.send("/me", to="/sign-out")
    assert sessions_kept(app) == 0
    assert stolen.get("/me").status_code == 303


def test_a_strangers_cookie_cannot_be_made_up(browser: Callable[[], Browser]) -> None:
    new = browser()
    cookie = token_of(new.get("/sign-in").headers["Set-Cookie"])
    forged = URLSafeTimedSerializer("another key", salt="strangers").dumps(
        {"_user_id": "teacher:1"}
    )
    for made_up in (forged, cookie[:-1], f".{cookie}", "x.y.z", "."):
        new.client.set_cookie("session", made_up)
        assert new.get("/classes").location == "/sign-in"


def test_the_database_alone_does_not_show_the_four_words(
    app: Flask, browser: Callable[[], Browser], school: School
) -> None:
    new = browser()
    new.send("/join", code=school.code, name="Chiara")
    phrase = re.search(r'class="phrase"[^>]*>([a-z ]+)<', new.get("/me").text)
    assert phrase
    assert sessions_kept(app) == 1
    for word in (*phrase[1].split(), "phrase", "csrf"):
        assert word not in str(rows_of(app))


def test_under_tls_the_cookie_is_bound_to_the_host(browser: Callable[[], Browser]) -> None:
    cookie = browser().get("/join", base_url="https://localhost").headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie


def test_behind_a_proxy_that_speaks_tls_everything_is_https(
    app: Flask, browser: Callable[[], Browser], school: School
) -> None:
    app.config["HTTPS"] = True
    client = browser().client
    token = re.search(r'csrf_token"[^>]*value="([^"]*)"', client.get("/join").text)
    assert token
    fields = {"csrf_token": token[1], "code": school.code, "name": "Chiara"}
    secret = client.post("/join", data=fields).headers["Set-Cookie"]
    assert secret.startswith("__Host-session=")
    assert re.search(r"at https://[^ ]+/back\.", client.get("/me").text)
    options = {"size": "large", "spacing": "normal", "face": "book", "paper": "dark"}
    fields = options | {"csrf_token": token[1], "then": "back"}
    html = client.get("/reading-options").text
    token = re.search(r'csrf_token"[^>]*value="([^"]*)"', html)
    assert token
    chosen = client.post("/reading-options", data=fields | {"csrf_token": token[1]})
    assert "Secure" in chosen.headers["Set-Cookie"]


def test_forms_work_under_tls(browser: Callable[[], Browser], school: School) -> None:
    client = browser().client
    html = client.get("/back", base_url="https://localhost").text
    token = re.search(r'csrf_token"[^>]*value="([^"]*)"', html)
    assert token
    sent = client.post(
        "/back",
        base_url="https://localhost",
        data={"csrf_token": token[1], "phrase": school.phrase},
        headers={"Origin": "https://localhost", "Sec-Fetch-Site": "same-origin"},
    )
    assert sent.status_code == 303


def test_no_change_without_a_token(app: Flask, browser: Callable[[], Browser]) -> None:
    changing = [r for r in app.url_map.iter_rules() if "POST" in (r.methods or ())]
    assert len(changing) > 10
    for rule in changing:
        path = re.sub(r"<[^>]+>", "1", rule.rule)
        response = browser().client.post(path, data={"csrf_token": "made up"})
        assert response.status_code == 400, path
        assert "open too long" in response.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "null"}, 303),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://localhost:81"}, 403),
    ],
)
def test_other_sites_change_nothing(
    browser: Callable[[], Browser], school: School, headers: dict[str, str], status: int
) -> None:
    new = browser()
    html = new.get("/back").text
    token = re.search(r'csrf_token"[^>]*value="([^"]*)"', html)
    assert token
    fields = {"csrf_token": token[1], "phrase": school.phrase}
    assert new.client.post("/back", data=fields, headers=headers).status_code == status


def test_only_known_hosts_and_sizes(browser: Callable[[], Browser]) -> None:
    client = browser().client
    assert client.get("/join", headers={"Host": "evil.example"}).status_code == 400
    assert client.post("/join", data={"name": "x" * 2_000_000}).status_code == 413
    wrong = client.delete("/join")
    assert wrong.status_code == 405
    assert "POST" in wrong.headers["Allow"]


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Flask]:
    """The application without tables: every query fails."""
    app = create_app({"INSTANCE": tmp_path, "DATABASE_URL": ""})
    yield app
    with app.app_context():
        db.close()


@pytest.mark.parametrize("path", ["/join", "/me", "/sign-in", "/welcome/x", "/reading-options"])
def test_errors_tell_nothing_of_the_inside(
    broken: Flask, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    client = broken.test_client()
    client.set_cookie("session", "x")
    response = client.get(path)
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.text
    assert "sqlite" not in response.text.lower()
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert len([record for record in caplog.records if record.levelname == "ERROR"]) == 1


def test_the_log_holds_no_codes(broken: Flask, caplog: pytest.LogCaptureFixture) -> None:
    client = broken.test_client()
    client.set_cookie("session", "x")
    for path in ("/join/SECRET-CODE", "/welcome/SECRET-TOKEN"):
        assert client.get(path).status_code == 500
    assert "GET join.join_by_code\n" in caplog.text
    assert "OperationalError" in caplog.text
    assert "SECRET" not in caplog.text


def test_the_log_holds_no_words_of_anybodys(
    app: Flask,
    browser: Callable[[], Browser],
    school: School,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*words: str) -> None:
        try:
            raise LookupError(words)
        except LookupError as error:
            raise ValueError(words) from error

    app.config |= {"PROPAGATE_EXCEPTIONS": False}
    monkeypatch.setattr(classes, "join_class", fail)
    assert browser().send("/join", code=school.code, name="Amina").status_code == 500
    assert "LookupError" in caplog.text
    assert "Amina" not in caplog.text
    assert school.code not in caplog.text


def test_a_session_that_cannot_be_kept_is_busy(
    app: Flask, browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise Busy

    app.config |= {"PROPAGATE_EXCEPTIONS": False}
    monkeypatch.setattr(sessions, "begin", busy)
    response = browser().send("/back", phrase=school.phrase)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "3"
    assert {name: response.headers[name] for name in HEADERS} == HEADERS


def test_files_and_errors_ask_the_database_nothing(broken: Flask) -> None:
    client = broken.test_client()
    client.set_cookie("session", "x")
    for path, status in (("/static/site.css", 200), ("/nowhere", 404), ("/healthz", 200)):
        with client.get(path) as response:
            assert response.status_code == status


@pytest.mark.usefixtures("school")
@pytest.mark.parametrize("made_up", ["x", "teacher:1|0", "x|\\303\\251", "garbage|"])
def test_no_other_cookie_lets_anybody_in(
    app: Flask, browser: Callable[[], Browser], made_up: str
) -> None:
    with app.app_context():
        signed = encode_cookie("teacher:1")
    for cookie in (made_up, signed):
        client = browser().client
        client.set_cookie("remember_token", cookie)
        assert client.get("/classes").location == "/sign-in"


@pytest.mark.parametrize(
    "name", ["50% off", "100%a", "%(x)s", "%d a", "<img src=x onerror=alert(1)>"]
)
def test_a_name_in_a_message_is_text(
    browser: Callable[[], Browser], school: School, name: str
) -> None:
    assert browser().send("/join", code=school.code, name=name).status_code == 303
    twice = browser().send("/join", code=school.code, name=name)
    assert twice.status_code == 422
    assert f"There is a {escape(name)} in this class already" in twice.text
    assert "<img" not in twice.text


def test_health_says_whether_the_database_answers(
    browser: Callable[[], Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert browser().get("/healthz").json == {"database": "answers"}
    monkeypatch.setattr(db, "answers", lambda: False)
    assert browser().get("/healthz").status_code == 503


def test_a_busy_database_asks_to_try_again(
    browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise Busy

    monkeypatch.setattr(classes, "join_class", busy)
    response = browser().send("/join", code=school.code, name="Chiara")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "3"
    assert "Wait a few seconds" in response.text


def test_back_leads_nowhere_else(browser: Callable[[], Browser]) -> None:
    for evil in ("//evil.example", "/\\evil.example", "https://evil.example", "/a\nb"):
        new = browser()
        page = new.client.get("/reading-options", query_string={"back": evil})
        token = re.search(r'csrf_token"[^>]*value="([^"]*)"', page.text)
        assert token
        sent = new.client.post(
            "/reading-options",
            query_string={"back": evil},
            data={"csrf_token": token[1], "then": "back", "size": "large", "spacing": "normal"}
            | {"face": "book", "paper": "dark"},
        )
        assert sent.location == "/"
        assert 'data-paper="dark"' in new.get("/join").text


@pytest.fixture
def nasty(app: Flask) -> tuple[School, str]:
    """A school in which every text is a payload."""
    text = " ".join(PAYLOADS)
    question = Choice(
        prompt=text,
        options=PAYLOADS,
        key=PAYLOADS[:1],
        explanation=text,
        evidence=(Evidence(1, 0, len(text), text),),
        skill=Skill.DETAIL,
        process=Process.LOCATE,
        section=1,
    )
    pack = Pack(
        slug="nasty",
        title=text,
        level=PAYLOADS[0],
        licence=PAYLOADS[0],
        article=Article(
            headline=text,
            outlet=text,
            byline=text,
            sections=(Section(1, text, (Paragraph(1, text),)),),
        ),
        questions=(question,),
        ids=("nasty",),
    )
    with app.app_context():
        school = open_school("<b onclick=alert(1)>T</b>")
        teacher_id = 1
        article_id = library.add_pack(pack, (), Claims())
        view = library_store.article(db.reading(), teacher_id, article_id)
        classes.create_class(teacher_id, PAYLOADS[0])
        quiz_id = library.publish_quiz(
            teacher_id, article_id, [view.questions[0].version_id], PAYLOADS[1]
        )
        classes.join_class(school.code, PAYLOADS[2])
    return school, f"{article_id} {quiz_id}"


def test_texts_stay_texts_on_every_page(
    browser: Callable[[], Browser], nasty: tuple[School, str]
) -> None:
    school, (article_id, quiz_id) = nasty[0], nasty[1].split()
    teacher = signed_in_teacher(browser(), school.teacher)
    given = teacher.send(
        f"/classes/{school.class_id}/assign",
        quiz=quiz_id,
        feedback="after each answer",
        attempts_allowed="1",
    )
    pupil = signed_in_pupil(browser(), school.phrase)
    begun = pupil.send("/me", to=f"{given.location}/attempts")
    attempt = begun.location
    pages = [pupil.get("/me"), pupil.get(f"{attempt}/sections/1")]
    pupil.send(f"{attempt}/sections/1", to=f"{attempt}/questions/1", answer=PAYLOADS[1])
    pages.append(pupil.get(f"{attempt}/sections/1"))
    pages.append(pupil.get(f"{attempt}/hand-in"))
    pupil.send(f"{attempt}/hand-in")
    pages.append(pupil.get(f"{attempt}/result"))
    pages += [
        teacher.get(path)
        for path in (
            "/classes",
            f"/classes/{school.class_id}",
            f"/classes/{school.class_id}/poster",
            f"/classes/{school.class_id}/assign",
            given.location,
            f"{given.location}/pupils/{school.pupil_id}/questions/1",
            "/library",
            f"/library/{article_id}",
        )
    ]
    for page in pages:
        assert page.status_code == 200
        assert page.text.count("alert(1)") > 0
        for live in ("<script>", "<img", "<svg/", "<b onclick", "<!--", ">49<", " 49 "):
            assert live not in page.text, (page.request.path, live)
        # No payload has ended the attribute that it stands in.
        assert not re.search(r'<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*\son\w+=', page.text)


def token_of(cookie: str) -> str:
    return cookie.split("=", 1)[1].split(";", 1)[0]


def rows_of(app: Flask) -> list[tuple[str, object]]:
    with app.app_context():
        found = db.reading().execute(select(LoginSession.id_hash, LoginSession.data))
        return [(row.id_hash, row.data) for row in found]
