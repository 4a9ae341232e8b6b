"""Trains the wide network of the stance model on the mixture of labelled sets; stops and goes on at any step.

    python training/train_stance_wide.py --data SETS --start FOLDER --checkpoints DIR [--steps N] [--finish N]

FOLDER is all-mpnet-base-v2 (Apache-2.0), of which the first six layers are taken. The rate rises and then stays, so
that a run may be made longer at any time: the same command with more `--steps` goes on where the state was kept.
`--finish N` lets the rate fall to nought over N more steps, from the state and beside it (Hägele et al., "Scaling laws
and compute-optimal training beyond fixed training durations", 2024), and writes the network there, with a copy of the
shipped small one that it is joined with: `python -m benchmarks.stance --weights DIR --choose` measures both together.

A core with bfloat16 arithmetic that nothing else uses reads about 25 pairs a second: a pass over 129,000 pairs in an
hour and a half.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from stance_export import export, join
from stance_fit import batches_of
from stance_mixture import newsroom, read_mixture
from stance_network import Items, encode, padded
from stance_text import Pair
from stance_wide import WideNetwork
from train_stance_mixture import rights

from workbench.models.stance import WIDE

SEED = 11
TOKENS = 128
"""Word pieces of a pair: nineteen in twenty have fewer, and long ones cost most."""

BATCH = 32
RATE = 4e-4
SMOOTHING = 0.05
WARMING = 150
SAVE_EVERY = 100
LAYERS = (0, 1, 2, 3, 4, 5)

State = dict[str, torch.Tensor]


def learnt_part(network: WideNetwork) -> State:
    """The weights that learn, as they are."""
    return {name: weight.detach() for name, weight in network.named_parameters() if weight.requires_grad}


def plan(lengths: Sequence[int], seed: int) -> Iterator[list[int]]:
    """Rows of every step, pass after pass, the same in every run."""
    rng = random.Random(seed)
    while True:
        yield from batches_of(lengths, BATCH, rng)


class Training:
    """Network and optimiser, and the file they are kept in."""

    def __init__(self, network: WideNetwork, items: Items, labels: torch.Tensor) -> None:
        self.network, self.items, self.labels = network, items, labels
        self.weights = [weight for weight in network.parameters() if weight.requires_grad]
        self.optimiser = torch.optim.AdamW(self.weights, RATE, weight_decay=0.01, fused=True)
        self.step = 0

    def go_on(self, path: Path, after: int = 0) -> None:
        """Take up the state in `path`, where there is one that came after so many steps."""
        state: dict[str, Any] = torch.load(path) if path.is_file() else {"step": -1}
        if int(state["step"]) < after:
            return
        self.network.load_state_dict(state["network"], strict=False)
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = int(state["step"])
        print(f"goes on at step {self.step}", flush=True)

    def keep(self, path: Path) -> None:
        """Write the state; what was there stays until it is whole."""
        state = {"network": learnt_part(self.network), "optimiser": self.optimiser.state_dict(), "step": self.step}
        new = path.with_suffix(".new")
        torch.save(state, new)
        new.replace(path)

    def learn(self, rows: list[int], rate: float) -> float:
        """One step; gives its loss."""
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(*padded(self.items, rows)).float()
            loss = torch.nn.functional.cross_entropy(scores, self.labels[rows], label_smoothing=SMOOTHING)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.weights, 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        self.step += 1
        return loss.item()


def run(training: Training, steps: int, path: Path, falling_from: int | None = None) -> None:
    """Learn until `steps`, the rate falling from a step on, and keep the state in `path`."""
    batches = plan([len(ids) for ids, _ in training.items], SEED)
    first, started = training.step, time.monotonic()
    running = 0.0
    for rows in itertools.islice(batches, training.step, steps):
        left_of_it = 1.0 if falling_from is None else max(0.02, (steps - training.step) / (steps - falling_from))
        loss = training.learn(rows, RATE * min(1.0, (training.step + 1) / WARMING, left_of_it))
        running = 0.98 * running + 0.02 * loss if running else loss
        if training.step % 20 == 0:
            speed = (training.step - first) * BATCH / (time.monotonic() - started)
            left = (steps - training.step) * BATCH / speed / 3600
            told = f"step {training.step} of {steps}, loss {running:.3f}"
            print(f"  {told}, {speed:.1f} pairs a second, {left:.1f} h left", flush=True)
        if training.step % SAVE_EVERY == 0:
            training.keep(path)
    training.keep(path)


def lesson(pairs: Sequence[Pair], cache: Path) -> Items:
    """The pairs as word pieces; they are kept, because reading them takes a minute."""
    digest = hashlib.sha256(repr([(pair.claim, pair.passage) for pair in pairs]).encode()).hexdigest()
    kept = torch.load(cache) if cache.is_file() else {}
    if kept.get("pairs") != digest:
        kept = {"pairs": digest, "items": encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)}
        torch.save(kept, cache)
    items: Items = kept["items"]
    return items


def main() -> None:
    """Read the mixture, learn, keep."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--start", type=Path, required=True, help="folder of all-mpnet-base-v2")
    parser.add_argument("--checkpoints", type=Path, required=True, help="folder to keep the state in")
    parser.add_argument("--layers", type=int, nargs="+", default=LAYERS, help="which layers are taken, from nought")
    parser.add_argument("--steps", type=int, default=4_000, help="batches of 32 pairs, from the first")
    parser.add_argument("--finish", type=int, default=0, help="then let the rate fall over so many more, and write")
    parser.add_argument("--newsroom", type=int, default=0, help="how many times each pair of training/newsroom/")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    options.checkpoints.mkdir(parents=True, exist_ok=True)
    learnt, kept = read_mixture(options.data, SEED)
    own, own_kept = newsroom(options.newsroom)
    learnt, kept = learnt + own, kept + own_kept
    items = lesson(learnt, options.checkpoints / "items.pt")
    network = WideNetwork.from_folder(options.start, options.layers)
    labels = torch.tensor([pair.label for pair in learnt])
    training = Training(network, items, labels)
    print(f"{len(learnt)} pairs, layers {', '.join(map(str, options.layers))}", flush=True)
    network.train()
    rising, falling = options.checkpoints / "state.pt", options.checkpoints / f"finish-{options.steps}.pt"
    training.go_on(rising)
    if training.step > options.steps:
        parser.error(f"{rising} is at step {training.step}, past {options.steps}: name more --steps, or another folder")
    run(training, options.steps, rising)
    if options.finish:
        training.go_on(falling, options.steps)
        run(training, options.steps + options.finish, falling, options.steps)
    print(f"held out: {rights(network, kept)}", flush=True)
    if options.finish:
        network.merge()
        told = f"a mixture of labelled sets, {options.steps} and {options.finish} batches of {BATCH}"
        told += ", claims with passages written for the project" * (options.newsroom > 0)
        export(network, options.checkpoints, SEED, told, WIDE)
        join(options.checkpoints)


if __name__ == "__main__":
    main()
