"""Finding the body in a clip, and laying a probe along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import Frames, PixelBox, Probe
from desktop_app.domain.look import Look
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.glimpses import Glimpses, glimpse
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter
from desktop_app.thermography.overlay_mask import overlay_mask

BORDER_SHARE = 0.04
UNLIKE_BACKGROUND = 0.08
"""Oklab distance from the border's median colour beyond which a pixel is not background."""
LEAST_UNLIKE = 0.035
"""The same on a border without noise or texture."""
NOISE_FACTOR = 6.0
PLAIN_BORDER = 0.5
"""Least share of the border, in every picture, that is of one colour, or off the palette, where there is a
background at all."""
SHARP_EDGE = 0.05
"""Oklab distance across a body's edge; across a line of equal temperature there is next to none."""
SHARP_SHARE = 0.3
"""Least share of an outline that is sharp where it is a body's and not a line of equal temperature."""
SHARPER = 1.5
"""How many times the change of colour beside an edge the jump at a sharp one is."""
ACROSS_EDGE_PX = (-6.0, -2.0, 3.0, 7.0)
"""Where colours are compared, along the outward normal of the outline's own pixels."""
EDGE_WIDTH_PX = 3
WIDEST_STROKE_PX = 4
SMALLEST_SHARE = 0.005
AS_LARGE = 0.95
"""Of two bodies this near in size the one further left, or further up, is taken."""
LINE_COVERAGE = 0.25
BAND_SHARE = 0.25
WIDEST_BAND_PX = 15.0


@dataclass(frozen=True, eq=False)
class BodyMask:
    """Where the body is.

    Attributes:
        mask: (row, column), what can be read of it: what is burned in over it is left out.
        box: its bounding box, thin spurs left out.
    """

    mask: NDArray[np.bool_]
    box: PixelBox


def find_body(frames: Frames, look: Look) -> PixelBox:
    """The bounding box of the largest patch that has the palette's colours and is not the background.

    Args:
        frames: (frame, row, column, 3); a few spread over the clip are looked at.
        look: the clip's; without a palette, only being unlike the background counts.

    Returns:
        The box; the whole picture where nothing stands out.
    """
    return body_mask(frames, look, overlay_mask(frames)).box


def body_mask(frames: Frames, look: Look, overlays: NDArray[np.bool_]) -> BodyMask:
    """The largest patch that has the palette's colours and is not the background, at any time of the clip.

    All of the picture where there is no background: its border is not of one colour, or what differs from
    the border's colour has no sharp edge, as where a line of equal temperature runs through a body that fills
    the picture.

    Args:
        frames: (frame, row, column, 3); a few spread over the clip are looked at.
        look: the clip's; without a palette, only being unlike the background counts.
        overlays: (row, column), what was burned in, as `overlay_mask` finds it.
    """
    seen = glimpse(frames)
    burned_in = seen.reduced_mask(overlays)
    standing_out = _standing_out(seen, look, burned_in)
    patch = None if standing_out is None else _largest(standing_out, burned_in)
    if patch is None or not _has_edge(patch, seen, burned_in):
        whole = PixelBox(0.0, 0.0, float(overlays.shape[1]), float(overlays.shape[0]))
        return BodyMask(~overlays, whole)
    return BodyMask(seen.enlarged(patch) & ~overlays, _box_of(patch, seen))


def unlike_background(frame: Frames) -> NDArray[np.bool_]:
    """Whether a pixel (row, column) of a picture differs from the median colour of its border."""
    lab = oklab(frame)
    rim = lab[_rim(lab.shape[:2])]
    return np.asarray(np.linalg.norm(lab - np.median(rim, axis=0), axis=-1) > UNLIKE_BACKGROUND)


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


def _rim(size: tuple[int, ...]) -> NDArray[np.bool_]:
    """Whether a pixel (row, column) is of the picture's border."""
    width = max(1, round(BORDER_SHARE * min(size[:2])))
    rim = np.ones(size[:2], np.bool_)
    rim[width:-width, width:-width] = False
    return rim


