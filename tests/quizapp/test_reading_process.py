"""An article is read in a process of its own, which may fail without harm."""

from pathlib import Path

import pytest

from quizapp import reading_process
from quizapp.reading_process import ReadingFailed, read

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


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_bytes(bytes(range(256)))
    with pytest.raises(ReadingFailed, match=r"article\.md"):
        read(article)


def test_it_may_not_take_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(reading_process, "SECONDS", 0.05)
    with pytest.raises(ReadingFailed, match="longer than"):
        read(article)


def test_it_may_not_take_all_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "article.md"
    article.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(reading_process, "ADDRESS_SPACE", 100 * 2**20)
    with pytest.raises(ReadingFailed):
        read(article)
