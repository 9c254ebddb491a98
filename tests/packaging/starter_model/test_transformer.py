"""What the transformer is trained with stands for what the pipeline will ask of it."""

from typing import Any

import numpy as np
import pytest
import torch
from diffusers import UniPCMultistepScheduler
from starter_model.tokens import LONGEST
from starter_model.train_transformer import choose
from starter_model.transformer import (
    TRAIN_TIMESTEPS,
    build_transformer,
    choose_frames,
    draw_noise,
    flow_loss,
    spare_padding,
)
from support.tiny_starter import tiny_config

CONFIG = tiny_config()
LATENT_FRAMES, ROWS, COLUMNS = 4, 4, 6
A_FRAME = ROWS * COLUMNS // 4
"""Tokens of a latent frame."""


@pytest.fixture
def transformer() -> Any:
    """With weights that do something."""
    torch.manual_seed(0)
    transformer = build_transformer(CONFIG).eval().requires_grad_(False)
    transformer.proj_out.weight.normal_()
    return transformer


@pytest.fixture
def clean() -> torch.Tensor:
    random = torch.Generator().manual_seed(1)
    return torch.randn(2, CONFIG.vae.z_dim, LATENT_FRAMES, ROWS, COLUMNS, generator=random)


@pytest.mark.parametrize("lengths", [(7, 3), (1, LONGEST)])
def test_spared_padding_does_what_padding_does(
    transformer: Any, clean: torch.Tensor, lengths: tuple[int, int]
) -> None:
    mask = (torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]).long()
    states = 3.0 * torch.randn(2, max(lengths), CONFIG.text.width) * mask[..., None]
    padded = torch.nn.functional.pad(states, (0, 0, 0, LONGEST - max(lengths)))
    timesteps = torch.tensor([300.0, 900.0])
    wanted = transformer(clean, timesteps, padded, return_dict=False)[0]
    bare = transformer(clean, timesteps, states, return_dict=False)[0]
    spared = spare_padding(transformer)
    prompts = spared.with_padding(states, mask)
    assert prompts.shape[1] == max(lengths) + 1
    torch.testing.assert_close(
        transformer(clean, timesteps, prompts, return_dict=False)[0], wanted, atol=1e-5, rtol=1e-5
    )
    if max(lengths) < LONGEST:
        assert (bare - wanted).abs().max() > 1e-3


def test_with_all_frames_positions_are_the_usual_ones(transformer: Any, clean: torch.Tensor) -> None:
    usual = transformer.rope(clean)
    frames = choose_frames(transformer, LATENT_FRAMES)
    for ours, theirs in zip(frames(clean), usual, strict=True):
        assert torch.equal(ours, theirs)


def test_some_frames_keep_their_places_in_the_clip(transformer: Any, clean: torch.Tensor) -> None:
    usual = transformer.rope(clean)
    frames = choose_frames(transformer, LATENT_FRAMES)
    frames.chosen = [0, 3]
    chosen = frames(clean[:, :, [0, 3]])
    for ours, theirs in zip(chosen, usual, strict=True):
        assert torch.equal(ours, torch.cat([theirs[:, :A_FRAME], theirs[:, 3 * A_FRAME :]], 1))


def test_first_of_all_it_predicts_nothing(clean: torch.Tensor) -> None:
    noise = draw_noise(clean, 3.0, torch.Generator().manual_seed(2))
    prompts = torch.randn(2, 5, CONFIG.text.width)
    weights = torch.linspace(0.0, 2.0, CONFIG.vae.z_dim)
    losses = flow_loss(build_transformer(CONFIG), clean, noise, prompts, weights)
    errors = (noise.values - clean).square() * weights.view(1, -1, 1, 1, 1)
    torch.testing.assert_close(losses, errors.mean((1, 2, 3, 4)))


def test_noise_levels_are_spread_as_the_scheduler_s() -> None:
    """sigma = shift s / (1 + (shift - 1) s), solved for s: one in each of as many parts as clips."""
    count, shift = 50, 3.0
    levels = draw_noise(torch.zeros(count, 1, 1, 1, 1), shift, torch.Generator().manual_seed(3)).levels
    even = levels / (shift - (shift - 1.0) * levels)
    assert (even.sort().values * count).floor().int().tolist() == list(range(count))
    assert even.tolist() != even.sort().values.tolist()


class Knowing:
    """Predicts the flow of the one clip it knows."""

    def __init__(self, clean: torch.Tensor) -> None:
        self._clean = clean

    def __call__(self, noisy: torch.Tensor, timestep: torch.Tensor, *_: Any, **__: Any) -> list[torch.Tensor]:
        share = timestep.view(-1, 1, 1, 1, 1) / TRAIN_TIMESTEPS
        return [(noisy - self._clean) / share]


def test_who_knows_the_clip_has_no_loss_and_leads_the_scheduler_to_it(clean: torch.Tensor) -> None:
    noise = draw_noise(clean, 3.0, torch.Generator().manual_seed(4))
    knowing = Knowing(clean)
    prompts, weights = torch.zeros(0), torch.ones(CONFIG.vae.z_dim)
    assert flow_loss(knowing, clean, noise, prompts, weights).max() < 1e-8
    assert flow_loss(Knowing(clean + 1.0), clean, noise, prompts, weights).min() > 1.0
    scheduler = UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=CONFIG.transformer.flow_shift
    )
    scheduler.set_timesteps(8)
    latents = noise.values
    for timestep in scheduler.timesteps:
        flow = knowing(latents, timestep.expand(len(latents)).float())[0]
        latents = scheduler.step(flow, timestep, latents, return_dict=False)[0]
    torch.testing.assert_close(latents, clean, atol=0.02, rtol=0.0)


def test_chosen_frames_are_in_order_and_begin_with_the_first() -> None:
    random = np.random.default_rng(5)
    drawn = [choose(random, 3, 9) for _ in range(100)]
    assert all(one[0] == 0 and one == sorted(set(one)) and len(one) == 3 for one in drawn)
    assert {frame for one in drawn for frame in one} == set(range(9))
    assert choose(random, 9, 9) == list(range(9))
