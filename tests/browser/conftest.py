"""The real application on a free port, with a school in it, and a real browser."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from quizapp import create_app, db, migrate
from tests.quizapp.web.conftest import PASSWORD, School, open_school

T = TypeVar("T")

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desk": 1360, "phone": 390}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser; where there is none the tests are skipped, but not where it is promised."""
    if not CHROMIUM.exists():
        message = f"there is no {CHROMIUM}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, str]]:
    """The application, serving, with its address."""
    folder = tmp_path_factory.mktemp("site")
    app = elsewhere(lambda: create_app({"INSTANCE": folder, "DATABASE_URL": ""}))
    backstage(app, migrate.bring_up_to_date)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield app, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    backstage(app, close)


def elsewhere(work: Callable[[], T]) -> T:
    """Do *work* in a thread of its own: that of the tests belongs to Playwright."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def backstage(app: Flask, work: Callable[[], T]) -> T:
    """Do *work* inside *app*."""

    def inside() -> T:
        with app.app_context():
            return work()

    return elsewhere(inside)


def close() -> None:
    """Close every connection."""
    for engine in db.sql.engines.values():
        engine.dispose()


@pytest.fixture(scope="module")
def school(site: tuple[Flask, str]) -> School:
    """A school on the site."""
    return backstage(site[0], open_school)


@pytest.fixture
def open_page(chromium: Browser, site: tuple[Flask, str]) -> Iterator[Callable[..., Page]]:
    """Opens an empty page in a browser that nobody has used; fails on any error in it."""
    contexts, problems = [], []

    def open_page(width: int, *, scripts: bool = True, dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
            base_url=site[1],
            locale="en-GB",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [problem for problem in problems if "Failed to load resource" not in problem] == []


def sign_in(page: Page, school: School) -> None:
    """Come in as the teacher."""
    page.goto("/sign-in")
    page.get_by_label("Name").fill(school.teacher)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def complaints(page: Page) -> list[Any]:
    """What axe finds wrong with the page, and whether it scrolls sideways."""
    found = [
        f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in Axe().run(page).response["violations"]
    ]
    beyond = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return [*found, *([f"scrolls sideways by {beyond} px"] if beyond > 0 else [])]
