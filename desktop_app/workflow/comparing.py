"""Two runs beside each other: which one conducts faster, and how many times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.laws import Estimate, Tolerance, Verdict
from desktop_app.domain.look import Look
from desktop_app.domain.material import Material
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say
from desktop_app.thermography.laws.diffusivity_ratio import diffusivity_ratio
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.fourier_fit import rate_along
from desktop_app.thermography.laws.fronts import front_positions
from desktop_app.thermography.laws.probe_window import cannot_be_asked, cut_window, too_little_seen
from desktop_app.workflow.comparing_differences import Difference, difference_of
from desktop_app.workflow.comparing_words import answer_words, in_clip, judgement_words
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.judging import evidence_of, why_not
from desktop_app.workflow.reading import look_of, read_run

PROMISE_FACTOR = 1.2
"""By which the interval of a ratio may leave what the materials promise, either way; fixed beforehand."""
LEVELS = (0.25, 0.5, 0.75)
"""Of the span of temperatures that both clips' scales share, whose fronts are followed."""

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ComparedClip:
    """One of the two.

    Attributes:
        saved: the run with its frames.
        reading: along its probe; may not be readable.
        look: what it is read with.
        physical_time: whether `reading.time_s` is that of what the clip shows, not that of watching it.
        fronts: (frame, level) share of the probe that is hotter than each of the comparison's levels: where a
            front is, if heat enters at one end; NaN while it is none or all of it.
    """

    saved: SavedRun
    reading: Reading
    look: Look
    physical_time: bool
    fronts: Array

    @property
    def material(self) -> Material | None:
        """What its concept's body is made of; None without one, or where it is of several."""
        materials = self.saved.run.concept.materials
        return materials[0] if len(materials) == 1 else None


@dataclass(frozen=True, eq=False)
class Comparison:
    """What two clips' colours say of each other; estimates, not measurements.

    Attributes:
        ratio: diffusivity of the first by that of the second, with its 95 % interval; None where it cannot be
            told, and `why` says the reason.
        promised_ratio: what the concepts' materials promise for it; None without them.
        tolerance: what a ratio that keeps the promise lies in.
        verdict: `holds` where the interval is inside the tolerance, `broken` where it is outside, else
            `undecided`.
        answer: the ratio in a sentence.
        why: what leads to the verdict.
        assumptions: what had to be taken for granted.
        range_K: one scale for both.
        levels_K: temperatures whose fronts are followed; none where the scales have nothing in common.
        difference: None where the clips have no time in common, or one is not readable.
    """

    first: ComparedClip
    second: ComparedClip
    ratio: Estimate | None
    promised_ratio: float | None
    tolerance: Tolerance
    verdict: Verdict
    answer: Text
    why: Text
    assumptions: tuple[Text, ...]
    range_K: tuple[float, float]
    levels_K: tuple[float, ...]
    difference: Difference | None

    @property
    def one_scale(self) -> bool:
        """Whether both are painted in the same colours for the same temperatures."""
        first, second = self.first, self.second
        return first.look.name == second.look.name and np.allclose(
            first.reading.temperature_range_K, second.reading.temperature_range_K
        )


def compare_runs(context: Context, first: SavedRun, second: SavedRun, cancel: CancelToken) -> Comparison:
    """Put two runs side by side.

    Rates are told per second of what the clips show; probes of unequal length are allowed for where both
    concepts say how long the bodies are.

    Raises:
        InvalidInput: a run's look does not exist.
        Cancelled: the token was set.
    """
    readings = [saved.reading or read_run(context, saved, saved.run.probe) for saved in (first, second)]
    levels_K = _levels(readings[0].temperature_range_K, readings[1].temperature_range_K)
    ours, theirs = (
        ComparedClip(
            saved,
            reading,
            look_of(context, saved.run),
            bool(saved.run.concept.parts),
            _fronts(reading, levels_K),
        )
        for saved, reading in zip((first, second), readings, strict=True)
    )
    cancel.check()
    ratio, problem, assumptions = _ratio(context, ours, theirs, cancel)
    promised = _promised(ours, theirs)
    tolerance: Tolerance = (None, None)
    if promised is not None:
        tolerance = (promised / PROMISE_FACTOR, promised * PROMISE_FACTOR)
    verdict = _verdict(ratio, tolerance)
    both = [bound for reading in readings for bound in reading.temperature_range_K]
    return Comparison(
        first=ours,
        second=theirs,
        ratio=ratio,
        promised_ratio=promised,
        tolerance=tolerance,
        verdict=verdict,
        answer=answer_words(ratio),
        why=problem or judgement_words(verdict, promised is not None, PROMISE_FACTOR),
        assumptions=assumptions,
        range_K=(min(both), max(both)),
        levels_K=levels_K,
        difference=None if ours.physical_time != theirs.physical_time else difference_of(*readings),
    )


