"""The network and its tokenizer, read from files. The only module that knows onnxruntime.

The files are written by ``make tagger``; ``model/MODEL_CARD.md`` says where the weights come from.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from questions.attribution.tagger.pieces import Numbers


@dataclass(frozen=True)
class Network:
    """A loaded model."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer

    def encode(self, words: str) -> tuple[list[int], list[tuple[int, int]]]:
        """The ids of the pieces of *words*, and ``[start, end)`` of each in characters."""
        encoded = self.tokenizer.encode(words, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    def scores(self, ids: Numbers, quoted: Numbers) -> npt.NDArray[np.float32]:
        """A row of raw scores for each piece of a window, its two edges included."""
        feed = {"ids": ids[None], "quoted": quoted[None]}
        scores: npt.NDArray[np.float32] = self.session.run(None, feed)[0][0]
        return scores


def load(folder: Path) -> Network:
    """The network in *folder*; FileNotFoundError if a file is missing.

    One thread, so that the same text gives the same numbers and one core is all it takes.
    """
    for name in ("model.onnx", "tokenizer.json"):
        if not (folder / name).is_file():
            raise FileNotFoundError(folder / name)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Network(session, tokenizer)
