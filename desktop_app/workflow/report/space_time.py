"""The reading as a map over time and position, in the clip's own palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.laws import LawMark
from desktop_app.domain.reading import Reading
from desktop_app.domain.scales import axis_ticks, number_text, time_unit
from desktop_app.domain.text import Catalogue, say
from desktop_app.domain.units import ZERO_CELSIUS_K
from desktop_app.media.stills import data_uri, map_png
from desktop_app.workflow.report.axes import INK, WIDTH, Box, bottom_axis, drawing, frame, words
from desktop_app.workflow.report.markup import Markup, element, joined

HEIGHT = 142.0
_LEFT, _TOP, _PLOT, _RIGHT = 40.0, 10.0, 104.0, 78.0
_PIXELS = (1200, 208)
_KEY = (10, 208)


@dataclass(frozen=True)
class NumberedMark:
    """Where a broken law shows; its number is that of its row in the table of laws."""

    number: int
    mark: LawMark


def map_svg(
    reading: Reading, palette: NDArray[np.uint8], marks: Sequence[NumberedMark], catalogue: Catalogue
) -> Markup:
    """Time to the right, position upward, temperature as colour.

    Args:
        reading: readable, of at least one frame.
        palette: (colour, 3) uint8, coldest first.
        marks: outlined on the map.
        catalogue: of the words.
    """
    low, high = (kelvin - ZERO_CELSIUS_K for kelvin in reading.temperature_range_K)
    times = reading.time_s
    unit = time_unit(float(np.abs(times).max()))
    first, last = float(times[0]) / unit.seconds, float(times[-1]) / unit.seconds
    half = (last - first) / max(1, len(times) - 1) / 2
    shown = (first - half, last + half)
    box = Box(_LEFT, _TOP, WIDTH - _LEFT - _RIGHT, _PLOT, shown, (0.0, 1.0))
    key = Box(WIDTH - _RIGHT + 14, _TOP, 10, _PLOT, (0.0, 1.0), (low, high))
    title = say("Time, {unit}", unit=unit.symbol).to(catalogue)
    parts = [
        _image(box, map_png(_picture(reading, palette), *_PIXELS)),
        *(_outline(box, each, len(times)) for each in marks),
        frame(box),
        bottom_axis(box, axis_ticks(first, last, most=8), title),
        *(words(_LEFT - 5, box.y(value) + 3.2, text, "end") for value, text in ((0.0, "0"), (1.0, "1"))),
        words(
            11, box.top + box.height / 2, say("Position").to(catalogue),
            transform=f"rotate(-90 11 {box.top + box.height / 2:g})",
        ),
        _image(key, map_png(palette[::-1][:, None], *_KEY)),
        frame(key),
        *(
            words(key.left + 14, key.y(value) + 3.2, f"{number_text(value, high - low)} °C", "start")
            for value in (low, high)
        ),
    ]  # fmt: skip
    return drawing(HEIGHT, say("Space-time map of the temperature along the probe").to(catalogue), *parts)


def _picture(reading: Reading, palette: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(sample from 1 down to 0, frame, 3) uint8."""
    low, high = reading.temperature_range_K
    share = np.clip((reading.temperature_K.astype(np.float64) - low) / ((high - low) or 1.0), 0.0, 1.0)
    colours = palette[np.rint(share * (len(palette) - 1)).astype(np.intp)]
    return np.asarray(colours.transpose(1, 0, 2)[::-1], np.uint8)


def _image(box: Box, png: bytes) -> Markup:
    return element(
        "image",
        {
            "x": box.left, "y": box.top, "width": box.width, "height": box.height,
            "preserveAspectRatio": "none", "xlink:href": data_uri(png),
        },
    )  # fmt: skip


def _outline(box: Box, numbered: NumberedMark, frames: int) -> Markup:
    """A white box with a dark seam, seen on every palette, and the law's number in its corner."""
    first, last = numbered.mark.frames
    start, end = numbered.mark.position or (0.0, 1.0)
    left = box.left + box.width * max(0, first) / frames
    right = box.left + box.width * min(frames, last + 1) / frames
    place = {
        "x": left + 1, "y": box.y(end) + 1,
        "width": max(4.0, right - left - 2), "height": max(4.0, box.y(start) - box.y(end) - 2),
        "fill": "none",
    }  # fmt: skip
    tag = {"x": left + 1, "y": box.y(end) + 1, "width": 11.0, "height": 12.0, "fill": "#ffffff"}
    return joined(
        element("rect", {**place, "stroke": INK, "stroke-width": 2.6}),
        element("rect", {**place, "stroke": "#ffffff", "stroke-width": 1.3, "stroke-dasharray": "4 2"}),
        element("rect", tag),
        words(left + 6.5, box.y(end) + 10.5, str(numbered.number), fill="#b91c1c", font_weight="700"),
    )
