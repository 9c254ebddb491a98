"""What a clip shows, found from its pixels alone: where the body is, which palette it is in, its levels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.look import Look
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter
from desktop_app.thermography.palette_polyline import PalettePolyline
from starter_model.measures.maps import Maps, maps_of_picture

RIM_PX = 7
"""Width of the picture's border that is background for sure; bodies are painted 8 pixels from the edge."""
EVERY_FRAME, GROUP = 2, 4
"""Of every second frame, four are averaged before anything is compared: noise is halved."""
UNLIKE_BACKGROUND, LEAST_UNLIKE = 0.08, 0.03
"""Oklab distance from the background beyond which a pixel is of the body, the border being uneven or even."""
NOISE_FACTOR = 5.0
SMALLEST_SHARE = 0.01
"""Of the picture that a body covers at least."""
PINHOLE_SHARE = 0.004
"""Of the body's box: a hole smaller than this is a flaw of the picture and no hole."""
LOOK_PIXELS = 3000
OUTLIERS = 0.15
"""Share of pixels, the worst, left out of a palette's misfit."""
INSIDE_PX = 2
LOOKED_AT = (*range(2, 11), 16, 24, 32)
"""Frames whose levels the other measures ask for."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A clip as the measures see it.

    Attributes:
        box: the body's; the whole picture where nothing stands out.
        found: whether something stands out.
        misfit: mean Oklab distance of the body's colours from each palette, by name.
        look: name of the palette with the least.
        maps: the body on the small grid; only frames of `LOOKED_AT` have levels.
    """

    box: PixelBox
    found: bool
    misfit: Mapping[str, float]
    look: str
    maps: Maps


def see(frames: Frames, looks: Sequence[Look]) -> Seen:
    """Look at a clip, (frame, row, column, RGB) uint8; `looks` are the palettes it may be in."""
    mask = body_pixels(frames)
    found = mask is not None
    if mask is None:
        mask = np.ones(frames.shape[1:3], np.bool_)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    box = PixelBox(float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    misfit = misfits(frames, mask, looks)
    look = min(misfit, key=lambda name: misfit[name])
    inverter = PaletteInverter(next(one for one in looks if one.name == look))
    level = np.full((len(frames), *mask[window].shape), np.nan, np.float32)
    picked = [frame for frame in LOOKED_AT if frame < len(frames)]
    read = inverter.invert(frames[picked][:, window[0], window[1]])
    level[picked] = np.where(read.distance <= OFF_PALETTE, read.level, np.nan)
    return Seen(box, found, misfit, look, maps_of_picture(mask[window], level, box))


def body_pixels(frames: Frames) -> NDArray[np.bool_] | None:
    """(row, column), the largest patch that ever differs from the background; None where there is none.

    The background is the plane of light through the colours of the picture's border, as they are on average
    over the clip.
    """
    picked = np.arange(0, len(frames), EVERY_FRAME)
    groups = np.array_split(picked, max(1, len(picked) // GROUP))
    lab = np.stack([oklab(frames[group]).mean(axis=0) for group in groups])
    rim = np.ones(lab.shape[1:3], np.bool_)
    rim[RIM_PX:-RIM_PX, RIM_PX:-RIM_PX] = False
    distance = np.linalg.norm(lab - _plane(lab.mean(axis=0), rim), axis=-1)
    least = np.clip(NOISE_FACTOR * np.median(distance[:, rim]), LEAST_UNLIKE, UNLIKE_BACKGROUND)
    unlike = ndimage.binary_opening((distance > least).any(axis=0), np.ones((3, 3), np.bool_))
    labels, count = ndimage.label(unlike)
    if count == 0:
        return None
    sizes = np.bincount(labels.ravel())[1:]
    if sizes.max() < SMALLEST_SHARE * unlike.size:
        return None
    return _without_pinholes(np.asarray(labels == sizes.argmax() + 1))


def misfits(frames: Frames, mask: NDArray[np.bool_], looks: Sequence[Look]) -> dict[str, float]:
    """Mean Oklab distance of the body's colours from each palette, the worst ones left out."""
    inner = ndimage.binary_erosion(mask, iterations=INSIDE_PX)
    colours = frames[:, inner if inner.any() else mask].reshape(-1, 3)
    if len(colours) > LOOK_PIXELS:
        colours = colours[np.random.default_rng(0).choice(len(colours), LOOK_PIXELS, replace=False)]
    found: dict[str, float] = {}
    for look in looks:
        assert look.palette is not None
        distance = np.sort(PalettePolyline(look.palette).nearest(colours).distance)
        found[look.name] = float(distance[: max(1, round(len(distance) * (1 - OUTLIERS)))].mean())
    return found


def _plane(lab: NDArray[np.float32], rim: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(row, column, 3): the plane through the border's colours, least squares."""
    row, column = np.mgrid[-1 : 1 : lab.shape[0] * 1j, -1 : 1 : lab.shape[1] * 1j]
    terms = np.stack([np.ones_like(row), row, column], axis=-1)
    weights, *_ = np.linalg.lstsq(terms[rim], lab[rim], rcond=None)
    return np.asarray(terms @ weights, np.float32)


def _without_pinholes(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    holes, count = ndimage.label(~mask)
    if count == 0:
        return mask
    sizes = np.bincount(holes.ravel())
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = (rows[-1] - rows[0] + 1) * (columns[-1] - columns[0] + 1)
    small = sizes < PINHOLE_SHARE * box
    small[0] = False
    return np.asarray(mask | small[holes])
