"""The site's addresses as they work on other devices."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, request, url_for

from quizapp import network
from quizapp.web import sessions


def for_pupils(endpoint: str, **values: Any) -> str:
    """Where the pupils' devices find a page."""
    scheme = "https" if sessions.is_private(current_app, request) else "http"
    host = urlsplit(request.host_url)
    own, other = host.hostname or "", network.for_others(host.hostname or "")
    name = request.host if own == other else f"{other}:{host.port}" if host.port else other
    return f"{scheme}://{name}{url_for(endpoint, **values)}"


def pattern(endpoint: str, *left_open: str, **values: Any) -> Callable[..., str]:
    """What gives the addresses that differ in *left_open* only, without building each anew.

    For pages with hundreds of them: ``pattern("a.b", "pupil_id", class_id=1)(pupil_id=7)``.
    """
    stand_ins: dict[str, Any] = {name: 987_654_321 - n for n, name in enumerate(left_open)}
    address = url_for(endpoint, **values, **stand_ins)
    for name, number in stand_ins.items():
        address = address.replace(str(number), f"{{{name}}}")
    return address.format
