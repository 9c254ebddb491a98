"""Training that survives interruption: a state on disk, replaced whole."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

EVERY_S = 120.0


class Checkpoint:
    """A file that holds everything a training run needs to go on."""

    def __init__(self, path: Path, every_s: float = EVERY_S) -> None:
        self._path = path
        self._every_s = every_s
        self._saved_at = time.monotonic()

    def load(self) -> dict[str, Any] | None:
        """What was saved last; None at the beginning."""
        if not self._path.exists():
            return None
        state: dict[str, Any] = torch.load(self._path, map_location="cpu", weights_only=True)
        return state

    def due(self) -> bool:
        """Whether it is time to save again."""
        return time.monotonic() - self._saved_at >= self._every_s

    def save(self, state: dict[str, Any]) -> None:
        """Replace the file; an interruption leaves the old one."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = self._path.with_suffix(".new")
        torch.save(state, new)
        new.replace(self._path)
        self._saved_at = time.monotonic()


class Ema:
    """A moving average of a module's trained weights; young averages forget faster."""

    def __init__(self, module: torch.nn.Module, decay: float) -> None:
        self._decay = decay
        self._updates = 0
        self.weights = {name: weight.detach().clone() for name, weight in _trained(module)}

    @torch.no_grad()
    def update(self, module: torch.nn.Module) -> None:
        """Take in the module's weights as they are now."""
        self._updates += 1
        decay = min(self._decay, (1 + self._updates) / (10 + self._updates))
        for name, weight in _trained(module):
            self.weights[name].lerp_(weight, 1 - decay)

    @torch.no_grad()
    def copy_to(self, module: torch.nn.Module, parts: tuple[str, ...]) -> None:
        """Give the module the averaged weights of those whose names begin with one of `parts`."""
        for name, weight in _trained(module):
            if name.startswith(parts):
                weight.copy_(self.weights[name])

    def state(self) -> dict[str, Any]:
        """For a checkpoint."""
        return {"updates": self._updates, "weights": self.weights}

    def restore(self, state: dict[str, Any]) -> None:
        """From a checkpoint."""
        self._updates = state["updates"]
        for name, weight in state["weights"].items():
            self.weights[name].copy_(weight)


class Curve:
    """A CSV file that grows by a line a measurement."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, **figures: float) -> None:
        """Write one line, and the names of the columns first where the file is new."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        new = not self._path.exists()
        with self._path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, fieldnames=list(figures))
            if new:
                writer.writeheader()
            writer.writerow({name: f"{value:.6g}" for name, value in figures.items()})


def _trained(module: torch.nn.Module) -> list[tuple[str, Tensor]]:
    return [(name, weight) for name, weight in module.named_parameters() if weight.requires_grad]
