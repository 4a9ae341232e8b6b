"""The training loop that teacher and student share."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import torch


def batches_of(lengths: Sequence[int], size: int, rng: random.Random) -> list[list[int]]:
    """One pass over all rows in batches of like length, in random order."""
    order = rng.sample(range(len(lengths)), len(lengths))
    found: list[list[int]] = []
    for start in range(0, len(order), size * 50):
        chunk = sorted(order[start : start + size * 50], key=lambda row: lengths[row])
        found.extend(chunk[at : at + size] for at in range(0, len(chunk), size))
    rng.shuffle(found)
    return found


def fit(
    network: torch.nn.Module,
    plan: Sequence[list[int]],
    loss_of: Callable[[list[int]], torch.Tensor],
    rate: float,
    *,
    head: float,
    body: str,
) -> None:
    """Train in place; the rate rises over the first 6 % of the steps and then falls to nought.

    Args:
        network: Trained wherever a weight asks for a gradient.
        plan: Rows of each step.
        loss_of: Mean loss of some rows; called under bfloat16 arithmetic.
        rate: Of the weights whose name starts with `body`.
        head: How many times that rate the other weights get.
        body: Prefix of the names of the pretrained weights.
    """
    named = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [weight for name, weight in named if name.startswith(body)], "lr": rate},
        {"params": [weight for name, weight in named if not name.startswith(body)], "lr": head * rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    tops = [group["lr"] for group in optimiser.param_groups]
    started, running, seen = time.monotonic(), 0.0, 0
    network.train()
    for step, rows in enumerate(plan):
        factor = min(1.0, (step + 1) / (0.06 * len(plan))) * max(0.02, 1 - step / len(plan))
        for group, top in zip(optimiser.param_groups, tops, strict=True):
            group["lr"] = top * factor
        with torch.autocast("cpu", torch.bfloat16):
            loss = loss_of(rows)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        seen += len(rows)
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if step % 100 == 99:
            speed = seen / (time.monotonic() - started)
            print(f"  step {step + 1} of {len(plan)}, loss {running:.3f}, {speed:.0f} pairs a second", flush=True)
