"""How a solution is put into the picture: framing, background, light and noise, and the painter's call."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.geometry import Outline
from desktop_app.domain.look import Look
from desktop_app.thermography.painter import BACKGROUND, Painter, place_body

BACKGROUNDS = (
    BACKGROUND,
    (14, 16, 20),
    (34, 36, 40),
    (20, 30, 58),
    (24, 46, 34),
    (58, 62, 66),
    (40, 34, 30),
)
"""Dark and plain: none comes near a palette's hot half."""
USUAL_BACKGROUND = 0.4
"""Share of clips on the painter's own background."""
LEAST_SCALE, MOST_SCALE = 0.72, 1.12
FARTHEST_SHIFT = 0.07
"""Of the picture's width or height."""
MARGIN_PX = 8
STRONGEST_LIGHT = 0.12
MOST_NOISE = 1.5
"""Of 255."""


@dataclass(frozen=True, eq=False)
class Staging:
    """One way of showing a body.

    Attributes:
        body: its bounding box, px.
        background: (row, column, RGB) uint8, under its own light.
        noise: standard deviation in every channel, of 255.
        seed: of the noise.
    """

    body: PixelBox
    background: NDArray[np.uint8]
    noise: float
    seed: int


def plain_staging(size_m: tuple[float, float], size: tuple[int, int]) -> Staging:
    """As the `solution` engine shows it."""
    background = np.empty((size[1], size[0], 3), np.uint8)
    background[:] = BACKGROUND
    return Staging(place_body(size_m, *size), background, 0.0, 0)


def draw_staging(random: np.random.Generator, size_m: tuple[float, float], size: tuple[int, int]) -> Staging:
    """A framing, a background, a light and a noise drawn from `random`."""
    return Staging(
        _framing(random, place_body(size_m, *size), size),
        _background(random, size),
        float(random.uniform(0.0, MOST_NOISE)) if random.random() < 0.5 else 0.0,
        int(random.integers(2**31)),
    )


def paint_clip(
    level: NDArray[np.floating], outlines: tuple[Outline, ...], look: Look, staging: Staging
) -> Frames:
    """The clip (frame, row, column, RGB) of a solution.

    Args:
        level: (frame, y, x), 0 at the palette's lower end and 1 at its upper one; NaN outside the body.
        outlines: of the body's parts.
        look: its palette.
        staging: where it is, and before what.
    """
    height, width = staging.background.shape[:2]
    painter = Painter(
        look, (0.0, 1.0), level.shape[1:], (width, height), staging.body, outlines, staging.background
    )
    frames = np.stack([painter.paint(one) for one in np.asarray(level, np.float32)])
    if staging.noise == 0.0:
        return frames
    grain = np.random.default_rng(staging.seed).standard_normal(frames.shape, np.float32) * staging.noise
    return np.clip(np.rint(frames + grain), 0, 255).astype(np.uint8)


def _framing(random: np.random.Generator, usual: PixelBox, size: tuple[int, int]) -> PixelBox:
    scale = random.uniform(LEAST_SCALE, MOST_SCALE)
    left, right = _placed(random, usual.left, usual.right, scale, size[0])
    top, bottom = _placed(random, usual.top, usual.bottom, scale, size[1])
    return PixelBox(left, top, right, bottom)


def _placed(
    random: np.random.Generator, low: float, high: float, scale: float, room: int
) -> tuple[float, float]:
    """An interval of `scale` times its length, moved at random, that keeps off the picture's edges."""
    length = min(round((high - low) * scale), room - 2 * MARGIN_PX)
    start = (low + high - length) / 2 + random.uniform(-FARTHEST_SHIFT, FARTHEST_SHIFT) * room
    start = float(np.clip(round(start), MARGIN_PX, room - MARGIN_PX - length))
    return start, start + length


def _background(random: np.random.Generator, size: tuple[int, int]) -> NDArray[np.uint8]:
    colour = (
        BACKGROUNDS[0]
        if random.random() < USUAL_BACKGROUND
        else BACKGROUNDS[random.integers(len(BACKGROUNDS))]
    )
    x, y = np.linspace(-1, 1, size[0]), np.linspace(-1, 1, size[1])[:, None]
    angle, strength = random.uniform(0, 2 * np.pi), random.uniform(0, STRONGEST_LIGHT)
    light = (
        1.0 + strength * (x * np.cos(angle) + y * np.sin(angle))
        if random.random() < 0.5
        else x * 0 + y * 0 + 1
    )
    lit: NDArray[np.uint8] = np.rint(light[:, :, None] * np.array(colour)).clip(0, 255).astype(np.uint8)
    return lit
