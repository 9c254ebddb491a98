"""What is taken as known of the body in a clip when its laws are judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.domain.clip import PixelBox

EndKind = Literal["held", "insulated", "exchanging", "unknown"]


@dataclass(frozen=True)
class ProbeEnd:
    """What happens where the probe ends.

    Attributes:
        kind: `held` at a temperature from the beginning on; `insulated`; `exchanging` heat with what is
            outside (convection, a flux); `unknown`.
        level: the temperature it is held at or drawn to, 0..1 of the clip's scale; None where unknown.
    """

    kind: EndKind
    level: float | None = None


@dataclass(frozen=True)
class Setting:
    """The problem that a clip shows, in the clip's own terms: levels 0..1 of its scale, places on its probe.

    Attributes:
        start_level: of the whole body before heating; None where it is not uniform or not known.
        ends: at the probe's position 0 and 1.
        heated_s: when what drives the body is on: since when, until when (None: to the end).
        along_the_heat: whether heat flows along the probe only, and the probe spans the body end to end.
        homogeneous: whether the body is of one material along the probe.
        sideways: whether heat leaves along the way (through the body's sides or faces).
        ambient_level: of what it leaves to; None where unknown.
        sources: places in the picture that are heated or cooled from outside the visible section, and
            declared to be.
        section_visible: whether all that heat flows through is seen, so that a field's laws can be asked.
        melts: whether a phase change is part of it.
        mirror: the axis about which heating and body are mirrored: `left_right`, `top_bottom` or None.
        mirrored_along_probe: whether the two halves of the probe mirror each other.
        diffusivity_per_s: α/L² with L the length of the probe, 1/s of the clip's time; None where unknown.
        assumed: whether this is an assumption on a clip that nobody described.
    """

    start_level: float | None
    ends: tuple[ProbeEnd, ProbeEnd]
    heated_s: tuple[float, float | None]
    along_the_heat: bool
    homogeneous: bool
    sideways: Literal["insulated", "losing", "unknown"]
    ambient_level: float | None
    sources: tuple[PixelBox, ...]
    section_visible: bool
    melts: bool
    mirror: Literal["left_right", "top_bottom"] | None
    mirrored_along_probe: bool
    diffusivity_per_s: float | None
    assumed: bool
