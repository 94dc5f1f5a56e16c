"""YAML as texts, lists and mappings, and nothing else.

A pack comes from anybody, and its author means what it says: ``no``, ``12:30:45`` and
``2020-08-09`` stay the texts they are. Tags, anchors and aliases, which can build objects or grow
without end, are refused, and so are repeated keys, which would silently lose a value.
"""

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Parses in C, ten times as fast, wherever PyYAML was built with libyaml."""

LARGEST = 1_000_000
DEEPEST = 10


class UnreadableYaml(ValueError):  # noqa: N818
    """YAML that is not read, with the line and a reason for a person."""


def read(raw: bytes) -> Any:
    """What *raw* holds: a text, a list or a mapping by text; UnreadableYaml if it is refused."""
    if len(raw) > LARGEST:
        raise UnreadableYaml("is larger than 1 MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableYaml("is not UTF-8 text") from None
    events = _events(text)
    value = _value(next(events), events, depth=1)
    extra = next(events, None)
    if extra is not None:
        raise UnreadableYaml(f"{_line(extra)}: has more than one document in it")
    return value


def _events(text: str) -> Iterator[Event]:
    """The events of *text* that make up a value; at least one."""
    empty = True
    frame = StreamStartEvent | StreamEndEvent | DocumentStartEvent | DocumentEndEvent
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if not isinstance(event, frame):
                empty = False
                yield event
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 1}: " if error.problem_mark else ""
        raise UnreadableYaml(f"{line}{error.problem or error.context}") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise UnreadableYaml(f"is not YAML: {str(error).splitlines()[0]}") from None
    if empty:
        raise UnreadableYaml("is empty")


def _value(event: Event, events: Iterator[Event], *, depth: int) -> Any:
    """The value that begins with *event*; takes the rest of it from *events*."""
    _refuse(event, depth)
    match event:
        case ScalarEvent():
            return event.value
        case SequenceStartEvent():
            return list(_items(events, depth))
        case _:
            return _mapping(events, depth)


def _items(events: Iterator[Event], depth: int) -> Iterator[Any]:
    for event in events:
        if isinstance(event, CollectionEndEvent):
            return
        yield _value(event, events, depth=depth + 1)


def _mapping(events: Iterator[Event], depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in events:
        if isinstance(key, CollectionEndEvent):
            break
        name = _value(key, events, depth=depth + 1)
        if not isinstance(name, str):
            raise UnreadableYaml(f"{_line(key)}: the name of a field must be text")
        if name in found:
            raise UnreadableYaml(f"{_line(key)}: {name!r} stands here twice")
        found[name] = _value(next(events), events, depth=depth + 1)
    return found


def _refuse(event: Event, depth: int) -> None:
    if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
        raise UnreadableYaml(f"{_line(event)}: anchors (&) and aliases (*) are not allowed")
    if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag:
        raise UnreadableYaml(f"{_line(event)}: tags (!) are not allowed")
    if depth > DEEPEST:
        raise UnreadableYaml(f"{_line(event)}: is nested more than {DEEPEST} deep")


def _line(event: Event) -> str:
    return f"line {event.start_mark.line + 1}" if event.start_mark else "somewhere"
