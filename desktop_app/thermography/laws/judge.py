"""All laws on one clip."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.laws import LAWS, LawVerdict
from desktop_app.thermography.laws import (
    energy,
    front_advance,
    maximum_principle,
    no_flashing,
    second_law,
    steady_state,
    symmetry,
)
from desktop_app.thermography.laws.deciding import Abstention, Measurement, conclude
from desktop_app.thermography.laws.evidence import Evidence

Measure = Callable[[Evidence], Measurement | Abstention]

MEASURES: tuple[Measure, ...] = (
    front_advance.measure,
    no_flashing.measure,
    second_law.measure,
    energy.measure,
    maximum_principle.measure,
    steady_state.measure,
    symmetry.measure,
)


def judge(evidence: Evidence, cancel: CancelToken) -> tuple[LawVerdict, ...]:
    """The verdicts on a clip, in the order of `LAWS`.

    Raises:
        Cancelled: the token was set.
    """
    found = []
    for measure in MEASURES:
        cancel.check()
        found.append(measure(evidence))
    return conclude(sorted(found, key=lambda each: LAWS.index(each.law)))
