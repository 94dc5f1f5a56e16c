"""PDFs made by hand, set in lines and columns as a newspaper sets them."""

from collections.abc import Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
REGULAR, BOLD = "F1", "F2"
_WIDTHS = ((" fijlt.,:;'()|", 0.27), ("rI“”‘’-", 0.33), ("mMwW%", 0.8), ("ABCDEGHKNOPQRSUVXY", 0.7))


@dataclass(frozen=True)
class Words:
    """Words on one line; *y* runs upwards from the foot of the page."""

    text: str
    x: float
    y: float
    size: float = 10
    font: str = REGULAR


@dataclass(frozen=True)
class Picture:
    """A grey rectangle that is a picture."""

    x: float
    y: float
    width: float
    height: float


def column(
    paragraphs: list[str], x: float, top: float, width: float, size: float = 10, step: float = 12
) -> Iterator[Words]:
    """*paragraphs* set in lines of *width*, each with an indent, without white between them."""
    y = top
    for paragraph in paragraphs:
        for number, line in enumerate(lines(paragraph, width - size, size)):
            yield Words(line, x if number else x + size, y, size)
            y -= step


def lines(paragraph: str, width: float, size: float) -> Iterator[str]:
    """*paragraph* in lines that are as full as they can be."""
    line = ""
    for word in paragraph.split():
        if line and _width(f"{line} {word}") * size > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _width(text: str) -> float:
    """How wide *text* is in Helvetica, as a share of its size."""
    return sum(next((w for letters, w in _WIDTHS if letter in letters), 0.55) for letter in text)


def pdf(*pages: list[Words | Picture]) -> bytes:
    """A file with these pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _font("Helvetica"), _font("Helvetica-Bold")]
    objects.append(_stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                           "/ColorSpace /DeviceGray", "g"))  # fmt: skip
    kids = []
    for page in pages:
        objects.append(_stream("", "\n".join(map(_drawn, page))))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> "
            "/XObject << /P 5 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return written(objects)


def written(objects: list[str]) -> bytes:
    """The file of these objects, numbered from 1."""
    raw = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return raw + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(raw)}\n%%EOF\n"
    ).encode("ascii")


def _font(name: str) -> str:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"


def _stream(entries: str, content: str) -> str:
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _drawn(what: Words | Picture) -> str:
    if isinstance(what, Picture):
        return f"q {what.width} 0 0 {what.height} {what.x} {what.y} cm /P Do Q"
    text = what.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{what.font} {what.size} Tf {what.x} {what.y} Td ({text}) Tj ET"
