"""A tiny training, to be run by one process or shared by several."""

from __future__ import annotations

from pathlib import Path

import torch
from starter_model.optimizer import Optimizers
from starter_model.parallel import agree, average_gradients, meet, place
from torch import Tensor, nn

STEPS = 3


def descend(folder: Path) -> None:
    """Write weights and last gradients as `<number>.pt`: a filter and matrices for Muon, others for AdamW."""
    number, processes = place()
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv1d(2, 4, 3), nn.Tanh(), nn.Flatten(), nn.Linear(16, 8), nn.Linear(8, 3))
    optimizers = Optimizers(module, 0.01, others=("4.",))
    step = 0
    while agree(step < STEPS if number == 0 else step < 2 * STEPS):
        batch = torch.randn(4, 2, 6, generator=torch.Generator().manual_seed(step))
        loss: Tensor = module(batch[number::processes]).square().mean()
        loss.backward()
        average_gradients(module.parameters())
        gradients = {f"{name}, gradient": weight.grad for name, weight in module.named_parameters()}
        optimizers.step(0.05)
        step += 1
    torch.save(module.state_dict() | gradients, folder / f"{number}.pt")
    meet()
