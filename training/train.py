"""Train the pipeline: ``python -m training.train --treebank DIR --output DIR``.

The output folder holds the finished model: the best of the run, pruned of its training words.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

# One thread: the matrices are small, so further threads cost more than they save, and sums keep one order.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from spacy.language import Language
from spacy.training.loop import train as run_training
from spacy.util import fix_random_seed, load_config, load_model_from_config, registry, resolve_dot_names
from thinc.api import Config

from training import corpus as _corpus  # noqa: F401  (registers the corpora that the config names)
from training.pruning import prune

CONFIG = Path(__file__).with_name("pipeline.cfg")


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description="Train the English pipeline.")
    parser.add_argument("--treebank", type=Path, required=True, help="folder with the UD English EWT .conllu files")
    parser.add_argument("--output", type=Path, required=True, help="folder to write the pruned model to")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", type=int, help="updates to make (default: as pipeline.cfg says)")
    parser.add_argument("--scratch", type=Path, help="folder that keeps the unpruned models of the run")
    arguments = parser.parse_args()
    config = training_config(arguments.treebank, arguments.seed, arguments.steps)
    with tempfile.TemporaryDirectory() as temporary:
        scratch = arguments.scratch or Path(temporary)
        train(config, scratch)
        prune(scratch / "model-best", arguments.output)


def training_config(treebank: Path, seed: int, steps: int | None = None) -> Config:
    """Read ``pipeline.cfg`` and fill in what the command line decides."""
    overrides: dict[str, str | int] = {"paths.treebank": str(treebank.resolve()), "system.seed": seed}
    if steps is not None:
        overrides["training.max_steps"] = steps
    return load_config(CONFIG, overrides=overrides, interpolate=True)


def train(config: Config, scratch: Path) -> None:
    """Train as the config says; ``scratch`` gets model-best and model-last."""
    scratch.mkdir(parents=True, exist_ok=True)
    nlp = initialized(config)
    run_training(nlp, scratch, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)


def initialized(config: Config) -> Language:
    """Build the pipeline with the labels of a whole pass over the corpus.

    spaCy's own initialization looks at the first hundred examples of a corpus that is made anew at every
    pass; rare labels
    would be missing.
    """
    fix_random_seed(config["training"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    settings = registry.resolve({"training": nlp.config["training"]}, validate=False)["training"]
    (read,) = resolve_dot_names(nlp.config.interpolate(), [settings["train_corpus"]])
    nlp.initialize(lambda: read(nlp), sgd=settings["optimizer"])
    return nlp


if __name__ == "__main__":
    main()
