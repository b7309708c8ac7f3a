"""A shipped network as one that can be trained on: its 8-bit weights made numbers again.

A run of training takes most of an hour; going on from what is shipped takes a third of it, and keeps what was learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tokenizers import Tokenizer

from training.tone.export import own_piece
from training.tone.network import ToneNetwork

_WORDS = "encoder.embeddings.word_embeddings.weight"
_MULTIPLIED = ("/MatMul_quant", "/Gemm_MatMul_quant")


def shipped_network(folder: Path, encoder: Path, tokenizer: Tokenizer) -> ToneNetwork:
    """The first network in `folder` with the whole vocabulary of `tokenizer`.

    Word pieces that the shipped one lacks are as the pretrained encoder has them.
    """
    return _restored(ToneNetwork(encoder), folder / "tone.onnx", tokenizer)


def shipped_second_network(folder: Path, encoder: Path, tokenizer: Tokenizer, layers: int) -> ToneNetwork:
    """The second network in `folder`, with the first `layers` layers of `encoder`; the rest is as for the first."""
    return _restored(ToneNetwork(encoder, layers=layers), folder / "second.onnx", tokenizer)


def mean_network(networks: Sequence[ToneNetwork]) -> ToneNetwork:
    """The first of the networks, with the mean of the weights of all; it is changed in place.

    Networks that went different ways from one start err in different places, and their mean errs less than any of them.
    """
    states = [network.state_dict() for network in networks]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    networks[0].load_state_dict({name: value.to(states[0][name].dtype) for name, value in mean.items()})
    return networks[0]


def _restored(network: ToneNetwork, path: Path, tokenizer: Tokenizer) -> ToneNetwork:
    weights = _weights(onnx.load(str(path)).graph)
    kept = Tokenizer.from_file(str(path.with_name("tokenizer.json"))).get_vocab()
    words = network.encoder.embeddings.word_embeddings.weight.detach().clone()
    for piece, number in kept.items():
        words[own_piece(tokenizer, piece)] = weights[_WORDS][number]
    network.load_state_dict({**network.state_dict(), **weights, _WORDS: words})
    return network


def _weights(graph: onnx.GraphProto) -> dict[str, torch.Tensor]:
    stored = {row.name: numpy_helper.to_array(row) for row in graph.initializer}
    weights = {name: torch.tensor(array) for name, array in stored.items() if name.endswith((".weight", ".bias"))}
    for name in stored:
        if name.endswith(".weight_quantized"):
            weights[name.removesuffix("_quantized")] = _numbers(stored, name)
    for node in graph.node:
        ending = next((each for each in _MULTIPLIED if node.name.endswith(each)), None)
        named = next((name for name in node.input if name.endswith("_quantized") and name in stored), None)
        if ending and named:
            module = node.name.removesuffix(ending).strip("/").replace("/", ".")
            weights[f"{module}.weight"] = _numbers(stored, named).T.contiguous()
    return weights


def _numbers(stored: dict[str, np.ndarray], name: str) -> torch.Tensor:
    base = name.removesuffix("_quantized")
    shifted = stored[name].astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)
    return torch.tensor(shifted * stored[f"{base}_scale"])
