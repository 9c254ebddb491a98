"""What a clip from disk is read with: palette, scale, body and probe, given, known or assumed."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames, Place, Probe, SpotProbe
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.look import Look
from desktop_app.domain.text import Text, say
from desktop_app.thermography.body import BodyMask, body_mask, lay_probe
from desktop_app.thermography.overlay_mask import overlay_mask
from desktop_app.thermography.single_curve import single_curve_problem
from desktop_app.workflow.context import Context
from desktop_app.workflow.described import Description
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
        probe: where to read, and where the laws are judged.
        more_probes: other lines to read besides.
        places: to follow over time besides.
        prompt: what the clip shows, in words.
    """

    look: str = AUTO
    reversed_palette: bool = False
    temperature_range_K: tuple[float, float] | None = None
    references: tuple[Reference, Reference] | None = None
    probe: Probe | None = None
    more_probes: tuple[Probe, ...] = ()
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
    described: Description | None = None,
) -> ReadingPlan:
    """Decide from what was given, else from what HeatSketch wrote into the file, else from the pixels.

    Args:
        context: for the looks.
        wishes: what was given.
        origin: what the file says of itself, if it is one of ours.
        seen: the clip, looked through.
        described: what the clip is said to show; None where nobody said.

    Raises:
        InvalidInput: a wish cannot be fulfilled.
    """
    overlays = overlay_mask(seen.few)
    found = find_look(context.looks, wishes.look, wishes.reversed_palette, origin, seen.few)
    look = found.look if found is not None else context.looks.get("natural")
    assumptions = list(found.said) if found is not None else []
    if found is not None and (described is None or not described.concept.parts):
        assumptions.append(FOREIGN_CLIP)
    own_scale = _own_scale(wishes, seen.last, look)
    declared = None if described is None else described.temperature_range_K
    known = declared or (origin.temperature_range_K if origin is not None else None)
    if found is not None and own_scale is None and known is None:
        assumptions.append(say("The palette's ends stand for 20 °C and 100 °C, since no range was given."))
    body = _body(origin, seen.few, look, overlays)
    probe = _probe(wishes.probe, origin, seen.last)
    if found is not None and probe is None:
        assumptions.append(say("The probe was laid along the largest patch that has the palette's colours."))
    _check_places(wishes.places, seen.last)
    for other in wishes.more_probes:
        _checked(other, seen.last.shape[1], seen.last.shape[0])
    return ReadingPlan(
        found=found,
        temperature_range_K=own_scale or known or ASSUMED_RANGE_K,
        ends_declared=own_scale is None and known is not None,
        probe=probe or lay_probe(body.box),
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
    if not found.look.readable:
        return say("The look “{look}” has no temperature scale: nothing can be read.", look=found.look.name)
    if trusted:
        return None
    return single_curve_problem(seen.few, body.mask, found.look)


def _body(origin: ClipOrigin | None, few: Frames, look: Look, overlays: NDArray[np.bool_]) -> BodyMask:
    """Where the pixels show it, in the box it was painted in where the file tells that."""
    found = body_mask(few, look, overlays)
    box = None if origin is None else origin.body_in(few.shape[2], few.shape[1])
    return found if box is None else BodyMask(found.mask, box)


def _own_scale(wishes: Wishes, last: NDArray[np.uint8], look: Look) -> tuple[float, float] | None:
    if wishes.references is None or not look.readable:
        return wishes.temperature_range_K
    span = scale_from(wishes.references, last, look)
    check_range(span)
    return span


def _probe(wished: Probe | None, origin: ClipOrigin | None, picture: NDArray[np.uint8]) -> Probe | None:
    """The probe that was asked for, or else the file's own where it lies in the picture."""
    height, width = picture.shape[:2]
    if wished is not None:
        return _checked(wished, width, height)
    own = None if origin is None else origin.probe_in(width, height)
    return own if own is not None and _lies_in(own, width, height) else None


def _lies_in(probe: Probe, width: int, height: int) -> bool:
    inside = all(0 <= x <= width and 0 <= y <= height for x, y in probe.corners)
    pieces = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in zip(probe.corners, probe.corners[1:], strict=False)]
    return inside and min(pieces) >= 1


def _checked(probe: Probe, width: int, height: int) -> Probe:
    if _lies_in(probe, width, height):
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
