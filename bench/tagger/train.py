"""From annotated articles to the weights of a network."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from bench.gold import GoldArticle
from bench.tagger.encoder import DEPTH, Encoder, pretrained, weights_folder
from bench.tagger.layers import cut, labels
from bench.tagger.variants import Variants
from questions.attribution.tagger.decoding import LAYERS, WINDOW
from questions.attribution.tagger.pieces import Encode, Numbers

State = dict[str, Tensor]
Window = tuple[Numbers, Numbers, Numbers]
"""The ids of a window's pieces, whether each is quoted, and its labels."""

_IGNORED = -100
_HIDDEN_WORD, _FIRST_WORD = 103, 1_998
_SHORTEST = 60


@dataclass(frozen=True)
class Plan:
    """How to train. ``rate`` is that of the last block; the head learns five times as fast."""

    epochs: int
    seed: int
    rate: float = 3e-4
    decay: float = 0.9
    batch: int = 4
    hide: float = 0.08
    smooth: float = 0.03
    averaged: int = 3


def encoding() -> Encode:
    """MiniLM's own tokenizer."""
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode(words: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded = tokenizer.encode(words, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    return encode


def train(articles: Sequence[GoldArticle], plan: Plan) -> State:
    """The weights after training on *articles*, averaged over the last epochs."""
    encode, variants = encoding(), Variants.of(articles)
    encoder = pretrained()
    torch.manual_seed(plan.seed)
    rng = Random(plan.seed)  # noqa: S311  nothing secret: the run must be repeatable
    batches = -(-len(_windows(encode, variants, articles, Random(0))) // plan.batch)  # noqa: S311
    optimiser = torch.optim.AdamW(_groups(encoder, plan), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, _slope(batches * plan.epochs))
    kept: list[State] = []
    for epoch in range(plan.epochs):
        begun = time.monotonic()
        windows = _windows(encode, variants, articles, rng)
        rng.shuffle(windows)
        encoder.train()
        total = 0.0
        for first in range(0, len(windows), plan.batch):
            loss = _loss(encoder, windows[first : first + plan.batch], plan, rng)
            loss.backward()  # type: ignore[no-untyped-call, unused-ignore]
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad()
            total += loss.item()
        kept = [*kept, {k: v.clone() for k, v in encoder.state_dict().items()}][-plan.averaged :]
        seconds = time.monotonic() - begun
        print(f"epoch {epoch + 1}: loss {total / batches:.3f}, {seconds:.0f} s", flush=True)
    return average(kept)


def average(states: Sequence[State]) -> State:
    """The mean of each weight."""
    return {key: sum(state[key] for state in states) / len(states) for key in states[0]}


def _slope(steps: int) -> "_Slope":
    return _Slope(steps)


@dataclass(frozen=True)
class _Slope:
    """The rate at a step: up for a tenth of them, then down to nearly nothing."""

    steps: int

    def __call__(self, step: int) -> float:
        return min(1.0, (step + 1) / (0.1 * self.steps)) * max(0.03, 1 - step / self.steps)


def _groups(encoder: Encoder, plan: Plan) -> list[dict[str, object]]:
    """What learns how fast: lower blocks more slowly, embeddings of words and places not at all."""
    for part in (encoder.word, encoder.place, encoder.norm):
        for weight in part.parameters():
            weight.requires_grad_(requires_grad=False)
    blocks: list[dict[str, object]] = [
        {"params": list(block.parameters()), "lr": plan.rate * plan.decay ** (DEPTH - 1 - number)}
        for number, block in enumerate(encoder.blocks)
    ]
    head: dict[str, object] = {"params": list(encoder.head.parameters()), "lr": plan.rate * 5}
    return [head, *blocks, {"params": [encoder.segment.weight], "lr": plan.rate}]


def _windows(
    encode: Encode, variants: Variants, articles: Sequence[GoldArticle], rng: Random
) -> list[Window]:
    """Every article once, in a new variant, cut at new places."""
    windows = []
    for article in articles:
        words, places = variants.variant(article, rng)
        text = cut(encode, words)
        marks, length = labels(text, places), len(text.pieces)
        cuts = sorted({0, *range(rng.randrange(40, WINDOW), length, WINDOW), length})
        for begin, end in pairwise(cuts):
            first = max(0, end - WINDOW) if end - begin < _SHORTEST else begin
            edges = np.full((1, len(LAYERS)), _IGNORED)
            windows.append(
                (*text.pieces.window(first, end), np.concatenate((edges, marks[first:end], edges)))
            )
    return windows


def _loss(encoder: Encoder, windows: Sequence[Window], plan: Plan, rng: Random) -> Tensor:
    ids, quoted, marks, mask = _batch(windows)
    chance = np.random.default_rng(rng.randrange(2**31)).random(ids.shape)
    ids[(chance < plan.hide) & (ids >= _FIRST_WORD)] = _HIDDEN_WORD
    with torch.autocast("cpu", torch.bfloat16):
        scores = encoder(torch.from_numpy(ids), torch.from_numpy(quoted), torch.from_numpy(mask))
    by_layer = scores.float().view(-1, len(LAYERS), 3)
    right = torch.from_numpy(marks).view(-1, len(LAYERS))
    losses = [
        functional.cross_entropy(
            by_layer[:, k], right[:, k], ignore_index=_IGNORED, label_smoothing=plan.smooth
        )
        for k in range(len(LAYERS))
    ]
    return torch.stack(losses).sum()


def _batch(windows: Sequence[Window]) -> tuple[Numbers, Numbers, Numbers, np.ndarray]:
    """The windows filled up to one length, and a mask that hides what fills them."""
    longest = max(len(ids) for ids, _, _ in windows)
    shape = len(windows), longest
    ids, quoted = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    marks = np.full((*shape, len(LAYERS)), _IGNORED, np.int64)
    mask = np.full((len(windows), 1, 1, longest), -1e4, np.float32)
    for row, (some, inside, right) in enumerate(windows):
        length = len(some)
        ids[row, :length], quoted[row, :length], marks[row, :length] = some, inside, right
        mask[row, ..., :length] = 0
    return ids, quoted, marks, mask
