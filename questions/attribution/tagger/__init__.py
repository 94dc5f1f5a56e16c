"""The second engine: a small network that marks sources, cues and contents, word by word.

pieces.py     the article cut into word pieces
network.py    from word pieces to scores (the only module that knows onnxruntime)
decoding.py   from scores to spans
linker.py     which spans belong together
placing.py    the same attributions in the words of the parse
model/        the network, its tokenizer, the linker's weights, and the card that tells about them

``make tagger`` trains it. Where ``model/model.onnx`` is absent, the rules stand alone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from questions.attribution.goes_on import join_going_on
from questions.attribution.layout import Layout
from questions.attribution.reported import Reported
from questions.attribution.tagger import network, pieces
from questions.attribution.tagger.decoding import tagged
from questions.attribution.tagger.linker import Linker
from questions.attribution.tagger.placing import placed

MODEL = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Tagger:
    """A loaded network with its linker."""

    network: network.Network
    linker: Linker

    def find_reported(self, layouts: Sequence[Layout]) -> list[Reported]:
        """The attributions of an article, by where their contents begin."""
        cut = pieces.cut(
            self.network.encode,
            [layout.parsed.text for layout in layouts],
            [layout.quotations for layout in layouts],
        )
        linked = self.linker.link(cut, tagged(self.network.scores, cut))
        everything = [one for found in linked for one in placed(cut, layouts, found)]
        return join_going_on(
            [one for one in everything if not (one.is_own_thought or one.asks_for_no_name)]
        )


def load(folder: Path) -> Tagger | None:
    """The tagger in *folder*; None where there is no model."""
    if not (folder / "model.onnx").is_file():
        return None
    weights = json.loads((folder / "linker.json").read_text(encoding="utf-8"))
    return Tagger(network.load(folder), Linker(weights))


@cache
def installed() -> Tagger | None:
    """The tagger that comes with the package, loaded once; None where its model is absent."""
    return load(MODEL)
