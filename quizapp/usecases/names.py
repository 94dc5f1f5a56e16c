"""What people and things may be called, and when two names are the same."""

import unicodedata

from quizapp.errors import Refused

LONGEST = 40
"""In characters: of a person's name, and of a class's."""

_JOINERS = "\u200c\u200d"
"""Invisible, but part of the spelling in Persian and in the scripts of India."""


def checked(name: str, longest: int = LONGEST) -> str:
    """*name* with its blanks tidied; Refused if it is empty, too long or has odd characters."""
    if any(unicodedata.category(c)[0] == "C" and c not in _JOINERS for c in name):
        raise Refused("The name has characters that cannot be shown. Type it again.")
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not any(c.isalnum() for c in tidy):
        raise Refused("Type a name with at least one letter.")
    if len(tidy) > longest:
        raise Refused(f"The name is too long: {longest} characters are the most.")
    return tidy


def key(name: str) -> str:
    """The form in which names are compared: case, width, blanks and joiners do not matter."""
    plain = "".join(c for c in name if c not in _JOINERS)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    return " ".join(folded.split())
