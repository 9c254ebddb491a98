"""What the VAE leaves of a clip, measured on whole painted clips."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.look import Look
from desktop_app.thermography.body import lay_probe
from desktop_app.thermography.reading import ProbeReader
from starter_model.vae import fast_convolutions


def round_trip(vae: Any, frames: Frames) -> Frames:
    """Encode (the mean, nothing drawn) and decode a clip (frame, row, column, RGB) with diffusers' VAE."""
    clip = torch.from_numpy(frames.copy()).permute(3, 0, 1, 2)[None].to(vae.dtype) / 127.5 - 1.0
    with torch.inference_mode(), fast_convolutions():
        latents = vae.encode(clip).latent_dist.mode()
        back = vae.decode(latents, return_dict=False)[0]
    return bytes_of(back[0].permute(1, 2, 3, 0))


def bytes_of(clip: torch.Tensor) -> Frames:
    """From −1..1 to 0..255."""
    scaled = (clip.float().clamp(-1, 1) + 1) * 127.5
    return np.asarray(scaled.round().to(torch.uint8).cpu().numpy())


def psnr_dB(original: Frames, other: Frames) -> float:
    """Peak signal over the root mean square of what differs, all pixels and channels, dB."""
    square = float(np.mean((original.astype(np.float64) - other) ** 2))
    return float("inf") if square == 0 else float(10 * np.log10(255.0**2 / square))


def readings_apart(original: Frames, other: Frames, look: Look, body: PixelBox) -> float:
    """Median of what two clips read differently by along the same probe, share of the span."""
    both = [_read(frames, look, body) for frames in (original, other)]
    return float(np.median(np.abs(both[0] - both[1])))


def _read(frames: Frames, look: Look, body: PixelBox) -> np.ndarray:
    size = (frames.shape[2], frames.shape[1])
    reader = ProbeReader(look, (0.0, 1.0), lay_probe(body), size, ends_declared=True)
    reader.add(frames)
    reading = reader.reading(np.arange(len(frames), dtype=np.float64))
    return reading.temperature_K if reading.readable else np.full((1, 1), np.inf, np.float32)
