"""The way into a class as an address and as a picture."""

from typing import Any
from urllib.parse import urlsplit

import segno
from flask import current_app, request, url_for
from markupsafe import Markup

from quizapp import network

OWN_NAMES = {"localhost", "127.0.0.1", "::1"}


def address_for_pupils(endpoint: str, **values: Any) -> str:
    """Where the pupils' devices find a page.

    Whoever opens the site on the machine that serves it sees "localhost", which leads nowhere
    from any other machine: the address in the local network stands in its place.
    """
    scheme = "https" if current_app.config["HTTPS"] else request.scheme
    host = urlsplit(request.host_url)
    address = network.lan_addresses() if host.hostname in OWN_NAMES else ()
    port = f":{host.port}" if host.port else ""
    name = f"{address[0]}{port}" if address else request.host
    return f"{scheme}://{name}{url_for(endpoint, **values)}"


def picture(address: str) -> Markup:
    """*address* as a QR code: an SVG without styles or scripts, safe to stand in a page."""
    code = segno.make(address, micro=False, error="m")
    return Markup(code.svg_inline(scale=4, border=2, omitsize=True, lineclass=None, svgclass=None))  # noqa: S704  made of numbers
