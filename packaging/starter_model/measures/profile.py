"""The clip as the app reads it, beside the concept's own solution, and what other clips would have shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, PixelBox, Probe, VideoClip
from desktop_app.domain.reading import Reading
from desktop_app.domain.request import GenerationRequest
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.camera import CameraTracker
from desktop_app.thermography.painter import place_body
from desktop_app.workflow.comparison import solution_beside
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.judging import departure_of, judge_run
from desktop_app.workflow.orders import STARTER_CLIP
from desktop_app.workflow.probing import probe_seen
from desktop_app.workflow.reading import read_run
from desktop_app.workflow.run_record import new_run
from starter_model.measures.asked import SIZE, Asked
from starter_model.scenes import RING_BORE

RING, SINK = "ring", "heat_sink"
LINE_SAMPLES = 48
UNIT = PixelBox(0.0, 0.0, 100.0, 100.0)


@dataclass(frozen=True, eq=False)
class AppRun:
    """A generated clip as the app has it once it is finished."""

    saved: SavedRun
    reading: Reading

    @property
    def span_K(self) -> float:
        """Of the clip's scale."""
        low, high = self.saved.run.temperature_range_K
        return high - low


def run_of(context: Context, asked: Asked, frames: Frames, prompt: str) -> AppRun:
    """Find the body, follow the camera, lay the probe and read, as the app does with a generated clip."""
    run = new_run(asked.concept, _request(asked, frames, prompt), computed=False)
    body = find_body(frames, context.looks.get(asked.look))
    run = replace(run, status="finished", frames_done=len(frames), body=body)
    saved = SavedRun(run, VideoClip(frames, run.request.fps), None, asked.solution, _motion(frames))
    reading = read_run(context, saved, probe_seen(asked.concept, body))
    return AppRun(replace(saved, reading=reading), reading)


def rmse(run: AppRun) -> float:
    """Of the reading against the concept's solution, share of the span; infinite where nothing is read."""
    solution_K = solution_beside(run.saved, run.reading)
    departure = None if solution_K is None else departure_of(run.reading, solution_K)
    return float("inf") if departure is None else departure.rmse_K / run.span_K


def verdicts(context: Context, run: AppRun) -> Mapping[str, str]:
    """What the app's laws say of the clip: `holds`, `broken` or `undecided`, by law."""
    report = judge_run(context, run.saved, run.reading, CancelToken())
    return {verdict.law: verdict.verdict for verdict in report.verdicts}


def reach(run: AppRun, level: float = 0.5) -> float:
    """How far along the probe it is `level` of the scale or hotter at mid-clip, 0..1; NaN if unreadable."""
    if not run.reading.readable:
        return float("nan")
    low = run.saved.run.temperature_range_K[0]
    read = (run.reading.temperature_K - low) / run.span_K
    return float((read[len(read) // 2] >= level).mean())


def true_reach(asked: Asked, level: float = 0.5) -> float:
    """The same of the solution, along the line that the app lays by itself."""
    line = lines_of(asked.level)[line_of(asked)]
    middle = line[len(line) // 2]
    return float((middle[np.isfinite(middle)] >= level).mean())


def lines_of(level: NDArray[np.floating]) -> NDArray[np.float32]:
    """(3, frame, sample): a solution (frame, y, x) left to right, top to bottom, through a ring's wall."""
    inner = (UNIT.left + UNIT.right) / 2 * (1 + RING_BORE)
    wall = PixelBox(inner, UNIT.top, UNIT.right, UNIT.bottom)
    probes = lay_probe(UNIT, upright=False), lay_probe(UNIT, upright=True), lay_probe(wall, upright=False)
    return np.stack([_along(level, probe) for probe in probes])


def line_of(asked: Asked) -> int:
    """Which of the three `run_of` reads along, for the body as it is usually framed."""
    if asked.shape in (RING, SINK):
        return 2 if asked.shape == RING else 1
    box = place_body(asked.solution.size_m, *SIZE)
    probe = lay_probe(box)
    return int(probe.x0 == probe.x1)


def apart(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Root mean square by which two lines (frame, sample) differ where both are of a body."""
    square = (one.astype(np.float64) - other) ** 2
    return float(np.sqrt(square[np.isfinite(square)].mean())) if np.isfinite(square).any() else float("inf")


def _along(level: NDArray[np.floating], probe: Probe) -> NDArray[np.float32]:
    """(frame, sample) from the nearest cells, NaN off the body."""
    x, y = probe.at(np.linspace(0.0, 1.0, LINE_SAMPLES))
    column = np.minimum((x / UNIT.right * level.shape[2]).astype(np.intp), level.shape[2] - 1)
    if probe.x0 == probe.x1:
        column[:] = _fullest_near_middle(level)
    row = np.minimum(((1 - y / UNIT.bottom) * level.shape[1]).astype(np.intp), level.shape[1] - 1)
    return np.asarray(level[:, row, column], np.float32)


def _fullest_near_middle(level: NDArray[np.floating]) -> int:
    """Of the columns with the most cells of the body the middle one: a fin, not the gap beside it."""
    filled = np.isfinite(level[0]).sum(axis=0)
    fullest = np.flatnonzero(filled == filled.max())
    return int(fullest[np.abs(fullest - (level.shape[2] - 1) / 2).argmin()])


def _motion(frames: Frames) -> CameraMotion:
    tracker = CameraTracker((frames.shape[2], frames.shape[1]))
    tracker.add(frames)
    return tracker.motion()


def _request(asked: Asked, frames: Frames, prompt: str) -> GenerationRequest:
    return GenerationRequest(
        model="starter",
        prompt=prompt,
        negative_prompt="",
        width=frames.shape[2],
        height=frames.shape[1],
        num_frames=len(frames),
        fps=STARTER_CLIP.fps,
        num_inference_steps=STARTER_CLIP.num_inference_steps,
        guidance_scale=STARTER_CLIP.guidance_scale,
        seed=0,
        look=asked.look,
    )
