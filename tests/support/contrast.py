"""What cameras and editors do to a picture so that no one curve turns its colours into temperatures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

BINS = 256


def equalised_locally(
    level: NDArray[np.floating], tiles: tuple[int, int] = (8, 8), clip: float = 2.0
) -> NDArray[np.float32]:
    """Contrast-limited adaptive histogram equalisation of one picture (row, column), levels 0..1.

    Source: K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV (1994),
    section VIII.5; `clip` is the highest count of a bin as a multiple of the mean count.
    """
    rows, columns = level.shape
    high, wide = -(-rows // tiles[0]), -(-columns // tiles[1])
    padded = np.pad(level, ((0, high * tiles[0] - rows), (0, wide * tiles[1] - columns)), mode="reflect")
    codes = np.clip(np.rint(padded * (BINS - 1)), 0, BINS - 1).astype(np.intp)
    blocks = codes.reshape(tiles[0], high, tiles[1], wide).swapaxes(1, 2).reshape(*tiles, -1)
    curves = np.empty((*tiles, BINS), np.float32)
    for place in np.ndindex(*tiles):
        counts = np.bincount(blocks[place], minlength=BINS).astype(np.float64)
        limit = max(clip * blocks.shape[-1] / BINS, 1.0)
        excess = np.maximum(counts - limit, 0).sum()
        counts = np.minimum(counts, limit) + excess / BINS
        curves[place] = np.cumsum(counts) / blocks.shape[-1]
    down = np.clip((np.arange(rows) + 0.5) / high - 0.5, 0, tiles[0] - 1)
    across = np.clip((np.arange(columns) + 0.5) / wide - 0.5, 0, tiles[1] - 1)
    top, left = down.astype(np.intp), across.astype(np.intp)
    below, right = np.minimum(top + 1, tiles[0] - 1), np.minimum(left + 1, tiles[1] - 1)
    share_below, share_right = (down - top)[:, None], across - left
    codes = codes[:rows, :columns]

    def mapped(tile_row: NDArray[np.intp], tile_column: NDArray[np.intp]) -> NDArray[np.float32]:
        return curves[tile_row[:, None], tile_column[None], codes]

    upper = mapped(top, left) * (1 - share_right) + mapped(top, right) * share_right
    lower = mapped(below, left) * (1 - share_right) + mapped(below, right) * share_right
    return np.asarray(upper * (1 - share_below) + lower * share_below, np.float32)


def sharpened(level: NDArray[np.floating], radius_px: float, amount: float) -> NDArray[np.float32]:
    """Unsharp masking of a picture: detail finer than `radius_px` is raised by `amount`."""
    detail = level - ndimage.gaussian_filter(level, radius_px)
    return np.clip(level + amount * detail, 0, 1).astype(np.float32)


def tone_mapped(level: NDArray[np.floating], radius_px: float, kept: float) -> NDArray[np.float32]:
    """Base and detail: of the local mean only the share `kept` of its contrast is kept, all of the rest."""
    base = ndimage.gaussian_filter(level, radius_px)
    middle = base.mean()
    return np.clip(middle + kept * (base - middle) + (level - base) * 1.5, 0, 1).astype(np.float32)


def ranged_by_picture(levels: NDArray[np.floating]) -> NDArray[np.float32]:
    """(picture, row, column): each stretched to its own coldest and hottest pixel."""
    low = np.nanmin(levels, axis=(1, 2), keepdims=True)
    high = np.nanmax(levels, axis=(1, 2), keepdims=True)
    return np.asarray((levels - low) / np.maximum(high - low, 1e-6), np.float32)
