"""Fit the network to labelled sentences, and read sentences with it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from training.tone.labelled import CATEGORIES, ELEMENTS, LabelledSentence
from training.tone.network import ToneNetwork

_IGNORED = -100
_LONGEST = 96
_OF_MESSAGES = frozenset(ELEMENTS.values()) - {"thanks", "reassure"}


@dataclass(frozen=True)
class Schedule:
    """How to train: passes over the data, step size of the encoder (the heads take eight times that), batch size."""

    epochs: int = 5
    rate: float = 1e-4
    batch: int = 32
    seed: int = 0


@dataclass(frozen=True)
class Encoded:
    """One sentence as numbers: token ids, each token's characters, its category, and what the sentence offers.

    `offered` says what the whole `message` offers, in some sentence or other.
    """

    ids: list[int]
    offsets: list[tuple[int, int]]
    categories: list[int]
    elements: list[float]  # -1 where unknown
    message: str
    offered: list[float]  # -1 where unknown


def fit(rows: Sequence[LabelledSentence], encoder: Path, tokenizer: Tokenizer, schedule: Schedule) -> ToneNetwork:
    """A network trained on `rows`; the same seed gives the same network on the same machine."""
    torch.manual_seed(schedule.seed)
    rng = random.Random(schedule.seed)
    network = ToneNetwork(encoder)
    heads = [*network.mark.parameters(), *network.offer.parameters()]
    groups = [
        {"params": network.encoder.parameters(), "lr": schedule.rate},
        {"params": heads, "lr": schedule.rate * 8},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = schedule.epochs * sum(1 for _ in _batches([encode(row, tokenizer) for row in rows], schedule.batch, rng))
    warm = max(steps // 10, 1)
    rates = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(1.0, n / warm) * max(0.02, 1 - n / steps))
    network.train()
    for epoch in range(schedule.epochs):
        total = 0.0
        encoded = [encode(_varied(row, rng), tokenizer) for row in rows]
        for batch in _batches(encoded, schedule.batch, rng):
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
        if start == end or row.repeated:
            categories.append(_IGNORED)
            continue
        touched = (CATEGORIES.index(name) + 1 for name, begin, stop in row.marks if start < stop and begin < end)
        categories.append(next(touched, 0))
    known = row.elements is not None
    elements = [float(name in (row.elements or ())) if known else -1.0 for name in ELEMENTS]
    # Of whole messages nobody said whether they thank or reassure.
    offered = [float(name in row.offered) if name in _OF_MESSAGES else -1.0 for name in ELEMENTS.values()]
    cut = slice(0, _LONGEST)
    return Encoded(encoding.ids[cut], encoding.offsets[cut], categories[cut], elements, row.message, offered)


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
    # Short and long sentences apart: a message holds both, and padding is what costs most.
    rows = sorted(batch, key=lambda row: len(row.ids))
    parts = [part for part in (rows[: len(rows) // 2], rows[len(rows) // 2 :]) if part]
    total, tokens, offered = torch.zeros(()), 0, []
    for part in parts:
        ids, mask, categories, _ = _tensors(part)
        marks, offers = network.logits(ids, mask)
        total = total + nn.functional.cross_entropy(
            marks.flatten(0, 1), categories.flatten(), ignore_index=_IGNORED, label_smoothing=0.03, reduction="sum"
        )
        tokens += int((categories != _IGNORED).sum())
        offered.append(offers)
    offers = torch.cat(offered)
    return total / max(tokens, 1) + 0.5 * _sentence_loss(rows, offers) + 0.5 * _message_loss(rows, offers)


def _sentence_loss(rows: Sequence[Encoded], offers: torch.Tensor) -> torch.Tensor:
    wanted = torch.tensor([row.elements for row in rows])
    known = wanted >= 0
    return _offer_loss(offers[known], wanted[known])


def _message_loss(rows: Sequence[Encoded], offers: torch.Tensor) -> torch.Tensor:
    """A message offers what its likeliest sentence offers: nobody said which sentence that is."""
    messages = {row.message: row.offered for row in rows if row.message}
    if not messages:
        return offers.new_zeros(())
    best = torch.stack([offers[[row.message == name for row in rows]].max(0).values for name in messages])
    wanted = torch.tensor(list(messages.values()))
    known = wanted >= 0
    return _offer_loss(best[known], wanted[known])


def _offer_loss(offers: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    if not len(wanted):
        return offers.new_zeros(())
    return nn.functional.binary_cross_entropy_with_logits(offers, wanted)


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
    """Lone sentences of like length together, and whole messages together, in random order."""
    lone = sorted((row for row in encoded if not row.message), key=lambda row: len(row.ids) // 4 + rng.random() * 2)
    batches = [lone[at : at + size] for at in range(0, len(lone), size)]
    messages: dict[str, list[Encoded]] = {}
    for row in encoded:
        if row.message:
            messages.setdefault(row.message, []).append(row)
    # Messages of like longest sentences waste the least on padding.
    order = sorted(messages.values(), key=lambda rows: max(len(row.ids) for row in rows) // 8 + rng.random())
    batch: list[Encoded] = []
    for rows in order:
        if batch and len(batch) + len(rows) > size:
            batches.append(batch)
            batch = []
        batch = batch + rows
    batches += [batch] if batch else []
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
