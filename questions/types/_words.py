"""When two short answers are the same words."""

import re
import unicodedata

DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
ARTICLE = re.compile(r"(?:the|an?) (?=\S)")
EDGES = re.compile(r"^(?:(?!\.\d)[ .,;:!?…])+|[ .,;:!?…]+$")


def normal(text: str) -> str:
    """*text* as grading compares it.

    These make no difference: case, accents, compatibility forms (full width, ligatures), quotation
    marks, the kind of dash, spacing, punctuation at either end, and "the", "a" or "an" in front.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(DASHES)
    kept = (c for c in plain if not unicodedata.combining(c) and c not in "\"'`´‘’‚‛“”„‟«»‹›")
    return ARTICLE.sub("", EDGES.sub("", " ".join("".join(kept).split())), count=1)


def edits(one: str, other: str) -> int:
    """How many letters to insert, drop, replace or swap with the next to get from *one* to *other*.

    This is the optimal string alignment distance, a Damerau-Levenshtein distance in which no
    stretch is edited twice (Boytsov, "Indexing methods for approximate dictionary searching",
    ACM Journal of Experimental Algorithmics 16, 2011).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            step = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                step = min(step, above[j - 2] + 1)
            row.append(step)
    return row[-1]
