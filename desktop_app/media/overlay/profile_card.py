"""The card at the upper left: temperature along the probe, read from the frame's own colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from desktop_app.domain.scales import axis_ticks
from desktop_app.domain.text import Catalogue
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.overlay.curve import dashes, pieces
from desktop_app.media.overlay.key import Key, draw_key, key_entries, plan_key
from desktop_app.media.overlay.lettering import Colour, Letter, Lettering
from desktop_app.media.overlay.scale import BRIGHT, DIM, PANEL, READ, SOLVED, Scale
from desktop_app.media.overlay.sprite import Sprite, card, tint
from desktop_app.media.overlay.wording import ESTIMATED, degrees

_SMOOTH = 2
_LEAST_PLOT = 24
_GRID = (255, 255, 255, 38)


@dataclass(frozen=True)
class Place:
    """Where a card may stand: from `top` down, at the frame's left margin, at most so wide and high."""

    top: int
    width: int
    height: int


@dataclass(frozen=True)
class Plan:
    """The card's `top` in the frame, and places inside the card, pixels from its upper left."""

    top: int
    width: int
    height: int
    heading: list[str]
    bar: tuple[int, int, int, int]
    plot: tuple[int, int, int, int]
    key: Key


class ProfileCard:
    """A small plot whose temperature axis is the colour bar itself."""

    def __init__(
        self,
        scale: Scale,
        lettering: Lettering,
        annotation: Annotation,
        catalogue: Catalogue,
        plan: Plan,
    ) -> None:
        self._scale = scale
        self._annotation = annotation
        self._plan = plan
        self._small = lettering.regular(scale.small)
        self._position = np.asarray(annotation.position, float)
        self._static = Sprite(self._picture(catalogue), scale.margin, plan.top)

    def draw(self, frame: NDArray[np.uint8], index: int) -> None:
        """Lay the card over `frame`, in place, with the curves of frame `index`."""
        self._static.lay_over(frame)
        left, top, right, bottom = self._plan.plot
        x, y = self._scale.margin, self._plan.top
        region = frame[y + top : y + bottom, x + left : x + right]
        annotation = self._annotation
        if annotation.temperature_K is not None:
            self._curve(region, annotation.temperature_K[index], READ, dashed=False)
        if annotation.solution_K is not None:
            self._curve(region, annotation.solution_K[index], SOLVED, dashed=True)

    def _curve(
        self, region: NDArray[np.uint8], temperature_K: NDArray[np.float32], colour: Colour, *, dashed: bool
    ) -> None:
        height, width = region.shape[:2]
        low, high = self._annotation.temperature_range_K
        inset = self._scale.of(2) * _SMOOTH
        x = self._position * (width * _SMOOTH - 1)
        share = np.clip((np.asarray(temperature_K, float) - low) / max(high - low, 1e-9), 0.0, 1.0)
        y = (1 - share) * (height * _SMOOTH - 1 - 2 * inset) + inset
        mask = Image.new("L", (width * _SMOOTH, height * _SMOOTH))
        draw = ImageDraw.Draw(mask)
        stroke = max(2, round(self._scale.unit * (1.7 if dashed else 2.0) * _SMOOTH))
        for piece in pieces(x, y):
            strokes = (
                dashes(piece, self._scale.of(6) * _SMOOTH, self._scale.of(4) * _SMOOTH) if dashed else [piece]
            )
            for points in strokes:
                draw.line(points.ravel().tolist(), 255, stroke)
        tint(region, np.asarray(mask.reduce(_SMOOTH)), colour)

    def _picture(self, catalogue: Catalogue) -> Image.Image:
        scale, plan, small = self._scale, self._plan, self._small
        picture = card(plan.width, plan.height, scale.radius, PANEL)
        for row, line in enumerate(plan.heading):
            small.draw(picture, (scale.padding, scale.padding + row * small.line_height), line, BRIGHT)
        self._draw_axis(picture)
        draw_key(picture, plan.key, small, scale, catalogue)
        return picture

    def _draw_axis(self, picture: Image.Image) -> None:
        small = self._small
        left, top, right, bottom = self._plan.plot
        low, high = map(degrees, self._annotation.temperature_range_K)
        inset = self._scale.of(2)
        grid = Image.new("RGBA", picture.size)
        lines = ImageDraw.Draw(grid)
        for value, text in axis_ticks(low, high, (bottom - top) / (small.line_height * 1.15)):
            share = (value - low) / max(high - low, 1e-9)
            y = round(bottom - 1 - inset - share * (bottom - top - 1 - 2 * inset))
            lines.line((left, y, right - 1, y), _GRID, 1)
            corner = (self._plan.bar[0] - self._scale.of(5), y - small.ascent + round(small.size * 0.37))
            small.draw(picture, corner, text, DIM, right=True)
        picture.alpha_composite(grid)
        if self._annotation.palette is not None:
            picture.paste(_colour_bar(self._annotation.palette, self._plan.bar), self._plan.bar[:2])


def plan_profile(
    scale: Scale, lettering: Lettering, annotation: Annotation, catalogue: Catalogue, place: Place
) -> Plan | None:
    """Where the profile's parts go in `place`; None where they do not fit or nothing is to be shown."""
    if annotation.temperature_K is None and annotation.solution_K is None:
        return None
    small = lettering.regular(scale.small)
    widest = round(scale.width * 0.46) if place.top == scale.margin else place.width
    width = min(place.width, widest, scale.small * 30)
    heading = small.wrap(ESTIMATED.to(catalogue), width - 2 * scale.padding)
    bar_left = scale.padding + _gutter(small, annotation) + scale.of(5)
    left = bar_left + scale.of(9) + scale.of(4)
    right = width - scale.padding
    top = scale.padding + len(heading) * small.line_height + scale.of(8)
    entries = key_entries(annotation.temperature_K is not None, annotation.solution_K is not None)
    key_room = [(left, right), (scale.padding, right)]
    rows = plan_key(entries, small, scale, catalogue, key_room)
    foot = round(small.line_height * 0.4) + rows.height + scale.padding
    plot = min(max(round(scale.height * 0.17), _LEAST_PLOT), place.height - top - foot)
    if plot < _LEAST_PLOT or right - left < 2 * _LEAST_PLOT:
        return None
    bottom = top + plot
    key = rows.below(bottom + round(small.line_height * 0.4))
    return Plan(
        place.top,
        width,
        bottom + foot,
        heading,
        (bar_left, top, bar_left + scale.of(9), bottom),
        (left, top, right, bottom),
        key,
    )


def _gutter(letter: Letter, annotation: Annotation) -> int:
    """Room for the widest number at the temperature axis."""
    low, high = map(degrees, annotation.temperature_range_K)
    return max(letter.width(text) for _, text in axis_ticks(low, high, 6))


def _colour_bar(palette: NDArray[np.uint8], box: tuple[int, int, int, int]) -> Image.Image:
    """The palette from its lowest colour at the bottom to its highest at the top."""
    left, top, right, bottom = box
    rows = np.linspace(len(palette) - 1, 0, bottom - top).round().astype(int)
    return Image.fromarray(np.repeat(palette[rows][:, None], right - left, axis=1))
