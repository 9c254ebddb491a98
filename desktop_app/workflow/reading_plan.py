"""What a clip from disk is read with: palette, scale and probe, given, known or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from desktop_app.domain.clip import Frames, Probe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import Text, say
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.look_choice import choose_look
from desktop_app.workflow.context import Context
from desktop_app.workflow.provenance import HOTTEST_K, ClipOrigin

AUTO = "auto"
ASSUMED_RANGE_K = (293.15, 373.15)
FOREIGN_CLIP = say(
    "One homogeneous body with insulated sides, heated from the first frame on at the ends seen hot."
)


@dataclass(frozen=True, eq=False)
class Wishes:
    """What the person gave; None where they left it open."""

    look: str = AUTO
    temperature_range_K: tuple[float, float] | None = None
    probe: Probe | None = None


@dataclass(frozen=True, eq=False)
class ReadingPlan:
    """What to read with, and what had to be assumed for it.

    Attributes:
        look: None where no palette fits.
        ends_declared: whether the scale's ends are the concept's own values.
    """

    look: Look | None
    temperature_range_K: tuple[float, float]
    ends_declared: bool
    probe: Probe
    assumptions: tuple[Text, ...]


def plan_reading(context: Context, wishes: Wishes, origin: ClipOrigin | None, few: Frames) -> ReadingPlan:
    """Decide from what was given, else from what HeatSketch wrote into the file, else from the pixels.

    Args:
        context: for the looks.
        wishes: what was given.
        origin: what the file says of itself, if it is one of ours.
        few: some frames of the clip, (frame, row, column, 3).

    Raises:
        InvalidInput: a wish cannot be fulfilled.
    """
    look = _look(context, wishes.look, origin, few)
    assumptions = [] if origin is not None else [FOREIGN_CLIP]
    scale = wishes.temperature_range_K or (origin.temperature_range_K if origin is not None else None)
    if scale is None:
        assumptions.append(say("The palette's ends stand for 20 °C and 100 °C, since no range was given."))
    if wishes.probe is None and origin is None:
        assumptions.append(say("The probe was laid along the largest patch that has the palette's colours."))
    return ReadingPlan(
        look=look,
        temperature_range_K=scale or ASSUMED_RANGE_K,
        ends_declared=wishes.temperature_range_K is None and origin is not None,
        probe=_probe(wishes.probe, origin, few, look or context.looks.get("natural")),
        assumptions=tuple(assumptions),
    )


def _look(context: Context, name: str, origin: ClipOrigin | None, few: Frames) -> Look | None:
    if name != AUTO:
        return context.looks.get(name)
    if origin is not None and origin.look in context.looks.names:
        return context.looks.get(origin.look)
    return choose_look(few, [context.looks.get(known) for known in context.looks.names])


def _probe(wished: Probe | None, origin: ClipOrigin | None, few: Frames, look: Look) -> Probe:
    height, width = few.shape[1:3]
    if wished is not None:
        return _checked(wished, width, height)
    if origin is not None:
        return origin.probe_in(width, height)
    return lay_probe(find_body(few, look))


def _checked(probe: Probe, width: int, height: int) -> Probe:
    across = all(0 <= x <= width for x in (probe.x0, probe.x1))
    down = all(0 <= y <= height for y in (probe.y0, probe.y1))
    if across and down and hypot(probe.x1 - probe.x0, probe.y1 - probe.y0) >= 1:
        return probe
    raise InvalidInput(
        say(
            "The probe is not a line inside the picture of {width}×{height} pixels.",
            width=width,
            height=height,
        ),
        say("Give X0,Y0,X1,Y1 in pixels from the top left."),
    )


def check_range(span: tuple[float, float] | None) -> None:
    """Return where `span`, K, is a scale or was not given.

    Raises:
        InvalidInput: it is none.
    """
    if span is not None and not 0 <= span[0] < span[1] <= HOTTEST_K:
        raise InvalidInput(
            say(
                "The temperature range is empty, below absolute zero or above {most} K.",
                most=f"{HOTTEST_K:.0f}",
            ),
            say("Give the lower temperature first, then the higher one."),
        )
