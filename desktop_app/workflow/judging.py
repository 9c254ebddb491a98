"""Reading to verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.geometry import Outline
from desktop_app.domain.laws import LAWS, Departure, LawReport, LawVerdict
from desktop_app.domain.reading import Reading
from desktop_app.domain.setting import Setting
from desktop_app.domain.text import Text, say
from desktop_app.thermography.assumed_setting import assumed_setting
from desktop_app.thermography.body import BodyMask, body_mask
from desktop_app.thermography.field_reader import FieldReader
from desktop_app.thermography.laws.evidence import Evidence, Profile
from desktop_app.thermography.laws.fourier_fit import measured_fourier_number
from desktop_app.thermography.laws.judge import judge
from desktop_app.thermography.overlay_mask import overlay_mask
from desktop_app.thermography.silhouette import coverage
from desktop_app.workflow.comparison import solution_along, solution_beside
from desktop_app.workflow.context import Context
from desktop_app.workflow.described import Description
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.reading import look_of
from desktop_app.workflow.reading_plan import ReadingPlan
from desktop_app.workflow.setting import setting_of

FEWEST_FRAMES = 8
MOST_OFF_PALETTE = 0.25
MOST_CUT_OFF = 0.15
END_SHARE = 0.06
COLD_START = 0.5
LEAST_TRUSTED = 0.25
"""Confidence from which a sample counts."""
MOST_FRAMES = 256


def judge_run(context: Context, saved: SavedRun, reading: Reading, cancel: CancelToken) -> LawReport:
    """The verdicts on a run's clip along a reading of it, beside what its concept promises.

    Raises:
        Cancelled: the token was set.
    """
    assumed = saved.run.concept.notes if not saved.run.concept.parts else ()
    problem = why_not(reading)
    if problem is not None:
        return replace(_undecided(problem), assumptions=assumed)
    evidence = evidence_of(context, saved, reading, cancel)
    report = _report(evidence, reading, solution_beside(saved, reading), cancel)
    return replace(report, assumptions=assumed)


def evidence_of(context: Context, saved: SavedRun, reading: Reading, cancel: CancelToken) -> Evidence:
    """A run as the laws see it; its reading must be readable.

    Raises:
        Cancelled: the token was set.
    """
    body = body_of(context, saved)
    field = _with_body(_read_field(context, saved, body, reading, cancel))
    concept = saved.run.concept
    if concept.parts:
        setting = setting_of(concept, saved.solution, body.box, reading.probe, reading.temperature_range_K)
    else:
        setting = _assumed(reading, field)
    return Evidence(profile_of(reading), field, setting)


def body_of(context: Context, saved: SavedRun) -> BodyMask:
    """Where a run's body is: where it was painted, or else where its pixels show it."""
    run, frames = saved.run, saved.clip.frames
    if run.computed and run.body is not None:
        outlines = tuple(part.outline for part in run.concept.parts)
        return BodyMask(mask_of(run.body, outlines, frames.shape[1:3]), run.body)
    found = body_mask(frames, look_of(context, run), overlay_mask(frames))
    return found if run.body is None else BodyMask(found.mask, run.body)


def judge_file(
    reading: Reading,
    field: FieldReading | None,
    plan: ReadingPlan,
    described: Description | None,
    cancel: CancelToken,
) -> LawReport:
    """The verdicts on a clip from disk, by what it is said to show or else by what is assumed of it.

    Raises:
        Cancelled: the token was set.
    """
    problem = why_not(reading)
    if problem is not None:
        return _undecided(problem)
    body, probe = plan.body.box, reading.probe
    field = _with_body(field)
    if described is None or not described.concept.parts:
        return report_of(reading, field, _assumed(reading, field), None, cancel)
    concept, solution = described.concept, described.solution
    setting = setting_of(concept, solution, body, probe, reading.temperature_range_K)
    solution_K = None
    if solution is not None:
        solution_K = solution_along(solution, body, probe, reading.position, len(reading.time_s))
    return report_of(reading, field, setting, solution_K, cancel)


def report_of(
    reading: Reading,
    field: FieldReading | None,
    setting: Setting,
    solution_K: NDArray[np.float32] | None,
    cancel: CancelToken,
) -> LawReport:
    """The verdicts on a clip that was read.

    Args:
        reading: along the probe.
        field: of the whole body; None where there is none.
        setting: the problem the clip shows.
        solution_K: (frame, sample) where the reading was taken; None where there is none.
        cancel: looked at between laws.

    Raises:
        Cancelled: the token was set.
    """
    problem = why_not(reading)
    if problem is not None:
        return _undecided(problem)
    return _report(Evidence(profile_of(reading), field, setting), reading, solution_K, cancel)


