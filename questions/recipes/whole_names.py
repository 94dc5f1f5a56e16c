"""Whether a source is called by the whole of its name, where a question calls it so.

"Quai" is cut out of "Éditions du Quai", "Republican" says nothing but the party, and the surname
of two brothers may mean either.
"""

import re

from questions.claims import Source, SourceKind
from questions.recipes.material import Material
from questions.recipes.persons import COLLECTIVE, bare_name, head, is_human
from questions.recipes.sources import PEOPLE

CUT_OUT = re.compile(r"(?:\b(?!The )[A-Z][\w’'-]* |\b(?:du|de|la|le|of|for|and|&) )$")
"""Before a name: it is only the end of a longer one."""

ONLY_AN_END = re.compile(r"(?:of|in|at|on|for|from|by|with|and) ", re.IGNORECASE)
"""At the start of a description: what it belongs to has been lost, as in "of the opposition"."""

OF_A_PARTY = frozenset("republican democrat democratic republicans democrats labour tory".split())


def _is_always_behind_a_name(material: Material, source: Source) -> bool:
    """Whether one word with a capital, and no title, always stands before the name of a body."""
    before = re.compile(rf"(\b[A-Z][\w’'-]+ )?(?<![\w’'-]){re.escape(source.name)}(?![\w-])")
    texts = (paragraph.text for paragraph in material.article.paragraphs)
    found = {match[1] for text in texts for match in before.finditer(text)}
    return len(found) == 1 and all(
        word and bare_name(f"{word}{source.name}") != source.name for word in found
    )


def has_a_namesake(material: Material, source: Source) -> bool:
    """Whether somebody else in the article has the same surname: "Kelvekar" may mean either."""
    names = (bare_name(one.name).split() for one in (source, *material.sources))
    own, *others = names
    return source.kind is SourceKind.PERSON and any(
        len(own) > 1 < len(other) and other[-1] == own[-1] and other[0] != own[0]
        for other in others
    )


def _ends_in_people(source: Source) -> bool:
    """Whether what a description comes down to are people or a body: not "a former operations"."""
    noun = head(source.name)
    return is_human(noun) or noun in COLLECTIVE


def has_its_whole_name(material: Material, source: Source) -> bool:
    """Whether *source* is a person, has no name, or is called by it with nothing before it.

    A description must be whole as well, and a person's surname nobody else's.
    """
    if has_a_namesake(material, source):
        return False
    if source.kind in PEOPLE and source.name[0].islower() and not _ends_in_people(source):
        return False
    if source.kind is SourceKind.PERSON or source.name[0].islower():
        begins = ONLY_AN_END.match(bare_name(source.name)) is None
        return begins and not _is_always_behind_a_name(material, source)
    name = re.compile(rf"(?<!\w){re.escape(source.name)}(?![\w-])")
    texts = [paragraph.text for paragraph in material.article.paragraphs]
    return source.name.lower() not in OF_A_PARTY and any(
        CUT_OUT.search(text[: match.start()]) is None
        for text in texts
        for match in name.finditer(text)
    )
