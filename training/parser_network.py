"""The network of the English parser: the bundled encoder with heads for parts of speech, trees and names."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from workbench.models.parser_input import SHAPES

HIDDEN, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC, LABEL = 384, 128
NAME_HEADS = 3
IMPOSSIBLE = -1e4
"""Score of an arc to padding."""


class Dropout(nn.Module):
    """Dropout that draws eight values from one random number: torch's own took a seventh of the training time."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.cut = round(share * 256) - 128

    def forward(self, x: Tensor) -> Tensor:
        """`x` with a share of its values zero and the rest grown to keep the mean; in evaluation, `x`."""
        if not self.training:
            return x
        draws = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
        kept = draws.view(torch.int8)[: x.numel()].view(x.shape) >= self.cut
        return x * (kept.to(x.dtype) * (256 / (128 - self.cut)))


class Layer(nn.Module):
    """One transformer layer as BERT has it (normalisation after each half)."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.final = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`x` (batch, length, hidden); `bias` (batch, 1, 1, length) is added to the attention scores."""
        batch, length = x.shape[0], x.shape[1]
        shape = (batch, length, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        query = self.query(x).view(shape).transpose(1, 2)
        key = self.key(x).view(shape).transpose(1, 2)
        value = self.value(x).view(shape).transpose(1, 2)
        scores = query @ key.transpose(2, 3) / math.sqrt(HIDDEN // ATTENTION_HEADS) + bias
        mixed = (self.drop(scores.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm(x + self.drop(self.out(mixed)))
        result: Tensor = self.final(x + self.drop(self.down(F.gelu(self.up(x)))))
        return result


class Encoder(nn.Module):
    """MiniLM with an extra embedding for the capitals that its lower-case vocabulary does not show."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(len(SHAPES), HIDDEN)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(0.1)
        # the published vectors stay as they are: rarer words keep their place, and the program need not ship them twice
        self.words.weight.requires_grad_(False)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def load_published(self, path: Path) -> None:
        """Fill in the published weights of all-MiniLM-L6-v2."""
        weights = load_file(str(path))
        mine = {
            "words.weight": weights["embeddings.word_embeddings.weight"],
            "positions.weight": weights["embeddings.position_embeddings.weight"],
            "kind": weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "final": "output.LayerNorm",
        }
        for layer in range(LAYERS):
            for name, published in parts.items():
                for what in ("weight", "bias"):
                    mine[f"layers.{layer}.{name}.{what}"] = weights[f"encoder.layer.{layer}.{published}.{what}"]
        missing, unexpected = self.load_state_dict(mine, strict=False)
        if unexpected or missing != ["shapes.weight"]:
            raise SystemExit(f"the published weights do not fit: missing {missing}, unexpected {unexpected}")

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> list[Tensor]:
        """Hidden states of the embeddings and of every layer, each (batch, length, hidden)."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(positions)[None] + self.kind + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * IMPOSSIBLE
        states = [x]
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


class Mix(nn.Module):
    """A learnt weighted mean of the layers (Peters et al. 2018)."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-1.0, 1.0, LAYERS + 1))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, states: list[Tensor]) -> Tensor:
        """One state from all."""
        weights = self.weights.softmax(0) * self.scale
        total = weights[0] * states[0]
        for i in range(1, LAYERS + 1):
            total = total + weights[i] * states[i]
        return total


def of_words(states: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Mean of the first and the last subword of every word: (batch, words, hidden)."""
    size = states.shape[-1]
    begin = states.gather(1, first[:, :, None].expand(-1, -1, size))
    end = states.gather(1, last[:, :, None].expand(-1, -1, size))
    return (begin + end) * 0.5


class Names(nn.Module):
    """Names from the frozen encoder: it reads words and their neighbours and teaches the encoder nothing.

    Few names to learn from make one such head an accident of its first weights; the program asks several.
    """

    def __init__(self, tags: int, classes: int, width: int = 192) -> None:
        super().__init__()
        self.mix = Mix()
        self.enter = nn.Linear(HIDDEN + tags + len(SHAPES), width)
        self.near = nn.Linear(3 * width, width)
        self.nearer = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, classes)
        self.drop = Dropout(0.4)

    def forward(self, states: list[Tensor], tags: Tensor, shapes: Tensor, real: Tensor) -> Tensor:
        """Scores (batch, words, classes).

        `states` are those of the words (`of_words`), `tags` the probabilities of the parts of speech, `shapes` the
        words' shapes and `real` (batch, words, 1) is zero on padding.
        """
        kinds = F.one_hot(shapes, len(SHAPES)).to(tags.dtype)
        x = F.gelu(self.enter(self.drop(torch.cat([self.mix(states), tags, kinds], -1)))) * real
        for layer in (self.near, self.nearer):
            edge = torch.zeros_like(x[:, :1])
            dropped = self.drop(x)
            before = torch.cat([edge, dropped[:, :-1]], 1)
            after = torch.cat([dropped[:, 1:], edge], 1)
            x = (x + F.gelu(layer(torch.cat([before, dropped, after], -1)))) * real
        result: Tensor = self.out(self.drop(x))
        return result


class ParserNetwork(nn.Module):
    """Parts of speech, arcs and labels (Dozat and Manning 2017) over the encoder."""

    def __init__(self, tags: int, labels: int, features: int, names: int) -> None:
        super().__init__()
        self.labels = labels
        self.encoder = Encoder()
        self.mix = Mix()
        self.tag_mix = Mix()
        self.drop = Dropout(0.33)
        self.tag_hidden = nn.Linear(HIDDEN, HIDDEN)
        self.tag = nn.Linear(HIDDEN, tags)
        self.feature = nn.Linear(HIDDEN, features)
        self.arc_dependent = nn.Linear(HIDDEN, ARC)
        self.arc_head = nn.Linear(HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_prior = nn.Linear(ARC, 1, bias=False)
        self.label_dependent = nn.Linear(HIDDEN, LABEL)
        self.label_head = nn.Linear(HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, labels * LABEL)
        self.label_prior = nn.Linear(LABEL, labels)
        nn.init.orthogonal_(self.arc.weight)
        nn.init.normal_(self.label.weight, std=0.02)
        nn.init.zeros_(self.label.bias)
        self.names = nn.ModuleList(Names(tags, names) for _ in range(NAME_HEADS))

    def read(
        self, states: list[Tensor], first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, tuple[Tensor, Tensor]]:
        """Tag scores, feature scores, arc scores (batch, words, words + 1) and the two halves of the labels.

        Candidate heads are the root (`CLS`) and then the words.
        """
        tag_states = F.gelu(self.tag_hidden(self.drop(of_words(self.tag_mix(states), first, last))))
        tag_states = self.drop(tag_states)
        mixed = self.drop(self.mix(states))
        words = of_words(mixed, first, last)
        heads = torch.cat([mixed[:, :1], words], 1)
        dependent = self.drop(F.gelu(self.arc_dependent(words)))
        head = self.drop(F.gelu(self.arc_head(heads)))
        arcs = self.arc(dependent) @ head.transpose(1, 2) / math.sqrt(ARC) + self.arc_prior(head).transpose(1, 2)
        padding = torch.cat([torch.zeros_like(first[:, :1]), (first == 0).long()], 1)
        arcs = arcs + padding[:, None, :].to(arcs.dtype) * IMPOSSIBLE
        label_dependent = self.drop(F.gelu(self.label_dependent(words)))
        label_head = self.drop(F.gelu(self.label_head(heads)))
        return self.tag(tag_states), self.feature(tag_states), arcs, (label_dependent, label_head)

    def pair(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Label scores of every arc: (batch, words, words + 1, labels)."""
        batch, words = dependent.shape[0], dependent.shape[1]
        left = self.label(dependent).view(batch, words * self.labels, LABEL)
        scores = (left @ head.transpose(1, 2)).view(batch, words, self.labels, -1).transpose(2, 3)
        result: Tensor = scores + self.label_prior(head)[:, None]
        return result

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor, heads: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tag scores, feature scores, arc scores, and the label scores of the true arcs, for training."""
        tags, features, arcs, (dependent, head) = self.read(self.encoder(ids, mask, shapes), first, last)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, LABEL))
        left = self.label(dependent).view(*heads.shape, self.labels, LABEL)
        labels = (left @ head[:, :, :, None]).squeeze(-1) + self.label_prior(head)
        return tags, features, arcs, labels


class Exported(nn.Module):
    """What the program runs: labels and tags already chosen, arc scores left for the search of the best tree.

    An arc counts for as much as its likeliest label lets it: the log-probability of both together, so that the best
    tree is the one with the most words expected right in head and label. `root` is the index of the relation that
    arcs from the root have, and no others.
    """

    from_root: Tensor
    from_words: Tensor

    def __init__(self, network: ParserNetwork, root: int) -> None:
        super().__init__()
        self.network = network
        from_root = torch.full((network.labels,), IMPOSSIBLE)
        from_root[root] = 0.0
        from_words = torch.zeros(network.labels)
        from_words[root] = IMPOSSIBLE
        self.register_buffer("from_root", from_root)
        self.register_buffer("from_words", from_words)

    def forward(
        self, ids: Tensor, mask: Tensor, shapes: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tags (batch, words), log-probability of every arc with its best label, that label, name log-probabilities."""
        network = self.network
        states = network.encoder(ids, mask, shapes)
        tags, _, arcs, labels = network.read(states, first, last)
        words = [of_words(state, first, last) for state in states]
        real = (first > 0)[:, :, None].to(tags.dtype)
        given = (words, tags.softmax(-1), shapes.gather(1, first), real)
        names = sum(head(*given).log_softmax(-1) for head in network.names)
        pairs = network.pair(*labels)
        pairs = torch.cat([pairs[:, :, :1] + self.from_root, pairs[:, :, 1:] + self.from_words], 2)
        likely, label = pairs.log_softmax(-1).max(-1)
        return tags.argmax(-1), arcs.log_softmax(-1) + likely, label, names / NAME_HEADS