def _ratio(
    context: Context, ours: ComparedClip, theirs: ComparedClip, cancel: CancelToken
) -> tuple[Estimate | None, Text | None, tuple[Text, ...]]:
    """The ratio, or why it cannot be told; and what was taken for granted."""
    problem = _problem_of_clips(ours, theirs)
    if problem is not None:
        return None, problem, ()
    evidence = [evidence_of(context, clip.saved, clip.reading, cancel) for clip in (ours, theirs)]
    cancel.check()
    for number, each in enumerate(evidence):
        asked = cannot_be_asked(each.setting)
        if asked is not None:
            return None, in_clip(number, asked), ()
    found = diffusivity_ratio(*evidence)
    cancel.check()
    if found is None:
        return None, _why_no_ratio(evidence), ()
    lengths2 = _squared_lengths(ours, theirs, evidence)
    assumptions = []
    if lengths2 is None:
        assumptions.append(say("Both probes are taken to be equally long."))
    if not ours.physical_time:
        assumptions.append(say("Both clips are taken to share one time-lapse."))
    if any(each.setting.assumed for each in evidence):
        assumptions.append(
            say("What nobody described is taken to be one homogeneous body with insulated sides.")
        )
    by = 1.0 if lengths2 is None else lengths2
    low, high = found.interval
    return Estimate(found.value * by, (low * by, high * by)), None, tuple(assumptions)


def _problem_of_clips(ours: ComparedClip, theirs: ComparedClip) -> Text | None:
    for number, clip in enumerate((ours, theirs)):
        why = why_not(clip.reading)
        if why is not None:
            return in_clip(number, why)
    if ours.physical_time != theirs.physical_time:
        return say(
            "Only one of the clips tells physical time: say what the other one shows, "
            "or compare clips that share one time-lapse."
        )
    return None


def _why_no_ratio(evidence: list[Evidence]) -> Text:
    for number, each in enumerate(evidence):
        if cut_window(each) is None:
            return in_clip(number, too_little_seen())
        if rate_along(each) is None:
            return in_clip(number, say("No heat is seen to spread along the probe."))
    return say("The colours are too noisy: the ratio could be anything within a factor of three.")


def _squared_lengths(ours: ComparedClip, theirs: ComparedClip, evidence: list[Evidence]) -> float | None:
    """(L₁/L₂)² of the probes: α by α/L² for both; None where a concept does not give it."""
    squared = []
    for clip, each in zip((ours, theirs), evidence, strict=True):
        if clip.material is None or not each.setting.diffusivity_per_s:
            return None
        squared.append(clip.material.thermal_diffusivity / each.setting.diffusivity_per_s)
    return squared[0] / squared[1]


def _promised(ours: ComparedClip, theirs: ComparedClip) -> float | None:
    if ours.material is None or theirs.material is None:
        return None
    return ours.material.thermal_diffusivity / theirs.material.thermal_diffusivity


def _verdict(ratio: Estimate | None, tolerance: Tolerance) -> Verdict:
    lowest, highest = tolerance
    if ratio is None or lowest is None or highest is None:
        return "undecided"
    low, high = ratio.interval
    if lowest <= low and high <= highest:
        return "holds"
    return "broken" if high < lowest or low > highest else "undecided"


def _levels(first_K: tuple[float, float], second_K: tuple[float, float]) -> tuple[float, ...]:
    low, high = max(first_K[0], second_K[0]), min(first_K[1], second_K[1])
    return tuple(low + share * (high - low) for share in LEVELS) if low < high else ()


def _fronts(reading: Reading, levels_K: tuple[float, ...]) -> Array:
    if not levels_K or not reading.readable or reading.temperature_K.shape[1] < 2:
        return np.empty((len(reading.time_s), 0))
    return front_positions(reading.temperature_K.astype(np.float64), levels_K)
