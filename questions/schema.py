"""Plain data in and out: the dataclass is the schema, in YAML, in JSON columns and in exports.

A converter from cattrs does the work. It is strict: no unknown fields, no silent conversions
other than numbers written as text, which is how YAML scalars arrive (see ``pack``). One text may
stand for a list of one text.
"""

from dataclasses import is_dataclass
from enum import StrEnum
from typing import Any, TypeVar

import cattrs

T = TypeVar("T")


class InvalidData(ValueError):  # noqa: N818
    """Data that does not fit its schema; ``problems`` has one line for each field at fault."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def _text(value: Any, _: type) -> str:
    if not isinstance(value, str):
        raise TypeError("must be text")
    return value


def _number(value: Any, kind: type) -> Any:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError("must be a number")
    try:
        return kind(value)
    except ValueError:
        raise ValueError("must be a number") from None


def _truth(value: Any, _: type) -> bool:
    if value in (True, "true", "yes"):
        return True
    if value in (False, "false", "no"):
        return False
    raise ValueError("must be true or false")


def _texts(value: Any, _: type) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple):
        raise TypeError("must be a list of texts")
    return tuple(_text(item, str) for item in value)


def _member(value: Any, kind: type[StrEnum]) -> StrEnum:
    if value not in list(kind):
        raise ValueError(f"{value!r} is none of: {', '.join(kind)}")
    return kind(value)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    for kind, hook in {str: _text, int: _number, float: _number, bool: _truth}.items():
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _texts)
    converter.register_structure_hook(StrEnum, _member)
    return converter


CONVERTER = _converter()


def _say(error: BaseException, kind: type | None) -> str:
    match error:
        case cattrs.ForbiddenExtraKeysError():
            return f"unknown field {', '.join(sorted(error.extra_fields))}"
        case KeyError():
            return "is missing"
        case TypeError() | ValueError() if error.args and not is_dataclass(kind):
            return str(error.args[0])
        case _:
            return str(error) if isinstance(error, ValueError) else "has the wrong shape"


def _field_first(line: str) -> str:
    message, _, path = line.rpartition(" @ ")
    field = path.removeprefix("$").removeprefix(".")
    return f"{field}: {message}" if field else message


def dump(value: Any) -> dict[str, Any]:
    """The dataclass *value* as plain data, ready for JSON or YAML."""
    plain: dict[str, Any] = CONVERTER.unstructure(value)
    return plain


def load(kind: type[T], plain: Any) -> T:
    """The *kind* that *plain* describes; InvalidData names every field at fault."""
    if not isinstance(plain, dict):
        raise InvalidData(["must be a mapping of fields"])
    try:
        return CONVERTER.structure(plain, kind)
    except cattrs.BaseValidationError as error:
        lines = cattrs.transform_error(error, format_exception=_say)
        raise InvalidData([_field_first(line) for line in lines]) from error
