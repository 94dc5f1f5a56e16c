"""Work in several processes: what is lost when one of them dies."""

import os
from pathlib import Path

from questions.processes import Line, answered


def count_words(file: Path) -> Line:
    """A stand-in for asking, which some files kill."""
    if "deadly" in file.name:
        os._exit(1)
    return {"words": len(file.read_text().split())}


def test_the_one_that_kills_its_process_is_reported_and_passed_over(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.txt", "deadly.txt", "z.txt")]
    for file in files:
        file.write_text("two words", encoding="utf-8")
    found = dict(answered(files, count_words, 2))
    assert found.pop(files[1]) == {"error": "the process that read it died"}
    assert found == {files[0]: {"words": 2}, files[2]: {"words": 2}}
