"""Whose "I", "we" and "you" it is where nobody is quoted.

An article's own voice belongs to whoever stands in the byline; that of a letter to whoever signed
below it; that of an answer in an interview to whoever is interviewed, as does the "you" of the
questions. "We" is the paper or the station that people talk to ("told FactLine").
"""

import re
from collections.abc import Callable, Iterable, Iterator

from questions import nouns
from questions.attribution.names import Named, Names
from questions.attribution.parse import Parsed

_BY = re.compile(
    r"\s*(?:(?:[Bb]y|BY|[Ww]ritten by|[Ww]ords by|Words:)\s+)?"
    r"(?!By )([A-Z][\w.’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]+){1,3})"
    r"\s*(?:$|[,|–—(-]|in [A-Z]|at the )",
)
_SAYS_BY = re.compile(r"(?:By|BY|Written by|Words by|Words:)\s")
_NAME = re.compile(r"\[?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})\]?$")
_CLOSING = re.compile(
    r"(?:^|\b)(?:[Yy]ours|[Ss]incerely|[Ff]aithfully|[Rr]egards|[Ww]ishes|[Ll]ove|[Tt]ruly)\b[^.!?]*,?$"
)
_QUESTION = re.compile(r"(?:Q[:.]\s.*|[^“\"‘]{3,400}\?)\s*$", re.S)

_BEGINNING = 6
"""Paragraphs in which a byline may stand."""

_FEWEST = 3
"""Questions in an interview, at least."""

_TALKED_TO = frozenset("tell contact speak talk interview".split())
"""What people do with a paper or a station."""


class Voices:
    """Knows whose voice it is in each paragraph of an article."""

    def __init__(self, parsed: tuple[Parsed, ...], names: Names, byline: str | None) -> None:
        self._parsed = parsed
        self._names = names
        self._byline = author(byline) or self._byline_in_text()
        self._signed = list(self._signatures())
        self._questions = self._asked()
        self._interviewed = self._whom_asked(min(self._questions, default=0))
        self._outlet = self._talked_to()

    def speaking(self, at: int, form: str) -> Named | str | None:
        """Whose "I" or "we" (*form*) it is in the paragraph at index *at*; None if nobody says."""
        if self._interviewed is not None and self._is_answer(at):
            return self._interviewed
        if form in nouns.WE and self._outlet is not None:
            return self._outlet
        return self._signature(at) or self._byline

    def addressed(self, at: int) -> Named | None:
        """Whose "you" it is in the paragraph at index *at*."""
        return self._interviewed if at in self._questions else None

    def _asked(self) -> frozenset[int]:
        """The paragraphs that are questions, if somebody answers them."""
        asked = {at for at, one in enumerate(self._parsed) if _QUESTION.match(one.text)}
        answers = [
            one for at, one in enumerate(self._parsed) if at - 1 in asked and at not in asked
        ]
        own = sum(any(t.form in nouns.SPEAKER_PRONOUNS for t in one.tokens) for one in answers)
        return frozenset(asked if len(asked) >= _FEWEST and 3 * own >= len(answers) else ())

    def _is_answer(self, at: int) -> bool:
        if at in self._questions or at < min(self._questions, default=0):
            return False
        return bool(self._questions)

    def _byline_in_text(self) -> str | None:
        for one in self._parsed[:_BEGINNING]:
            if _SAYS_BY.match(one.text):
                return author(one.text.split("\n")[0])
        return None

    def _whom_asked(self, first: int) -> Named | None:
        """The person whom the paragraphs before the first question speak of most."""
        people = (
            named
            for named in self._names.everything
            if named.is_person and len(named.words) > 1 and named.name != self._byline
        )
        return _most(people, lambda named: sum(m.at < first for m in named.mentions))

    def _talked_to(self) -> Named | None:
        """The body that people tell things, most often."""
        bodies = (named for named in self._names.everything if not named.is_person)
        return _most(bodies, lambda named: sum(self._is_told(m.at, m.last) for m in named.mentions))

    def _is_told(self, at: int, last: int) -> bool:
        parsed = self._parsed[at]
        token = parsed.tokens[last]
        above = parsed.head(token)
        if token.dep == "pobj" and above.form in ("to", "with", "by"):
            above = parsed.head(above)
        elif token.dep not in ("dobj", "dative"):
            return False
        return above.lemma in _TALKED_TO

    def _signatures(self) -> Iterator[tuple[int, Named | str]]:
        """The names below letters, with their paragraphs."""
        before = ""
        for at, one in enumerate(self._parsed):
            for number, line in enumerate(one.text.split("\n")):
                found = _NAME.match(line.strip())
                closed = bool(_CLOSING.search(before)) or (number and before[-1:] in ".!?”\"’'")
                if found and closed and not nouns.is_title(found[1].lower()):
                    yield at, self._named(found[1]) or found[1]
                before = line.strip()

    def _named(self, name: str) -> Named | None:
        words = tuple(name.split())
        fitting = (n for n in self._names.everything if n.words[-len(words) :] == words)
        return next((n for n in fitting if n.is_person), None)

    def _signature(self, at: int) -> Named | str | None:
        below = [name for place, name in self._signed if place >= at]
        if below:
            return below[0]
        return self._signed[-1][1] if self._signed else None


def _most(candidates: Iterable[Named], times: Callable[[Named], int]) -> Named | None:
    """The first of those with the most *times*; None where all have none."""
    best = max(candidates, key=times, default=None)
    return best if best is not None and times(best) else None


def author(byline: str | None) -> str | None:
    """The one name in a byline ("By Jonah Weatherby, Technology Editor"); None without one."""
    found = _BY.match(byline or "")
    return found[1] if found else None
