"""From levels to a clip as a person gets it: painted, noisy, compressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from scipy.interpolate import PchipInterpolator

from benchmarks.law_cases.conditions import FPS, Conditions
from benchmarks.law_cases.starter_vae import round_trip
from benchmarks.law_cases.truth import Levels, Truth
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, PixelBox, VideoClip
from desktop_app.media.encode import write_video
from desktop_app.media.source import read_clip
from desktop_app.thermography.painter import Painter, place_body
from desktop_app.workflow.context import Context

WOBBLE_FRAMES, WOBBLE_SHARE = 1.5, 0.025
KNOTS = (0.0, 0.25, 0.5, 0.75, 1.0)
MOST_BENT = 0.14
"""By how much of the span a recolouring moves a level."""


def body_in(truth: Truth, conditions: Conditions) -> PixelBox:
    """Where the body is in the picture."""
    width, height = conditions.size
    box = place_body(truth.solution.size_m, width, height)
    across = round(min(max(conditions.shift[0] * width, -box.left), width - box.right))
    down = round(min(max(conditions.shift[1] * height, -box.top), height - box.bottom))
    return PixelBox(box.left + across, box.top + down, box.right + across, box.bottom + down)


def film(context: Context, truth: Truth, levels: Levels, conditions: Conditions) -> VideoClip:
    """The clip of (frame, y, x) levels, decoded from H.264."""
    with TemporaryDirectory(prefix="laws-") as folder:
        path = Path(folder) / "clip.mp4"
        frames = _frames(context, truth, levels, conditions)
        if conditions.decoded:
            frames = iter(round_trip(np.stack(list(frames))))
        write_video(path, frames, conditions.size, FPS, {}, CancelToken(), crf=conditions.crf)
        return read_clip(path)


def recoloured(levels: Levels, seed: int) -> Levels:
    """Levels through a curve nobody knows: smooth, rising, from 0 to 1."""
    random = np.random.default_rng(seed)
    knots = np.array(KNOTS)
    side = random.choice((-1.0, 1.0))
    bent = knots + side * random.uniform(0.4, 1.0) * MOST_BENT * np.sin(np.pi * knots)
    curve = PchipInterpolator(knots, bent)
    return np.asarray(curve(np.clip(levels, 0.0, 1.0)), dtype=np.float32)


def _frames(context: Context, truth: Truth, levels: Levels, conditions: Conditions) -> Iterator[Frames]:
    random = np.random.default_rng(conditions.seed)
    outlines = tuple(part.outline for part in truth.concept.parts)
    painter = Painter(
        context.looks.get(conditions.look),
        (0.0, 1.0),
        levels.shape[1:],
        conditions.size,
        body_in(truth, conditions),
        outlines,
    )
    for level in levels + _wobble(levels.shape, conditions.wobble, random):
        picture = painter.paint(level) * np.float32(conditions.gain)
        if conditions.noise:
            noise = random.standard_normal(picture.shape, dtype=np.float32)
            picture = picture + np.float32(conditions.noise) * noise
        yield np.asarray(np.clip(np.rint(picture), 0, 255), dtype=np.uint8)


def _wobble(shape: tuple[int, ...], sigma: float, random: np.random.Generator) -> NDArray[np.float32]:
    if not sigma:
        return np.zeros((1, 1, 1), np.float32)
    noise = random.standard_normal(shape, dtype=np.float32)
    reach = WOBBLE_SHARE * max(shape[1:])
    smooth = ndimage.gaussian_filter(noise, (WOBBLE_FRAMES, reach, reach), mode="reflect")
    return np.asarray(smooth * np.float32(sigma / max(float(smooth.std()), 1e-9)))
