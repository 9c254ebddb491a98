"""Small clips made in code, to learn a VAE's latents from: colour gradients and blobs that move over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def synthetic_clip(seed: int, frames: int, side: int) -> NDArray[np.float32]:
    """A clip drawn from `seed`: a linear gradient between two colours, and three soft blobs that drift.

    Returns:
        (frame, row, column, RGB) float32 in 0..1.
    """
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    angle = random.uniform(0.0, 2.0 * np.pi)
    ramp = 0.5 + (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle)
    low, high = random.uniform(0.0, 1.0, (2, 3))
    still = low + np.clip(ramp, 0.0, 1.0)[..., None] * (high - low)
    clip = np.repeat(still[None], frames, axis=0)
    for _ in range(3):
        colour = random.uniform(0.0, 1.0, 3)
        start, drift = random.uniform(0.0, 1.0, 2), random.uniform(-0.2, 0.2, 2)
        radius = random.uniform(0.08, 0.3)
        for number in range(frames):
            centre = start + drift * number / max(1, frames - 1)
            cover = np.exp(-((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / radius**2)[..., None]
            clip[number] = clip[number] * (1.0 - cover) + colour * cover
    return clip.astype(np.float32)
