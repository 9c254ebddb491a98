"""What was burned into a clip: text, logos, cross-hairs, cards, a colour bar."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames
from desktop_app.thermography.colour_bar import find_colour_bar
from desktop_app.thermography.glimpses import Glimpses, glimpse

STROKE_SHARE = 0.008
"""Half of the widest stroke, as a share of the picture's shorter side."""
STROKE_CONTRAST = 0.18
"""Lightness (Oklab) by which a stroke differs from what is around it."""
STILL = 0.12
"""Most change of lightness in what stands still, H.264's damage included."""
SMALLEST_STROKE_PX = 4
FLAT = 0.02
"""Most difference of colour (Oklab) between neighbours on a card."""
SMALLEST_CARD, LARGEST_CARD = 0.002, 0.4
"""Shares of the picture."""
WRITTEN_SHARE = 0.01
RECTANGULAR = 0.8
CARD_EDGE = 0.03
SHARP_SHARE = 0.8
EDGE_WIDTH_PX = 3
CROSS = ndimage.generate_binary_structure(2, 1)


def overlay_mask(frames: Frames) -> NDArray[np.bool_]:
    """Whether a pixel (row, column) is of something burned in and not of the scene.

    Strokes are thin, of high contrast, and stand still (or change in the midst of others that do: digits);
    a card is a flat still rectangle with strokes in it. A body's own thin and still details of high contrast
    count as strokes too; a card that what is behind shines through is known by its strokes alone.

    Args:
        frames: (frame, row, column, 3); a few spread over the clip are looked at.
    """
    seen = glimpse(frames)
    strokes = _strokes(seen)
    around = ndimage.binary_dilation(strokes, CROSS, iterations=2)
    mask = seen.enlarged(around | _cards(seen, strokes))
    bar = find_colour_bar(frames)
    if bar is not None:
        left, top, right, bottom = (
            round(edge) for edge in (bar.box.left, bar.box.top, bar.box.right, bar.box.bottom)
        )
        mask[max(0, top - 2) : bottom + 2, max(0, left - 2) : right + 2] = True
    return mask


def _strokes(seen: Glimpses) -> NDArray[np.bool_]:
    lightness = seen.lab[..., 0]
    still = np.ptp(lightness, axis=0) < STILL
    size = 2 * int(np.ceil(STROKE_SHARE * min(still.shape))) + 1
    standing = (_standing_out(lightness.mean(axis=0), size) > STROKE_CONTRAST) & still
    standing = _without_specks(standing)
    changing = np.zeros_like(standing)
    for picture in lightness:
        changing |= _standing_out(picture, size) > STROKE_CONTRAST
    beside = ndimage.binary_dilation(standing, CROSS, iterations=2 * size)
    return np.asarray(standing | (changing & beside))


def _standing_out(lightness: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """How much lighter or darker a pixel is than all that is `size` wide there."""
    above = ndimage.white_tophat(lightness, size=(size, size))
    below = ndimage.black_tophat(lightness, size=(size, size))
    return np.asarray(np.maximum(above, below))


def _without_specks(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    labels, _ = ndimage.label(mask, np.ones((3, 3)))
    large = np.bincount(labels.ravel()) >= SMALLEST_STROKE_PX
    large[0] = False
    return np.asarray(large[labels])


def _cards(seen: Glimpses, strokes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    mean = seen.lab.mean(axis=0)
    rough = np.zeros(mean.shape[:2], np.float32)
    for axis in (0, 1):
        step = np.linalg.norm(np.diff(mean, axis=axis), axis=-1)
        front, back = [(0, 0), (0, 0)], [(0, 0), (0, 0)]
        front[axis], back[axis] = (1, 0), (0, 1)
        rough = np.maximum(rough, np.maximum(np.pad(step, front), np.pad(step, back)))
    still = np.ptp(seen.lab[..., 0], axis=0) < STILL / 2
    labels, _ = ndimage.label((rough < FLAT) & still)
    cards = np.zeros(labels.shape, np.bool_)
    for label, place in enumerate(ndimage.find_objects(labels), start=1):
        found = np.asarray(ndimage.binary_fill_holes(labels[place] == label))
        if _is_card(found, place, mean, strokes):
            cards[place] |= ndimage.binary_dilation(found, CROSS, iterations=2)
    return np.asarray(ndimage.binary_dilation(cards, CROSS, iterations=3))


def _is_card(
    found: NDArray[np.bool_],
    place: tuple[slice, ...],
    mean: NDArray[np.float32],
    strokes: NDArray[np.bool_],
) -> bool:
    """Whether a flat patch, filled, is a rectangle with sharp edges and writing on it."""
    share = found.sum() / strokes.size
    if not SMALLEST_CARD <= share <= LARGEST_CARD or found.mean() < RECTANGULAR:
        return False
    if (strokes[place] & found).sum() < WRITTEN_SHARE * found.sum():
        return False
    return _sharp_share(place, mean) >= SHARP_SHARE


def _sharp_share(place: tuple[slice, ...], mean: NDArray[np.float32]) -> float:
    """Share of a rectangle's edge that differs from what is outside it; the picture's own edge counts too."""
    down, across = place
    sides = [_differs(mean, down, across), _differs(mean.swapaxes(0, 1), across, down)]
    return float(np.concatenate(sides).mean())


def _differs(mean: NDArray[np.float32], down: slice, across: slice) -> NDArray[np.bool_]:
    """Of a rectangle's upper and lower edge, pixel by pixel."""
    pairs = ((down.start + 1, down.start - EDGE_WIDTH_PX), (down.stop - 2, down.stop - 1 + EDGE_WIDTH_PX))
    return np.concatenate(
        [
            np.linalg.norm(mean[inside, across] - mean[outside, across], axis=-1) > CARD_EDGE
            if 0 <= outside < len(mean)
            else np.ones(across.stop - across.start, np.bool_)
            for inside, outside in pairs
        ]
    )
