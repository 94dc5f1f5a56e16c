"""What a download is called: in letters that every file system and every header can bear."""

import re
import unicodedata

LONGEST = 60
"""In characters, of each part of a file's name."""


def download(what: str, *names: str, number: int, ending: str) -> str:
    """The name of a file with *what* about the things with these *names*.

    The *number* stands in where nothing of a name can be written in ASCII.
    """
    parts = (slug(name) or str(number) for name in names)
    return f"{'-'.join((what, *parts))}.{ending}"


def slug(name: str) -> str:
    """*name* in small ASCII letters, digits and hyphens, as far as it can be written in them."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
