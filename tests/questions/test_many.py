"""Questions about a folder of texts: every text once, whatever happens on the way."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from questions import many
from questions.many import ask_about, ask_all, texts_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "older").mkdir(parents=True)
    for name in ("one.txt", "two.md", "older/three.txt", "picture.png", "sheet.xlsx"):
        (folder / name).write_text("The bridge is safe, said Ada Okafor.", encoding="utf-8")
    return folder


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes: texts are done one after the other."""

    def one_by_one(files: Any, ask: Any, jobs: int) -> Any:
        assert (ask.keywords, jobs) == ({"seed": 1}, 2)
        return ((file, {"questions": [file.name]}) for file in files)

    monkeypatch.setattr(many, "answered", one_by_one)


def lines(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_only_files_that_a_reader_takes_are_asked_about(folder: Path) -> None:
    names = [file.relative_to(folder).as_posix() for file in texts_in(folder)]
    assert names == ["older/three.txt", "one.txt", "two.md"]


@pytest.mark.usefixtures("here")
def test_what_is_done_is_not_done_again_and_a_torn_line_is_mended(folder: Path) -> None:
    out = folder.parent / "out.jsonl"
    assert ask_all(folder, out, 2, 1).done == 3
    whole = lines(out)
    assert [line["file"] for line in whole] == ["older/three.txt", "one.txt", "two.md"]
    text = out.read_text(encoding="utf-8")
    for torn in (text[:-1], text[:-9]):
        out.write_text(torn, encoding="utf-8")
        assert ask_all(folder, out, 2, 1).done == 1
        assert lines(out) == whole
    assert ask_all(folder, out, 2, 1).done == 0


def test_a_bad_text_is_a_line_with_the_reason(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert "empty" in ask_about(empty, 1)["error"]


@pytest.mark.usefixtures("here")
def test_the_bar_is_for_terminals_only(folder: Path) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, log = Terminal(), io.StringIO()
    ask_all(folder, folder.parent / "one.jsonl", 2, 1, terminal)
    ask_all(folder, folder.parent / "two.jsonl", 2, 1, log)
    assert "3 of 3" in terminal.getvalue()
    assert log.getvalue() == ""
