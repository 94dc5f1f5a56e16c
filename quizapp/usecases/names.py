"""What people and things may be called, and when two names are the same."""

import unicodedata

from quizapp.errors import Refused

LONGEST = 40
"""In characters: of a person's name, and of a class's."""

_UNSEEN = {
    *"\u200c\u200d",  # part of the spelling in Persian and in the scripts of India
    *map(chr, range(0xFE00, 0xFE10)),  # choose how an emoji or a letter looks
    *map(chr, range(0xE0100, 0xE01F0)),
    *"\u034f\u17b4\u17b5",
    *map(chr, range(0x180B, 0x1810)),
}
"""Invisible, but not out of place in a name: two names that differ in these only look alike."""

_BLANK = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs, if one asks Unicode, that look like nothing at all."""


def checked(name: str, longest: int = LONGEST) -> str:
    """*name* with its blanks tidied; Refused if it is empty, too long or has odd characters."""
    if any((_is_control(c) and c not in _UNSEEN) or c in _BLANK for c in name):
        raise Refused("The name has characters that cannot be shown. Type it again.")
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not any(c.isalnum() for c in tidy):
        raise Refused("Type a name with at least one letter.")
    if len(tidy) > longest:
        raise Refused("The name is too long: %(most)s characters are the most.", most=longest)
    return tidy


def key(name: str) -> str:
    """The form in which names are compared: case, width, blanks and what is unseen do not matter.

    It holds no control characters, of which some are more than a database can bear.
    """
    plain = "".join(c for c in name if c.isspace() or not (_is_control(c) or c in _UNSEEN))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    return " ".join(folded.split())


def _is_control(character: str) -> bool:
    return unicodedata.category(character)[0] == "C"
