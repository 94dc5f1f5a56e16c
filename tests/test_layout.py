"""The promises about the house that neither the type checker nor import-linter can keep."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from quizapp.web import BLUEPRINTS

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = [p.relative_to(ROOT / "templates").as_posix() for p in ROOT.glob("templates/**/*.html")]
TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "Makefile", "README.md", "bench", "docs",
    "pyproject.toml", "questions", "quizapp", "requirements-dev.txt", "requirements.txt",
    "templates", "tests", "wsgi.py",
}  # fmt: skip


def tracked_files() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files"],  # noqa: S607  git is found where the developer has it
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode:
        pytest.skip("not a git checkout")
    return listing.stdout.splitlines()


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(app: Flask, name: str) -> None:
    assert app.jinja_env.get_template(name).name == name


def test_template_folders_mirror_blueprints() -> None:
    folders = {Path(name).parent.as_posix() for name in TEMPLATES} - {".", "errors", "questions"}
    assert folders <= {blueprint.name for blueprint in BLUEPRINTS}


def test_no_template_holds_a_script_or_a_style() -> None:
    inline = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", re.IGNORECASE)
    assert [n for n in TEMPLATES if inline.search((ROOT / "templates" / n).read_text())] == []


def test_only_use_cases_write() -> None:
    writing = {
        path.relative_to(ROOT / "quizapp").parts[0]
        for path in ROOT.glob("quizapp/**/*.py")
        if re.search(r"\.commit\(|\bwriting\(\)", path.read_text())
    }
    assert writing <= {"usecases", "db.py"}


def test_the_web_process_never_loads_the_language_model() -> None:
    program = "import sys, wsgi; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0


def test_little_else_belongs_at_the_top() -> None:
    assert {Path(name).parts[0] for name in tracked_files()} == TOP_LEVEL


def test_no_file_names_a_machine_or_a_registry() -> None:
    telling = re.compile(r"/(?:work|root|home)/\w|pypi\.org|files\.pythonhosted|registry\.npm")
    texts = [n for n in tracked_files() if not n.endswith((".onnx", ".woff2", ".png"))]
    assert [n for n in texts if n != "tests/test_layout.py" and telling.search(
        (ROOT / n).read_text(encoding="utf-8")
    )] == []  # fmt: skip
