"""Points and regions moved and resized: pure geometry in pixels of the frame."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.clip import PixelBox, Place, RegionProbe, SpotProbe

Point = tuple[float, float]
Size = tuple[float, float]

SMALLEST_BOX = 4.0
RADII = (1.0, 60.0)
BOX_SHARE = 0.12


def point_at(place: Point) -> SpotProbe:
    """A point where somebody clicked."""
    return SpotProbe(*place)


def region_between(first: Point, second: Point, size: Size) -> RegionProbe:
    """A box between two corners in a picture of width and height `size`; a usual one where they are one."""
    left, right = sorted((first[0], second[0]))
    top, bottom = sorted((first[1], second[1]))
    if right - left < SMALLEST_BOX or bottom - top < SMALLEST_BOX:
        half = BOX_SHARE * min(size) / 2
        left, right, top, bottom = first[0] - half, first[0] + half, first[1] - half, first[1] + half
    return RegionProbe(PixelBox(max(left, 0.0), max(top, 0.0), min(right, size[0]), min(bottom, size[1])))


def anchor_of(place: Place) -> Point:
    """Where its mark is: the middle of a point, the top left corner of a region."""
    return (place.x, place.y) if isinstance(place, SpotProbe) else (place.box.left, place.box.top)


def put(place: Place, anchor: Point, size: Size) -> Place:
    """With its anchor elsewhere, inside a picture of width and height `size`."""
    if isinstance(place, SpotProbe):
        x, y = (min(max(value, 0.0), most) for value, most in zip(anchor, size, strict=True))
        return replace(place, x=x, y=y)
    box = place.box
    width, height = box.right - box.left, box.bottom - box.top
    left = min(max(anchor[0], 0.0), size[0] - width)
    top = min(max(anchor[1], 0.0), size[1] - height)
    return RegionProbe(PixelBox(left, top, left + width, top + height))


def grown(place: Place, by: float, size: Size) -> Place:
    """Larger by so many pixels to every side, or smaller, within a picture of width and height `size`."""
    if isinstance(place, SpotProbe):
        return replace(place, radius_px=min(max(place.radius_px + by, RADII[0]), RADII[1]))
    box = place.box
    most = (SMALLEST_BOX - min(box.right - box.left, box.bottom - box.top)) / 2
    by = max(by, most)
    return RegionProbe(
        PixelBox(
            max(box.left - by, 0.0),
            max(box.top - by, 0.0),
            min(box.right + by, size[0]),
            min(box.bottom + by, size[1]),
        )
    )
