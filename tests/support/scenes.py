"""Pictures as thermal cameras and other programs make them: textured scenes, colour bars, writing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from desktop_app.domain.look import Look


def cloudy(size: tuple[int, int], scale_px: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """A smooth random field (row, column), mean 0 and deviation 1."""
    field = ndimage.gaussian_filter(rng.standard_normal(size), scale_px, mode="wrap")
    return np.asarray((field - field.mean()) / field.std(), np.float32)


def infrared_scene(
    level: NDArray[np.floating], rng: np.random.Generator, noise: float = 0.01, ambient: float = 0.25
) -> NDArray[np.float32]:
    """A camera's view (picture, row, column) of a body whose level is NaN where it is not.

    Around it are a wall with clouds of warmth, a table's edge and a few objects; the body's emissivity varies
    by some per cent; the optics blur a little; noise is new in every picture and a tenth of it is the same.
    """
    size = level.shape[1:]
    wall = ambient + 0.02 * cloudy(size, 25, rng) + 0.008 * cloudy(size, 3, rng)
    wall[int(size[0] * rng.uniform(0.75, 0.95)) :] += rng.uniform(0.02, 0.06)
    for _ in range(rng.integers(2, 6)):
        top, left = (int(rng.uniform(0, 0.9) * edge) for edge in size)
        high, wide = (int(rng.uniform(0.03, 0.15) * edge) for edge in size)
        wall[top : top + high, left : left + wide] += rng.uniform(-0.1, 0.12)
    skin = 1 + 0.012 * cloudy(size, 8, rng) + 0.006 * cloudy(size, 1.5, rng)
    there = ~np.isnan(level)
    seen = np.where(there, ambient + (1 - ambient) * np.nan_to_num(level) * skin, wall)
    seen = ndimage.gaussian_filter(seen, (0, 0.8, 0.8))
    fixed = 0.3 * noise * rng.standard_normal(size)
    return np.clip(seen + fixed + noise * rng.standard_normal(seen.shape), 0, 1).astype(np.float32)


def coloured(level: NDArray[np.floating], look: Look) -> NDArray[np.uint8]:
    """Levels 0..1 in the colours of a look's palette."""
    assert look.palette is not None
    at = np.clip(np.nan_to_num(level), 0, 1) * 255
    below = np.minimum(at.astype(np.intp), 254)
    share = (at - below)[..., None]
    palette = look.palette.astype(np.float32)
    return np.rint(palette[below] * (1 - share) + palette[below + 1] * share).astype(np.uint8)


def with_colour_bar(
    frames: NDArray[np.uint8],
    palette: NDArray[np.uint8],
    box: tuple[int, int, int, int],
    *,
    frame: bool = True,
    ticks: bool = True,
) -> NDArray[np.uint8]:
    """With a scale of (256, 3) colours at left, top, right, bottom; hot at its top, or right if it lies."""
    left, top, right, bottom = box
    drawn = frames.copy()
    if bottom - top >= right - left:
        at = np.rint(np.linspace(255, 0, bottom - top)).astype(int)
        strip = palette[at][:, None]
        marks = [(row, row + 1, right + 1, right + 5) for row in np.linspace(top, bottom - 1, 5).astype(int)]
    else:
        at = np.rint(np.linspace(0, 255, right - left)).astype(int)
        strip = palette[at][None]
        marks = [(bottom + 1, bottom + 5, at, at + 1) for at in np.linspace(left, right - 1, 5).astype(int)]
    if frame:
        drawn[:, top - 1 : bottom + 1, left - 1 : right + 1] = 235
    drawn[:, top:bottom, left:right] = strip
    if ticks:
        for mark in marks:
            drawn[:, mark[0] : mark[1], mark[2] : mark[3]] = 235
    return drawn


def with_writing(
    frames: NDArray[np.uint8], text: str, at: tuple[int, int], fonts: Path, size_px: int = 14
) -> NDArray[np.uint8]:
    """With white letters, black around them, at (x, y)."""
    font = ImageFont.truetype(str(next(fonts.glob("*.?tf"))), size_px)
    drawn = []
    for picture in frames:
        image = Image.fromarray(picture)
        ImageDraw.Draw(image).text(at, text, (255, 255, 255), font, stroke_width=1, stroke_fill=(0, 0, 0))
        drawn.append(np.asarray(image))
    return np.stack(drawn)
