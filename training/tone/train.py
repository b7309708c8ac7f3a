"""Train, measure and export the small network of the tone component, and its word pieces, with one command.

    python -m training.tone.train --shared DIR [--real DIR] [--offers DIR] --encoder DIR [--start DIR …] [--epochs N]
        --output DIR

`--shared` holds `tone/`, `messages/` and `calibration/` (labelled text); `--real` labelled messages of real senders,
in the form of `data/`; `--offers` what single sentences of these offer, in the form of `offers/`; `--encoder` a
pretrained MiniLM-L6 with its tokenizer; `--start` a shipped network to go on from, or several, from whose mean to go
on; with `--epochs 0` that is only measured and written. Two files of written messages and those real ones whose file
is named `held-…` are held out: no exported network saw them, and figures and calibration come from there.
`training.tone.second` adds the second network, and the calibration of both.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from empathy_lint.language.tone.marks import Calibration, marks_of
from training.tone.calibrate import Reading, calibrate
from training.tone.export import export_network, shrink_vocabulary
from training.tone.fit import FURTHER, Schedule, fit, read
from training.tone.labelled import (
    CATEGORIES,
    LabelledSentence,
    message_sentences,
    template_sentences,
    tone_sentences,
    with_offers,
)
from training.tone.network import ToneNetwork
from training.tone.shipped import mean_network, shipped_network

# Whole messages that measure and calibrate what was trained on all the rest.
HELD_OUT: Final = frozenset({"messages-status-and-decisions", "messages-collections-and-courts"})
_HELD_OUT_REAL: Final = "real-held-"
# What real senders wrote is little and what the tool is for: each sentence counts twice.
_REAL_WEIGHT: Final = 2
_REAL_SOURCES: Final = ("templates", "real")
# Word pieces of this rank or commoner stay in the vocabulary even where the training text lacks them.
_COMMON_PIECES: Final = 12_000


def main() -> None:
    """Read the arguments and do the work."""
    parser = arguments_of_training(__doc__)
    parser.add_argument("--output", type=Path, required=True, help="folder to write the component to")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    tokenizer = whole_tokenizer(arguments.encoder)
    rows = labelled_rows(arguments.shared, arguments.real, arguments.offers)
    seen = weighted(row for row in rows if not is_held_out(row))
    torch.manual_seed(arguments.seed)
    if arguments.start:
        shipped = [shipped_network(folder, arguments.encoder, tokenizer) for folder in arguments.start]
        network, schedule = mean_network(shipped), FURTHER
    else:
        network, schedule = ToneNetwork(arguments.encoder), Schedule()
    epochs = schedule.epochs if arguments.epochs is None else arguments.epochs
    network = fit(network, seen, tokenizer, replace(schedule, epochs=epochs, seed=arguments.seed))
    unseen = [row for row in rows if is_held_out(row)]
    readings = read(network, unseen, tokenizer)
    curves = calibrate(unseen, readings)
    print(json.dumps(figures_at(unseen, readings, curves), indent=1))
    arguments.output.mkdir(parents=True, exist_ok=True)
    smaller = shrink_vocabulary(network, tokenizer, kept_pieces(rows, tokenizer))
    smaller.save(str(arguments.output / "tokenizer.json"), pretty=False)
    export_network(network, arguments.output / "tone.onnx")


def arguments_of_training(description: str | None) -> argparse.ArgumentParser:
    """What both networks are trained from and on, as arguments."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with tone/, messages/ and calibration/")
    parser.add_argument("--real", type=Path, help="folder with labelled messages of real senders")
    parser.add_argument("--offers", type=Path, help="folder with what single sentences offer")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the pretrained encoder")
    parser.add_argument("--start", type=Path, nargs="+", help="folders with shipped networks; their mean goes on")
    parser.add_argument("--epochs", type=int, help="passes over the text, where not as many as usual")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    return parser


def whole_tokenizer(encoder: Path) -> Tokenizer:
    """The tokenizer of a pretrained encoder, which neither pads nor cuts."""
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def is_held_out(row: LabelledSentence) -> bool:
    """Whether a sentence is kept for figures and calibration."""
    return row.group in HELD_OUT or row.group.startswith(_HELD_OUT_REAL)


def labelled_rows(shared: Path, real: Path | None, offers: Path | None) -> list[LabelledSentence]:
    """All labelled text there is to learn from."""
    rows = [
        *tone_sentences(shared / "tone"),
        *message_sentences(shared / "messages", "messages"),
        *message_sentences(Path(__file__).parent / "data", "messages"),
        *(message_sentences(real, "real") if real else ()),
        *template_sentences(shared / "calibration"),
    ]
    rows = with_offers(rows, Path(__file__).parent / "offers")
    return with_offers(rows, offers) if offers else rows


def weighted(rows: Iterable[LabelledSentence]) -> list[LabelledSentence]:
    """The rows, those of real senders more than once."""
    return [row for row in rows for _ in range(_REAL_WEIGHT if row.source in _REAL_SOURCES else 1)]


def kept_pieces(rows: Iterable[LabelledSentence], tokenizer: Tokenizer) -> set[str]:
    """Word pieces that the training text uses, and the commonest of the rest."""
    used = {piece for row in rows for piece in tokenizer.encode(row.text).tokens}
    common = {piece for piece, rank in tokenizer.get_vocab().items() if rank < _COMMON_PIECES and piece.isascii()}
    return used | common


def figures_at(
    rows: Sequence[LabelledSentence], readings: Sequence[Reading], curves: dict[str, Calibration]
) -> dict[str, dict[str, float]]:
    """Precision and recall by place and the share of unmarked sentences left alone, in percent, by confidence."""
    result = {}
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found = right = wanted = caught = quiet = unmarked = 0
        for row, (offsets, marks, _) in zip(rows, readings, strict=True):
            hits = marks_of(row.text, offsets, marks.tolist(), CATEGORIES, curves, least)
            found += len(hits)
            right += sum(any(h.start < end and start < h.end for _, start, end in row.marks) for h in hits)
            wanted += len(row.marks)
            caught += sum(any(h.start < end and start < h.end for h in hits) for _, start, end in row.marks)
            unmarked += not row.marks
            quiet += not row.marks and not hits
        result[str(least)] = {
            "precision": _percent(right, found),
            "recall": _percent(caught, wanted),
            "silent": _percent(quiet, unmarked),
        }
    return result


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    main()
