"""Finding the body in a clip, and laying a probe along it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames, PixelBox, Probe
from desktop_app.domain.look import Look
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter

FRAMES_LOOKED_AT = 8
BORDER_SHARE = 0.04
UNLIKE_BACKGROUND = 0.08
"""Oklab distance from the border's median colour beyond which a pixel is not background."""
SMALLEST_SHARE = 0.005
LINE_COVERAGE = 0.4
BAND_SHARE = 0.25
WIDEST_BAND_PX = 15.0


def find_body(frames: Frames, look: Look) -> PixelBox:
    """The bounding box of the largest patch that has the palette's colours and is not the background.

    Args:
        frames: (frame, row, column, 3); a few spread over the clip are looked at.
        look: the clip's; without a palette, only being unlike the background counts.

    Returns:
        The box; the whole picture where nothing stands out.
    """
    picks = frames[np.unique(np.linspace(0, len(frames) - 1, FRAMES_LOOKED_AT).astype(int))]
    inverter = PaletteInverter(look) if look.readable else None
    body = np.zeros(frames.shape[1:3], dtype=np.bool_)
    for frame in picks:
        unlike = unlike_background(frame)
        if inverter is not None:
            unlike[unlike] = inverter.invert(frame[unlike]).distance < OFF_PALETTE
        body |= unlike
    return _box_of_largest(ndimage.binary_opening(body, iterations=1))


def unlike_background(frame: Frames) -> NDArray[np.bool_]:
    """Whether a pixel (row, column) of a picture differs from the median colour of its border."""
    lab = oklab(frame)
    return np.asarray(np.linalg.norm(lab - _border_colour(lab), axis=-1) > UNLIKE_BACKGROUND)


def lay_probe(body: PixelBox, *, upright: bool | None = None) -> Probe:
    """Along the middle of a box, edge to edge: left to right, or top to bottom where it is `upright`.

    Args:
        body: the box.
        upright: which of the two; None goes along its longer side.
    """
    width, height = body.right - body.left, body.bottom - body.top
    middle_x, middle_y = (body.left + body.right) / 2, (body.top + body.bottom) / 2
    band = float(np.clip(min(width, height) * BAND_SHARE, 1.0, WIDEST_BAND_PX))
    if width >= height if upright is None else not upright:
        return Probe(body.left + 0.5, middle_y, body.right - 0.5, middle_y, band)
    return Probe(middle_x, body.top + 0.5, middle_x, body.bottom - 0.5, band)


def _border_colour(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    rim = max(1, round(BORDER_SHARE * min(lab.shape[:2])))
    edges = [lab[:rim], lab[-rim:], lab[:, :rim], lab[:, -rim:]]
    return np.asarray(np.median(np.concatenate([edge.reshape(-1, 3) for edge in edges]), axis=0))


def _box_of_largest(mask: NDArray[np.bool_]) -> PixelBox:
    whole = PixelBox(0.0, 0.0, float(mask.shape[1]), float(mask.shape[0]))
    labels, count = ndimage.label(mask)
    if count == 0:
        return whole
    sizes = np.bincount(labels.ravel())[1:]
    if sizes.max() < SMALLEST_SHARE * mask.size:
        return whole
    patch = labels == int(sizes.argmax()) + 1
    left, right = _extent(patch.sum(axis=0))
    top, bottom = _extent(patch.sum(axis=1))
    return PixelBox(left, top, right, bottom)


def _extent(coverage: NDArray[np.int_]) -> tuple[float, float]:
    """First and one past the last line that the patch covers well; thin spurs are left out."""
    lines = np.flatnonzero(coverage >= LINE_COVERAGE * np.percentile(coverage[coverage > 0], 90))
    return float(lines[0]), float(lines[-1] + 1)
