"""The last stage of training the stance model: it goes on over the mixture of labelled sets, in cycles.

    python training/train_stance_mixture.py --data SETS --checkpoints DIR [--start shipped]

Each cycle learns from the weights it is given, and hands on the mean of these and of what it came to: weights on the
way keep what the start knew of other text, and gain what the mixture teaches (Wortsman et al., "Robust
fine-tuning of zero-shot models", CVPR 2022). In a cycle the rate rises, stays, and falls to nought (Hägele et al.,
"Scaling laws and compute-optimal training beyond fixed training durations", 2024). Every 200 steps the state is kept in
the checkpoints; the same command goes on from there. The cycle of the shipped weights took 55 minutes on one core with
bfloat16 in hardware, beside other work; hours without.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from stance_dequantised import shipped_weights
from stance_export import export
from stance_fit import batches_of
from stance_mixture import NEWSROOM, newsroom, read_mixture
from stance_network import Items, StanceNetwork, encode, padded
from stance_text import Pair

from workbench.models.stance import WEIGHTS

TOKENS = 160
BATCH = 32
RATE = 1e-4
HEAD = 8
"""How many times the rate of the pretrained weights the head's is."""
SMOOTHING = 0.05
COOLING = 0.3
"""The part of a cycle's steps over which the rate falls."""
WARMING = 200
SAVE_EVERY = 200
CYCLES = ("11:4200",)
"""Seed and steps of each cycle of the shipped weights; a second one (12:1500) won on one set what it lost on others."""

State = dict[str, torch.Tensor]


@dataclass(frozen=True, slots=True)
class Cycle:
    """One way from given weights: which rows in which order, and how many batches."""

    seed: int
    steps: int

    def factor(self, step: int) -> float:
        """How much of the full rate a step learns with."""
        cooling = max(1, round(COOLING * self.steps))
        return min(1.0, (step + 1) / WARMING, max(0.02, (self.steps - step) / cooling))


def learn(network: StanceNetwork, cycle: Cycle, pairs: list[Pair], folder: Path) -> None:
    """Train in place; goes on from the state in `folder` where there is one of this cycle."""
    torch.manual_seed(cycle.seed)
    items: Items = encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)
    lengths = [len(ids) for ids, _ in items]
    labels = torch.tensor([pair.label for pair in pairs])
    named = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [weight for name, weight in named if name.startswith("bert.")], "lr": RATE},
        {"params": [weight for name, weight in named if not name.startswith("bert.")], "lr": HEAD * RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    tops = [group["lr"] for group in optimiser.param_groups]
    saved, step = folder / f"state-{cycle.seed}.pt", 0
    if saved.is_file():
        state = torch.load(saved)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        step = int(state["step"])
        print(f"  goes on at step {step}", flush=True)
    rng = random.Random(cycle.seed)
    plan: list[list[int]] = []
    while len(plan) < cycle.steps:
        plan += batches_of(lengths, BATCH, rng)
    network.train()
    started, first = time.monotonic(), step
    while step < cycle.steps:
        for group, top in zip(optimiser.param_groups, tops, strict=True):
            group["lr"] = top * cycle.factor(step)
        rows = plan[step]
        with torch.autocast("cpu", torch.bfloat16):
            scores = network(*padded(items, rows)).float()
            loss = torch.nn.functional.cross_entropy(scores, labels[rows], label_smoothing=SMOOTHING)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        if step % SAVE_EVERY == 0 or step == cycle.steps:
            speed = (step - first) * BATCH / (time.monotonic() - started)
            left = (cycle.steps - step) * BATCH / speed / 3600
            print(f"  step {step} of {cycle.steps}, loss {loss.item():.3f}, {left:.1f} h left", flush=True)
            new = saved.with_suffix(".new")
            torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, new)
            new.replace(saved)


