"""The profile at a few moments: the reading with its noise, the solution dashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.text import Catalogue, say
from desktop_app.workflow.report.axes import (
    INK,
    WIDTH,
    Box,
    bottom_axis,
    drawing,
    frame,
    temperature_axis,
    words,
)
from desktop_app.workflow.report.markup import NOTHING, Markup, element, joined

HEIGHT = 158.0
READ, SOLVED = "#c2410c", "#1d4ed8"
SIGMAS = 2.0
_LEFT, _TOP, _GAP, _PLOT = 40.0, 20.0, 16.0, 98.0
_POSITIONS = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))


@dataclass(frozen=True, eq=False)
class Moment:
    """The profile of one frame, °C.

    Attributes:
        title: when it is.
        celsius, sigma: (sample,) as read, and its noise, 1 σ.
        estimated: (sample,) where it is an estimate; elsewhere it is a bound.
        solution: (sample,) °C, NaN off the body; None where there is none.
    """

    title: str
    celsius: NDArray[np.float64]
    sigma: NDArray[np.float64]
    estimated: NDArray[np.bool_]
    solution: NDArray[np.float64] | None


def profiles_svg(
    moments: Sequence[Moment],
    position: NDArray[np.float64],
    scale_C: tuple[float, float],
    catalogue: Catalogue,
) -> Markup:
    """The moments side by side on one scale.

    Args:
        moments: at least one.
        position: (sample,) 0..1.
        scale_C: what the palette's ends stand for; whatever is beyond them is shown too.
        catalogue: of the words.
    """
    span = _span(moments, scale_C)
    wide = (WIDTH - _LEFT - _GAP * (len(moments) - 1) - 4) / len(moments)
    along = say("position along the probe").to(catalogue)
    parts: list[Markup] = [words(0, 11, say("Temperature, °C").to(catalogue), "start")]
    for number, moment in enumerate(moments):
        box = Box(_LEFT + number * (wide + _GAP), _TOP, wide, _PLOT, (0.0, 1.0), span)
        parts.append(temperature_axis(box, with_numbers=number == 0))
        parts += [_band(box, moment, position), _solution(box, moment, position)]
        parts.append(_line(box, position, moment.celsius, READ, dashed=False))
        parts.append(frame(box))
        parts.append(words(box.left + wide / 2, _TOP - 6, moment.title, fill=INK, font_weight="600"))
        middle = number == len(moments) // 2
        parts.append(bottom_axis(box, _POSITIONS, along if middle else ""))
    parts.append(_legend(catalogue, any(moment.solution is not None for moment in moments)))
    return drawing(HEIGHT, say("Temperature along the probe at three moments").to(catalogue), *parts)


def _span(moments: Sequence[Moment], scale_C: tuple[float, float]) -> tuple[float, float]:
    low, high = scale_C
    for moment in moments:
        drawn = [moment.celsius] if moment.solution is None else [moment.celsius, moment.solution]
        for values in drawn:
            finite = values[np.isfinite(values)]
            if finite.size:
                low, high = min(low, float(finite.min())), max(high, float(finite.max()))
    return low, high


def _solution(box: Box, moment: Moment, position: NDArray[np.float64]) -> Markup:
    if moment.solution is None:
        return NOTHING
    return _line(box, position, moment.solution, SOLVED, dashed=True)


def _line(
    box: Box, position: NDArray[np.float64], celsius: NDArray[np.float64], colour: str, *, dashed: bool
) -> Markup:
    """Pieces of a curve, with gaps where it has no value."""
    pieces = [_points(box, position[run], celsius[run]) for run in _runs(np.isfinite(celsius))]
    style = {"fill": "none", "stroke": colour, "stroke-width": 1.5}
    if dashed:
        style["stroke-dasharray"] = "5 3"
    return joined(*(element("polyline", {"points": points, **style}) for points in pieces))


def _band(box: Box, moment: Moment, position: NDArray[np.float64]) -> Markup:
    fit = moment.estimated & np.isfinite(moment.celsius) & np.isfinite(moment.sigma)
    low, high = box.y_span
    parts = []
    for run in _runs(fit):
        away = SIGMAS * moment.sigma[run]
        edge_x = np.concatenate([position[run], position[run][::-1]])
        edge_y = np.concatenate([moment.celsius[run] + away, (moment.celsius[run] - away)[::-1]])
        points = _points(box, edge_x, np.clip(edge_y, low, high))
        parts.append(element("polygon", {"points": points, "fill": READ, "fill-opacity": 0.22}))
    return joined(*parts)


def _runs(fit: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Stretches of at least two samples that are `fit`."""
    runs = np.split(np.arange(fit.size), np.flatnonzero(np.diff(fit)) + 1)
    return [run for run in runs if len(run) > 1 and fit[run[0]]]


def _points(box: Box, x: NDArray[np.float64], y: NDArray[np.float64]) -> str:
    return " ".join(f"{box.x(float(a)):.1f},{box.y(float(b)):.1f}" for a, b in zip(x, y, strict=True))


def _legend(catalogue: Catalogue, with_solution: bool) -> Markup:
    y = HEIGHT - 6
    read = say("read from this clip's colours, an estimate; band: ±2σ of its noise").to(catalogue)
    line = {
        "x1": _LEFT,
        "x2": _LEFT + 22,
        "y1": y - 3,
        "y2": y - 3,
        "stroke-width": 1.8,
    }
    parts = [
        element("line", {**line, "stroke": READ}),
        words(_LEFT + 27, y, read, "start"),
    ]
    if with_solution:
        start = WIDTH * 0.62
        dashed = {**line, "x1": start, "x2": start + 22, "stroke": SOLVED, "stroke-dasharray": "5 3"}
        parts += [
            element("line", dashed),
            words(start + 27, y, say("solution of the heat equation").to(catalogue), "start"),
        ]
    return joined(*parts)
