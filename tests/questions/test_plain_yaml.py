"""YAML as texts, lists and mappings, and nothing else."""

from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from questions import plain_yaml
from questions.plain_yaml import DEEPEST, LARGEST, UnreadableYaml, read

WORDS = "no yes true null ~ 12:30:45 2020-08-09 0x1F 010 1_000 1e3 .inf = << 12.50".split()
LOADERS = (yaml.BaseLoader, plain_yaml.LOADER)
"""The one that there always is, and the one that is used here: they refuse the same."""

PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
PLAIN = st.recursive(
    PRINTABLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PRINTABLE, inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_stays_the_text_that_it_is(word: str) -> None:
    assert read(f"a: {word}\nb: [{word}]".encode()) == {"a": word, "b": [word]}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read(b"\xef\xbb\xbfa: b") == {"a": "b"}


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"a: &x b", "line 1: anchors"),
        (b"a: b\nc: *x", "line 2: anchors"),
        (b"a: &x [b]\nc: *x", "line 1: anchors"),
        (b"a: !!python/object/apply:os.system [x]", "line 1: tags"),
        (b"a: !!str 1", "line 1: tags"),
        (b"a: ! 1", "line 1: tags"),
        (b"!x\na: 1", "line 1: tags"),
        (b"%TAG ! tag:x,2000:\n---\na: !b c", "line 3: tags"),
        (b"a: 1\nb: 2\na: 3", "line 3: 'a' stands here twice"),
        (b"a: {b: 1, b: 2}", "line 1: 'b' stands here twice"),
        (b"? [a]\n: b", "line 1: the name of a field must be text"),
        (b"a: 1\n---\nb: 2", "line 3: has more than one document"),
        (b"a: [1", r"line \d: "),
        (b"\ta: 1", "line 1"),
        (b"", "is empty"),
        (b"# nothing", "is empty"),
        (b"a: \xff", "is not UTF-8"),
        (b"a: \x00", "is not YAML"),
        (b'a: "\\UFFFFFFFF"', "is not YAML|line 1: found invalid Unicode"),
        (b"[" * 100_000, "nested more than 10 deep"),
        (b"{a: " * 1_000, "nested more than 10 deep"),
        (b"- " * 1_000 + b"x", "nested more than 10 deep"),
        (b"a" * (LARGEST + 1), "is larger than 1 MB"),
    ],
    ids=lambda value: repr(value)[:24],
)
@pytest.mark.parametrize("loader", LOADERS)
def test_what_is_unsafe_or_unclear_is_refused(
    monkeypatch: pytest.MonkeyPatch, loader: Any, raw: bytes, message: str
) -> None:
    monkeypatch.setattr(plain_yaml, "LOADER", loader)
    with pytest.raises(UnreadableYaml, match=message):
        read(raw)


def test_as_deep_as_allowed() -> None:
    levels = DEEPEST - 1
    assert read(b"[" * levels + b"x" + b"]" * levels)


@given(PLAIN)
def test_what_is_written_is_read_again(plain: Any) -> None:
    assert read(yaml.safe_dump(plain, allow_unicode=True).encode()) == plain


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"#%@`,?\n \t\\"), max_size=60))
def test_anything_is_read_or_refused(text: str) -> None:
    with suppress(UnreadableYaml):
        assert isinstance(read(text.encode()), str | list | dict)
