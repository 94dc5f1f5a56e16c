"""The commands as somebody types them: what they print, and how they refuse."""

import json
from pathlib import Path
from typing import Any

import pytest

from questions.__main__ import main
from tests.questions.recipes.bridge import PARAGRAPHS

CURATED = Path(__file__).resolve().parents[2] / "questions" / "curated" / "belarus-2020"
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
DOUBTFUL = """The bridge at Marlow

Mayor Tom Ferris met Adam Lind, an engineer, and Peter Shaw, a driver, at the town hall on Monday.
He said that the old bridge would stay closed to all lorries until the end of winter.

Lind said the pillars had been photographed by divers in an earlier survey of the river.
"""
LAST_FIELDS = ["skill", "process", "recipe", "section", "evidence", "explanation", "confidence"]


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.txt"
    file.write_text("\n\n".join(("Bridge at Marlow Ford shut", *PARAGRAPHS)), encoding="utf-8")
    return file


@pytest.fixture
def out(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command that must succeed, and gives what it printed."""

    def run(*arguments: object) -> str:
        assert main([str(argument) for argument in arguments]) == 0
        printed = capsys.readouterr()
        assert printed.err == ""
        return printed.out

    return run


def test_read_prints_the_article(out: Any, bridge: Path) -> None:
    article = json.loads(out("read", bridge))
    assert article["headline"] == "Bridge at Marlow Ford shut"
    texts = [p["text"] for section in article["sections"] for p in section["paragraphs"]]
    assert texts == list(PARAGRAPHS)


def test_claims_prints_sources_and_claims_with_their_words(out: Any, bridge: Path) -> None:
    found = json.loads(out("claims", bridge))
    assert list(found) == ["sources", "claims", "refusals"]
    assert "Ada Okafor" in [source["name"] for source in found["sources"]]
    span = found["claims"][0]["content"][0]
    assert PARAGRAPHS[span["paragraph"] - 1][span["start"] : span["end"]] == span["text"]


def test_plain_claims_have_offsets_into_the_file(out: Any, bridge: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("“We had no warning at all,” Tom Ferris said.\n", encoding="utf-8")
    lines = [json.loads(line) for line in out("claims", "--plain", bridge, other).splitlines()]
    assert [line["doc_id"] for line in lines] == ["bridge", "other"]
    for line, file in zip(lines, (bridge, other), strict=True):
        text = file.read_text(encoding="utf-8")
        assert line["attributions"]
        for attribution in line["attributions"]:
            assert list(attribution) == ["source", "cue", "content", "resolved", "form"]
            for part in (attribution["source"], attribution["cue"], attribution["content"]):
                assert part is None or text[part["start"] : part["end"]] == part["text"]
            spans = attribution["content"]["spans"]
            assert spans[0][0] == attribution["content"]["start"]
            assert spans[-1][1] == attribution["content"]["end"]


def test_ask_rejected_lists_what_is_not_asked_with_the_reason(out: Any, tmp_path: Path) -> None:
    file = tmp_path / "doubtful.txt"
    file.write_text(DOUBTFUL, encoding="utf-8")
    questions = json.loads(out("ask", file, "--rejected"))
    assert questions
    for question in questions:
        assert list(question)[:3] == ["reason", "type", "prompt"]
        assert list(question)[-7:] == LAST_FIELDS
    assert "unclear whose" in {question["reason"] for question in questions}
    asked = {question["prompt"] for question in json.loads(out("ask", file))}
    assert not asked & {question["prompt"] for question in questions}


def test_ask_prints_questions_in_the_agreed_fields(out: Any, bridge: Path) -> None:
    questions = json.loads(out("ask", bridge, "--number", "5"))
    assert len(questions) == 5
    for question in questions:
        assert list(question)[:2] == ["type", "prompt"]
        assert list(question)[-7:] == LAST_FIELDS
        assert "note" not in question
        assert "claim" in question
        for evidence in question["evidence"]:
            assert list(evidence) == ["paragraph", "start", "end", "text"]
            text = PARAGRAPHS[evidence["paragraph"] - 1]
            assert text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_ask_without_a_number_gives_all_and_says_which_need_a_review(
    out: Any, bridge: Path
) -> None:
    pool = json.loads(out("ask", bridge))
    assert {type(question["unseen"]) for question in pool} == {bool}
    unseen = {question["prompt"] for question in pool if question["unseen"]}
    quiz = json.loads(out("ask", bridge, "--number", "5"))
    assert {question["prompt"] for question in quiz} <= unseen


def test_the_same_seed_asks_the_same(out: Any, bridge: Path) -> None:
    assert out("ask", bridge, "--seed", 3) == out("ask", bridge, "--seed", 3)
    quizzes = {out("ask", bridge, "--seed", seed, "--number", 5) for seed in range(1, 5)}
    assert len(quizzes) > 1


def test_a_text_without_claims_has_no_questions(out: Any, tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_text("Rain fell on the hills all day.", encoding="utf-8")
    assert json.loads(out("ask", file)) == []


@pytest.mark.parametrize("text", ["hello", "# Rain\n\nRain fell on the hills all day."])
def test_the_classroom_takes_no_text_that_is_too_short(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "short.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["prepare", str(file)]) == 2
    assert "This is too short for a quiz." in capsys.readouterr().err


@pytest.mark.skipif(not CURATED.exists(), reason="the curated pack is not there")
def test_check_accepts_the_pack_that_ships(out: Any) -> None:
    assert out("check", CURATED).startswith("OK: ")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not beside the repository")
def test_asks_enough_about_the_seed(out: Any) -> None:
    file = next(SEED.glob("*.txt"))
    questions = json.loads(out("ask", file))
    assert len(questions) >= 15
    assert len({q["recipe"] for q in questions}) >= 5


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.txt", None),
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t "),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02\xff\xfe"),
    ],
)
@pytest.mark.parametrize("command", ["read", "claims", "ask"])
def test_bad_input_is_one_line_and_exit_code_2(
    command: str,
    name: str,
    content: bytes | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    assert main([command, str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert name in printed.err


def test_a_folder_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert "directory" in capsys.readouterr().err
    assert main(["ask", str(tmp_path)]) == 2
    assert "needs --out" in capsys.readouterr().err


def test_plain_claims_take_utf_8_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes("Caf\xe9 owners said so.".encode("latin-1"))
    assert main(["claims", "--plain", str(file)]) == 2
    assert "UTF-8" in capsys.readouterr().err


def test_several_files_need_plain(bridge: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", str(bridge), str(bridge)]) == 2
    assert "--plain" in capsys.readouterr().err


def test_a_broken_pack_lists_its_problems(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "article.md").write_text("# Bridge\n\nThe bridge is shut.\n", encoding="utf-8")
    (tmp_path / "questions.yaml").write_text("title: Bridge\nquestions: [{id: a}]\n", "utf-8")
    assert main(["check", str(tmp_path)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all("questions.yaml" in line for line in lines)


@pytest.mark.parametrize(
    "arguments",
    [[], ["sing"], ["ask"], ["ask", "x.txt", "--number", "0"], ["ask", "x", "--seed", "a"]],
)
def test_wrong_usage_is_one_line_too(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().err.count("\n") == 1
