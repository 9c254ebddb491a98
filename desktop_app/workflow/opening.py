"""A clip from disk, taken into the library as a run of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.concept import Concept, Size
from desktop_app.domain.enrichment import Enrichment
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.run import Run
from desktop_app.domain.text import Text
from desktop_app.media.source import VideoSource, open_video
from desktop_app.workflow.context import Context
from desktop_app.workflow.described import Description, description_of
from desktop_app.workflow.history import SavedRun, open_run
from desktop_app.workflow.look_finding import FoundLook
from desktop_app.workflow.provenance import origin_of, says_ai_made_it
from desktop_app.workflow.reading import read_run
from desktop_app.workflow.reading_plan import ReadingPlan, Wishes, plan_reading
from desktop_app.workflow.run_record import RunRecord, new_run
from desktop_app.workflow.scale_range import check_range
from desktop_app.workflow.survey import Survey, pieces, survey

OPENED = "file"
MOST_FRAMES = 480
MOST_BYTES = 3 * 2**29
"""Of the frames of an opened clip, which are held in memory and kept without loss."""

Progress = Callable[[int, int], None]


def open_clip(
    context: Context, path: Path, wishes: Wishes, cancel: CancelToken, on_progress: Progress
) -> SavedRun:
    """Take a video, a picture or a folder of pictures into the library, read like a generated clip.

    Of a long or large clip only some frames are taken, evenly over its time.

    Args:
        context: the tools of the house.
        path: of the clip; it is not touched.
        wishes: what the person says of it.
        cancel: looked at between frames.
        on_progress: told how many frames of how many are taken.

    Raises:
        InvalidInput: a wish cannot be fulfilled.
        UnreadableVideo: nothing can be decoded.
        ExportFailed: the library cannot take it.
        Cancelled: the token was set; nothing is left behind.
    """
    check_range(wishes.temperature_range_K)
    source, origin = open_video(path), origin_of(path)
    described = description_of(context, wishes.prompt, origin, cancel)
    seen = survey(source, cancel)
    plan = plan_reading(context, wishes, origin, seen, described)
    taken = _taken(source, seen)
    record = RunRecord(
        context.runs,
        _run(path, wishes, plan, described, source, taken),
        None if described is None else described.solution,
    )
    try:
        done = 0
        for frames in _even(source, seen, taken):
            cancel.check()
            record.append(done, frames)
            done += len(frames)
            on_progress(done, len(taken))
        motion = replace(seen.motion, shift_px=seen.motion.shift_px[taken], zoom=seen.motion.zoom[taken])
        record.keep_motion(motion)
        reading = read_run(context, SavedRun(record.run, record.clip, None, None, motion), plan.probe)
        finished = record.finish(reading, {})
    except BaseException:
        record.abandon("failed", None)
        context.runs.delete(record.run.id)
        raise
    return open_run(context, finished.id)


def _taken(source: VideoSource, seen: Survey) -> NDArray[np.intp]:
    """Which of the surveyed frames are kept, evenly in time: one shown long may be kept twice."""
    frame_bytes = 3 * source.width * source.height
    most = max(1, min(MOST_FRAMES, MOST_BYTES // frame_bytes, seen.count))
    shown = source.times()
    every = np.arange(seen.count) * seen.stride
    if shown is None or len(shown) <= every[-1]:
        return np.rint(np.linspace(0, seen.count - 1, most)).astype(np.intp)
    times = shown[every]
    wanted = np.linspace(times[0], times[-1], most)
    return np.asarray(np.searchsorted(times, wanted + 1e-9, side="right") - 1, dtype=np.intp)


def _even(source: VideoSource, seen: Survey, taken: NDArray[np.intp]) -> Iterator[Frames]:
    """The taken frames, without an odd last row or column, which no player takes."""
    height, width = _even_size(source)
    number = 0
    for frames in pieces(source, seen.stride):
        here = taken[(taken >= number) & (taken < number + len(frames))] - number
        if here.size:
            yield frames[here, :height, :width]
        number += len(frames)


def _even_size(source: VideoSource) -> tuple[int, int]:
    return max(2, source.height // 2 * 2), max(2, source.width // 2 * 2)


def _run(
    path: Path,
    wishes: Wishes,
    plan: ReadingPlan,
    described: Description | None,
    source: VideoSource,
    taken: NDArray[np.intp],
) -> Run:
    height, width = _even_size(source)
    look = plan.found.look.name if plan.found is not None else "natural"
    seconds = _seconds(source, taken)
    fps = max(1, round((len(taken) - 1) / seconds)) if len(taken) > 1 else 1
    request = GenerationRequest(
        model=OPENED,
        prompt=wishes.prompt or "",
        negative_prompt="",
        width=width,
        height=height,
        num_frames=len(taken),
        fps=fps,
        num_inference_steps=0,
        guidance_scale=0.0,
        seed=0,
        look=look,
    )
    concept = _concept(path.stem, look, seconds, plan, described)
    run = new_run(
        replace(concept, look=look, clip_seconds=seconds), request, computed=False, body=plan.body.box
    )
    return replace(
        run,
        opened_from=path.name,
        opened_ai=says_ai_made_it(path),
        probe=plan.probe,
        scale_K=None if plan.ends_declared and described is not None else plan.temperature_range_K,
        palette=_own_palette(plan.found),
        unreadable=plan.problem,
        places=wishes.places,
    )


def _seconds(source: VideoSource, taken: NDArray[np.intp]) -> float:
    shown = source.times()
    last = shown[-1] if shown is not None and len(shown) > 1 else (taken[-1]) / source.fps
    return float(max(last, 1 / 120))


def _own_palette(found: FoundLook | None) -> str | None:
    if found is None or found.look.palette is None:
        return None
    return found.look.palette.tobytes().hex()


def _concept(
    name: str, look: str, seconds: float, plan: ReadingPlan, described: Description | None
) -> Concept:
    """What the clip is said to show, with what reading it assumes among its notes."""
    if described is None:
        return _unknown(name, look, seconds, plan.assumptions)
    return replace(described.concept, notes=(*described.concept.notes, *plan.assumptions))


def _unknown(name: str, look: str, seconds: float, assumptions: tuple[Text, ...]) -> Concept:
    """A concept of which nothing is known but how long it lasts."""
    return Concept(
        prompt=name,
        language="en",
        shape=None,
        size=Size(1.0, 1.0, 1.0),
        parts=(),
        section="cut",
        depth_m=1.0,
        heating=(),
        initial_temperature_K=293.15,
        duration_s=seconds,
        clip_seconds=seconds,
        look=look,
        enrichment=Enrichment(name, (), ""),
        notes=assumptions,
        supported=False,
    )
