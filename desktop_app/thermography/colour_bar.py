"""The printed scale in a picture: a strip that runs through the palette."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.look import Look
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.glimpses import glimpse

LONGEST_SIDE = 1440
STILL = 0.1
"""Most change of colour (Oklab, smoothed along the strip) in what stands still."""
JUMP = 0.2
"""Oklab distance between neighbours along a strip that no scale has."""
SHORTEST_PX, SHORTEST_SHARE = 24, 0.08
THICKEST_SHARE = 0.08
SLENDER = 4.0
THINNEST_PX = 3
RUN = 0.5
"""Least Oklab distance travelled from end to end."""
ALIKE = 0.08
"""Most Oklab distance between columns of one strip; more than that is its edge."""
CONTRAST = 0.03
EDGE_GAP_PX = 3
GAP_SHARE, SMALLEST_GAP_PX = 0.02, 3
LOST_SHARE = 0.1
"""Of a strip's length, that may be seen of it apart from it."""
EDGE_SHARE = 0.6
OFF_CENTRE = 0.3
"""A scale lies within this share of the picture from its border, a body lies further in."""
KNOTS = 24
APART, FAR_KNOTS = 0.07, 8
"""Places of a palette a third of its length apart differ at least by this (Oklab)."""
EVEN_SHARE = 0.6
LEVELS = 256
SMOOTHING_LEVELS = 4.0
KNOWN = 0.06
"""Mean Oklab distance up to which a strip is one of the known palettes."""

HotEnd = Literal["top", "right"]


@dataclass(frozen=True, eq=False)
class ColourBar:
    """A colour scale printed into the picture.

    Attributes:
        box: the strip itself, without frame and ticks.
        hot_end: top of an upright strip, right of a lying one: as all cameras print it.
        palette: (256, 3) uint8 RGB from its cold to its hot end, smoothed along.
        look: the known look whose palette it is, None if none is.
        reversed: whether it is that palette the other way round (as in “black hot”).
    """

    box: PixelBox
    hot_end: HotEnd
    palette: NDArray[np.uint8]
    look: str | None = None
    reversed: bool = False

    @property
    def upright(self) -> bool:
        """Whether the strip stands."""
        return self.hot_end == "top"


@dataclass(frozen=True, eq=False)
class _Strip:
    """An upright strip in a picture that may be turned: rows, columns and colours (row, 3) Oklab and RGB."""

    rows: slice
    columns: slice
    lab: NDArray[np.float32]
    rgb: NDArray[np.float32]

    @property
    def length(self) -> int:
        return int(self.rows.stop - self.rows.start)


def find_colour_bar(frames: Frames, looks: Iterable[Look] = ()) -> ColourBar | None:
    """The longest strip that could be a colour scale; None where there is none.

    It is thin and straight, of one colour across and running through many along, never through one twice,
    stands still in all pictures, has sharp sides, and lies off the middle of the picture. A steady body that
    is all of this would be taken for one.

    Args:
        frames: (frame, row, column, 3); a few spread over the clip are looked at.
        looks: known ones, to say which it is.
    """
    seen = glimpse(frames, LONGEST_SIDE)
    rgb = seen.rgb.mean(axis=0, dtype=np.float32)
    lab = oklab(np.asarray(np.rint(rgb), np.uint8))
    moving = np.linalg.norm(np.ptp(seen.lab, axis=0), axis=-1)
    upright = _strips(lab, rgb, moving)
    lying = _strips(lab.swapaxes(0, 1), rgb.swapaxes(0, 1), moving.T)
    found = [(strip.length, 1, strip) for strip in upright] + [(strip.length, 0, strip) for strip in lying]
    if not found:
        return None
    _, stands, strip = max(found, key=lambda each: each[:2])
    return _bar(strip, bool(stands), seen.reduced, list(looks))


