"""Weights as a network of 8-bit numbers that onnxruntime reads."""

import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.tagger.encoder import Encoder, weights_folder
from bench.tagger.train import State


def export(state: State, folder: Path) -> None:
    """Write ``model.onnx`` and ``tokenizer.json`` to *folder*."""
    encoder = Encoder()
    encoder.load_state_dict(state)
    encoder.eval()
    folder.mkdir(parents=True, exist_ok=True)
    example = torch.ones(1, 40, dtype=torch.int64), torch.zeros(1, 40, dtype=torch.int64)
    free = {0: "batch", 1: "pieces"}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            encoder,
            example,
            str(whole),
            input_names=["ids", "quoted"],
            output_names=["labels"],
            opset_version=17,
            dynamo=False,
            dynamic_axes={"ids": free, "quoted": free, "labels": free},
        )
        quantize_dynamic(str(whole), str(folder / "model.onnx"), weight_type=QuantType.QInt8)
    shutil.copy(weights_folder() / "tokenizer.json", folder / "tokenizer.json")
