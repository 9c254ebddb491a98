"""Painted clips as a video file may leave them, and clips that show something else than asked."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from desktop_app.domain.clip import Frames

BLUR_PX = 1.0
CHROMA_BLUR_PX = 2.0
NOISE = 2.0
"""Standard deviation, of 255."""
_TO_YCC = np.array([[0.299, 0.587, 0.114], [-0.1687, -0.3313, 0.5], [0.5, -0.4187, -0.0813]], np.float32)
"""ITU-R BT.601, as JPEG has it."""


def blurred(frames: Frames, seed: int) -> Frames:
    """Softened as by strong H.264: brightness a little, colour twice as much, and noise on top."""
    ycc = frames.astype(np.float32) @ _TO_YCC.T
    ycc[..., 0] = ndimage.gaussian_filter(ycc[..., 0], (0, BLUR_PX, BLUR_PX))
    for channel in (1, 2):
        ycc[..., channel] = ndimage.gaussian_filter(ycc[..., channel], (0, CHROMA_BLUR_PX, CHROMA_BLUR_PX))
    grain = np.random.default_rng(seed).standard_normal(frames.shape, np.float32) * NOISE
    rgb = ycc @ np.linalg.inv(_TO_YCC).T + grain
    return np.asarray(np.clip(np.rint(rgb), 0, 255), np.uint8)


def mirrored(frames: Frames, place: str) -> Frames | None:
    """Heated on the other side; None where the place has none."""
    if place in ("left", "right"):
        return frames[:, :, ::-1]
    return frames[:, ::-1] if place in ("top", "bottom") else None
