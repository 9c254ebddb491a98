"""The laws and their verdicts in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop_app.domain.laws import LawId, LawVerdict, Verdict
from desktop_app.domain.text import Text, say

LAW_NAMES: Mapping[LawId, Text] = {
    "front_advance": say("the front's advance"),
    "no_flashing": say("no flashing"),
    "maximum_principle": say("the maximum principle"),
    "second_law": say("heat flows from hot to cold"),
    "energy": say("no heat from nowhere"),
    "steady_state": say("the steady state"),
    "symmetry": say("symmetry"),
}
QUANTITIES: Mapping[LawId, Text] = {
    "front_advance": say("Power of time"),
    "no_flashing": say("Largest setback, in σ"),
    "maximum_principle": say("Excess, of the scale"),
    "second_law": say("Smallest apparent Fourier number"),
    "energy": say("Unexplained warming, of the scale"),
    "steady_state": say("Bulge, of the span"),
    "symmetry": say("Difference, of the scale"),
}
"""What is measured for each."""
VERDICT_NAMES: Mapping[Verdict, Text] = {
    "holds": say("holds"),
    "broken": say("broken"),
    "undecided": say("cannot be told"),
}


def listed(parts: Iterable[Text]) -> Text | None:
    """Several things in one line; None of nothing."""
    together: Text | None = None
    for part in parts:
        together = part if together is None else say("{first}, {next}", first=together, next=part)
    return together


def laws_with(verdicts: Iterable[LawVerdict], verdict: Verdict) -> Text | None:
    """The names of the laws of which this is the verdict; None where there is none."""
    return listed(LAW_NAMES[each.law] for each in verdicts if each.verdict == verdict)
