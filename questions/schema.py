"""Plain data in and out: the dataclass is the schema, in YAML, in JSON columns and in exports.

A converter from cattrs does the work. It is strict: no unknown fields, no silent conversions
other than numbers written as text, which is how YAML scalars arrive (see ``pack``). One text may
stand for a list of one text.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, Literal, TypeVar, get_args, get_origin

import cattrs
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn

from questions.question import InvalidQuestion

T = TypeVar("T")


class InvalidData(ValueError):  # noqa: N818
    """Data that does not fit its schema; ``problems`` has one line for each field at fault."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _text(value: Any, _: type) -> str:
    if not isinstance(value, str):
        raise TypeError("must be text")
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError("has a character in it that cannot be stored")
    return value


def _number(value: Any, kind: type) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError("must be a number")
    try:
        number = kind(value)
    except (ValueError, OverflowError):
        raise ValueError("must be a number") from None
    if not math.isfinite(number) or not (isinstance(value, str) or number == value):
        raise ValueError("must be a number")
    return number


def _truth(value: Any, _: type) -> bool:
    if value in (True, "true", "yes"):
        return True
    if value in (False, "false", "no"):
        return False
    raise ValueError("must be true or false")


def _texts(value: Any, _: type) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value, str),)
    if not isinstance(value, list | tuple):
        raise TypeError("must be a list of texts")
    return tuple(_text(item, str) for item in value)


def _member(value: Any, kind: type[StrEnum]) -> StrEnum:
    return kind(_one_of(value, list(kind)))


def _is_literal(kind: Any) -> bool:
    origin: Any = get_origin(kind)
    return origin is Literal


def _literal(value: Any, kind: Any) -> Any:
    return _one_of(value, list(get_args(kind)))


def _one_of(value: Any, allowed: list[Any]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of: {', '.join(map(repr, map(str, allowed)))}")
    return value


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _list(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """A hook for a tuple of one kind that takes no text and no mapping for a list."""
    usual = homogenous_tuple_structure_factory(kind, converter)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError("must be a list")
        return usual(value, kind)

    return structure


def _fields(kind: Any, converter: cattrs.Converter) -> Callable[[Any, Any], Any]:
    """A hook for a dataclass that takes nothing but a mapping."""
    usual = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError("must be a mapping of fields")
        return usual(value, kind)

    return structure


def converter() -> cattrs.Converter:
    """A converter with the rules above, to which a caller may add its own."""
    new = cattrs.Converter()
    for kind, hook in {str: _text, int: _number, float: _number, bool: _truth}.items():
        new.register_structure_hook(kind, hook)
    new.register_structure_hook_factory(is_dataclass, _fields)
    new.register_structure_hook_factory(_is_list, _list)
    new.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _texts)
    new.register_structure_hook_func(_is_literal, _literal)
    new.register_structure_hook(StrEnum, _member)
    new.register_unstructure_hook(StrEnum, str)
    return new


CONVERTER = converter()


def _say(error: BaseException, _: type | None) -> str:
    match error:
        case InvalidQuestion():
            return "\n".join(error.problems)
        case cattrs.ForbiddenExtraKeysError():
            return f"unknown field {', '.join(sorted(map(str, error.extra_fields)))}"
        case KeyError():
            return "is missing"
        case TypeError() | ValueError():
            return str(error)
        case _:
            return "has the wrong shape"


def _field_first(line: str) -> Iterator[str]:
    """*line*, "message @ $.field", the other way round; a line for each line of the message."""
    messages, _, path = line.rpartition(" @ ")
    field = path.removeprefix("$").removeprefix(".")
    for message in messages.splitlines():
        yield f"{field}: {message}" if field else message


def dump(value: Any, rules: cattrs.Converter = CONVERTER) -> dict[str, Any]:
    """The dataclass *value* as plain data, ready for JSON or YAML."""
    plain: dict[str, Any] = rules.unstructure(value)
    return plain


def load(kind: type[T], plain: Any, rules: cattrs.Converter = CONVERTER) -> T:
    """The *kind* that *plain* describes; InvalidData names every field at fault."""
    try:
        return rules.structure(plain, kind)
    except (cattrs.BaseValidationError, ValueError) as error:
        lines = cattrs.transform_error(error, format_exception=_say)
        problems = [problem for line in lines for problem in _field_first(line)]
        raise InvalidData(problems) from error
