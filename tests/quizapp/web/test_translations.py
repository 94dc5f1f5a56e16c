"""Every word of the site can be found by whoever translates it, and is then shown translated."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from flask import Flask

from questions.question import Skill
from questions.types import TYPES, _fields, _options, short_text, true_false_not_given
from quizapp.errors import Refused
from quizapp.models import Feedback
from quizapp.store.scores import State
from quizapp.usecases import classes
from quizapp.usecases.rosters import Change
from quizapp.web import words
from tests.quizapp.web.conftest import Browser, School

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the documented command finds."""
    page = next((ROOT / "docs" / "decisions").glob("*what-is-translated.md"))
    command = re.search(r"pybabel (extract .*) -o", page.read_text(encoding="utf-8"))
    assert command
    file = tmp_path_factory.mktemp("texts") / "messages.pot"
    pybabel = [sys.executable, "-m", "babel.messages.frontend", "-q", *command[1].split()]
    subprocess.run([*pybabel, "-o", file, "."], cwd=ROOT, check=True)
    with file.open("rb") as texts:
        return {str(message.id) for message in read_po(texts) if message.id}


def test_labels_are_found(extracted: set[str]) -> None:
    examples = [kind.example().question for kind in TYPES.values()]
    assert {*State, *Feedback, *Skill, *Change} <= extracted
    assert {kind.label for kind in TYPES.values()} <= extracted
    assert {option.text for option in true_false_not_given.VERDICTS} <= extracted
    assert {question.counting for question in examples} - {""} <= extracted
    assert {
        _fields.UNANSWERED, _fields.INCOMPLETE, _fields.NOT_OFFERED, _options.ALL_OR_NOTHING,
        short_text.NOT_A_NUMBER, short_text.NOT_A_DATE,
    } <= extracted  # fmt: skip


def test_every_refusal_is_found_with_its_gaps(extracted: set[str]) -> None:
    refusals = [
        call.args[0]
        for path in (ROOT / "quizapp").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Refused"
    ]
    templates = {text.value for text in refusals if isinstance(text, ast.Constant)}
    assert len(refusals) > 20
    assert all(isinstance(text, ast.Constant) for text in refusals)
    assert "The name is too long: %(most)s characters are the most." in templates
    assert templates <= extracted


def test_a_refusal_is_translated_before_its_gaps_are_filled(
    app: Flask, browser: Callable[[], Browser], school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    def german(template: str, **values: object) -> str:
        known = template.startswith("There is a %(name)s in this class")
        return f"Es gibt {values['name']} schon." if known else template

    monkeypatch.setattr(words, "gettext", german)
    with app.app_context(), pytest.raises(Refused, match="There is a Amina"):
        classes.join_class(school.code, "Amina")
    assert "Es gibt Amina schon." in browser().send("/join", code=school.code, name="Amina").text
