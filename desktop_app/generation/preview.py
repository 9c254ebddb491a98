"""A picture of what the denoising is arriving at, without the VAE: a linear map from latents to colour.

The map is fitted once per VAE by least squares, from each latent cell's channels (and a constant) to the mean
colour of the pixels it stands for, on a few synthetic clips; so it suits any VAE.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames
from desktop_app.domain.errors import Cancelled
from desktop_app.generation.job import Job
from desktop_app.generation.synthetic_clips import synthetic_clip

_log = logging.getLogger(__name__)

_CLIPS = 6
_CELLS = 6
_LATENT_FRAMES = 2
_RIDGE = 1e-3
"""Relative to the channels' mean square; channels that the clips hardly move get no large weights."""


@dataclass(frozen=True, eq=False)
class PreviewMap:
    """Latent channels to colour.

    Attributes:
        matrix: (channel + 1, 3) float32; the last row is the constant. Colours are 0..1.
    """

    matrix: NDArray[np.float32]

    def colours(self, cells: NDArray[np.float32]) -> NDArray[np.float32]:
        """(…, channel) normalised latents to (…, 3), not clipped."""
        colours: NDArray[np.float32] = cells @ self.matrix[:-1] + self.matrix[-1]
        return colours

    def picture(self, latents: torch.Tensor) -> Frames:
        """The first, middle and last latent frame side by side.

        Args:
            latents: normalised, (1, channel, latent frame, row, column).

        Returns:
            (row, 3 × column, RGB) uint8.
        """
        last = latents.shape[2] - 1
        chosen = latents[0, :, [0, last // 2, last]].float().cpu().numpy()
        colours = self.colours(np.moveaxis(chosen, 0, -1))
        return np.concatenate(list((colours.clip(0.0, 1.0) * 255.0).round().astype(np.uint8)), axis=1)


LatentEncoder = Callable[[NDArray[np.float32]], NDArray[np.float32]]
"""(frame, row, column, RGB) 0..1 -> normalised latents (latent frame, row, column, channel)."""


def preview_map_of(vae: Any, vae_folder: Path, cache_folder: Path, job: Job) -> PreviewMap | None:
    """The map for a VAE, from the cache or fitted now; None (no preview) where it cannot be fitted.

    Raises:
        Cancelled: between two clips.
    """
    cached = cache_folder / f"preview-{_fingerprint(vae_folder)}.npy"
    try:
        return PreviewMap(_stored(cached, vae.config.z_dim))
    except (OSError, ValueError, EOFError):
        pass
    try:
        fitted = fit_preview_map(
            lambda clip: _encode(vae, clip, job),
            vae.config.scale_factor_spatial,
            vae.config.scale_factor_temporal,
        )
        with contextlib.suppress(OSError):
            _store(fitted, cached)
    except Cancelled:
        raise
    except Exception:  # noqa: BLE001 a generation without a preview is better than none
        _log.exception("no preview")
        return None
    return fitted


def fit_preview_map(encode: LatentEncoder, spatial: int, temporal: int, clips: int = _CLIPS) -> PreviewMap:
    """Least squares, slightly ridged, over all latent cells of `clips` synthetic clips.

    `spatial` is a cell's side in pixels, `temporal` the frames in every latent frame but the first.
    """
    cells, colours = zip(*(clip_cells(encode, seed, spatial, temporal) for seed in range(clips)), strict=True)
    design = np.concatenate(cells).astype(np.float64)
    target = np.concatenate(colours).astype(np.float64)
    centre, mean_colour = design.mean(axis=0), target.mean(axis=0)
    moved = design - centre
    gram = moved.T @ moved / len(moved)
    ridge = _RIDGE * np.trace(gram) / len(gram) + 1e-12
    slopes = np.linalg.solve(gram + ridge * np.eye(len(gram)), moved.T @ (target - mean_colour) / len(moved))
    constant = mean_colour - centre @ slopes
    return PreviewMap(np.vstack([slopes, constant]).astype(np.float32))


def clip_cells(
    encode: LatentEncoder, seed: int, spatial: int, temporal: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Latent channels (cell, channel) and mean colours (cell, 3) of one synthetic clip."""
    frames = 1 + (_LATENT_FRAMES - 1) * temporal
    clip = synthetic_clip(seed, frames, _CELLS * spatial)
    latents = encode(clip)
    blocks = clip.reshape(frames, _CELLS, spatial, _CELLS, spatial, 3).mean(axis=(2, 4))
    later = blocks[1:].reshape(_LATENT_FRAMES - 1, temporal, _CELLS, _CELLS, 3).mean(axis=1)
    return latents.reshape(-1, latents.shape[-1]), np.concatenate([blocks[:1], later]).reshape(-1, 3)


def _encode(vae: Any, clip: NDArray[np.float32], job: Job) -> NDArray[np.float32]:
    job.check()
    video = torch.from_numpy(clip).permute(3, 0, 1, 2)[None] * 2.0 - 1.0
    hook = getattr(vae, "_hf_hook", None)
    device = vae.device if hook is None else hook.execution_device
    with torch.inference_mode():
        latents = vae.encode(video.to(device, vae.dtype)).latent_dist.mode()[0]
    channels_last = latents.permute(1, 2, 3, 0).float().cpu().numpy()
    normalised: NDArray[np.float32] = (channels_last - vae.config.latents_mean) / vae.config.latents_std
    return normalised.astype(np.float32)


def _fingerprint(vae_folder: Path) -> str:
    digest = hashlib.sha256((vae_folder / "config.json").read_bytes())
    for weights in sorted(vae_folder.glob("*.safetensors")):
        facts = weights.stat()
        digest.update(f"{weights.name} {facts.st_size} {facts.st_mtime_ns}".encode())
    return digest.hexdigest()[:24]


def _stored(file: Path, channels: int) -> NDArray[np.float32]:
    matrix: NDArray[np.float32] = np.load(file, allow_pickle=False)
    if matrix.shape != (channels + 1, 3) or not np.isfinite(matrix).all():
        raise ValueError("another VAE's map")
    return matrix


def _store(fitted: PreviewMap, file: Path) -> None:
    part = file.with_name(f"{file.stem}-{os.getpid()}.part.npy")
    np.save(part, fitted.matrix)
    part.replace(file)
