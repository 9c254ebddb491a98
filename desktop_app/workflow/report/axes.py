"""What the report's drawings have in common: places on the page, axes, colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.domain.scales import axis_ticks
from desktop_app.workflow.report.markup import Child, Markup, element, joined

WIDTH = 720.0
INK, MUTED, GRID = "#1c1917", "#57534e", "#e7e5e4"
FONT = "Noto Sans, Noto Sans SC, Segoe UI, PingFang SC, Microsoft YaHei, sans-serif"
_LETTERS = 9.5


@dataclass(frozen=True)
class Box:
    """A rectangle of the drawing with the values at its edges.

    Attributes:
        x_span: at its left and its right edge.
        y_span: at its lower and its upper edge.
    """

    left: float
    top: float
    width: float
    height: float
    x_span: tuple[float, float]
    y_span: tuple[float, float]

    def x(self, value: float) -> float:
        """Where a value is, from the drawing's left edge."""
        low, high = self.x_span
        return self.left + self.width * (value - low) / ((high - low) or 1.0)

    def y(self, value: float) -> float:
        """Where a value is, from the drawing's top."""
        low, high = self.y_span
        return self.top + self.height * (1 - (value - low) / ((high - low) or 1.0))

    @property
    def bottom(self) -> float:
        """Of the rectangle, from the drawing's top."""
        return self.top + self.height


def drawing(height: float, label: str, *children: Child) -> Markup:
    """An SVG as wide as the page, with a sentence for those who do not see it."""
    return element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "viewBox": f"0 0 {WIDTH:g} {height:g}",
            "role": "img",
            "aria-label": label,
            "font-family": FONT,
            "font-size": _LETTERS,
        },
        *children,
    )


def words(x: float, y: float, text: str, anchor: str = "middle", **more: object) -> Markup:
    """A line of text."""
    attributes = {"x": x, "y": y, "text-anchor": anchor, "fill": MUTED}
    return element(
        "text", {**attributes, **{name.replace("_", "-"): each for name, each in more.items()}}, text
    )


def frame(box: Box) -> Markup:
    """The outline of a plot."""
    return element(
        "rect",
        {
            "x": box.left, "y": box.top, "width": box.width, "height": box.height,
            "fill": "none", "stroke": "#a8a29e", "stroke-width": 0.7,
        },
    )  # fmt: skip


def bottom_axis(box: Box, ticks: Sequence[tuple[float, str]], title: str) -> Markup:
    """Numbers below a plot, the first and the last inside its width, and what they are."""
    parts = []
    for number, (value, text) in enumerate(ticks):
        last = number == len(ticks) - 1
        anchor = "start" if number == 0 else "end" if last else "middle"
        parts.append(words(box.x(value), box.bottom + 11, text, anchor))
    parts.append(words(box.left + box.width / 2, box.bottom + 22, title))
    return joined(*parts)


def temperature_axis(box: Box, with_numbers: bool) -> Markup:
    """Lines across a plot at round temperatures, and their numbers at its left."""
    parts = []
    for value, text in axis_ticks(*box.y_span, most=4):
        y = box.y(value)
        line = {"x1": box.left, "x2": box.left + box.width, "y1": y, "y2": y, "stroke": GRID}
        parts.append(element("line", line))
        if with_numbers:
            parts.append(words(box.left - 5, y + 3.2, text, "end"))
    return joined(*parts)
