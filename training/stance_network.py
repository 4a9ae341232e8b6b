"""The network, and text turned into its input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import torch

from workbench.models.onnx_session import encoder_folder, load_tokenizer, tokenize_batches

Items = list[tuple[list[int], list[int]]]
"""Token ids and segment ids of every pair."""


class StanceNetwork(torch.nn.Module):
    """The encoder, and on its first state and the mean of all states a small head with three outputs."""

    def __init__(self, bert: torch.nn.Module, width: int) -> None:
        super().__init__()
        self.bert = bert
        self.dense = torch.nn.Linear(2 * width, width)
        self.head = torch.nn.Linear(width, 3)
        # 30,000 rows of which training sees a third: kept, so that rare words keep their place
        bert.embeddings.word_embeddings.weight.requires_grad = False  # type: ignore[union-attr]

    @classmethod
    def from_encoder(cls) -> StanceNetwork:
        """A fresh head on the bundled encoder; no dropout, which on a processor costs a third of the time."""
        from transformers import BertModel
        from transformers.utils import logging

        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        bert = BertModel.from_pretrained(
            encoder_folder(),
            add_pooling_layer=False,
            attn_implementation="eager",
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        return cls(bert, bert.config.hidden_size)

    def forward(
        self, input_ids: torch.Tensor, token_type_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> torch.Tensor:
        """Scores of supports, refutes and neutral, shape (pairs, 3)."""
        states = self.bert(
            input_ids=input_ids, token_type_ids=token_type_ids, attention_mask=attention_mask
        ).last_hidden_state
        return self.scores(states, attention_mask)

    def scores(self, states: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """The head on the encoder's states, shape (pairs, pieces, width)."""
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        joined = torch.cat([states[:, 0], mean], -1)
        return cast(torch.Tensor, self.head(torch.tanh(self.dense(joined))))


def encode(pairs: Sequence[tuple[str, str]], tokens: int) -> Items:
    """Pairs as the program will feed them, cut to `tokens` word pieces."""
    items: Items = [([], [])] * len(pairs)
    for batch in tokenize_batches(load_tokenizer(), pairs, max_length=tokens, token_budget=1):
        for line, row in enumerate(batch.rows):
            length = int(batch.mask[line].sum())
            items[row] = (batch.ids[line, :length].tolist(), batch.types[line, :length].tolist())
    return items


def padded(items: Items, rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, segments and mask of some items, shape (len(rows), longest)."""
    width = max(len(items[row][0]) for row in rows)
    ids, types, mask = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
    for line, row in enumerate(rows):
        length = len(items[row][0])
        ids[line, :length] = torch.tensor(items[row][0])
        types[line, :length] = torch.tensor(items[row][1])
        mask[line, :length] = 1
    return ids, types, mask


@torch.no_grad()
def scores_of(network: StanceNetwork, items: Items) -> torch.Tensor:
    """Scores of all items, shape (len(items), 3), in float32 arithmetic."""
    network.eval()
    found = torch.zeros(len(items), 3)
    order = sorted(range(len(items)), key=lambda row: len(items[row][0]))
    for start in range(0, len(order), 64):
        rows = order[start : start + 64]
        found[rows] = network(*padded(items, rows))
    return found
