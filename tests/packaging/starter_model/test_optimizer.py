"""Muon's steps, and who takes which weight."""

import pytest
import torch
from starter_model.optimizer import Muon, Optimizers, orthogonal
from torch import nn

LEAST, MOST = 0.68, 1.21
"""Of the singular values: 3.4445 x - 4.7750 x³ + 2.0315 x⁵ turns at the heights 0.682 and 1.202, and keeps
between them what has come there."""


@pytest.mark.parametrize("shape", [(24, 40), (40, 24), (12, 108), (64, 8)])
def test_a_matrix_becomes_nearly_orthogonal(shape: tuple[int, int]) -> None:
    matrix = torch.randn(shape, generator=torch.Generator().manual_seed(0))
    left, _, right = torch.linalg.svd(matrix, full_matrices=False)
    result = orthogonal(matrix)
    assert result.shape == shape
    values = torch.linalg.svdvals(result)
    assert values.min() > LEAST
    assert values.max() < MOST
    along = left.T @ result @ right.T
    torch.testing.assert_close(along, along.diag().diag(), atol=1e-4, rtol=0.0)
    assert along.diag().min() > 0.0


def test_the_first_step_goes_down_and_is_as_long_as_adam_s() -> None:
    """Liu et al. 2025: a root mean square of 0.2 times the rate, for every shape and size of gradient."""
    for shape in ((24, 40), (40, 24), (16, 4, 3, 3, 3)):
        weight = nn.Parameter(torch.zeros(shape))
        gradient = 1e-3 * torch.randn(shape, generator=torch.Generator().manual_seed(1))
        weight.grad = gradient.clone()
        Muon([weight], lr=0.1, weight_decay=0.0).step()
        length = float(weight.detach().square().mean().sqrt())
        assert LEAST < length / (0.1 * 0.2) < MOST
        assert (weight.detach() * gradient).sum() < 0.0


def test_weights_without_gradients_stay() -> None:
    module = nn.Linear(4, 4)
    optimizers = Optimizers(module, weight_decay=0.5)
    before = {name: weight.clone() for name, weight in module.state_dict().items()}
    optimizers.step(0.1)
    assert all(torch.equal(weight, before[name]) for name, weight in module.state_dict().items())


def test_matrices_and_filters_are_muon_s_but_for_those_named() -> None:
    module = nn.ModuleDict(
        {"filter": nn.Conv3d(2, 3, 3), "matrix": nn.Linear(4, 5), "shared": nn.Embedding(6, 4)}
    )
    muon, adam = Optimizers(module, 0.1, others=("shared",)).state()
    sizes = [len(state["param_groups"][0]["params"]) for state in (muon, adam)]
    assert sizes == [2, 3]


def test_decay_shrinks_matrices_alone() -> None:
    module = nn.Linear(4, 4)
    nn.init.ones_(module.weight)
    nn.init.ones_(module.bias)
    for weight in module.parameters():
        weight.grad = torch.zeros_like(weight)
    Optimizers(module, weight_decay=0.5).step(0.1)
    torch.testing.assert_close(module.weight.detach(), torch.full((4, 4), 0.95))
    assert torch.equal(module.bias.detach(), torch.ones(4))
