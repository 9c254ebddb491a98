"""The probe bent, straightened and moved: pure geometry in pixels of the frame."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from desktop_app.domain.clip import Probe

Point = tuple[float, float]

SHORTEST = 8.0
"""Least way between the probe's ends, and between a corner and its neighbours, pixels."""
MOST_CORNERS = 8
BANDS = (1.0, 101.0)


def nearest(corners: tuple[Point, ...], place: Point) -> tuple[float, int]:
    """How far a place is from a polyline, and the number of the piece it is nearest to."""
    away = [_distance(a, b, place) for a, b in pairwise(corners)]
    piece = min(range(len(away)), key=away.__getitem__)
    return away[piece], piece


def bent(probe: Probe, place: Point) -> Probe:
    """With one corner more, between those it is nearest to; as it was where there is no room for one."""
    corners = probe.corners
    if len(probe.via) >= MOST_CORNERS or min(math.dist(place, each) for each in corners) < SHORTEST:
        return probe
    _, piece = nearest(corners, place)
    return replace(probe, via=(*probe.via[:piece], place, *probe.via[piece:]))


def with_corner(probe: Probe, number: int, place: Point) -> Probe:
    """With a corner elsewhere; as it was where that is too near to one beside it.

    Args:
        probe: as it is.
        number: of the corner: 0 is the start, the last one the end.
        place: where to.
    """
    corners = list(probe.corners)
    corners[number] = place
    beside = [corners[other] for other in (number - 1, number + 1) if 0 <= other < len(corners)]
    if min(math.dist(place, each) for each in beside) < SHORTEST:
        return probe
    return _of(probe, corners)


def without_corner(probe: Probe, number: int) -> Probe:
    """Without a corner on the way; ends stay."""
    if not 1 <= number <= len(probe.via):
        return probe
    return replace(probe, via=probe.via[: number - 1] + probe.via[number:])


def straight(probe: Probe) -> Probe:
    """From start to end without a corner."""
    return replace(probe, via=())


def shifted(probe: Probe, by: Point, size: tuple[float, float]) -> Probe:
    """Moved as a whole, no further than to the edge of a picture of width and height `size`."""
    moved = []
    for axis in (0, 1):
        places = [corner[axis] for corner in probe.corners]
        step = min(max(by[axis], -min(places)), size[axis] - max(places))
        moved.append([place + step for place in places])
    return _of(probe, list(zip(*moved, strict=True)))


def widened(probe: Probe, by: float) -> Probe:
    """With a wider or narrower band, within limits."""
    return replace(probe, band_px=min(max(probe.band_px + by, BANDS[0]), BANDS[1]))


def _of(probe: Probe, corners: list[Point]) -> Probe:
    (x0, y0), *via, (x1, y1) = corners
    return Probe(x0, y0, x1, y1, probe.band_px, tuple(via))


def _distance(a: Point, b: Point, place: Point) -> float:
    along = (b[0] - a[0], b[1] - a[1])
    length2 = along[0] ** 2 + along[1] ** 2 or 1.0
    share = ((place[0] - a[0]) * along[0] + (place[1] - a[1]) * along[1]) / length2
    share = min(max(share, 0.0), 1.0)
    return math.dist(place, (a[0] + along[0] * share, a[1] + along[1] * share))
