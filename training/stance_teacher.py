"""The teacher: a base-size network that learns the labelled pairs, and then labels what no rule can.

It starts from all-mpnet-base-v2 (Apache-2.0), five times the size of the network that ships. It ships nowhere.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from stance_fit import batches_of, fit
from stance_text import Pair

TOKENS = 144
RATE = 3e-5
BATCH = 32
SMOOTHING = 0.05
STEPS = 760
"""Batches that are learnt, of about 1,070: on a few processor cores a step takes three seconds."""

SHARE = {
    "findings": 0.3,
    "plainer": 0.0,
    "longer": 0.5,
    "own words": 0.25,
    "own words, edited": 0.5,
    "own words, beside": 0.5,
    "own words, passage denied": 0.5,
    "own words, more": 0.5,
}
"""Which part of the pairs of a recipe the teacher learns; all of the others. It needs fewer made-up pairs."""


def lesson(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    """The pairs the teacher learns."""
    rng = random.Random(seed)
    return [pair for pair in pairs if rng.random() < SHARE.get(pair.origin, 1.0)]


class TeacherNetwork(torch.nn.Module):
    """The encoder, and on its first state and the mean of all states a head with three outputs."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        super().__init__()
        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self.tokenizer: Any = AutoTokenizer.from_pretrained(folder)
        self.encoder = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        width = self.encoder.config.hidden_size
        self.dense = torch.nn.Linear(2 * width, width)
        self.head = torch.nn.Linear(width, 3)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Scores of supports, refutes and neutral, shape (pairs, 3)."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        return cast(torch.Tensor, self.head(torch.tanh(self.dense(torch.cat([states[:, 0], mean], -1)))))

    def items(self, pairs: Sequence[Pair], tokens: int) -> list[list[int]]:
        """Word pieces of every pair, the passage cut so that both fit into `tokens`."""
        claims, passages = [pair.claim for pair in pairs], [pair.passage for pair in pairs]
        found = self.tokenizer(claims, passages, truncation="only_second", max_length=tokens)
        return cast("list[list[int]]", found["input_ids"])

    def padded(self, items: Sequence[list[int]], rows: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and mask of some items, shape (len(rows), longest)."""
        width = max(len(items[row]) for row in rows)
        ids = torch.full((len(rows), width), self.tokenizer.pad_token_id)
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        for line, row in enumerate(rows):
            ids[line, : len(items[row])] = torch.tensor(items[row])
            mask[line, : len(items[row])] = 1
        return ids, mask


def teach(folder: Path, pairs: Sequence[Pair], seed: int) -> TeacherNetwork:
    """Train a teacher on the first `STEPS` batches of labelled pairs."""
    torch.manual_seed(seed)
    network = TeacherNetwork(folder)
    items = network.items(pairs, TOKENS)
    labels = torch.tensor([pair.label for pair in pairs])
    plan = batches_of([len(item) for item in items], BATCH, random.Random(seed))[:STEPS]

    def loss(rows: list[int]) -> torch.Tensor:
        scores = network(*network.padded(items, rows)).float()
        return torch.nn.functional.cross_entropy(scores, labels[rows], label_smoothing=SMOOTHING)

    fit(network, plan, loss, RATE, head=10, body="encoder.")
    return network


@torch.no_grad()
def opinions(network: TeacherNetwork, pairs: Sequence[Pair], tokens: int) -> NDArray[np.float32]:
    """Raw scores of pairs, shape (len(pairs), 3)."""
    network.eval()
    items = network.items(pairs, tokens)
    found = np.zeros((len(items), 3), dtype=np.float32)
    order = sorted(range(len(items)), key=lambda row: len(items[row]))
    for start in range(0, len(order), 48):
        rows = order[start : start + 48]
        with torch.autocast("cpu", torch.bfloat16):
            found[rows] = network(*network.padded(items, rows)).float().numpy()
    return found
