"""A filmed clip read and judged, as the app does it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks.law_cases.conditions import FPS, Conditions
from benchmarks.law_cases.filming import body_in
from benchmarks.law_cases.truth import Truth
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import Reading
from desktop_app.domain.request import GenerationRequest
from desktop_app.thermography.laws.diffusivity_ratio import diffusivity_ratio
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.comparison import solution_along
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.judging import evidence_of, judge_run
from desktop_app.workflow.probing import probe_of
from desktop_app.workflow.run_record import new_run

RIM = 0.05
"""Of the probe, at each end, where a sample shows background too: left out of the temperature table."""
NEAR_END = 0.02
"""Of the span: true levels nearer to the palette's ends are left out too, since they cannot be missed."""


def read(context: Context, truth: Truth, clip: VideoClip, conditions: Conditions) -> Reading:
    """The reading along the probe that the concept lays."""
    probe = probe_of(truth.concept, body_in(truth, conditions))
    look = context.looks.get(conditions.look)
    reader = ProbeReader(look, truth.concept.temperature_range_K, probe, clip.size, ends_declared=True)
    reader.add(clip.frames)
    return reader.reading(truth.solution.time_s)


def judge(context: Context, truth: Truth, clip: VideoClip, conditions: Conditions) -> LawReport:
    """The verdicts on a clip that says it shows the truth's concept."""
    reading = read(context, truth, clip, conditions)
    return judge_run(context, _saved(truth, clip, reading, conditions), reading, CancelToken())


def evidence(context: Context, truth: Truth, clip: VideoClip, conditions: Conditions) -> Evidence:
    """What the verdicts on such a clip rest on."""
    reading = read(context, truth, clip, conditions)
    return evidence_of(context, _saved(truth, clip, reading, conditions), reading, CancelToken())


def _saved(truth: Truth, clip: VideoClip, reading: Reading, conditions: Conditions) -> SavedRun:
    width, height = conditions.size
    request = GenerationRequest(
        "solution", truth.concept.prompt, "", width, height, truth.num_frames, FPS, 1, 1.0, 0, conditions.look
    )
    run = new_run(truth.concept, request, computed=True, body=body_in(truth, conditions))
    return SavedRun(run, clip, reading, truth.solution)


def errors(context: Context, truth: Truth, clip: VideoClip, conditions: Conditions) -> NDArray[np.float64]:
    """|read − true| of every frame and sample inside the body, share of the span; NaN where unreadable."""
    reading = read(context, truth, clip, conditions)
    if not reading.readable:
        return np.array([np.nan])
    body = body_in(truth, conditions)
    true = solution_along(truth.solution, body, reading.probe, reading.position, truth.num_frames)
    low, high = reading.temperature_range_K
    inside = (reading.position >= RIM) & (reading.position <= 1 - RIM)
    level = (true - low) / (high - low)
    counted = inside & (level > NEAR_END) & (level < 1 - NEAR_END)
    return np.asarray(np.abs(reading.temperature_K - true)[counted].astype(np.float64) / (high - low))


def ratio_of_pair(
    context: Context, first: tuple[Truth, VideoClip], second: tuple[Truth, VideoClip], conditions: Conditions
) -> list[float] | None:
    """α₁/α₂ of two clips at one time-lapse: measured, low, high, promised; None where it cannot be told."""
    ours, theirs = (evidence(context, truth, clip, conditions) for truth, clip in (first, second))
    estimate = diffusivity_ratio(ours, theirs)
    rates = ours.setting.diffusivity_per_s, theirs.setting.diffusivity_per_s
    if estimate is None or rates[0] is None or rates[1] is None:
        return None
    return [estimate.value, *estimate.interval, rates[0] / rates[1]]
