"""An article is read in a process of its own, which may fail without harm."""

import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import reading_process
from quizapp.reading_process import ReadingFailed, Unreadable, read

TEXT = """# Bridge closed

The old bridge is closed, the mayor, Dana Ruiz, said on Monday. “We had no warning,” she said.

The engineer Tom Okafor said that the bridge was inspected in 2019. “It was safe then,” he added.
"""


def test_claims_and_questions_come_back_whole(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    reading = read(article)
    assert {"Dana Ruiz", "Tom Okafor"} <= {source.name for source in reading.claims.sources}
    assert all(question.recipe for question in reading.questions)
    about = [question.claim for question in reading.questions if question.claim is not None]
    assert about
    assert max(about) < len(reading.claims.claims)


def test_it_says_what_it_is_doing(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    steps: list[str] = []
    read(article, on_step=steps.append)
    assert steps == ["reading", "finding who said what", "writing questions"]


def test_it_has_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not own_network_allowed():
        pytest.skip("this machine lets nobody have a network of their own")
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexec cat /proc/net/dev >&2\n")
    python.chmod(0o700)
    seen: list[str] = []
    monkeypatch.setattr(reading_process, "STEP", " ")
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(ReadingFailed, match="no JSON"):
        read(tmp_path / "article.md", on_step=seen.append)
    assert [line.partition(":")[0] for line in seen if ":" in line] == ["lo"]


def own_network_allowed() -> bool:
    """Whether a child process can be cut off here, as root or by a namespace of its own."""
    program = "import ctypes, sys; sys.exit(ctypes.CDLL(None).unshare(0x50000000) != 0)"
    return subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_it_learns_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\nenv > {told}\nexit 1\n")
    python.chmod(0o700)
    for name in ("SECRET_KEY", "DATABASE_URL", "ANYTHING"):
        monkeypatch.setenv(name, "not for everybody")
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(ReadingFailed, match="status 1"):
        read(tmp_path / "article.md")
    assert "PATH=" in told.read_text()
    assert "not for everybody" not in told.read_text()


def test_it_does_not_matter_where_the_site_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "article.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(Path("article.md")).claims.sources


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_bytes(bytes(range(256)))
    with pytest.raises(Unreadable, match=r"^This file is not text"):
        read(article)


def test_it_may_not_take_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(reading_process, "SECONDS", 0.05)
    with pytest.raises(ReadingFailed, match="too long"):
        read(article)


def test_it_may_not_take_all_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(reading_process, "ADDRESS_SPACE", 100 * 2**20)
    with pytest.raises(ReadingFailed):
        read(article)
