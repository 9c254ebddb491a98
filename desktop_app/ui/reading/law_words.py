"""Laws, verdicts and their numbers, as a person reads them."""

from __future__ import annotations

import math
from collections.abc import Mapping

from desktop_app.domain.laws import Estimate, Interval, LawId, LawVerdict, Tolerance, Verdict
from desktop_app.domain.scales import MINUS
from desktop_app.domain.text import Text, say
from desktop_app.ui.icons import Tone
from desktop_app.workflow.law_words import QUANTITIES

LAW_NAMES: Mapping[LawId, Text] = {
    "front_advance": say("Front advances like diffusion"),
    "no_flashing": say("No flashing"),
    "maximum_principle": say("Maximum principle"),
    "second_law": say("Heat flows downhill"),
    "energy": say("No heat from nowhere"),
    "steady_state": say("Settles to a steady state"),
    "symmetry": say("Mirrored heating, mirrored field"),
}
VERDICT_WORDS: Mapping[Verdict, Text] = {
    "holds": say("holds"),
    "broken": say("broken"),
    "undecided": say("cannot tell"),
}
VERDICT_ICONS: Mapping[Verdict, str] = {
    "holds": "law_holds",
    "broken": "law_broken",
    "undecided": "law_undecided",
}
VERDICT_TONES: Mapping[Verdict, Tone] = {"holds": "good", "broken": "bad", "undecided": "muted"}

NO_BREAK = "\u00a0"

_FIGURES = 3
_MOST_DECIMALS = 4


def number(value: float, width: float | None = None) -> str:
    """A number with as many decimals as it deserves, and a true minus sign.

    Args:
        value: the number.
        width: of its interval, whose first figure is told, the second too after a 1 or a 2; None gives the
            number three figures.
    """
    size = abs(value if width is None else width)
    magnitude = math.floor(math.log10(size)) if size > 0 else 0
    figures = _FIGURES if width is None else 2 if size < 3 * 10.0**magnitude else 1
    decimals = min(max(figures - 1 - magnitude, 0), _MOST_DECIMALS)
    text = f"{value:.{decimals}f}"
    if decimals and width is None:
        text = text.rstrip("0").rstrip(".")
    return text.removeprefix("-") if float(text) == 0 else text.replace("-", MINUS)


def estimate_text(value: float, interval: Interval | None, coarsest: float = 0.0) -> str:
    """A number and its interval, e.g. `0.51 (0.48 … 0.55)`, never broken between lines.

    Args:
        value: the number.
        interval: None gives the number alone.
        coarsest: what differs by less need not be told apart.
    """
    if interval is None:
        return number(value)
    width = max(interval[1] - interval[0], coarsest) or None
    low, high = (number(bound, width) for bound in interval)
    return f"{number(value, width)} ({low} … {high})".replace(" ", NO_BREAK)


def allowed(tolerance: Tolerance) -> Text | None:
    """What a law allows; None where it sets no bound."""
    low, high = tolerance
    if low is not None and high is not None:
        return say("allowed {low} to {high}", low=number(low), high=number(high))
    if low is not None:
        return say("allowed from {low} up", low=number(low))
    if high is not None:
        return say("allowed up to {high}", high=number(high))
    return None


def numbers_of(verdict: LawVerdict) -> Text | None:
    """What was measured for a law and what it allows, in short; None where nothing was measured."""
    if verdict.statistic is None:
        return None
    bounds_set = [abs(bound) for bound in verdict.tolerance if bound]
    estimate = estimate_text(verdict.statistic, verdict.interval, min(bounds_set, default=0.0) / 10)
    measured = say("{quantity}: {estimate}", quantity=QUANTITIES[verdict.law], estimate=estimate)
    bounds = allowed(verdict.tolerance)
    return measured if bounds is None else say("{measured}, {allowed}", measured=measured, allowed=bounds)


def full_numbers(verdict: LawVerdict) -> tuple[Text, ...]:
    """Everything that was measured for a law, one sentence each."""
    told: list[Text] = []
    if verdict.statistic is None:
        told.append(say("Nothing could be measured."))
    else:
        quantity = QUANTITIES[verdict.law]
        told.append(say("{quantity}: {value}.", quantity=quantity, value=number(verdict.statistic)))
    if verdict.interval is not None:
        low, high = (number(bound) for bound in verdict.interval)
        told.append(say("95 % interval: {low} to {high}.", low=low, high=high))
    bounds = allowed(verdict.tolerance)
    if bounds is not None:
        told.append(say("Tolerance, fixed beforehand: {allowed}.", allowed=bounds))
    return tuple(told)


def kept_promise(estimate: Estimate, promised: float) -> bool:
    """Whether what the materials promise is inside the interval of what was measured."""
    return estimate.interval[0] <= promised <= estimate.interval[1]
