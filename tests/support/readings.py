"""A clip with a heat front in it, and its reading, made without the app's own physics."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Probe, VideoClip
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import say

RANGE_K = (293.15, 1073.15)
SAMPLES = 41


def grey_look() -> Look:
    """A palette from black to white."""
    return Look("white_hot", np.arange(256, dtype=np.uint8)[:, None].repeat(3, 1), False, "made for tests")


def front_K(num_frames: int, position: NDArray[np.float64]) -> NDArray[np.float32]:
    """(frame, sample) temperature of a front that enters at position 0."""
    depth = 0.02 + 0.4 * np.sqrt(np.arange(num_frames) / max(num_frames - 1, 1))
    erfc = np.vectorize(math.erfc)
    low, high = RANGE_K
    return (low + (high - low) * erfc(position / depth[:, None])).astype(np.float32)


def front_clip(num_frames: int = 12, width: int = 320, height: int = 192) -> VideoClip:
    """The front, painted in grey on a bar in front of a dark ground."""
    frames = np.full((num_frames, height, width, 3), (13, 36, 42), np.uint8)
    left, right = width // 10, width - width // 10
    low, high = RANGE_K
    row = (front_K(num_frames, np.linspace(0, 1, right - left)) - low) / (high - low) * 255
    frames[:, height // 2 - 20 : height // 2 + 20, left:right] = row.round().astype(np.uint8)[
        :, None, :, None
    ]
    return VideoClip(frames, 24.0)


def front_reading(num_frames: int = 12, width: int = 320, height: int = 192) -> Reading:
    """What reading `front_clip` gives, with a place in the middle that is not sure."""
    position = np.linspace(0.0, 1.0, SAMPLES)
    confidence = np.full((num_frames, SAMPLES), 0.9, np.float32)
    confidence[:, SAMPLES // 2] = 0.3
    return Reading(
        readable=True,
        reason=None,
        look="white_hot",
        temperature_range_K=RANGE_K,
        probe=Probe(width / 10, height / 2, width - width / 10, height / 2, 5.0),
        temperature_K=front_K(num_frames, position),
        confidence=confidence,
        sigma_K=np.full((num_frames, SAMPLES), 6.0, np.float32),
        censored=np.zeros((num_frames, SAMPLES), np.int8),
        position=position,
        time_s=np.linspace(0.0, 60.0, num_frames),
        saturated_fraction=0.0,
        off_palette_fraction=0.0,
    )


def first_frames(reading: Reading, count: int) -> Reading:
    """What of a reading there is when only its first frames have been read."""
    return replace(
        reading,
        temperature_K=reading.temperature_K[:count],
        confidence=reading.confidence[:count],
        sigma_K=reading.sigma_K[:count],
        censored=reading.censored[:count],
        time_s=reading.time_s[:count],
    )


def unreadable() -> Reading:
    """What reading a look without a palette gives."""
    nothing = np.empty((0, 0), np.float32)
    return Reading(
        readable=False,
        reason=say("The look {look} has no scale.", look="natural"),
        look="natural",
        temperature_range_K=RANGE_K,
        probe=Probe(0.0, 0.0, 10.0, 0.0),
        temperature_K=nothing,
        confidence=nothing,
        sigma_K=nothing,
        censored=nothing.astype(np.int8),
        position=np.empty(0),
        time_s=np.empty(0),
        saturated_fraction=0.0,
        off_palette_fraction=0.0,
    )
