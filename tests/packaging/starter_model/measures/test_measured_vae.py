"""What is said of a VAE, by one that loses everything and by one that loses nothing."""

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from starter_model.config import load_config
from starter_model.measures.vae import psnr_dB, readings_apart, round_trip
from starter_model.vae import build_vae
from support.asked import house, of_shape, painted, staging_of


class Lossless:
    """Its latents are the clip itself."""

    dtype = torch.float32

    def encode(self, clip: torch.Tensor) -> SimpleNamespace:
        return SimpleNamespace(latent_dist=SimpleNamespace(mode=lambda: clip))

    def decode(self, latents: torch.Tensor, *, return_dict: bool) -> tuple[torch.Tensor]:
        assert not return_dict
        return (latents,)


def test_a_lossless_vae_changes_nothing() -> None:
    clip = painted(of_shape("rod"))
    back = round_trip(Lossless(), clip)
    np.testing.assert_array_equal(back, clip)
    assert psnr_dB(clip, back) == float("inf")


def test_an_untrained_vae_is_measured_as_bad() -> None:
    torch.manual_seed(0)
    clip = painted(of_shape("rod"))[:5, :64, :64]
    back = round_trip(build_vae(load_config().vae).eval(), clip)
    assert back.shape == clip.shape
    assert back.dtype == np.uint8
    assert psnr_dB(clip, back) < 25


def test_readings_are_as_far_apart_as_the_levels_painted() -> None:
    one = of_shape("rod")
    body, look = staging_of(one, 0).body, house().looks.get("iron")
    clip = painted(one)
    assert readings_apart(clip, clip, look, body) == 0.0
    low, high = (np.broadcast_to(look.palette[at], clip.shape).copy() for at in (100, 125))
    assert readings_apart(low, high, look, body) == pytest.approx(25 / 255, abs=0.005)
