"""An article is brought in with a real browser and a real worker, with and without scripts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp import config
from tests.browser.conftest import WIDTHS, complaints, sign_in
from tests.questions.reading import pages
from tests.questions.reading.pages import HEADLINE
from tests.quizapp.web.conftest import School

MINUTE = 60_000


@pytest.fixture(scope="module")
def worker(site: tuple[Flask, str]) -> Iterator[None]:
    """A worker beside the site."""
    app = site[0]
    settings = {
        "PATH": os.environ["PATH"],
        "INSTANCE": app.instance_path,
        "DATABASE_URL": app.config["DATABASE_URL"],
    }
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker", "--until-input-ends"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=config.ROOT, env=settings) as process:
        yield
        process.communicate(timeout=30)


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    ("width", "scripts"), [(WIDTHS["desk"], True), (WIDTHS["phone"], False)], ids=str
)
def test_from_a_file_to_its_article(
    open_page: Callable[..., Page], school: School, tmp_path: Path, *, width: int, scripts: bool
) -> None:
    saved = tmp_path / "bridge.html"
    saved.write_text(pages.wordpress(), encoding="utf-8")
    page = open_page(width, scripts=scripts)
    sign_in(page, school)
    page.get_by_role("link", name="Library").click()
    page.get_by_role("link", name="Bring an article").click()
    page.get_by_label("File").set_input_files(saved)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("bridge.html")
    expect(page.get_by_role("listitem").filter(has_text="Writing questions")).to_be_visible()
    page.wait_for_url(re.compile(r"/library/\d+$"), timeout=MINUTE)
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(page.locator("article")).to_contain_text("3,100 cars use the bridge every day")


@pytest.mark.usefixtures("worker")
def test_what_cannot_be_read_is_said_and_removed(
    open_page: Callable[..., Page], school: School
) -> None:
    page = open_page(WIDTHS["desk"])
    sign_in(page, school)
    page.goto("/library/new")
    german = "Die Brücke wurde am Montag gesperrt, sagte die Bürgermeisterin der Stadt. "
    page.get_by_label("Text", exact=True).fill(german * 9)
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_text("does not seem to be English")).to_be_visible(timeout=MINUTE)
    assert complaints(page) == []
    page.goto("/library")
    expect(page.get_by_text("does not seem to be English")).to_be_visible()
    assert complaints(page) == []
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("does not seem to be English")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS.values())
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_how_the_pages_look(
    open_page: Callable[..., Page], school: School, *, width: int, dark: bool
) -> None:
    page = open_page(width, dark=dark)
    sign_in(page, school)
    page.goto("/library/new")
    assert complaints(page) == []
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_text("Choose a file.")).to_be_visible()
    assert complaints(page) == []
