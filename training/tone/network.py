"""The network: a pretrained sentence encoder with a head that marks tokens and one that tells what is offered."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from training.tone.labelled import CATEGORIES, ELEMENTS

# MPNet counts its positions from here, and by the ids unless it is told them.
_FIRST_POSITION = 2


class ToneNetwork(nn.Module):
    """Token ids and mask (batch, tokens) in; probabilities of marks and of offers out.

    Marks are (batch, tokens, 1 + categories), where column 0 is "nothing"; offers are (batch, elements). Of the
    encoder's layers the first `layers` are used, or all.
    """

    def __init__(self, encoder: Path, dropout: float = 0.1, layers: int | None = None) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder, add_pooling_layer=False)
        if layers is not None:
            self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
            self.encoder.config.num_hidden_layers = layers
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.mark = nn.Linear(width, 1 + len(CATEGORIES))
        self.offer = nn.Linear(width, len(ELEMENTS))

    def logits(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Scores before softmax and sigmoid, as the losses want them."""
        told = {}
        if self.encoder.config.model_type == "mpnet":
            told["position_ids"] = mask.cumsum(1) - 1 + _FIRST_POSITION
        hidden = self.encoder(input_ids=ids, attention_mask=mask, **told).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * weights).sum(1) / weights.sum(1)
        return self.mark(self.dropout(hidden)), self.offer(self.dropout(pooled))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Probabilities, as the exported model gives them."""
        marks, offers = self.logits(ids, mask)
        return marks.softmax(-1), offers.sigmoid()
