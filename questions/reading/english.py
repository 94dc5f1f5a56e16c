"""Whether a text is English, by the share of its words that every English text is full of."""

import re
from itertools import islice

from questions.lexicon import word_set
from questions.reading.decoding import UnreadableText

_FUNCTION_WORDS = word_set(
    "the of and to a in that is was for it with as he on be at by had not are but from or have an "
    "they which you were her she there would their we him been has when who will more no if out so "
    "said what up its about into than them can only other new some could time these may then do "
    "first any my now such like our over me after before between because says this his i all one"
)
_NOT_ENGLISH = "This text does not seem to be English. Only English articles can be read."
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_FEWEST = 40
"""Fewer words say too little to judge by."""
_MOST = 5_000
_SHARE = 0.2
"""English news has 0.28 to 0.55 of these words, other languages less than 0.1."""
_LATIN = 0.7
"""The least share of letters from a to z: there are scripts that do not part words."""


def check_english(text: str) -> str:
    """*text* itself; UnreadableText if it is in another language."""
    words = [match[0].lower() for match in islice(_WORD.finditer(text), _MOST)]
    letters = "".join(words)
    known = sum(word in _FUNCTION_WORDS for word in words)
    foreign = len(words) >= _FEWEST and known < _SHARE * len(words)
    if foreign or sum(map(str.isascii, letters)) < _LATIN * len(letters):
        raise UnreadableText(_NOT_ENGLISH)
    return text
