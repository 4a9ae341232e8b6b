"""Trains the stance model: a cross-encoder over claim and passage that starts from the bundled all-MiniLM-L6-v2.

    python training/train_stance.py --data SETS --teacher FOLDER

FOLDER holds all-mpnet-base-v2. From one seed, in this order: a teacher of that size learns the labelled pairs; it says
what it thinks of these, of one-word swaps and of sentences that share words; the small network learns to say the same
(Hinton et al., "Distilling the knowledge in a neural network", 2015). None of it has seen FoolMeTwice, whose test
figures are taken at that point; a last, short stage adds it, and what ships is the mean of the weights before and
after. Without `--teacher` the small network learns from the labels alone, `--without-fm2` leaves the last stage out.
With `--checkpoints` each stage is kept, and a stage that is there is not done again.
"""

from __future__ import annotations

import argparse
import math
import random
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from stance_export import export
from stance_fit import batches_of, fit
from stance_network import StanceNetwork, encode, padded
from stance_pairs import about_fm2, build, read_material, unlabelled
from stance_swaps import UNKNOWN
from stance_teacher import TeacherNetwork, lesson, opinions, teach
from stance_text import Pair

from workbench.models.stance import WEIGHTS

TOKENS = 144
BATCH = 32
RATE = 1.5e-4
SWAPS_AND_ALIKE = 14_000
SOFTNESS = 1.5
"""The teacher's scores are divided by this before they become the student's targets."""
GOLD = 0.5
"""How much of the target is the label of a person, where there is one; of a made-up label a quarter."""


def targets(pairs: list[Pair], scores: NDArray[np.float32]) -> torch.Tensor:
    """What the student is to say: the teacher's probabilities, mixed with the label, shape (len(pairs), 3)."""
    found = torch.softmax(torch.from_numpy(scores) / SOFTNESS, dim=1)
    for row, pair in enumerate(pairs):
        if pair.label != UNKNOWN:
            share = GOLD if pair.origin.startswith("gold") else 0.25
            found[row] *= 1 - share
            found[row, pair.label] += share
    return found


def labels_of(pairs: list[Pair]) -> torch.Tensor:
    """The labels of pairs as targets, a little softened, shape (len(pairs), 3)."""
    labels = torch.tensor([pair.label for pair in pairs])
    return 0.9 * torch.nn.functional.one_hot(labels, 3).float() + 0.1 / 3


def distil(
    network: StanceNetwork, pairs: list[Pair], aims: torch.Tensor, rate: float, passes: float, seed: int
) -> None:
    """Train the student in place on soft targets, shape (len(pairs), 3); the last pass may be a part of one."""
    items = encode([(pair.claim, pair.passage) for pair in pairs], TOKENS)
    lengths = [len(ids) for ids, _ in items]
    rng = random.Random(seed)
    plan = [batch for _ in range(math.ceil(passes)) for batch in batches_of(lengths, BATCH, rng)]
    plan = plan[: round(passes * len(plan) / math.ceil(passes))]

    def loss(rows: list[int]) -> torch.Tensor:
        return torch.nn.functional.cross_entropy(network(*padded(items, rows)).float(), aims[rows])

    fit(network, plan, loss, rate, head=4, body="bert.")


def mean_of(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """The mean of two sets of weights on one path of training (Wortsman et al., "Model soups", ICML 2022)."""
    return {name: (value + other[name]) / 2 if value.is_floating_point() else value for name, value in one.items()}


class Stages:
    """Keeps what each stage made, where a folder for it was named."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def done(self, name: str) -> Path | None:
        """The file of a stage that has been done."""
        path = self._folder / name if self._folder else None
        return path if path and path.is_file() else None

    def keep(self, network: torch.nn.Module, name: str) -> None:
        """Save unrounded weights."""
        if self._folder is not None:
            torch.save(network.state_dict(), self._folder / name)

    def keep_scores(self, scores: NDArray[np.float32], name: str) -> None:
        """Save what the teacher said."""
        if self._folder is not None:
            np.save(self._folder / name, scores)


def taught(options: argparse.Namespace, stages: Stages) -> tuple[list[Pair], torch.Tensor]:
    """The student's pairs and targets, none of which comes from FoolMeTwice."""
    material = read_material(options.data, without_fm2=True)
    pairs = lesson(build(material, options.seed + 1), options.seed + 1)
    if options.teacher is None:
        return pairs, labels_of(pairs)
    pairs += unlabelled(material, pairs, SWAPS_AND_ALIKE, options.seed + 2)
    if (path := stages.done("opinions.npy")) is not None:
        return pairs, targets(pairs, np.load(path))
    if (path := stages.done("teacher.pt")) is not None:
        teacher = TeacherNetwork(options.teacher)
        teacher.load_state_dict(torch.load(path))
    else:
        chosen = lesson(build(material, options.seed), options.seed)
        print(f"teacher: {len(chosen)} pairs", flush=True)
        teacher = teach(options.teacher, chosen, options.seed)
        stages.keep(teacher, "teacher.pt")
    print(f"opinions: {len(pairs)} pairs", flush=True)
    scores = opinions(teacher, pairs, TOKENS)
    stages.keep_scores(scores, "opinions.npy")
    return pairs, targets(pairs, scores)


def main() -> None:
    """Read the sets, train, export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled sets")
    parser.add_argument("--teacher", type=Path, help="folder of all-mpnet-base-v2; without it the labels alone")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="folder for stance-en.onnx and stance-en.json")
    parser.add_argument("--checkpoints", type=Path, help="folder to keep each stage in")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--passes",
        type=float,
        nargs="+",
        default=[1.5, 2.5],
        help="how often the student sees every pair, in cycles in each of which the rate rises and falls again",
    )
    parser.add_argument("--without-fm2", action="store_true", help="stop before FoolMeTwice is seen")
    options = parser.parse_args()

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    stages = Stages(options.checkpoints)
    network = StanceNetwork.from_encoder()
    if (path := stages.done("student.pt")) is not None:
        network.load_state_dict(torch.load(path))
    else:
        pairs, aims = taught(options, stages)
        print(f"student: {len(pairs)} pairs", flush=True)
        for cycle, passes in enumerate(options.passes):
            distil(network, pairs, aims, RATE, passes, options.seed + cycle)
        stages.keep(network, "student.pt")
    if not options.without_fm2:
        material = read_material(options.data, without_fm2=False)
        pairs = about_fm2(material, build(material, options.seed + 3), options.seed)
        print(f"FoolMeTwice: {len(pairs)} pairs", flush=True)
        before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
        distil(network, pairs, labels_of(pairs), RATE / 3, 1, options.seed + 4)
        stages.keep(network, "student-fm2.pt")
        network.load_state_dict(mean_of(before, network.state_dict()))

    export(network, options.out, options.seed, "FEVER" if options.without_fm2 else "FEVER, then FoolMeTwice")


if __name__ == "__main__":
    main()
