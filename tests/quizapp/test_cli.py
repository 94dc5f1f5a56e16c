"""The commands, and the server from its start to its end."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask

from quizapp import cli, db, reading_process
from quizapp.config import ROOT
from quizapp.store import bringing as bringing_store
from quizapp.store import library as store
from quizapp.usecases import accounts
from tests.quizapp.both import DATABASES
from tests.quizapp.school import teacher


def test_a_link_from_the_shell_makes_a_teacher(app: Flask) -> None:
    output = app.test_cli_runner().invoke(args=["invite-teacher"]).output
    token = output.strip().rpartition("/welcome/")[2]
    with app.app_context():
        assert accounts.teacher_can_be_made(token)


def test_a_pack_with_faults_is_refused_with_all_of_them(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "article.md").write_text("# A\n\nSome words, she said.\n")
    (folder / "questions.yaml").write_text(
        "title: A\nlevel: 13\nlicence: none\nquestions:\n- id: x\n"
    )
    result = app.test_cli_runner().invoke(args=["import-pack", str(folder)])
    assert result.exit_code == 2
    assert "questions.yaml" in result.stderr
    with app.app_context():
        assert store.shipped(db.reading(), "broken") is None


def test_a_pack_is_there_without_the_questions_that_could_not_be_made(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_process, "SECONDS", 0.01)
    result = app.test_cli_runner().invoke(args=["import-pack", str(cli.SHIPPED)])
    assert result.exit_code == 0
    assert "took too long" in result.stderr
    assert ".." not in result.stderr
    with app.app_context():
        article_id = store.shipped(db.reading(), cli.SHIPPED.name)
        view = store.article(db.reading(), teacher(), article_id or 0)
    assert {stored.origin for stored in view.questions} == {"curated"}
    assert len(view.questions) >= 24


@DATABASES
def test_a_folder_of_texts_goes_into_the_queue(app: Flask, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Number {number} is shut, the mayor said.")
    (folder / "empty.txt").write_text("")
    with app.app_context():
        owner = teacher("Ms Rivera")
    command = ["bring", str(folder), "--teacher"]
    result = app.test_cli_runner().invoke(args=[*command, "ms  rivera"])
    assert "3 texts are in the queue." in result.output
    assert "empty.txt" in result.stderr
    with app.app_context():
        queue = app.extensions["jobs"]().huey
        assert queue.pending_count() == 3
        queue.flush()
        queue.storage.close()
        assert len(bringing_store.jobs(db.reading(), owner)) == 3
    assert app.test_cli_runner().invoke(args=[*command, "nobody"]).exit_code == 1


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(port: int, server: subprocess.Popen[str]) -> int:
    """The status of /healthz, once somebody answers there."""
    for _ in range(600):
        assert server.poll() is None, server.communicate()
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as page:
            return int(page.status)
        time.sleep(0.1)
    raise TimeoutError


def test_the_server_from_its_start_to_its_end(tmp_path: Path) -> None:
    port = free_port()
    settings = {"INSTANCE": str(tmp_path), "HOST": "127.0.0.1", "PORT": str(port)}
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve"]
    server = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | settings, text=True, stdout=subprocess.PIPE
    )
    try:
        assert wait_until_healthy(port, server) == 200
        second = subprocess.run(
            command, cwd=ROOT, env=os.environ | settings, capture_output=True, check=False
        )
        assert second.returncode == 1
        assert b"running already" in second.stderr
    finally:
        server.send_signal(signal.SIGTERM)
        output, _ = server.communicate(timeout=40)
    assert server.returncode == 0
    assert f"http://localhost:{port}/" in output
    assert re.search(r"/welcome/\S{43}\n", output)
    code = re.search(r"code ([2-9A-Z]{4}-[2-9A-Z]{4})\n", output)
    assert code
    assert f"/join/{code[1]}\n█" in output
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "jobs.sqlite", "quiz.sqlite", "secret_key",
    ]  # fmt: skip
