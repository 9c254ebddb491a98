"""Latents along their own axes are the same latents."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from starter_model.basis import LEAST_DEVIATION, Basis, basis_of, keep_basis, turn_channels
from starter_model.latents import Latents
from starter_model.vae import build_vae
from support.tiny_starter import tiny_config

CONFIG = tiny_config().vae
SHAPE = (30, CONFIG.z_dim, 3, 4, 4)
DEVIATIONS = np.array([4.0, 3.0, 2.0, 1.0, 0.5, 1e-4, 1e-4, 1e-4])
MEAN = np.linspace(-2.0, 2.0, CONFIG.z_dim)


@pytest.fixture
def latents() -> Latents:
    """Of known deviations along known axes."""
    random = np.random.default_rng(0)
    axes, _ = np.linalg.qr(random.standard_normal((CONFIG.z_dim, CONFIG.z_dim)))
    along = random.standard_normal(SHAPE) * DEVIATIONS[:, None, None, None]
    values = np.einsum("ca,na...->nc...", axes, along) + MEAN[:, None, None, None]
    return Latents(values.astype(np.float16), np.arange(len(values)))


@pytest.fixture
def basis(latents: Latents) -> Basis:
    return basis_of(latents)


def test_the_axes_are_those_of_the_variance(basis: Basis) -> None:
    wanted = np.maximum(DEVIATIONS, LEAST_DEVIATION * DEVIATIONS[0])
    np.testing.assert_allclose(basis.deviation, wanted, rtol=0.1)
    torch.testing.assert_close(
        basis.rotation.T @ basis.rotation, torch.eye(CONFIG.z_dim), atol=1e-5, rtol=0.0
    )


def test_normalised_latents_are_normal_but_for_what_hardly_varies(latents: Latents, basis: Basis) -> None:
    normal = basis.normalised(torch.from_numpy(latents.values).float()).transpose(0, 1).flatten(1)
    torch.testing.assert_close(normal.mean(1), torch.zeros(CONFIG.z_dim), atol=1e-2, rtol=0.0)
    torch.testing.assert_close(normal[:5].std(1), torch.ones(5), atol=1e-3, rtol=0.0)
    assert normal[5:].std(1).max() < 0.1
    others = torch.corrcoef(normal[:5]) - torch.eye(5)
    assert others.abs().max() < 1e-3


def test_errors_count_by_what_they_are_worth(basis: Basis) -> None:
    torch.testing.assert_close(basis.weights().mean(), torch.ones(()))
    torch.testing.assert_close(basis.weights() / basis.weights()[0], basis.deviation / basis.deviation[0])


def test_a_basis_is_found_once(latents: Latents, basis: Basis, tmp_path: Path) -> None:
    kept = keep_basis(tmp_path, latents)
    assert torch.equal(kept.rotation, basis.rotation)
    others = Latents(latents.values[:, ::-1], latents.scenes)
    assert torch.equal(keep_basis(tmp_path, others).mean, kept.mean)
    assert not torch.equal(basis_of(others).mean, kept.mean)


@torch.no_grad()
def test_the_vae_that_ships_has_the_axes_for_channels(basis: Basis) -> None:
    torch.manual_seed(0)
    vae: Any = build_vae(CONFIG).eval()
    clips = 2.0 * torch.rand(1, 3, 5, 32, 32) - 1.0
    before = vae.encode(clips).latent_dist.mode()
    decoded = vae.decode(before, return_dict=False)[0]
    turn_channels(vae, basis)
    after = vae.encode(clips).latent_dist.mode()
    shape = (1, -1, 1, 1, 1)
    mean, deviation = (
        torch.tensor(one).view(shape) for one in (vae.config.latents_mean, vae.config.latents_std)
    )
    torch.testing.assert_close((after - mean) / deviation, basis.normalised(before), atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(vae.decode(after, return_dict=False)[0], decoded, atol=1e-4, rtol=0.0)
    assert (after - before).abs().max() > 1e-2
