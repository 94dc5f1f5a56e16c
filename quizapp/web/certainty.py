"""How sure a question is, in a word: what its probability of being valid means to a teacher."""

from flask_babel import lazy_gettext as _
from flask_babel.speaklater import LazyString

WORDS: tuple[tuple[float, LazyString], ...] = (
    (0.97, _("very sure")),
    (0.9, _("sure")),
    (0.8, _("fairly sure")),
    (0.0, _("not sure")),
)
"""From which probability on each word holds."""


def word(probability: float) -> LazyString:
    """The word for a *probability* from 0 to 1."""
    return next(name for least, name in WORDS if probability >= least)
