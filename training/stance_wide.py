"""A start of twice the width: some layers of all-mpnet-base-v2 (Apache-2.0), reading the bundled vocabulary.

Its rows of words are put in the order of the bundled tokeniser, so that one tokeniser serves every model there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import torch

from workbench.models.onnx_session import load_tokenizer

SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
"""What the model calls the marks of the bundled vocabulary; it spells all other words alike."""

FIRST_PLACE = 2
"""The model counts its places from two: the first two rows are its padding."""

BUCKETS = 32
"""How many distances between two pieces the model tells apart."""


RANK = 32
"""Rank of what is added to each product of weights."""


class Adapted(torch.nn.Module):
    """A product whose weights stay, with a product of low rank added that learns (Hu et al., "LoRA", ICLR 2022).

    A third of the arithmetic of learning all weights is saved, and what the start knows of other text is kept.
    """

    def __init__(self, given: torch.nn.Linear) -> None:
        super().__init__()
        self.weight: torch.Tensor
        self.register_buffer("weight", given.weight.detach().to(torch.bfloat16), persistent=False)
        self.bias = given.bias
        self.inner = torch.nn.Parameter(torch.randn(RANK, given.in_features) / given.in_features**0.5)
        self.outer = torch.nn.Parameter(torch.zeros(given.out_features, RANK))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Values of the outputs, shape (..., outputs)."""
        linear = torch.nn.functional.linear
        return linear(values, self.weight, self.bias) + linear(linear(values, self.inner), self.outer)

    def merged(self) -> torch.nn.Linear:
        """One product with what was learnt in its weights."""
        weight = self.weight.float() + self.outer.detach() @ self.inner.detach()
        found = torch.nn.Linear(weight.shape[1], weight.shape[0])
        found.weight.data, found.bias.data = weight, self.bias.detach()
        return found


class Layer(torch.nn.Module):
    """One layer of MPNet with its attention written out, so that it trains fast and every exporter can follow it."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        attention = layer.attention.attn
        self.heads: int = attention.num_attention_heads
        self.q, self.k, self.v, self.o = (
            Adapted(given) for given in (attention.q, attention.k, attention.v, attention.o)
        )
        self.norm = layer.attention.LayerNorm
        self.up, self.down = Adapted(layer.intermediate.dense), Adapted(layer.output.dense)
        self.last = layer.output.LayerNorm

    def forward(self, states: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        """States after this layer; `bias` is added to the attention, shape (pairs, heads, pieces, pieces)."""
        pairs, length, width = states.shape

        def split(values: torch.Tensor) -> torch.Tensor:
            return values.view(pairs, length, self.heads, width // self.heads).transpose(1, 2)

        query, key, value = split(self.q(states)), split(self.k(states)), split(self.v(states))
        weights = query @ key.transpose(2, 3) / (width // self.heads) ** 0.5 + bias.to(query.dtype)
        mixed = (torch.softmax(weights, -1).to(value.dtype) @ value).transpose(1, 2).reshape(pairs, length, width)
        states = self.norm(self.o(mixed) + states)
        return cast(torch.Tensor, self.last(self.down(torch.nn.functional.gelu(self.up(states))) + states))


class Rows(torch.nn.Module):
    """Word vectors in eight bits with a scale for each word: one scale for all is set by the few largest numbers."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        scales = weight.abs().amax(1, keepdim=True).clamp_min(1e-9) / 127
        self.rows: torch.Tensor
        self.scales: torch.Tensor
        self.register_buffer("rows", torch.round(weight / scales).to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Vectors of words, shape (..., width)."""
        return self.rows[ids].float() * self.scales[ids]


class WideNetwork(torch.nn.Module):
    """Some layers with relative positions, and on the first state and the mean of all states a head with three outputs.

    Word vectors, places and distances stay as they were trained; layers and head learn.
    """

    def __init__(self, model: Any, layers: Sequence[int]) -> None:
        super().__init__()
        self.words: torch.nn.Module = model.embeddings.word_embeddings
        self.places = model.embeddings.position_embeddings
        self.norm = model.embeddings.LayerNorm
        self.distances = model.encoder.relative_attention_bias
        self.bucket = model.encoder.relative_position_bucket
        self.layers = torch.nn.ModuleList([Layer(model.encoder.layer[place]) for place in layers])
        width = model.config.hidden_size
        self.segments = torch.nn.Embedding(2, width)
        torch.nn.init.zeros_(self.segments.weight)
        self.dense = torch.nn.Linear(2 * width, width)
        self.head = torch.nn.Linear(width, 3)
        for part in (model.embeddings.word_embeddings, self.places, self.distances):
            part.weight.requires_grad = False

    @classmethod
    def from_folder(cls, folder: Path, layers: Sequence[int]) -> WideNetwork:
        """A fresh head on some layers of the model in `folder`.

        Raises:
            ValueError: A word of the bundled vocabulary is not in the folder's.
        """
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        logging.set_verbosity_error()  # type: ignore[no-untyped-call]
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        model: Any = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        theirs = AutoTokenizer.from_pretrained(folder).get_vocab()
        ours = [word for word, _ in sorted(load_tokenizer().get_vocab().items(), key=lambda item: item[1])]
        lacking = [word for word in ours if SPECIAL.get(word, word) not in theirs]
        if lacking:
            raise ValueError(
                f"{folder} lacks {', '.join(lacking[:5])} of the bundled vocabulary: is it all-mpnet-base-v2?"
            )
        rows = torch.tensor([theirs[SPECIAL.get(word, word)] for word in ours])
        words = torch.nn.Embedding(len(rows), model.config.hidden_size)
        words.weight.data = model.embeddings.word_embeddings.weight.data[rows].clone()
        model.embeddings.word_embeddings = words
        return cls(model, layers)

    def merge(self) -> None:
        """Make what was learnt part of the weights, for good, and round the word vectors: ready to be written out."""
        self.words = Rows(cast(torch.Tensor, self.words.weight).detach())
        for layer in self.layers:
            for name, part in list(layer.named_children()):
                if isinstance(part, Adapted):
                    setattr(layer, name, part.merged())

    def forward(
        self, input_ids: torch.Tensor, token_type_ids: torch.Tensor, attention_mask: torch.Tensor
    ) -> torch.Tensor:
        """Scores of supports, refutes and neutral, shape (pairs, 3)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        states = self.words(input_ids) + self.places(places + FIRST_PLACE) + self.segments(token_type_ids)
        states = self.norm(states)
        buckets = self.bucket(places[None, :] - places[:, None], num_buckets=BUCKETS)
        apart = self.distances(buckets).permute(2, 0, 1).unsqueeze(0)
        bias = apart + (1.0 - attention_mask[:, None, None, :].float()) * -10_000.0
        for layer in self.layers:
            states = layer(states, bias)
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * mask).sum(1) / mask.sum(1)
        return cast(torch.Tensor, self.head(torch.tanh(self.dense(torch.cat([states[:, 0], mean], -1)))))
