"""Trains the stance model: a cross-encoder over claim and passage that starts from the bundled all-MiniLM-L6-v2.

    python training/train_stance.py --data SETS

Two stages from one seed: first everything but FoolMeTwice, whose test figures are taken at that point; then a shorter
one that adds it; what ships is the mean of the weights of both. `--without-fm2` stops after the first. Takes about
twenty minutes on two quiet cores that have bfloat16 arithmetic.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from stance_export import export
from stance_network import Items, StanceNetwork, encode, padded
from stance_pairs import build, read_material
from stance_text import Pair

from workbench.models.stance import WEIGHTS

THREADS = 2
TOKENS = 128
BATCH = 32
RATE = 1e-4
SMOOTHING = 0.05


def batches(items: Items, rng: random.Random) -> Iterator[list[int]]:
    """One pass in batches of like length, in random order."""
    order = rng.sample(range(len(items)), len(items))
    found: list[list[int]] = []
    for start in range(0, len(order), BATCH * 50):
        chunk = sorted(order[start : start + BATCH * 50], key=lambda index: len(items[index][0]))
        found.extend(chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH))
    rng.shuffle(found)
    yield from found


def train(
    network: StanceNetwork, pairs: list[Pair], rate: float, epochs: int, rng: random.Random, stop: int | None = None
) -> None:
    """Train in place; the rate rises over the first steps and then falls to nought, unless `stop` steps come first."""
    items = encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)
    labels = torch.tensor([pair.label for pair in pairs])
    head = [p for name, p in network.named_parameters() if not name.startswith("bert.")]
    body = [p for name, p in network.named_parameters() if name.startswith("bert.") and p.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": head, "lr": 4 * rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    plan = [batch for _ in range(epochs) for batch in batches(items, rng)]
    rates = [group["lr"] for group in optimiser.param_groups]
    started, running = time.monotonic(), 0.0
    network.train()
    for step, batch in enumerate(plan[:stop]):
        factor = min(1.0, (step + 1) / (0.06 * len(plan))) * max(0.02, 1 - step / len(plan))
        for group, top in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = top * factor
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(*padded(items, batch))
        loss = torch.nn.functional.cross_entropy(scores.float(), labels[batch], label_smoothing=SMOOTHING)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if step % 200 == 199:
            speed = BATCH * (step + 1) / (time.monotonic() - started)
            print(f"  step {step + 1} of {len(plan)}, loss {running:.3f}, {speed:.0f} pairs a second", flush=True)


def keep(network: StanceNetwork, folder: Path | None, name: str) -> None:
    """Save the unrounded weights, where a folder for them was named."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(network.state_dict(), folder / name)


def mean_of(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The mean of two sets of weights on one path of training (Wortsman et al., "Model soups", ICML 2022).

    On sets neither stage has seen, the first knew better what is neutral and the second what supports and refutes.
    """
    return {name: (value + other[name]) / 2 if value.is_floating_point() else value for name, value in one.items()}


def main() -> None:
    """Read the sets, train, export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="folder for stance-en.onnx and stance-en.json")
    parser.add_argument("--checkpoints", type=Path, help="folder to keep the weights of each stage in, unrounded")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--epochs", type=int, default=1, help="passes of the first stage")
    parser.add_argument("--stop", type=int, default=1255, help="steps of the first stage that are taken")
    parser.add_argument("--without-fm2", action="store_true", help="stop before FoolMeTwice is seen")
    parser.add_argument("--start", type=Path, help="weights of the first stage, to go on from")
    options = parser.parse_args()

    torch.set_num_threads(THREADS)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    network = StanceNetwork.from_encoder()
    if options.start:
        network.load_state_dict(torch.load(options.start))
    else:
        pairs = build(read_material(options.data, without_fm2=True), options.seed)
        print(f"stage 1: {len(pairs)} pairs", flush=True)
        train(network, pairs, RATE, options.epochs, rng, options.stop)
        keep(network, options.checkpoints, "stance-stage1.pt")
    if not options.without_fm2:
        pairs = build(read_material(options.data, without_fm2=False), options.seed + 1, focus=True)
        print(f"stage 2: {len(pairs)} pairs", flush=True)
        before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
        train(network, pairs, RATE / 2, 1, rng)
        keep(network, options.checkpoints, "stance-stage2.pt")
        network.load_state_dict(mean_of(before, network.state_dict()))

    export(network, options.out, options.seed, "FEVER" if options.without_fm2 else "FEVER, then FoolMeTwice")


if __name__ == "__main__":
    main()
