"""The tone model: two transformers run by onnxruntime, loaded on first use, one thread, no network.

A small network reads every sentence, and a larger one those in which the small one finds any sign of harm; then the
mean of both counts, which errs less than either. Which sentences the model sees decides what it costs, so callers hand
it only the sentences that need it; a text seen before is not run again. Sentences are run one by one: 8-bit networks
scale their numbers by the largest in a batch, so that in company a sentence would read a little differently, and it
gains no time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from empathy_lint.language.alike import alike
from empathy_lint.language.memory import give_back
from empathy_lint.language.remembered import Remembered
from empathy_lint.language.tone.marks import Calibration, marks_of
from empathy_lint.language.tone.reading import ToneReading

FOLDER: Final = Path(__file__).parent / "model"
_LONGEST: Final = 128  # tokens; what follows is not judged
_REMEMBERED: Final = 4096  # readings kept, so that memory stays flat in a long run


class ToneModel:
    """Reads sentences; the same text always gets the same reading."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._known: Remembered[ToneReading] = Remembered(_REMEMBERED)

    def read(self, texts: Iterable[str]) -> list[ToneReading]:
        """The reading of each text, in order."""
        return [self._known.of(alike(text), self._run) for text in texts]

    def _run(self, text: str) -> ToneReading:
        offsets, marked, offered = self.probabilities(text)
        return ToneReading(
            marks_of(text, offsets, marked.tolist(), self._categories, self._calibrations, self._least),
            {name: round(float(value), 3) for name, value in zip(self._elements, offered, strict=True)},
        )

    def probabilities(self, text: str) -> tuple[list[tuple[int, int]], Any, Any]:
        """Each token's characters, its probabilities (tokens, 1 + categories), and those of offers (elements)."""
        encoding = self._tokenizer.encode(text)
        marked, offered = self._first.run(encoding.ids)
        # Not by the tokens that open and close every text: nothing was ever learned of them.
        if len(marked) > 2 and float(1 - marked[1:-1, 0].min()) >= self._second_from:
            again, offered_again = self._second.run(encoding.ids)
            marked, offered = (marked + again) / 2, (offered + offered_again) / 2
        return encoding.offsets, marked, offered

    @cached_property
    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = json.loads((self._folder / "config.json").read_text(encoding="utf-8"))
        return config

    @cached_property
    def _categories(self) -> list[str]:
        return list(self._config["categories"])

    @cached_property
    def _elements(self) -> list[str]:
        return list(self._config["elements"])

    @cached_property
    def _calibrations(self) -> dict[str, Calibration]:
        return {name: Calibration(*values) for name, values in self._config["calibration"].items()}

    @cached_property
    def _least(self) -> float:
        return float(self._config["least_confidence"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        tokenizer.enable_truncation(_LONGEST)
        return tokenizer

    @cached_property
    def _second_from(self) -> float:
        """The probability of any mark from which the second network is asked, too."""
        return float(self._config["second_from"])

    @cached_property
    def _first(self) -> _Network:
        return _Network(self._folder / "tone.onnx")

    @cached_property
    def _second(self) -> _Network:
        return _Network(self._folder / "second.onnx")


class _Network:
    """One network; both have the same word pieces. Its weights lie in a file beside it, which is mapped, not read."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread: sums in a fixed order give the same numbers in every run.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Sentences are short: memory kept in hand between them is 30 MB, and spares no time.
        options.enable_cpu_mem_arena = False
        # Weights apart from what is freed once they are loaded, so that the latter can be given back.
        options.add_session_config_entry("session.use_device_allocator_for_initializers", "1")
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        give_back()

    def run(self, pieces: list[int]) -> tuple[Any, Any]:
        """Probabilities of marks (tokens, 1 + categories) and of offers (elements)."""
        import numpy as np

        ids = np.array([pieces], dtype=np.int64)
        (marked,), (offered,) = self._session.run(["marks", "offers"], {"ids": ids, "mask": np.ones_like(ids)})
        return marked, offered
