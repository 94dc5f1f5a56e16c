"""Bringing an article in through the pages: three ways, progress, and what goes wrong."""

import importlib
import re

import pytest
from flask import Flask

from questions.article import Article, Paragraph, Section
from questions.claims import Claims
from questions.reading import LARGEST, Media
from quizapp.usecases import bringing
from quizapp.usecases.bringing import Found
from tests.quizapp.web.conftest import Browser
from tests.quizapp.web.test_translations import extracted

__all__ = ["extracted"]

TEXT = "Bridge closed\n\nThe bridge is closed, the mayor, Dana Ruiz, said on Monday."
NEW = "/library/new"
FOUND = Found(
    Article("Bridge closed", sections=(Section(1, "", (Paragraph(1, "Closed, she said."),)),)),
    Claims(),
    (),
    (),
)


def send_file(browser: Browser, name: str, content: bytes) -> tuple[int, str]:
    """The status, and the page or where it leads."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]*)"', browser.get(NEW).text)
    assert token
    # Written by hand: the client of the tests leaves the files of large bodies open.
    fields = f'csrf_token"\r\n\r\n{token[1]}', f'file"; filename="{name}"\r\n\r\n'
    head, body = (b'--part\r\nContent-Disposition: form-data; name="' + f.encode() for f in fields)
    response = browser.client.post(
        f"{NEW}/file",
        data=head + b"\r\n" + body + content + b"\r\n--part--\r\n",
        content_type="multipart/form-data; boundary=part",
    )
    return response.status_code, response.location or response.text


def brought(app: Flask, address: str) -> bringing.Upload | bringing.Address | None:
    """What lies in the job whose page has this address."""
    with app.app_context():
        return bringing.begin(int(address.rpartition("/")[2]))


def test_a_text_is_pasted(app: Flask, teacher: Browser) -> None:
    response = teacher.send(NEW, f"{NEW}/text", text=TEXT, headline="")
    assert response.status_code == 303
    upload = brought(app, response.location)
    assert upload == bringing.Upload("Bridge closed", Media.TEXT, TEXT.encode())


def test_a_headline_of_its_own_stands_above_the_text(app: Flask, teacher: Browser) -> None:
    response = teacher.send(NEW, f"{NEW}/text", text="Closed, she said.", headline="Shut")
    upload = brought(app, response.location)
    assert isinstance(upload, bringing.Upload)
    assert (upload.title, upload.content) == ("Shut", b"Shut\n===\n\nClosed, she said.")


def test_a_page_that_is_pasted_as_its_source_is_read_as_one(app: Flask, teacher: Browser) -> None:
    response = teacher.send(NEW, f"{NEW}/text", text="<!DOCTYPE html><p>Hi.", headline="")
    upload = brought(app, response.location)
    assert isinstance(upload, bringing.Upload)
    assert upload.media is Media.HTML


def test_a_text_of_two_million_letters_gets_through(teacher: Browser) -> None:
    text = "x" * LARGEST[Media.TEXT]
    response = teacher.send(NEW, f"{NEW}/text", text=text, headline="")
    assert response.status_code == 303
    assert teacher.send(NEW, f"{NEW}/text", text=f"{text}x", headline="").status_code == 422


def test_a_file_is_brought_under_its_name(app: Flask, teacher: Browser) -> None:
    status, address = send_file(teacher, "texts/bridge.pdf", b"%PDF-1.4" + b"x" * 9_000_000)
    assert status == 303
    upload = brought(app, address)
    assert isinstance(upload, bringing.Upload)
    assert (upload.title, upload.media) == ("bridge.pdf", Media.PDF)


@pytest.mark.parametrize(
    ("name", "content", "status", "sentence"),
    [
        ("a.pdf", b"%PDF-" + b"x" * 20_000_000, 413, "This is too large: a file may have 10 MB"),
        ("a.pdf", b"%PDF-" + b"x" * 10_000_000, 422, "This is too large. The most is 10 MB."),
        ("a.txt", b"x" * 2_000_001, 422, "This is too large. The most is 2 MB."),
        ("a.doc", b"\xd0\xcf\x11\xe0", 422, "This is a file of an old Word."),
        ("a.docx", b"\x89PNG", 422, "This is a picture"),
        ("a.txt", b" \n", 422, "There is nothing in it."),
        ("", b"", 422, "Choose a file."),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(
    teacher: Browser, name: str, content: bytes, status: int, sentence: str
) -> None:
    answer, page = send_file(teacher, name, content)
    assert answer == status
    assert sentence in page
    assert "Bring an article" in page


def test_strangers_and_other_forms_may_not_send_so_much(
    app: Flask, teacher: Browser, pupil: Browser
) -> None:
    large = {"text": "x" * 1_500_000}
    assert app.test_client().post(f"{NEW}/text", data=large).status_code == 413
    assert pupil.client.post(f"{NEW}/text", data=large).status_code == 413
    assert teacher.client.post("/classes", data={"name": large["text"]}).status_code == 413


def test_an_address_is_brought(app: Flask, teacher: Browser) -> None:
    response = teacher.send(NEW, f"{NEW}/address", address="paper.example/bridge")
    assert brought(app, response.location) == bringing.Address("https://paper.example/bridge")
    refused = teacher.send(NEW, f"{NEW}/address", address="ftp://paper.example")
    assert refused.status_code == 422
    assert "This is no address of a web page." in refused.text
    assert 'value="ftp://paper.example"' in refused.text


def test_progress_can_be_watched_and_ends_at_the_article(app: Flask, teacher: Browser) -> None:
    address = teacher.send(NEW, f"{NEW}/text", text=TEXT, headline="").location
    job_id = int(address.rpartition("/")[2])
    waiting = teacher.get(address).text
    assert '<noscript><meta http-equiv="refresh"' in waiting
    assert "This text is the next." in waiting
    with app.app_context():
        bringing.reach(job_id, "finding who said what")
    watched = teacher.get(address).text
    assert re.findall(r'<li class="([\w-]+)"', watched) == ["done", "now", "to-come"]
    assert "finding who said what" in teacher.get("/library").text
    with app.app_context():
        article_id = bringing.finish(job_id, FOUND)
    assert teacher.get(address).location == f"/library/{article_id}"
    assert "On their way" not in teacher.get("/library").text


def test_what_failed_is_listed_with_its_sentence_until_it_is_removed(
    app: Flask, teacher: Browser
) -> None:
    address = teacher.send(NEW, f"{NEW}/address", address="paper.example/x").location
    with app.app_context():
        bringing.fail(int(address.rpartition("/")[2]), "The site does not answer.")
    for page in (teacher.get(address).text, teacher.get("/library").text):
        assert "The site does not answer." in page
        assert "Try again" in page
    assert teacher.send(address, f"{address}/again").location == address
    assert "This text is the next." in teacher.get(address).text
    with app.app_context():
        bringing.fail(int(address.rpartition("/")[2]), "The site does not answer.")
    assert teacher.send(address, f"{address}/remove").location == "/library"
    assert teacher.get(address).status_code == 404


def test_a_title_is_text_and_never_markup(teacher: Browser) -> None:
    text = "<script>alert(1)</script> is the headline\n\nClosed, she said."
    address = teacher.send(NEW, f"{NEW}/text", text=text, headline="").location
    for page in (teacher.get(address).text, teacher.get("/library").text):
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert" not in page


def test_every_problem_is_found_by_whoever_translates(extracted: set[str]) -> None:
    sentences = {
        sentence
        for module in (
            "questions.reading.decoding", "questions.reading.english", "questions.reading.media",
            "questions.reading.html", "questions.reading.docx", "questions.reading.pdf",
            "quizapp.fetching", "quizapp.jobs", "quizapp.reading_process",
        )
        for name, value in vars(importlib.import_module(module)).items()
        if not name.startswith("__")
        for sentence in (value.values() if isinstance(value, dict) else (value,))
        if isinstance(sentence, str) and " " in sentence and sentence.endswith(".")
    }  # fmt: skip
    assert len(sentences) > 30
    assert sentences <= extracted
