"""Convolving by oneDNN: the same numbers, for one VAE, and frames that come a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import AutoencoderKLWan
from diffusers.models.autoencoders.autoencoder_kl_wan import WanCausalConv3d
from support.jobs import RecordedJob

from desktop_app.generation.quick_convolutions import convolves_quickly, quicken_convolutions
from desktop_app.generation.wan_decoding import decode_frames
from desktop_app.generation.wan_loading import load_wan

pytestmark = pytest.mark.skipif(not torch.backends.mkldnn.is_available(), reason="torch without oneDNN")

AGREEMENT = 1e-5
"""Largest difference allowed, of values of about 1: a hundred roundings in float32."""


@pytest.fixture(autouse=True)
def _inference() -> Iterator[None]:
    with torch.inference_mode():
        yield


def fresh(tiny_wan: Path) -> Any:
    return AutoencoderKLWan.from_pretrained(tiny_wan / "vae").eval()


@pytest.fixture
def quick(tiny_wan: Path) -> Any:
    vae = fresh(tiny_wan)
    quicken_convolutions(vae)
    return vae


def test_a_clip_is_decoded_as_before(tiny_wan: Path, quick: Any) -> None:
    latents = torch.randn((1, 48, 4, 4, 6), generator=torch.Generator().manual_seed(3))
    expected = fresh(tiny_wan).decode(latents, return_dict=False)[0]
    decoded = quick.decode(latents, return_dict=False)[0]
    assert expected.std() > 0.1
    torch.testing.assert_close(decoded, expected, atol=AGREEMENT, rtol=0.0)


def test_a_clip_is_encoded_as_before(tiny_wan: Path, quick: Any) -> None:
    clip = torch.rand((1, 3, 9, 64, 96), generator=torch.Generator().manual_seed(3)) * 2.0 - 1.0
    expected = fresh(tiny_wan).encode(clip).latent_dist.mode()
    encoded = quick.encode(clip).latent_dist.mode()
    assert expected.std() > 0.01
    torch.testing.assert_close(encoded, expected, atol=AGREEMENT, rtol=0.0)


def test_other_vaes_are_left_alone(tiny_wan: Path, quick: Any) -> None:
    assert convolves_quickly(quick)
    assert not convolves_quickly(fresh(tiny_wan))
    assert WanCausalConv3d.forward.__module__.startswith("diffusers.")


def test_another_precision_is_left_alone(tiny_wan: Path) -> None:
    vae = fresh(tiny_wan).to(torch.bfloat16)
    quicken_convolutions(vae)
    assert not convolves_quickly(vae)


def test_frames_come_a_latent_frame_at_a_time(quick: Any) -> None:
    latents = torch.randn((1, 48, 4, 2, 2), generator=torch.Generator().manual_seed(3))
    assert [len(frames) for frames in decode_frames(quick, latents)] == [1, 4, 4, 4]


@pytest.mark.skipif(torch.cuda.is_available(), reason="for the CPU")
def test_a_folder_loaded_for_the_cpu_convolves_quickly(tiny_wan: Path) -> None:
    assert convolves_quickly(load_wan(tiny_wan, "", RecordedJob()).pipeline.vae)
