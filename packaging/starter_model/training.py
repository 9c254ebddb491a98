"""What the two long trainings have in common: they go on from a checkpoint, average weights, stop in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from starter_model.checkpoints import Checkpoint, Ema
from starter_model.optimizer import Optimizers
from starter_model.parallel import agree, average_gradients, place

MOST_GRADIENT = 1.0
"""Norm of all gradients together, to which longer ones are shortened."""


class Training:
    """A module that learns, in one process or in several that share the work.

    Attributes:
        done: training steps so far.
        ema: the module's averaged weights.
    """

    def __init__(
        self, module: torch.nn.Module, optimizers: Optimizers, ema_decay: float, checkpoint: Path
    ) -> None:
        """Take up the checkpoint where there is one."""
        self.done = 0
        self.ema = Ema(module, ema_decay)
        self._module, self._optimizers = module, optimizers
        self._checkpoint = Checkpoint(checkpoint)
        state = self._checkpoint.load()
        if state is not None:
            self.done = state["steps"]
            module.load_state_dict(state["model"])
            optimizers.restore(state["optimizers"])
            self.ema.restore(state["ema"])

    def steps(self, total: int, until_s: float) -> Iterator[int]:
        """Numbers of the steps from here to `total`, for `until_s` seconds; checkpoints are kept."""
        stop_at = time.monotonic() + until_s
        while agree(self.done < total and time.monotonic() < stop_at):
            yield self.done
            ends = self.done == total or time.monotonic() >= stop_at
            if place()[0] == 0 and (ends or self._checkpoint.due()):
                self._save()

    def learn(self, losses: Tensor, rate: float) -> None:
        """Finish a step: down the mean gradient of all processes."""
        losses.mean().backward()  # type: ignore[no-untyped-call]
        average_gradients(self._module.parameters())
        torch.nn.utils.clip_grad_norm_(self._module.parameters(), MOST_GRADIENT)
        self._optimizers.step(rate)
        self.ema.update(self._module)
        self.done += 1

    def _save(self) -> None:
        self._checkpoint.save(
            {
                "steps": self.done,
                "model": self._module.state_dict(),
                "optimizers": self._optimizers.state(),
                "ema": self.ema.state(),
            }
        )
