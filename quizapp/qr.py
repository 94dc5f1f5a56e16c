"""An address as a QR code: a picture for pages, a drawing for the terminal."""

import io

import segno
from markupsafe import Markup


def picture(address: str) -> Markup:
    """*address* as an SVG without styles or scripts, safe to stand in a page."""
    svg = _code(address).svg_inline(scale=4, border=2, omitsize=True, lineclass=None, svgclass=None)
    return Markup(svg)  # noqa: S704  made of numbers


def drawing(address: str) -> str:
    """*address* in characters, two rows of the code in each line."""
    out = io.StringIO()
    _code(address).terminal(out, border=2, compact=True)
    return out.getvalue()


def _code(address: str) -> segno.QRCode:
    return segno.make(address, micro=False, error="m")
