"""The map from latents to colour: fitted, kept, and applied."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import AutoencoderKLWan
from numpy.typing import NDArray
from support.jobs import RecordedJob

from desktop_app.domain.errors import Cancelled
from desktop_app.generation.preview import PreviewMap, clip_cells, fit_preview_map, preview_map_of
from desktop_app.generation.synthetic_clips import synthetic_clip

SPATIAL, TEMPORAL, CHANNELS = 8, 4, 12
HELD_OUT = (901, 902, 903)


def linear_encoder(clip: NDArray[np.float32]) -> NDArray[np.float32]:
    """Latents that hold the mean colour of their cell, mixed into twelve channels with some other content."""
    frames, side = clip.shape[0], clip.shape[1]
    cells = clip.reshape(frames, side // SPATIAL, SPATIAL, side // SPATIAL, SPATIAL, 3)
    colours = cells.mean(axis=(2, 4))
    texture = cells.std(axis=(2, 4))
    later = [part[1:].reshape(-1, TEMPORAL, *part.shape[1:]).mean(axis=1) for part in (colours, texture)]
    colours, texture = np.concatenate([colours[:1], later[0]]), np.concatenate([texture[:1], later[1]])
    mixing = np.random.default_rng(5).normal(size=(6, CHANNELS))
    latents = np.concatenate([colours, texture], axis=-1) @ mixing + np.linspace(-1.0, 1.0, CHANNELS)
    return latents.astype(np.float32)


def r_squared(fitted: PreviewMap) -> float:
    pairs = [clip_cells(linear_encoder, seed, SPATIAL, TEMPORAL) for seed in HELD_OUT]
    cells, colours = (np.concatenate(part) for part in zip(*pairs, strict=True))
    residual = fitted.colours(cells) - colours
    return float(1.0 - (residual**2).sum() / ((colours - colours.mean(axis=0)) ** 2).sum())


def test_colours_of_clips_not_fitted_are_recovered() -> None:
    assert r_squared(fit_preview_map(linear_encoder, SPATIAL, TEMPORAL)) > 0.99


def test_a_map_of_something_else_would_not_pass() -> None:
    wrong = fit_preview_map(lambda clip: linear_encoder(clip[:, ::-1].copy()), SPATIAL, TEMPORAL)
    assert r_squared(wrong) < 0.9


def test_synthetic_clips_are_colourful_moving_and_repeatable() -> None:
    clip = synthetic_clip(1, 5, 32)
    assert clip.shape == (5, 32, 32, 3)
    assert 0.0 <= clip.min() < clip.max() <= 1.0
    assert (clip[0] != clip[-1]).any()
    np.testing.assert_array_equal(clip, synthetic_clip(1, 5, 32))
    assert (clip != synthetic_clip(2, 5, 32)).any()


def test_the_picture_shows_the_first_middle_and_last_latent_frame() -> None:
    matrix = np.zeros((CHANNELS + 1, 3), np.float32)
    matrix[0] = 1.0
    latents = torch.zeros(1, CHANNELS, 5, 2, 4)
    latents[0, 0, :] = torch.tensor([0.0, 9.0, 0.6, 9.0, 7.0])[:, None, None]
    picture = PreviewMap(matrix).picture(latents)
    assert picture.dtype == np.uint8
    assert picture.shape == (2, 12, 3)
    assert [int(picture[0, column, 0]) for column in (0, 4, 8)] == [0, 153, 255]


@pytest.fixture
def vae(tiny_wan: Path) -> AutoencoderKLWan:
    return AutoencoderKLWan.from_pretrained(tiny_wan / "vae").eval()


def test_a_map_is_fitted_once_and_kept(
    vae: AutoencoderKLWan, tiny_wan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fitted = preview_map_of(vae, tiny_wan / "vae", tmp_path, RecordedJob())
    assert fitted is not None
    assert fitted.matrix.shape == (49, 3)
    monkeypatch.setattr(vae, "encode", None)
    again = preview_map_of(vae, tiny_wan / "vae", tmp_path, RecordedJob())
    assert again is not None
    np.testing.assert_array_equal(again.matrix, fitted.matrix)


def test_a_damaged_cache_is_fitted_again(vae: AutoencoderKLWan, tiny_wan: Path, tmp_path: Path) -> None:
    fitted = preview_map_of(vae, tiny_wan / "vae", tmp_path, RecordedJob())
    (cached,) = tmp_path.iterdir()
    for damage in (b"", b"\x93NUMPY no", cached.read_bytes()[:-8]):
        cached.write_bytes(damage)
        again = preview_map_of(vae, tiny_wan / "vae", tmp_path, RecordedJob())
        assert again is not None
        assert fitted is not None
        np.testing.assert_array_equal(again.matrix, fitted.matrix)


def test_a_vae_that_cannot_encode_has_no_preview(
    vae: AutoencoderKLWan, tiny_wan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vae, "encode", None)
    assert preview_map_of(vae, tiny_wan / "vae", tmp_path, RecordedJob()) is None


def test_fitting_can_be_cancelled(vae: AutoencoderKLWan, tiny_wan: Path, tmp_path: Path) -> None:
    job = RecordedJob()
    job.shared.cancel(1)
    with pytest.raises(Cancelled):
        preview_map_of(vae, tiny_wan / "vae", tmp_path, job)
    assert list(tmp_path.iterdir()) == []
