"""What a clip from disk is said to show."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.field import TemperatureField
from desktop_app.workflow.context import Context
from desktop_app.workflow.provenance import ClipOrigin
from desktop_app.workflow.solving import on_a_scale_that_holds, solve
from desktop_app.workflow.understanding import understand

TIMES = 97
ALIKE = 0.01
"""Relative difference up to which a prompt still means what the file says of itself."""


@dataclass(frozen=True, eq=False)
class Description:
    """A concept and its solution; None where the heat equation does not cover it."""

    concept: Concept
    solution: TemperatureField | None

    @property
    def temperature_range_K(self) -> tuple[float, float] | None:
        """The concept's scale; None where it is empty."""
        low, high = self.concept.temperature_range_K
        return (low, high) if low < high else None


def description_of(
    context: Context, prompt: str | None, origin: ClipOrigin | None, cancel: CancelToken
) -> Description | None:
    """What a person says the clip shows, else what its own file says; None where nobody does.

    A file's prompt counts only where it still means what the file was made of: a concept that a person had
    edited cannot be told from its prompt.

    Raises:
        InvalidInput: the person's prompt means nothing.
        Cancelled: the token was set.
    """
    if prompt is not None:
        return _described(context, prompt, cancel)
    if origin is None or not origin.prompt:
        return None
    try:
        described = _described(context, origin.prompt, cancel)
    except HeatSketchError:
        return None
    return described if _is_still_so(described, origin) else None


def _described(context: Context, prompt: str, cancel: CancelToken) -> Description:
    concept = understand(context, prompt)
    if not concept.supported:
        return Description(concept, None)
    solution = solve(concept, TIMES, cancel)
    return Description(on_a_scale_that_holds(concept, solution), solution)


def _is_still_so(described: Description, origin: ClipOrigin) -> bool:
    low, high = origin.temperature_range_K
    span, lasts = described.temperature_range_K, origin.duration_s
    if span is None or abs(described.concept.duration_s - lasts) > ALIKE * lasts:
        return False
    return max(abs(span[0] - low), abs(span[1] - high)) <= ALIKE * (high - low)
