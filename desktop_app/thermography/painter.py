"""From temperature to colours: a body of the look's palette on a plain background."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.geometry import Outline
from desktop_app.domain.look import Look
from desktop_app.thermography.shades import shades_of
from desktop_app.thermography.silhouette import coverage

BACKGROUND = (22, 48, 58)
"""A dark petrol, which no palette comes near."""
WIDTH_SHARE, HEIGHT_SHARE = 0.80, 0.56
THINNEST_SHARE = 0.16
"""A slender body is drawn at least this share of the picture high, not to scale."""
SHADES = 1024
LEAST_SHARE = 0.02
"""Share of a pixel's neighbours that must be of the body for its value to come from them."""


def place_body(size_m: tuple[float, float], width: int, height: int) -> PixelBox:
    """Where a body of `size_m` (length, height) goes in a picture: centred, to scale unless slender."""
    scale = min(WIDTH_SHARE * width / size_m[0], HEIGHT_SHARE * height / size_m[1])
    across = max(round(size_m[0] * scale), round(THINNEST_SHARE * width))
    down = max(round(size_m[1] * scale), round(THINNEST_SHARE * height))
    left = (width - across) // 2
    top = round((height - down) * 0.56)
    return PixelBox(left, top, left + across, top + down)


class Painter:
    """Paints fields of one shape into pictures of one size."""

    def __init__(
        self,
        look: Look,
        temperature_range_K: tuple[float, float],
        cells: tuple[int, int],
        size: tuple[int, int],
        body: PixelBox,
        outlines: Sequence[Outline] = (),
        background: NDArray[np.uint8] | tuple[int, int, int] = BACKGROUND,
    ) -> None:
        """Prepare for fields of `cells` (ny, nx) in pictures of `size` (width, height).

        Args:
            look: its palette.
            temperature_range_K: what the palette's ends stand for.
            cells: of the fields.
            size: of the pictures.
            body: where the body's bounding box is in them.
            outlines: of the body's parts, where it does not fill its bounding box.
            background: a colour, or a whole picture (row, column, RGB).
        """
        self._low, self._high = temperature_range_K
        self._shades = shades_of(look, SHADES)
        rows, columns = int(body.bottom - body.top), int(body.right - body.left)
        self._down = _Weights(cells[0], rows)
        self._across = _Weights(cells[1], columns)
        self._covered = coverage(outlines, rows, columns)
        self._canvas = np.empty((size[1], size[0], 3), dtype=np.uint8)
        self._canvas[:] = background
        self._place = slice(int(body.top), int(body.bottom)), slice(int(body.left), int(body.right))

    def paint(self, temperature_K: NDArray[np.float32]) -> Frames:
        """A picture (row, column, RGB) of a field (ny, nx) whose y grows upward; NaN is outside the body."""
        upside_down = temperature_K[::-1]
        known = ~np.isnan(upside_down)
        fine = self._spread(upside_down) if known.all() else self._spread_within(upside_down, known)
        level = np.clip((fine - self._low) / max(self._high - self._low, 1e-9), 0.0, 1.0)
        colours = self._shades[np.rint(level * (SHADES - 1)).astype(np.intp)]
        picture = self._canvas.copy()
        picture[self._place] = colours if self._covered is None else self._cut_out(colours)
        return picture

    def _spread(self, cells: NDArray[np.float32]) -> NDArray[np.float32]:
        """From cells to pixels."""
        return self._across.apply(self._down.apply(cells).T).T

    def _spread_within(self, cells: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
        """From cells of the body alone; a pixel that none of them is next to gets the nearest one's value."""
        share = self._spread(known.astype(np.float32))
        total = self._spread(np.where(known, cells - self._low, np.float32(0)))
        row, column = ndimage.distance_transform_edt(~known, return_distances=False, return_indices=True)
        nearest = cells[row, column][np.ix_(self._down.own, self._across.own)]
        alone = share < LEAST_SHARE
        return np.where(alone, nearest, self._low + total / np.where(alone, 1, share)).astype(np.float32)

    def _cut_out(self, colours: Frames) -> Frames:
        """The body's colours where it is, the background's where it is not."""
        share = np.asarray(self._covered)[:, :, None]
        return np.asarray(np.rint(colours * share + self._canvas[self._place] * (1 - share)), dtype=np.uint8)


class _Weights:
    """Linear interpolation along the first axis from cell centres to pixel centres; ends are held."""

    def __init__(self, cells: int, pixels: int) -> None:
        at = np.clip((np.arange(pixels) + 0.5) * cells / pixels - 0.5, 0, cells - 1)
        self.own = np.minimum((np.arange(pixels) + 0.5) * cells / pixels, cells - 1).astype(np.intp)
        self._below = np.minimum(at.astype(np.intp), max(cells - 2, 0))
        self._above = np.minimum(self._below + 1, cells - 1)
        self._share = (at - self._below).astype(np.float32)[:, None]

    def apply(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        below, above = values[self._below], values[self._above]
        return np.asarray(below + (above - below) * self._share)
