"""What a clip from disk is read with: palette, scale, body and probe, given, known or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import PixelBox, Place, Probe, SpotProbe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import Text, say
from desktop_app.thermography.body import BodyMask, body_mask, lay_probe
from desktop_app.thermography.overlay_mask import overlay_mask
from desktop_app.thermography.single_curve import single_curve_problem
from desktop_app.workflow.context import Context
from desktop_app.workflow.look_finding import AUTO, FoundLook, find_look
from desktop_app.workflow.provenance import ClipOrigin
from desktop_app.workflow.references import Reference, scale_from
from desktop_app.workflow.scale_range import check_range
from desktop_app.workflow.survey import Survey

ASSUMED_RANGE_K = (293.15, 373.15)
FOREIGN_CLIP = say(
    "One homogeneous body with insulated sides, heated from the first frame on at the ends seen hot."
)


@dataclass(frozen=True, eq=False)
class Wishes:
    """What the person gave; None, or nothing, where they left it open.

    Attributes:
        look: a name, or `auto`.
        reversed_palette: whether the palette's usual hot end is the cold one.
        temperature_range_K: what the palette's ends stand for.
        references: two places of known temperature instead of a range.
        probe: where to read.
        places: to follow over time besides.
        prompt: what the clip shows, in words.
    """

    look: str = AUTO
    reversed_palette: bool = False
    temperature_range_K: tuple[float, float] | None = None
    references: tuple[Reference, Reference] | None = None
    probe: Probe | None = None
    places: tuple[Place, ...] = ()
    prompt: str | None = None


@dataclass(frozen=True, eq=False)
class ReadingPlan:
    """What to read with, and what had to be assumed for it.

    Attributes:
        found: the palette and where it is from; None where none fits.
        ends_declared: whether the scale's ends are the concept's own values.
        body: where it is.
        problem: why colours cannot be turned into temperatures; None where they can.
    """

    found: FoundLook | None
    temperature_range_K: tuple[float, float]
    ends_declared: bool
    probe: Probe
    body: BodyMask
    assumptions: tuple[Text, ...]
    problem: Text | None


def plan_reading(
    context: Context,
    wishes: Wishes,
    origin: ClipOrigin | None,
    seen: Survey,
    declared_range_K: tuple[float, float] | None = None,
) -> ReadingPlan:
    """Decide from what was given, else from what HeatSketch wrote into the file, else from the pixels.

    Args:
        context: for the looks.
        wishes: what was given.
        origin: what the file says of itself, if it is one of ours.
        seen: the clip, looked through.
        declared_range_K: of the concept that the clip is said to show; None where nobody said.

    Raises:
        InvalidInput: a wish cannot be fulfilled.
    """
    overlays = overlay_mask(seen.few)
    found = find_look(context.looks, wishes.look, wishes.reversed_palette, origin, seen.few)
    look = found.look if found is not None else context.looks.get("natural")
    assumptions = list(found.said) if found is not None else []
    if origin is None and wishes.prompt is None:
        assumptions.append(FOREIGN_CLIP)
    own_scale = _own_scale(wishes, seen.last, look)
    known = declared_range_K or (origin.temperature_range_K if origin is not None else None)
    if own_scale is None and known is None:
        assumptions.append(say("The palette's ends stand for 20 °C and 100 °C, since no range was given."))
    if wishes.probe is None and origin is None:
        assumptions.append(say("The probe was laid along the largest patch that has the palette's colours."))
    body = body_mask(seen.few, look, overlays)
    _check_places(wishes.places, seen.last)
    return ReadingPlan(
        found=found,
        temperature_range_K=own_scale or known or ASSUMED_RANGE_K,
        ends_declared=own_scale is None and known is not None,
        probe=_probe(wishes.probe, origin, seen.last, body.box),
        body=body,
        assumptions=tuple(assumptions),
        problem=seen.motion.lost or _problem_of_colours(found, seen, body, trusted=origin is not None),
    )


def _problem_of_colours(
    found: FoundLook | None, seen: Survey, body: BodyMask, *, trusted: bool
) -> Text | None:
    """Why no curve leads from colours to temperatures; our own clips have one by their making."""
    if found is None:
        return say("No known palette fits this clip's colours.")
    if trusted or not found.look.readable:
        return None
    return single_curve_problem(seen.few, body.mask, found.look)


def _own_scale(wishes: Wishes, last: NDArray[np.uint8], look: Look) -> tuple[float, float] | None:
    if wishes.references is None or not look.readable:
        return wishes.temperature_range_K
    span = scale_from(wishes.references, last, look)
    check_range(span)
    return span


def _probe(
    wished: Probe | None, origin: ClipOrigin | None, picture: NDArray[np.uint8], body: PixelBox
) -> Probe:
    height, width = picture.shape[:2]
    if wished is not None:
        return _checked(wished, width, height)
    if origin is not None:
        return origin.probe_in(width, height)
    return lay_probe(body)


def _checked(probe: Probe, width: int, height: int) -> Probe:
    inside = all(0 <= x <= width and 0 <= y <= height for x, y in probe.corners)
    pieces = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(probe.corners, probe.corners[1:], strict=False)]
    if inside and min(pieces) >= 1:
        return probe
    raise InvalidInput(
        say(
            "The probe is not a line inside the picture of {width}×{height} pixels.",
            width=width,
            height=height,
        ),
        say("Give X0,Y0,X1,Y1 in pixels from the top left."),
    )


def _check_places(places: tuple[Place, ...], picture: NDArray[np.uint8]) -> None:
    height, width = picture.shape[:2]
    for place in places:
        if isinstance(place, SpotProbe):
            fits = 0 <= place.x <= width and 0 <= place.y <= height
        else:
            box = place.box
            fits = 0 <= box.left < box.right <= width and 0 <= box.top < box.bottom <= height
        if not fits:
            raise InvalidInput(
                say(
                    "A point or region is not inside the picture of {width}×{height} pixels.",
                    width=width,
                    height=height,
                ),
                say("Give X,Y for a point, or X0,Y0,X1,Y1 for a region, in pixels from the top left."),
            )
