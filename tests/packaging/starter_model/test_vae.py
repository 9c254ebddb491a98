"""The VAE as it is trained is the VAE that diffusers runs."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
import torch
from starter_model import train_vae, training
from starter_model.config import load_config
from starter_model.vae import build_vae, decode, encode, fast_convolutions, lay_out_for_cpu, load_vae
from support.tiny_starter import FIRST_VAE_STEPS, FOREVER, Made, StepClock, seconds_of, tiny_config

CONFIG = tiny_config().vae
AS_DIFFUSERS = {"atol": 1e-5, "rtol": 0.0}
"""Sums in single precision of numbers around 1, added up in another order."""


@pytest.fixture
def vae() -> Any:
    """With weights that do something, its attention included."""
    torch.manual_seed(0)
    vae = build_vae(CONFIG).eval()
    with torch.no_grad():
        for name, weight in vae.named_parameters():
            if name.endswith(".proj.weight"):
                weight.normal_(0.0, 0.1)
    return vae


@pytest.mark.parametrize("convolutions", [nullcontext, fast_convolutions])
@pytest.mark.parametrize("lay_out", [lambda vae: vae, lay_out_for_cpu])
@pytest.mark.parametrize("num_frames", [1, 9])
@torch.inference_mode()
def test_encoding_and_decoding_are_those_of_diffusers(
    vae: Any, convolutions: type[AbstractContextManager[None]], lay_out: Any, num_frames: int
) -> None:
    clips = 2.0 * torch.rand(2, 3, num_frames, 48, 32) - 1.0
    usual = vae.encode(clips).latent_dist
    latents = usual.mode() + torch.randn_like(usual.mode())
    wanted = vae.decode(latents, return_dict=False)[0]
    with convolutions():
        mean, log_variance = encode(lay_out(vae), clips)
        decoded = decode(vae, latents)
    torch.testing.assert_close(mean, usual.mode(), **AS_DIFFUSERS)
    torch.testing.assert_close(log_variance, usual.logvar, **AS_DIFFUSERS)
    assert decoded.shape == clips.shape
    assert decoded.std() > 0.01
    torch.testing.assert_close(decoded.clamp(-1.0, 1.0), wanted, **AS_DIFFUSERS)


def test_gradients_are_those_of_the_slower_convolutions(vae: Any) -> None:
    clips = 2.0 * torch.rand(1, 3, 5, 32, 32) - 1.0

    def gradient() -> torch.Tensor:
        vae.zero_grad()
        decode(vae, encode(vae, clips)[0]).square().mean().backward()
        return torch.cat([one.grad.flatten() for one in vae.parameters() if one.grad is not None])

    usual = gradient()
    with fast_convolutions():
        fast = gradient()
    assert usual.abs().max() > 0.0
    torch.testing.assert_close(fast, usual, atol=1e-5 * float(usual.abs().max()), rtol=0.0)


def test_convolutions_are_as_usual_afterwards(vae: Any) -> None:
    usual = type(vae.quant_conv).forward
    with pytest.raises(RuntimeError), fast_convolutions():
        raise RuntimeError
    assert type(vae.quant_conv).forward is usual


def test_what_is_trained_sees_a_crop_as_it_sees_the_whole_frame(made: Made) -> None:
    """Away from the crop's edges: there is nothing in it but convolutions and their padding."""
    vae = load_vae(made.config.vae, made.work / "vae.pt")
    clip = 2.0 * torch.rand(1, 3, 1, 32, 640, generator=torch.Generator().manual_seed(1)) - 1.0
    with torch.inference_mode():
        whole, crop = encode(vae, clip)[0], encode(vae, clip[..., :400])[0]
    torch.testing.assert_close(crop[..., :8], whole[..., :8], atol=1e-5, rtol=0.0)


def test_attention_stays_off(made: Made) -> None:
    names = [name for name in _weights(made.work) if ".attentions." in name and ".proj." in name]
    assert len(names) == 4
    assert all(not _weights(made.work)[name].any() for name in names)


def test_latents_may_be_made_once_the_decoder_is_trained_alone(
    made: Made, begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def train(until_s: float) -> None:
        monkeypatch.setattr(training, "time", StepClock())
        train_vae.train_vae(made.config, begun, until_s, "cpu")

    train(seconds_of(FIRST_VAE_STEPS))
    before = _weights(begun)
    train(seconds_of(1))
    early = _weights(begun)
    train(FOREVER)
    late = _weights(begun)
    encoder = [name for name in late if name.startswith(("encoder.", "quant_conv."))]
    assert [name for name in encoder if not torch.equal(early[name], late[name])] == []
    assert [name for name in encoder if not torch.equal(before[name], late[name])] == []
    trained_with = torch.load(begun / "vae.pt", weights_only=True)["model"]
    assert [name for name in encoder if not torch.equal(trained_with[name], late[name])] == []
    assert any(not torch.equal(early[name], late[name]) for name in late if name.startswith("decoder."))


def _weights(work: Path) -> dict[str, torch.Tensor]:
    """What latents are made with, and what ships."""
    weights: dict[str, torch.Tensor] = load_vae(tiny_config().vae, work / "vae.pt").state_dict()
    return weights


def test_there_are_no_more_processes_than_the_smallest_batch_has_crops():
    config = load_config()
    smallest = min(stage.batch for stage in config.vae.stages)
    assert train_vae.most_processes(config, 64) == smallest
    assert train_vae.most_processes(config, 1) == 1
