"""What the readers of files write: a text whose marks tell the rest what each line is.

A heading begins with ``# `` or ``## ``, a caption stands in the mark of a picture, an item of a
list behind ``- ``. Marks that the words themselves hold are escaped, so that they stay words.
"""

import re

from questions.reading.markup import Block, Kind

_BLANKS = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff]")
"""Characters that nobody sees, such as hyphens for a line's end that did not come."""
_ANYWHERE = re.compile(r"[\\*_`]|(?<=\])\(")
_AT_START = re.compile(r"[#>+-]|={3,}$")
_IN_CAPTION = str.maketrans("[]", "()")
_LONGEST_HEADING = 20
"""A heading of more words is a paragraph that stands out, such as a summary."""


class Draft:
    """The lines of an article, written one by one from top to bottom."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """All that was written, a blank line between any two lines."""
        return "\n\n".join(self._lines)

    def headline(self, words: str, outlet: str = "") -> None:
        """The headline, with the name of the outlet where it is known."""
        self._line("# ", f"{words} | {outlet}" if outlet and words else words)

    def paragraph(self, words: str) -> None:
        """A paragraph, or any other line that stands for itself."""
        self._line("", words)

    def block(self, block: Block) -> None:
        """A block of the article below its headline."""
        if block.kind is Kind.CAPTION:
            self._lines.append(f"![{_one_line(block.words).translate(_IN_CAPTION)}](picture)")
        elif block.kind is Kind.ROW:
            self.paragraph(" | ".join(filter(None, map(_one_line, block.cells))))
        elif block.kind is Kind.ITEM:
            self._line("- ", block.words)
        elif block.kind is Kind.HEADING and len(block.words.split()) <= _LONGEST_HEADING:
            self._line("## ", block.words)
        else:
            self.paragraph(block.words)

    def _line(self, mark: str, words: str) -> None:
        line = _ANYWHERE.sub(r"\\\g<0>", _one_line(words))
        if line:
            escape = "\\" if _AT_START.match(line) else ""
            self._lines.append(f"{mark}{escape}{line}")


def _one_line(words: str) -> str:
    return _BLANKS.sub(" ", _UNSEEN.sub("", words)).strip()