def _standing_out(seen: Glimpses, look: Look, burned_in: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
    """What is of the palette and unlike the background at any time; None where there is no background."""
    rim = _rim(burned_in.shape) & ~burned_in
    if not rim.any():
        return None
    inverter = PaletteInverter(look) if look.readable else None
    standing_out = np.zeros_like(burned_in)
    for rgb, lab in zip(seen.rgb, seen.lab, strict=True):
        unlike = _unlike(lab, rim)
        if inverter is not None and unlike.any():
            unlike[unlike] = inverter.invert(rgb[unlike]).distance < OFF_PALETTE
        if np.mean(~unlike[rim]) < PLAIN_BORDER:
            return None
        standing_out |= unlike
    return standing_out & ~burned_in


def _unlike(lab: NDArray[np.float32], rim: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What differs from the border's colour by more than the border does from itself.

    On a plain border a body is followed through shades near the border's own, as a grey scale has, but not
    into the fringe that compression leaves around it.
    """
    distance = np.linalg.norm(lab - np.median(lab[rim], axis=0), axis=-1)
    least = np.clip(NOISE_FACTOR * np.median(distance[rim]), LEAST_UNLIKE, UNLIKE_BACKGROUND)
    surely = distance > UNLIKE_BACKGROUND
    fringeless = ndimage.binary_opening((distance > least) & ~surely, np.ones((5, 5), np.bool_))
    return np.asarray(surely | fringeless)


def _largest(standing_out: NDArray[np.bool_], burned_in: NDArray[np.bool_]) -> NDArray[np.bool_] | None:
    """The largest connected patch, across thin strokes that are burned in; None where all are small."""
    across = ndimage.binary_closing(standing_out, iterations=WIDEST_STROKE_PX) & burned_in
    labels, count = ndimage.label(ndimage.binary_opening(standing_out | across))
    if count == 0:
        return None
    sizes = np.bincount(labels.ravel())[1:]
    if sizes.max() < SMALLEST_SHARE * standing_out.size:
        return None
    rivals = np.flatnonzero(sizes >= AS_LARGE * sizes.max()) + 1
    corners = [(int(np.argmax((labels == label).any(axis=0))), int(label)) for label in rivals]
    return np.asarray(labels == min(corners)[1])


def _has_edge(patch: NDArray[np.bool_], seen: Glimpses, burned_in: NDArray[np.bool_]) -> bool:
    """Whether enough of a patch's outline is sharp, at any time: colour jumps there, and not beside it."""
    outward = ndimage.distance_transform_edt(~patch) - ndimage.distance_transform_edt(patch)
    outline = patch & ~ndimage.binary_erosion(patch, border_value=1)
    row, column = np.nonzero(outline & ~ndimage.binary_dilation(burned_in, iterations=EDGE_WIDTH_PX))
    slope = np.stack(np.gradient(ndimage.gaussian_filter(outward, 1.0)))[:, row, column]
    slope /= np.maximum(np.linalg.norm(slope, axis=0), 1e-6)
    places = [np.rint(np.stack([row, column]) + at * slope).astype(np.intp) for at in ACROSS_EDGE_PX]
    inside = [
        (at[0] >= 0) & (at[0] < patch.shape[0]) & (at[1] >= 0) & (at[1] < patch.shape[1]) for at in places
    ]
    kept = np.logical_and.reduce(inside)
    if not kept.any():
        return False
    sharp = np.zeros(int(kept.sum()), np.bool_)
    for lab in seen.lab:
        before, near, far, beyond = (lab[at[0, kept], at[1, kept]] for at in places)
        jump = np.linalg.norm(far - near, axis=-1)
        beside = np.maximum(np.linalg.norm(near - before, axis=-1), np.linalg.norm(beyond - far, axis=-1))
        sharp |= (jump > SHARP_EDGE) & (jump > SHARPER * beside)
    return float(sharp.mean()) >= SHARP_SHARE


def _box_of(patch: NDArray[np.bool_], seen: Glimpses) -> PixelBox:
    left, right = _extent(patch.sum(axis=0))
    top, bottom = _extent(patch.sum(axis=1))
    by, (rows, columns) = seen.reduced, seen.size
    return PixelBox(
        float(left * by), float(top * by), float(min(right * by, columns)), float(min(bottom * by, rows))
    )


def _extent(coverage: NDArray[np.int_]) -> tuple[int, int]:
    """First and one past the last line that the patch covers well; thin spurs are left out."""
    lines = np.flatnonzero(coverage >= LINE_COVERAGE * np.median(coverage[coverage > 0]))
    return int(lines[0]), int(lines[-1] + 1)
