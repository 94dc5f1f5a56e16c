"""Plain data in and out."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

import pytest

from questions import schema
from questions.question import InvalidQuestion


class Colour(StrEnum):
    """Something to choose from."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    """A part of a whole."""

    name: str


@dataclass(frozen=True)
class Outer:
    """One field of every kind."""

    text: str = "x"
    number: int = 1
    share: float = 0.5
    truth: bool = True
    colour: Colour = Colour.RED
    way: Literal["left", "right"] = "left"
    texts: tuple[str, ...] = ()
    parts: tuple[Inner, ...] = ()
    part: Inner | None = None

    def __post_init__(self) -> None:
        if self.text == "bad":
            raise InvalidQuestion("text: is bad", "number: is bad too")


def test_a_round_trip_changes_nothing() -> None:
    outer = Outer(
        text="y",
        number=2,
        share=0.25,
        truth=False,
        colour=Colour.BLUE,
        way="right",
        texts=("a",),
        parts=(Inner("b"),),
        part=Inner("c"),
    )
    plain = schema.dump(outer)
    assert plain["colour"] == "blue"
    assert type(plain["colour"]) is str
    assert schema.load(Outer, plain) == outer


@pytest.mark.parametrize(
    ("plain", "loaded"),
    [
        ({"number": "12"}, Outer(number=12)),
        ({"number": 2.0}, Outer(number=2)),
        ({"share": "0.5"}, Outer(share=0.5)),
        ({"truth": "no"}, Outer(truth=False)),
        ({"texts": "one"}, Outer(texts=("one",))),
        ({"parts": [{"name": "a"}]}, Outer(parts=(Inner("a"),))),
        ({"part": None}, Outer()),
    ],
)
def test_texts_stand_for_what_they_say(plain: dict[str, Any], loaded: Outer) -> None:
    assert schema.load(Outer, plain) == loaded


@pytest.mark.parametrize(
    ("plain", "problems"),
    [
        ({"text": 5}, ["text: must be text"]),
        ({"text": "a\0"}, ["text: has a character in it that cannot be stored"]),
        ({"text": "\ud800"}, ["text: has a character in it that cannot be stored"]),
        ({"number": "x"}, ["number: must be a number"]),
        ({"number": "1.5"}, ["number: must be a number"]),
        ({"number": 1.5}, ["number: must be a number"]),
        ({"number": True}, ["number: must be a number"]),
        ({"number": float("inf")}, ["number: must be a number"]),
        ({"share": "nan"}, ["share: must be a number"]),
        ({"truth": "perhaps"}, ["truth: must be true or false"]),
        ({"colour": "green"}, ["colour: 'green' is none of: 'red', 'blue'"]),
        ({"colour": []}, ["colour: [] is none of: 'red', 'blue'"]),
        ({"way": "up"}, ["way: 'up' is none of: 'left', 'right'"]),
        ({"texts": {"a": "b"}}, ["texts: must be a list of texts"]),
        ({"texts": ["a", 1]}, ["texts: must be text"]),
        ({"parts": "abc"}, ["parts: must be a list"]),
        ({"parts": {"name": "a"}}, ["parts: must be a list"]),
        ({"parts": ["a"]}, ["parts[0]: must be a mapping of fields"]),
        ({"parts": [{}]}, ["parts[0].name: is missing"]),
        ({"parts": [{"name": "a", "b": 1}]}, ["parts[0]: unknown field b"]),
        ({"z": 1, "y": 1, 3: 1}, ["unknown field 3, y, z"]),
        ({"text": 5, "number": "x"}, ["text: must be text", "number: must be a number"]),
        ({"text": "bad"}, ["text: is bad", "number: is bad too"]),
        ("text", ["must be a mapping of fields"]),
        (None, ["must be a mapping of fields"]),
    ],
    ids=repr,
)
def test_every_field_at_fault_is_named(plain: Any, problems: list[str]) -> None:
    with pytest.raises(schema.InvalidData) as told:
        schema.load(Outer, plain)
    assert told.value.problems == problems
