"""The key under the profile: which line is which, and what the horizontal axis is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from desktop_app.domain.text import Catalogue, Text
from desktop_app.media.overlay.lettering import Colour, Letter
from desktop_app.media.overlay.scale import DIM, READ, SOLVED, Scale
from desktop_app.media.overlay.wording import ALONG_PROBE, FOURIER, THIS_CLIP


@dataclass(frozen=True)
class Entry:
    """One line of the plot: its name and how it is drawn."""

    name: Text
    colour: Colour
    dashed: bool


@dataclass(frozen=True)
class Key:
    """Entries with their places, pixels from the card's upper left."""

    entries: tuple[tuple[Entry, int, int], ...]
    axis: tuple[int, int] | None
    height: int

    def below(self, top: int) -> Key:
        """The same key, moved down by `top`."""
        moved = tuple((entry, x, y + top) for entry, x, y in self.entries)
        return replace(self, entries=moved, axis=self.axis and (self.axis[0], self.axis[1] + top))


def key_entries(reading: bool, solution: bool) -> list[Entry]:
    """The lines that the plot has."""
    both = [(reading, Entry(THIS_CLIP, READ, False)), (solution, Entry(FOURIER, SOLVED, True))]
    return [entry for shown, entry in both if shown]


def plan_key(
    entries: list[Entry], letter: Letter, scale: Scale, catalogue: Catalogue, rooms: list[tuple[int, int]]
) -> Key:
    """Put the entries in one row of the first of `rooms` (left, right) that is wide enough, else in a column.

    The axis' name joins them where there is room.
    """
    widths = [_stroke(scale) + scale.of(6) + letter.width(entry.name.to(catalogue)) for entry in entries]
    gap = scale.of(14)
    needed = sum(widths) + gap * (len(widths) - 1)
    for left, right in rooms:
        if needed <= right - left:
            starts = [left + sum(widths[:k]) + gap * k for k in range(len(widths))]
            axis = letter.width(ALONG_PROBE.to(catalogue))
            row = tuple((entry, x, 0) for entry, x in zip(entries, starts, strict=True))
            return Key(row, (right, 0) if needed + gap + axis <= right - left else None, letter.line_height)
    left = rooms[-1][0]
    column = tuple((entry, left, k * letter.line_height) for k, entry in enumerate(entries))
    return Key(column, None, len(entries) * letter.line_height)


def draw_key(picture: Image.Image, key: Key, letter: Letter, scale: Scale, catalogue: Catalogue) -> None:
    """Paint the key into the card's picture."""
    draw = ImageDraw.Draw(picture)
    for entry, x, top in key.entries:
        y = top + letter.ascent - round(letter.size * 0.34)
        end = x + _stroke(scale)
        dash, gap = (scale.of(5), scale.of(3)) if entry.dashed else (_stroke(scale), 1)
        for start in range(x, end, dash + gap):
            draw.line((start, y, min(start + dash, end) - 1, y), entry.colour, scale.of(2))
        letter.draw(picture, (end + scale.of(6), top), entry.name.to(catalogue), DIM)
    if key.axis is not None:
        letter.draw(picture, key.axis, ALONG_PROBE.to(catalogue), DIM, right=True)


def _stroke(scale: Scale) -> int:
    return max(12, scale.of(21))
