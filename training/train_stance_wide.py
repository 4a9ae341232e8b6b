"""Trains a stance model of twice the width on the mixture of labelled sets; stops and goes on at any step.

    python training/train_stance_wide.py --data SETS --start FOLDER --checkpoints DIR [--steps N] [--finish N]

FOLDER is all-mpnet-base-v2 (Apache-2.0), of which the first six layers are taken. The rate rises and then stays, so
that a run may be made longer at any time: the same command with more `--steps` goes on where the state was kept. What
is measured is the mean of the weights on the way, older ones counting less (Izmailov et al., "Averaging weights leads
to wider optima", UAI 2018). `--finish N` lets the rate fall to nought over N more steps, from the state and beside it
(Hägele et al., "Scaling laws and compute-optimal training beyond fixed training durations", 2024), and writes the
network beside the state: `python -m benchmarks.stance --weights DIR` measures it, `--beside DIR` with the shipped one.

A core with bfloat16 arithmetic that nothing else uses reads about 25 pairs a second: a pass over 129,000 pairs in an
hour and a half.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from stance_export import export
from stance_fit import batches_of
from stance_mixture import newsroom, read_mixture
from stance_network import Items, encode, padded
from stance_text import Pair
from stance_wide import WideNetwork
from train_stance_mixture import rights

SEED = 11
TOKENS = 128
"""Word pieces of a pair: nineteen in twenty have fewer, and long ones cost most."""

BATCH = 32
RATE = 4e-4
SMOOTHING = 0.05
WARMING = 150
DECAY = 0.997
"""How much of the mean of the weights stays at each step."""

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
    """Network, optimiser and mean of weights, and the file they are kept in."""

    def __init__(
        self, network: WideNetwork, items: Items, labels: torch.Tensor, folder: Path, *, finishing: bool
    ) -> None:
        self.network, self.items, self.labels = network, items, labels
        start = folder / "state.pt"
        self.path = folder / "finish.pt" if finishing else start
        start = self.path if self.path.is_file() else start
        self.weights = [weight for weight in network.parameters() if weight.requires_grad]
        self.optimiser = torch.optim.AdamW(self.weights, RATE, weight_decay=0.01, fused=True)
        self.mean = {name: weight.clone() for name, weight in learnt_part(network).items()}
        self.step = 0
        if start.is_file():
            state = torch.load(start)
            network.load_state_dict(state["network"], strict=False)
            self.optimiser.load_state_dict(state["optimiser"])
            self.mean, self.step = state["mean"], int(state["step"])
            print(f"goes on at step {self.step}", flush=True)

    def keep(self) -> None:
        """Write the state; what was there stays until it is whole."""
        state = {"network": learnt_part(self.network), "optimiser": self.optimiser.state_dict()}
        new = self.path.with_suffix(".new")
        torch.save({**state, "mean": self.mean, "step": self.step}, new)
        new.replace(self.path)

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
        share = 1 - min(DECAY, (1 + self.step) / (10 + self.step))
        for name, weight in learnt_part(self.network).items():
            self.mean[name].lerp_(weight, share)
        return loss.item()


def run(training: Training, batches: Iterator[list[int]], steps: int, finish: int) -> None:
    """Learn until `steps`, and then on while the rate falls over `finish` more."""
    last, first, started = steps + finish, training.step, time.monotonic()
    running = 0.0
    for rows in itertools.islice(batches, training.step, last):
        falling = (last - training.step) / finish if training.step >= steps and finish else 1.0
        loss = training.learn(rows, RATE * min(1.0, (training.step + 1) / WARMING, max(0.02, falling)))
        running = 0.98 * running + 0.02 * loss if running else loss
        if training.step % 20 == 0:
            speed = (training.step - first) * BATCH / (time.monotonic() - started)
            left = (last - training.step) * BATCH / speed / 3600
            told = f"step {training.step} of {last}, loss {running:.3f}"
            print(f"  {told}, {speed:.1f} pairs a second, {left:.1f} h left", flush=True)
        if training.step % SAVE_EVERY == 0:
            training.keep()
    training.keep()


def lesson(pairs: Sequence[Pair], cache: Path) -> Items:
    """The pairs as word pieces; they are kept, because reading them takes a minute."""
    if cache.is_file():
        found: Items = torch.load(cache)
        if len(found) == len(pairs):
            return found
    found = encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)
    torch.save(found, cache)
    return found


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
    training = Training(network, items, labels, options.checkpoints, finishing=options.finish > 0)
    print(f"{len(learnt)} pairs, layers {', '.join(map(str, options.layers))}", flush=True)
    network.train()
    run(training, plan([len(ids) for ids, _ in items], SEED), options.steps, options.finish)
    print(f"held out: {rights(network, kept)}", flush=True)
    if options.finish:
        network.merge()
        told = f"a mixture of labelled sets, {options.steps} and {options.finish} batches of {BATCH}"
        told += ", claims with passages written for the project" * (options.newsroom > 0)
        export(network, options.checkpoints, SEED, told)


if __name__ == "__main__":
    main()