def _strips(lab: NDArray[np.float32], rgb: NDArray[np.float32], moving: NDArray[np.float32]) -> list[_Strip]:
    """All upright strips that could be a scale."""
    shortest = max(SHORTEST_PX, SHORTEST_SHARE * len(lab))
    widest = THICKEST_SHARE * min(lab.shape[:2])
    still = ndimage.uniform_filter1d(moving, 5, axis=0) < STILL
    found = []
    for first, last, top, bottom in _grouped(_runs(lab, still, shortest)):
        if THINNEST_PX <= last - first + 1 <= 1.5 * widest:
            strip = _trimmed(lab, rgb, slice(top, bottom), slice(first, last + 1))
            if strip is not None and strip.length >= shortest and _is_scale(strip, lab.shape, widest):
                found.append(strip)
    return found


def _runs(lab: NDArray[np.float32], still: NDArray[np.bool_], shortest: float) -> list[tuple[int, int, int]]:
    """(column, top, bottom) of stretches of a column that are still, smooth, and run through colours."""
    step = np.linalg.norm(np.diff(lab, axis=0), axis=-1)
    smooth = (step < JUMP) & still[1:] & still[:-1]
    breaks = np.ones((1, lab.shape[1]), np.bool_)
    starts = np.concatenate([breaks, ~smooth]).T.ravel()
    number = np.cumsum(starts) - 1
    path = np.bincount(number, np.concatenate([np.zeros((1, lab.shape[1])), step * smooth]).T.ravel())
    first = np.flatnonzero(starts)
    length = np.diff(np.append(first, starts.size))
    kept = np.flatnonzero((length >= shortest) & (path >= RUN))
    rows = len(lab)
    return [
        (int(first[run]) // rows, int(first[run]) % rows, int(first[run]) % rows + int(length[run]))
        for run in kept
    ]


def _grouped(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int]]:
    """(first column, last column, top, bottom) of neighbouring runs that begin or end nearly alike.

    The other end may be lost in a ground of the scale's own colour.
    """
    groups: list[list[int]] = []
    for column, top, bottom in runs:
        near = 2 + 0.04 * (bottom - top)
        for group in groups:
            if group[1] == column - 1 and (abs(group[2] - top) <= near or abs(group[3] - bottom) <= near):
                group[1], group[2], group[3] = column, max(group[2], top), min(group[3], bottom)
                break
        else:
            groups.append([column, column, top, bottom])
    return [(group[0], group[1], group[2], group[3]) for group in groups]


def _trimmed(
    lab: NDArray[np.float32], rgb: NDArray[np.float32], rows: slice, columns: slice
) -> _Strip | None:
    """A strip where it differs from what is beside it on either side, and of its own colours alone.

    None where it seems to go on beyond a stretch of its ground's own colour: cut there, its palette would
    be a wrong one.
    """
    middle = (columns.start + columns.stop - 1) // 2
    left, right, bounded = _sides(lab, rows, columns, middle)
    contrasts = [
        np.linalg.norm(lab[rows, beside] - lab[rows, middle], axis=-1) > CONTRAST
        for beside in (left - EDGE_GAP_PX, right - 1 + EDGE_GAP_PX)
        if 0 <= beside < lab.shape[1]
    ]
    there = _longest(np.logical_or.reduce(contrasts) & bounded) if contrasts else None
    if there is None or right - left < THINNEST_PX:
        return None
    if min(float(each[there].mean()) for each in contrasts) < EDGE_SHARE:
        return None
    outside = np.logical_and.reduce(contrasts)
    outside[there] = False
    on = _longest(outside)
    if on is not None and on.stop - on.start > LOST_SHARE * (there.stop - there.start):
        return None
    kept = slice(rows.start + there.start, rows.start + there.stop)
    third = (right - left) // 3
    inner = slice(left + third, max(left + third + 1, right - third))
    return _Strip(kept, slice(left, right), lab[kept, inner].mean(axis=1), rgb[kept, inner].mean(axis=1))


