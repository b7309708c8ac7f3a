"""Write trained networks as the files that the package ships: int8 ONNX models, their tokenizer and settings."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from empathy_lint.language.tone.marks import Calibration
from training.tone.labelled import CATEGORIES, ELEMENTS
from training.tone.network import ToneNetwork

# MPNet has the word pieces of BERT, but for these, which it calls by names of its own.
_SPECIAL: Final = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}


def shrink_vocabulary(network: ToneNetwork, tokenizer: Tokenizer, kept: Iterable[str]) -> Tokenizer:
    """Drop word pieces that are not in `kept`; letters and pieces of one character always stay.

    The embedding is half of the model, and most of its rows are names, numbers and scripts that no English message
    needs; what is dropped is spelled in smaller pieces. Returns the smaller tokenizer; the network is changed in place.
    """
    described = json.loads(tokenizer.to_str())
    vocabulary: dict[str, int] = described["model"]["vocab"]
    wanted = set(kept)
    special = {token["content"] for token in described["added_tokens"]}
    pieces = [
        piece
        for piece, _ in sorted(vocabulary.items(), key=lambda row: row[1])
        if piece in special or piece in wanted or (len(piece.removeprefix("##")) == 1 and piece.isascii())
    ]
    rows = torch.tensor([vocabulary[piece] for piece in pieces])
    embedding = network.encoder.embeddings.word_embeddings
    network.encoder.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(
        embedding.weight[rows].clone(), freeze=False, padding_idx=pieces.index("[PAD]")
    )
    described["model"]["vocab"] = {piece: number for number, piece in enumerate(pieces)}
    for token in described["added_tokens"]:
        token["id"] = pieces.index(token["content"])
    processor = described["post_processor"]
    for name, token in processor.get("special_tokens", {}).items():
        token["ids"] = [pieces.index(name)]
    described["padding"] = described["truncation"] = None
    return Tokenizer.from_str(json.dumps(described))


def take_vocabulary(network: ToneNetwork, own: Tokenizer, tokenizer: Tokenizer) -> None:
    """Make the network read the ids of `tokenizer`, whose pieces its own one has, too; the network is changed in
    place.
    """
    pieces = sorted(tokenizer.get_vocab().items(), key=lambda row: row[1])
    rows = torch.tensor([own_piece(own, piece) for piece, _ in pieces])
    embedding = network.encoder.embeddings.word_embeddings
    network.encoder.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(embedding.weight[rows].clone())


def own_piece(own: Tokenizer, piece: str) -> int:
    """The id that a pretrained tokenizer gives to a word piece, be it of BERT's names or of MPNet's."""
    number = own.token_to_id(_SPECIAL.get(piece, piece))
    return own.token_to_id(piece) if number is None else number


def export_network(network: ToneNetwork, path: Path) -> None:
    """Write the network as ONNX, weights in int8, per channel, and in a file beside it."""
    example = torch.ones(2, 8, dtype=torch.long)
    # Attention written out: the same numbers, in a graph that takes a quarter less time for a sentence than what the
    # fused kernel of torch becomes.
    network.encoder.set_attn_implementation("eager")
    with tempfile.TemporaryDirectory() as scratch:
        plain, whole = Path(scratch, "plain.onnx"), Path(scratch, "whole.onnx")
        torch.onnx.export(
            network.eval(),
            (example, example),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["marks", "offers"],
            dynamic_axes={
                "ids": {0: "batch", 1: "tokens"},
                "mask": {0: "batch", 1: "tokens"},
                "marks": {0: "batch", 1: "tokens"},
                "offers": {0: "batch"},
            },
            opset_version=17,
            dynamo=False,
        )
        # Range reduced by one bit: sums of int8 products overflow on processors without dot-product instructions,
        # and the same message must get the same report everywhere.
        quantize_dynamic(plain, whole, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        write_apart(onnx.load(str(whole)), path)
    onnx.checker.check_model(str(path))


def write_apart(model: onnx.ModelProto, path: Path) -> None:
    """Write the model with its weights in a file of their own, `path` and ".data".

    onnxruntime maps such a file into memory and lets go of each weight once it has arranged it for its own use. Weights
    that stand in the model it copies twice, and gives little of that back: a process that checks one file took 15 to
    45 MB more.
    """
    weights = path.with_name(f"{path.name}.data")
    weights.unlink(missing_ok=True)  # onnx would write at the end of what is there
    onnx.save(model, str(path), save_as_external_data=True, location=weights.name)


def write_config(folder: Path, calibration: Mapping[str, Calibration], least: float, second_from: float) -> None:
    """Write config.json: what the numbers of the networks mean, and when the second one is asked."""
    config = {
        "categories": CATEGORIES,
        "elements": list(ELEMENTS.values()),
        "calibration": {name: list(curve) for name, curve in calibration.items()},
        "least_confidence": least,
        "second_from": second_from,
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
