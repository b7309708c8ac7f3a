"""Fit the network to labelled sentences, and read sentences with it."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from training.tone.labelled import CATEGORIES, ELEMENTS, LabelledSentence
from training.tone.network import ToneNetwork

_IGNORED = -100
_LONGEST = 96


@dataclass(frozen=True)
class Schedule:
    """How to train: passes over the data, step size of the encoder (the heads take eight times that), batch size."""

    epochs: int = 5
    rate: float = 1e-4
    batch: int = 32
    seed: int = 0


# For a network that has learned already and shall not forget it: fewer and smaller steps.
FURTHER: Final = Schedule(epochs=2, rate=4e-5)


@dataclass(frozen=True)
class Encoded:
    """One sentence as numbers: token ids, each token's characters, its category, and what the sentence offers."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    categories: list[int]
    elements: list[float]  # -1 where unknown


def fit(
    network: ToneNetwork, rows: Sequence[LabelledSentence], tokenizer: Tokenizer, schedule: Schedule
) -> ToneNetwork:
    """The network after training on `rows`; the same seed gives the same network on the same machine.

    What the pieces of words mean stays as the encoder has it: that spares a third of the time and costs nothing seen.
    """
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    rng = random.Random(schedule.seed)
    heads = [*network.mark.parameters(), *network.offer.parameters()]
    groups = [
        {"params": [each for each in network.encoder.parameters() if each.requires_grad], "lr": schedule.rate},
        {"params": heads, "lr": schedule.rate * 8},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = max(1, schedule.epochs * math.ceil(len(rows) / schedule.batch))
    warm = max(steps // 10, 1)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1.0, n / warm) * max(0.02, 1 - n / steps))
    network.train()
    for epoch in range(schedule.epochs):
        total = 0.0
        encoded = [encode(_varied(row, rng), tokenizer) for row in rows]
        for batch in _batches(encoded, schedule.batch, rng):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            rates.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(rows):.4f}", flush=True)
    return network.eval()


def encode(row: LabelledSentence, tokenizer: Tokenizer) -> Encoded:
    """Tokens of a sentence; a token belongs to the category whose mark it touches."""
    encoding = tokenizer.encode(row.text)
    categories = []
    for start, end in encoding.offsets:
        if start == end:
            categories.append(_IGNORED)
            continue
        touched = (CATEGORIES.index(name) + 1 for name, begin, stop in row.marks if start < stop and begin < end)
        categories.append(next(touched, 0))
    known = row.elements is not None
    elements = [float(name in (row.elements or ())) if known else -1.0 for name in ELEMENTS]
    cut = slice(0, _LONGEST)
    return Encoded(encoding.ids[cut], encoding.offsets[cut], categories[cut], elements)


def read(
    network: ToneNetwork, rows: Sequence[LabelledSentence], tokenizer: Tokenizer
) -> list[tuple[list[tuple[int, int]], np.ndarray, np.ndarray]]:
    """(token offsets, mark probabilities, offer probabilities) of each sentence."""
    encoded = [encode(row, tokenizer) for row in rows]
    order = sorted(range(len(rows)), key=lambda number: len(encoded[number].ids))
    result: dict[int, tuple[list[tuple[int, int]], np.ndarray, np.ndarray]] = {}
    with torch.no_grad():
        for at in range(0, len(order), 64):
            numbers = order[at : at + 64]
            ids, mask, _, _ = _tensors([encoded[number] for number in numbers])
            marks, offers = network(ids, mask)
            for place, number in enumerate(numbers):
                row = encoded[number]
                result[number] = (row.offsets, marks[place, : len(row.ids)].numpy(), offers[place].numpy())
    return [result[number] for number in range(len(rows))]


def _loss(network: ToneNetwork, batch: Sequence[Encoded]) -> torch.Tensor:
    ids, mask, categories, elements = _tensors(batch)
    marks, offers = network.logits(ids, mask)
    loss = nn.functional.cross_entropy(
        marks.flatten(0, 1), categories.flatten(), ignore_index=_IGNORED, label_smoothing=0.03
    )
    known = elements >= 0
    if known.any():
        loss = loss + 0.5 * nn.functional.binary_cross_entropy_with_logits(offers[known], elements[known])
    return loss


def _tensors(batch: Sequence[Encoded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(row.ids) for row in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    categories = torch.full((len(batch), longest), _IGNORED)
    for place, row in enumerate(batch):
        size = len(row.ids)
        ids[place, :size] = torch.tensor(row.ids)
        mask[place, :size] = 1
        categories[place, :size] = torch.tensor(row.categories)
    return ids, mask, categories, torch.tensor([row.elements for row in batch])


def _batches(encoded: Sequence[Encoded], size: int, rng: random.Random) -> Iterator[list[Encoded]]:
    """Batches of sentences of like length, in random order."""
    order = sorted(encoded, key=lambda row: len(row.ids) // 4 + rng.random() * 2)
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    rng.shuffle(batches)
    yield from batches


def _varied(row: LabelledSentence, rng: random.Random) -> LabelledSentence:
    """Now and then in lower case, with curly apostrophes, or without its full stop, as real messages come."""
    chance = rng.random()
    if chance < 0.06:
        return replace(row, text=row.text.lower()) if len(row.text.lower()) == len(row.text) else row
    if chance < 0.12:
        return replace(row, text=row.text.replace("'", "’"))
    if chance < 0.17 and row.text[-1] in ".!":
        size = len(row.text) - 1
        marks = tuple((name, start, min(end, size)) for name, start, end in row.marks if start < size)
        return replace(row, text=row.text[:size], marks=marks)
    return row
