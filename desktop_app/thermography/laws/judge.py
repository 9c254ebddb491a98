"""All laws on one clip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.laws import LAWS, LawId, LawVerdict
from desktop_app.domain.text import say
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

MEASURES: Mapping[LawId, Measure] = {
    "front_advance": front_advance.measure,
    "no_flashing": no_flashing.measure,
    "maximum_principle": maximum_principle.measure,
    "second_law": second_law.measure,
    "energy": energy.measure,
    "steady_state": steady_state.measure,
    "symmetry": symmetry.measure,
}
_NUMERICAL = (ArithmeticError, ValueError, IndexError, np.linalg.LinAlgError)


def judge(
    evidence: Evidence, cancel: CancelToken, measures: Mapping[LawId, Measure] = MEASURES
) -> tuple[LawVerdict, ...]:
    """The verdicts on a clip, in the order of `LAWS`.

    A clip may be stranger than a law has thought of: where its numbers cannot be worked out that law is
    undecided, and the others are judged all the same.

    Raises:
        Cancelled: the token was set.
    """
    found: list[Measurement | Abstention] = []
    for law in LAWS:
        cancel.check()
        try:
            found.append(measures[law](evidence))
        except _NUMERICAL:
            found.append(Abstention(law, say("The numbers of this clip are too odd to work this law out.")))
    return conclude(found)