def accuracy(network: torch.nn.Module, pairs: list[Pair]) -> float:
    """Share of pairs whose likeliest label is right."""
    network.eval()
    items = encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)
    order = sorted(range(len(items)), key=lambda row: len(items[row][0]))
    right = 0
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            found = network(*padded(items, rows)).argmax(1).tolist()
            right += sum(label == pairs[row].label for row, label in zip(rows, found, strict=True))
    return right / max(1, len(pairs))


def rights(network: torch.nn.Module, pairs: list[Pair]) -> str:
    """Accuracy on what was held out of the labelled sets and of the pairs written for the project."""
    own = [pair for pair in pairs if pair.origin == NEWSROOM]
    others = [pair for pair in pairs if pair.origin != NEWSROOM]
    return f"{accuracy(network, others):.3f} of the sets, {accuracy(network, own):.3f} of our own right"


def between(one: State, other: State, kept: float = 0.5) -> State:
    """The mean of two sets of weights on one path of training, so much of it of the first."""
    return {
        name: kept * value + (1 - kept) * other[name] if value.is_floating_point() else value
        for name, value in one.items()
    }


def copied(network: StanceNetwork) -> State:
    """The weights as they are now."""
    return {name: value.detach().clone() for name, value in network.state_dict().items()}


def put(network: StanceNetwork, told: str) -> None:
    """Give a network weights of a file, or those that ship, but for the word vectors, which no stage changes."""
    found: State = shipped_weights(WEIGHTS) if told == "shipped" else torch.load(told)
    network.load_state_dict({name: value for name, value in found.items() if "word_embed" not in name}, strict=False)


def main() -> None:
    """Read the mixture, learn in cycles, export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--checkpoints", type=Path, required=True, help="folder to keep the state in")
    parser.add_argument("--start", default="shipped", help='weights to start from: a file, or "shipped"')
    parser.add_argument("--cycles", nargs="+", default=CYCLES, metavar="SEED:STEPS")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="folder for stance-en.onnx and stance-en.json")
    parser.add_argument("--share", type=float, default=1.0, help="part of the mixture that a cycle learns from")
    parser.add_argument("--newsroom", type=int, default=0, help="how many times each pair of training/newsroom/")
    parser.add_argument("--whole", action="store_true", help="one mean, at the end, with the very first start")
    parser.add_argument("--beside", default="", help="weights to take that mean with, where not with the start")
    parser.add_argument("--kept", type=float, default=0.5, help="how much of that mean they are")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    options.checkpoints.mkdir(parents=True, exist_ok=True)
    network = StanceNetwork.from_encoder()
    put(network, options.beside or options.start)
    first = copied(network)
    put(network, options.start)
    for told in options.cycles:
        cycle = Cycle(*map(int, told.split(":")))
        mean = options.checkpoints / f"mean-{cycle.seed}.pt"
        if mean.is_file():
            network.load_state_dict(torch.load(mean))
            continue
        learnt, kept = read_mixture(options.data, cycle.seed, options.share)
        own, own_kept = newsroom(options.newsroom)
        learnt, kept = learnt + own, kept + own_kept
        print(f"cycle {told}: {len(learnt)} pairs to learn, {len(kept)} held out", flush=True)
        before = copied(network)
        print(f"  held out, before: {rights(network, kept)}", flush=True)
        learn(network, cycle, learnt, options.checkpoints)
        print(f"  held out: {rights(network, kept)}", flush=True)
        if not options.whole:
            network.load_state_dict(between(before, copied(network)))
            print(f"  the mean with what it started from: {rights(network, kept)}", flush=True)
        torch.save(network.state_dict(), mean)
    if options.whole:
        network.load_state_dict(between(first, copied(network), options.kept))
    stages = "FEVER, FoolMeTwice, a mixture of 25 labelled sets"
    export(
        network,
        options.out,
        11,
        f"{stages}, claims with passages written for the project" if options.newsroom else stages,
    )


if __name__ == "__main__":
    main()