def _sides(
    lab: NDArray[np.float32], rows: slice, columns: slice, middle: int
) -> tuple[int, int, NDArray[np.bool_]]:
    """First and one past the last column of the middle one's colours, and the rows where such end."""
    wide = slice(max(0, columns.start - EDGE_GAP_PX), columns.stop + EDGE_GAP_PX)
    across = np.linalg.norm(lab[rows, wide] - lab[rows, middle][:, None], axis=-1)
    ends = np.zeros(len(across), np.bool_)
    bounded = _longest(across.max(axis=1) > ALIKE)
    if bounded is None:
        return middle, middle, ends
    ends[bounded] = True
    aside = np.median(across[bounded], axis=0) < ALIKE
    left, right = middle - wide.start, middle - wide.start + 1
    while left > 0 and aside[left - 1]:
        left -= 1
    while right < len(aside) and aside[right]:
        right += 1
    return left + wide.start, right + wide.start, ends


def _longest(there: NDArray[np.bool_]) -> slice | None:
    """The longest stretch, across small gaps."""
    gap = SMALLEST_GAP_PX + round(GAP_SHARE * len(there))
    bridged = ndimage.binary_closing(np.pad(there, gap), np.ones(gap + 1, np.bool_))[gap:-gap]
    stretches = [place[0] for place in ndimage.find_objects(ndimage.label(bridged)[0])]
    return max(stretches, key=lambda stretch: stretch.stop - stretch.start, default=None)


def _is_scale(strip: _Strip, size: tuple[int, ...], widest: float) -> bool:
    """Whether a strip is slender, off the middle, and runs through its colours evenly and but once."""
    width = strip.columns.stop - strip.columns.start
    if width > widest or strip.length < SLENDER * width:
        return False
    centre = (strip.columns.start + strip.columns.stop) / 2 / size[1]
    if min(centre, 1 - centre) > OFF_CENTRE:
        return False
    knots = np.stack(
        [_resampled(strip.lab[:, axis], KNOTS, strip.length / KNOTS) for axis in range(3)], axis=1
    )
    steps = np.linalg.norm(np.diff(knots, axis=0), axis=-1)
    if steps.sum() < RUN or np.mean(steps > 0.2 * steps.mean()) < EVEN_SHARE:
        return False
    distance = np.linalg.norm(knots[:, None] - knots[None], axis=-1)
    return bool(distance[np.triu_indices(KNOTS, FAR_KNOTS)].min() > APART)


def _resampled(values: NDArray[np.float32], count: int, sigma_px: float) -> NDArray[np.float64]:
    """`count` values from end to end, smoothed as far as they are thinned out."""
    smooth = ndimage.gaussian_filter1d(np.asarray(values, np.float64), sigma_px / 2, mode="nearest")
    return np.interp(np.linspace(0, len(values) - 1, count), np.arange(len(values)), smooth)


def _bar(strip: _Strip, stands: bool, by: int, looks: list[Look]) -> ColourBar:
    along = [_resampled(strip.rgb[:, channel], LEVELS, strip.length / 64) for channel in range(3)]
    colours = np.stack(along, axis=1)
    palette = np.asarray(np.clip(np.rint(colours[::-1] if stands else colours), 0, 255), np.uint8)
    rows, columns = (strip.rows, strip.columns) if stands else (strip.columns, strip.rows)
    box = PixelBox(
        float(columns.start * by), float(rows.start * by), float(columns.stop * by), float(rows.stop * by)
    )
    look, turned = _known(palette, looks)
    return ColourBar(box, "top" if stands else "right", palette, look, turned)


def _known(palette: NDArray[np.uint8], looks: list[Look]) -> tuple[str | None, bool]:
    """The look nearest to a palette, and whether it is the other way round."""
    lab = oklab(palette)
    fits = [
        (
            float(
                np.linalg.norm(lab - oklab(look.palette[::-1] if turned else look.palette), axis=-1).mean()
            ),
            turned,
            look.name,
        )
        for look in looks
        if look.palette is not None
        for turned in (False, True)
    ]
    distance, turned, name = min(fits, default=(np.inf, False, ""))
    return (name, turned) if distance <= KNOWN else (None, False)
