"""Reading any clip from disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import frame_times
from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.domain.text import Text, say
from desktop_app.knowledge.assumptions import assumed
from desktop_app.media.source import VideoSource, open_video
from desktop_app.thermography.field_reader import FieldReader
from desktop_app.thermography.place_reader import PlaceReader
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.described import Description, description_of
from desktop_app.workflow.judging import judge_file
from desktop_app.workflow.provenance import ClipOrigin, origin_of
from desktop_app.workflow.reading_plan import ReadingPlan, Wishes, plan_reading
from desktop_app.workflow.scale_range import check_range
from desktop_app.workflow.survey import Survey, pieces, survey


@dataclass(frozen=True, eq=False)
class FileReading:
    """A reading, what had to be assumed for it, and the verdicts on it; `more` is along the other probes."""

    reading: Reading
    assumptions: tuple[Text, ...]
    places: tuple[PlaceReading, ...]
    report: LawReport
    more: tuple[Reading, ...] = ()


def read_file(context: Context, path: Path, cancel: CancelToken, wishes: Wishes | None = None) -> FileReading:
    """Read a video, a picture or a folder of pictures in bounded memory.

    What is not given comes from what HeatSketch wrote into the file, else from the pixels, else from a
    named assumption. Where no palette fits and none was named, the reading is not readable.

    Raises:
        InvalidInput: there is no such look, the range is upside down, a place is not in the picture, or the
            prompt means nothing.
        UnreadableVideo: nothing can be decoded.
        Cancelled: the token was set.
    """
    wishes = wishes or Wishes()
    check_range(wishes.temperature_range_K)
    source, origin = open_video(path), origin_of(path)
    described = description_of(context, wishes.prompt, origin, cancel)
    seen = survey(source, cancel)
    plan = plan_reading(context, wishes, origin, seen, described)
    time_s = _times(source, seen, origin, described)
    read = _read(context, source, seen, plan, wishes, described, time_s, cancel)
    said = (*_said_of_prompt(wishes, described), *plan.assumptions, *_said_of_length(seen, origin))
    return replace(read, assumptions=said)


def _read(
    context: Context,
    source: VideoSource,
    seen: Survey,
    plan: ReadingPlan,
    wishes: Wishes,
    described: Description | None,
    time_s: NDArray[np.float64],
    cancel: CancelToken,
) -> FileReading:
    """Everything but what is to be said of it."""
    size, span = (source.width, source.height), plan.temperature_range_K
    if plan.problem is not None or plan.found is None:
        reading = _unreadable(context, plan, seen, size)
        return FileReading(reading, (), (), judge_file(reading, None, plan, described, cancel))
    look = plan.found.look
    lines = [
        ProbeReader(look, span, probe, size, ends_declared=plan.ends_declared, motion=seen.motion)
        for probe in (plan.probe, *wishes.more_probes)
    ]
    beside = PlaceReader(look, span, wishes.places, size, motion=seen.motion)
    whole = FieldReader(
        look, plan.body.box, plan.body.mask, ends_declared=plan.ends_declared, motion=seen.motion
    )
    for frames in pieces(source, seen.stride):
        cancel.check()
        for line in lines:
            line.add(frames)
        beside.add(frames)
        whole.add(frames)
    reading, *more = (line.reading(time_s) for line in lines)
    report = judge_file(reading, whole.field(time_s), plan, described, cancel)
    return FileReading(reading, (), beside.readings(time_s), report, tuple(more))


def _unreadable(context: Context, plan: ReadingPlan, seen: Survey, size: tuple[int, int]) -> Reading:
    look = plan.found.look if plan.found is not None else context.looks.get("natural")
    reader = ProbeReader(look, plan.temperature_range_K, plan.probe, size, ends_declared=False)
    reading = reader.unreadable(plan.problem or say("The clip is not readable."))
    return replace(reading, camera_moved=seen.motion.moved)


def _times(
    source: VideoSource, seen: Survey, origin: ClipOrigin | None, described: Description | None
) -> NDArray[np.float64]:
    """Physical time where the clip is said to show something that lasts so long, else that of the video."""
    if origin is not None:
        return frame_times(seen.count, max(seen.count, origin.num_frames), origin.duration_s)
    shown = source.times()
    times = np.arange(seen.count * seen.stride) / source.fps
    if shown is not None and len(shown) >= len(times) - seen.stride + 1:
        times = shown
    times = times[:: seen.stride][: seen.count]
    if described is None or len(times) < 2:
        return times
    return np.asarray(times / times[-1] * described.concept.duration_s)


def _said_of_prompt(wishes: Wishes, described: Description | None) -> tuple[Text, ...]:
    """What understanding a person's prompt took for granted; which look it would be painted in is no part."""
    if wishes.prompt is None or described is None:
        return ()
    notes = described.concept.notes
    of_the_look = assumed(notes, ("look",), "")
    return tuple(note for note in notes if note is not of_the_look)


def _said_of_length(seen: Survey, origin: ClipOrigin | None) -> tuple[Text, ...]:
    if origin is not None and seen.count > origin.num_frames:
        return (
            say(
                "The file has {count} frames, not {total}: they are taken to show all of it, evenly.",
                count=seen.count,
                total=origin.num_frames,
            ),
        )
    if origin is not None and seen.count < origin.num_frames:
        return (
            say(
                "The file has {count} of {total} frames: they are taken to be the first ones.",
                count=seen.count,
                total=origin.num_frames,
            ),
        )
    if seen.stride > 1:
        return (say("The clip is long: only one of every {count} frames is read.", count=seen.stride),)
    return ()
