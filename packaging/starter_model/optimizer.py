"""The optimizer of both trainings: Muon for matrices and filters, AdamW for everything else.

Muon (K. Jordan et al. 2024, "Muon: an optimizer for hidden layers in neural networks"; torch.optim.Muon
takes matrices only) moves a weight along its momentum's nearest orthogonal matrix, found by Newton-Schulz
iterations.
A convolution's filter counts as a matrix of its outputs by everything else. With the scale of Liu et al. 2025
(arXiv:2502.16982), a step is as long as AdamW's usually is, so that both share one learning rate.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor

from starter_model.parallel import add_up, place

_COEFFICIENTS = (3.4445, -4.7750, 2.0315)
_ITERATIONS = 5
_MOMENTUM = 0.95
_SCALE = 0.2
"""Root mean square of AdamW's steps, by Liu et al."""
_BETAS = (0.9, 0.99)


class Muon(torch.optim.Optimizer):
    """Muon for the parameters given to it."""

    def __init__(self, weights: Iterable[Tensor], lr: float, weight_decay: float) -> None:
        super().__init__(weights, {"lr": lr, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        """Move every weight that has a gradient; each process works out its share of the steps."""
        assert closure is None
        number, processes = place()
        for group in self.param_groups:
            weights = [weight for weight in group["params"] if weight.grad is not None]
            steps = []
            for count, weight in enumerate(weights):
                ahead = self._ahead(weight).flatten(1)
                mine = count % processes == number
                steps.append(orthogonal(ahead) if mine else torch.zeros_like(ahead))
            add_up(steps)
            for weight, step in zip(weights, steps, strict=True):
                weight.mul_(1 - group["lr"] * group["weight_decay"])
                scale = _SCALE * max(step.shape) ** 0.5
                weight.add_(step.view_as(weight), alpha=-group["lr"] * scale)

    def _ahead(self, weight: Tensor) -> Tensor:
        """Nesterov's momentum of a weight's gradient."""
        gradient = weight.grad
        assert gradient is not None
        state = self.state[weight]
        if not state:
            state["momentum"] = torch.zeros_like(weight)
        state["momentum"].lerp_(gradient, 1 - _MOMENTUM)
        return gradient.lerp(state["momentum"], _MOMENTUM)


def orthogonal(matrix: Tensor) -> Tensor:
    """About the nearest matrix whose singular values are all 1, of the same shape."""
    tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if tall else matrix
    x = x / (x.norm() + 1e-7)
    a, b, c = _COEFFICIENTS
    for _ in range(_ITERATIONS):
        gram = x @ x.T
        x = a * x + (b * gram + c * gram @ gram) @ x
    nearest: Tensor = x.T if tall else x
    return nearest


class Optimizers:
    """Muon and AdamW as one."""

    def __init__(self, module: torch.nn.Module, weight_decay: float, others: Iterable[str] = ()) -> None:
        """Share a module's trained weights out.

        Args:
            module: its weights.
            weight_decay: of both.
            others: parts of names whose weights AdamW takes although they are matrices (embeddings).
        """
        named = [(name, weight) for name, weight in module.named_parameters() if weight.requires_grad]
        is_matrix = [weight.ndim > 1 and not any(part in name for part in others) for name, weight in named]
        matrices = [weight for (_, weight), yes in zip(named, is_matrix, strict=True) if yes]
        rest = [weight for (_, weight), yes in zip(named, is_matrix, strict=True) if not yes]
        self._all = (
            Muon(matrices, lr=0.0, weight_decay=weight_decay),
            torch.optim.AdamW(rest, lr=0.0, betas=_BETAS, weight_decay=0.0),
        )

    def step(self, learning_rate: float) -> None:
        """Move the weights and forget their gradients."""
        for one in self._all:
            for group in one.param_groups:
                group["lr"] = learning_rate
            one.step()
            one.zero_grad(set_to_none=True)

    def state(self) -> list[dict[str, Any]]:
        """For a checkpoint."""
        return [one.state_dict() for one in self._all]

    def restore(self, states: list[dict[str, Any]]) -> None:
        """From a checkpoint."""
        for one, state in zip(self._all, states, strict=True):
            one.load_state_dict(state)