def _report(
    evidence: Evidence, reading: Reading, solution_K: NDArray[np.float32] | None, cancel: CancelToken
) -> LawReport:
    setting = evidence.setting
    rate = setting.diffusivity_per_s if setting.along_the_heat else None
    verdicts = judge(evidence, cancel)
    cancel.check()
    return LawReport(
        verdicts=verdicts,
        fourier_number=measured_fourier_number(evidence),
        promised_fourier_number=None if rate is None else rate * float(np.ptp(reading.time_s)),
        departure=None if solution_K is None else departure_of(reading, solution_K),
    )


def why_not(reading: Reading) -> Text | None:
    """Why no law can be judged on a reading; None where they can."""
    if not reading.readable:
        return reading.reason or say("The clip is not readable.")
    if len(reading.time_s) < FEWEST_FRAMES:
        return say("The clip has fewer than {count} frames: too few to see heat move.", count=FEWEST_FRAMES)
    if reading.off_palette_fraction > MOST_OFF_PALETTE:
        share = round(100 * reading.off_palette_fraction)
        return say("{percent} % of what was read is far from the palette's colours.", percent=share)
    beyond = _cut_off(reading)
    if beyond > MOST_CUT_OFF:
        share = round(100 * beyond)
        return say("{percent} % of what was read is at an end of the scale, or beyond it.", percent=share)
    return None


def _cut_off(reading: Reading) -> float:
    """Share of samples, away from the probe's ends, that are at an end of the scale and hide something.

    What is at the cold end before heat reaches it hides nothing, nor does an end that is held at the hot one.
    """
    inner = slice(round(END_SHARE * reading.position.size), round((1 - END_SHARE) * reading.position.size))
    inside = reading.censored[:, inner]
    cold_start = bool((inside[0] < 0).mean() > COLD_START)
    return float((inside > 0).mean() + (0.0 if cold_start else (inside < 0).mean()))


def profile_of(reading: Reading) -> Profile:
    """A reading as the laws take it: levels of its scale, of a long clip not every frame."""
    low, high = reading.temperature_range_K
    numbers = np.arange(0, len(reading.time_s), -(-len(reading.time_s) // MOST_FRAMES))
    level = (reading.temperature_K[numbers].astype(np.float64) - low) / (high - low)
    return Profile(
        level=level,
        sigma=reading.sigma_K[numbers].astype(np.float64) / (high - low),
        censored=reading.censored[numbers],
        trusted=reading.confidence[numbers] >= LEAST_TRUSTED,
        position=reading.position,
        time_s=reading.time_s[numbers],
        frames=numbers,
    )


def departure_of(reading: Reading, solution_K: NDArray[np.float32]) -> Departure | None:
    """How far a reading is from the solution at the same places; None where there is nothing to compare."""
    frames = min(len(reading.temperature_K), len(solution_K))
    apart = reading.temperature_K[:frames].astype(np.float64) - solution_K[:frames]
    if not np.isfinite(apart).any():
        return None
    size = np.where(np.isfinite(apart), np.abs(apart), 0.0)
    frame, sample = np.unravel_index(int(size.argmax()), size.shape)
    counted = np.maximum(np.isfinite(apart).sum(axis=1), 1)
    return Departure(
        rmse_K=float(np.sqrt(np.nanmean(apart**2))),
        largest_K=float(size.max()),
        frame=int(frame),
        position=float(reading.position[sample]),
        by_frame_K=np.sqrt((size**2).sum(axis=1) / counted),
    )


def _with_body(field: FieldReading | None) -> FieldReading | None:
    """A field in which something was read, of however small a picture."""
    return field if field is not None and bool(np.isfinite(field.level).any()) else None


def _assumed(reading: Reading, field: FieldReading | None) -> Setting:
    probe = reading.probe
    upright = abs(probe.y1 - probe.y0) > abs(probe.x1 - probe.x0)
    return assumed_setting(profile_of(reading), field, upright=upright)


def _read_field(
    context: Context, saved: SavedRun, body: BodyMask, reading: Reading, cancel: CancelToken
) -> FieldReading:
    reader = FieldReader(
        look_of(context, saved.run),
        body.box,
        body.mask,
        ends_declared=saved.run.scale_K is None,
        motion=saved.motion,
    )
    for frame in saved.clip.frames:
        cancel.check()
        reader.add(frame[None])
    return reader.field(reading.time_s)


def mask_of(body: PixelBox, outlines: Sequence[Outline], size: tuple[int, ...]) -> NDArray[np.bool_]:
    """(row, column) of the picture where the body is: all of its box, or what its parts fill of it."""
    mask = np.zeros(size[:2], dtype=np.bool_)
    top, bottom = max(0, round(body.top)), min(size[0], round(body.bottom))
    left, right = max(0, round(body.left)), min(size[1], round(body.right))
    covered = coverage(outlines, bottom - top, right - left) if outlines else None
    mask[top:bottom, left:right] = True if covered is None else covered > 0.99
    return mask


def _undecided(why: Text) -> LawReport:
    verdicts = tuple(LawVerdict(law, "undecided", None, None, (None, None), why) for law in LAWS)
    return LawReport(verdicts, None, None, None)
