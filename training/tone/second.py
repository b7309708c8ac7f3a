"""Train the second, larger network of the tone component beside a first one that is there, and calibrate the mean.

    python -m training.tone.second --shared DIR [--real DIR] [--offers DIR] --encoder DIR [--start DIR …] [--epochs N]
        --folder DIR

`--encoder` is a pretrained all-mpnet-base-v2, of which the first six layers are used; `--folder` holds the first
network and its word pieces (`training.tone.train`), and gets the second one and the settings of both; `--start` is a
shipped second network to go on from, or several, from whose mean to go on. The rest is as there; what is held out is,
too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer

from empathy_lint.language.tone.model import ToneModel
from training.tone.calibrate import IDENTITY, Reading, calibrate
from training.tone.export import export_network, take_vocabulary, write_config
from training.tone.fit import FURTHER, Schedule, fit
from training.tone.labelled import CATEGORIES, LabelledSentence
from training.tone.network import ToneNetwork
from training.tone.shipped import mean_network, shipped_second_network
from training.tone.train import (
    arguments_of_training,
    figures_at,
    is_held_out,
    labelled_rows,
    weighted,
    whole_tokenizer,
)

LAYERS: Final = 6
SCHEDULE: Final = Schedule(epochs=5, rate=6e-5)
# Marks under this confidence are never shown and would only cost time.
LEAST_CONFIDENCE: Final = 0.3
# One sentence of real templates in eight reaches this; with 0.05, twice as many, no more is found there.
SECOND_FROM: Final = 0.2


def main() -> None:
    """Read the arguments and do the work."""
    parser = arguments_of_training(__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="folder with the first network")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    tokenizer = whole_tokenizer(arguments.encoder)
    rows = labelled_rows(arguments.shared, arguments.real, arguments.offers)
    seen = weighted(row for row in rows if not is_held_out(row))
    if arguments.start:
        shipped = [shipped_second_network(folder, arguments.encoder, tokenizer, LAYERS) for folder in arguments.start]
        network, schedule = mean_network(shipped), FURTHER
    else:
        network, schedule = ToneNetwork(arguments.encoder, layers=LAYERS), SCHEDULE
    epochs = schedule.epochs if arguments.epochs is None else arguments.epochs
    network = fit(network, seen, tokenizer, replace(schedule, epochs=epochs, seed=arguments.seed))
    take_vocabulary(network, tokenizer, Tokenizer.from_file(str(arguments.folder / "tokenizer.json")))
    export_network(network, arguments.folder / "second.onnx")
    calibrate_both(arguments.folder, [row for row in rows if is_held_out(row)])


def calibrate_both(folder: Path, unseen: Sequence[LabelledSentence]) -> None:
    """Write the settings of the networks in a folder, with curves fitted on sentences that neither has seen."""
    write_config(folder, dict.fromkeys(CATEGORIES, IDENTITY), LEAST_CONFIDENCE, SECOND_FROM)
    model = ToneModel(folder)
    readings: list[Reading] = []
    for row in unseen:
        offsets, marks, offers = model.probabilities(row.text)
        readings.append((offsets, np.asarray(marks), np.asarray(offers)))
    curves = calibrate(unseen, readings)
    print(json.dumps(figures_at(unseen, readings, curves), indent=1))
    write_config(folder, curves, LEAST_CONFIDENCE, SECOND_FROM)


if __name__ == "__main__":
    main()
