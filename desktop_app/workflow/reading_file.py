"""Reading any clip from disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, frame_times
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say
from desktop_app.media.source import VideoSource, open_video
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.provenance import ClipOrigin, origin_of
from desktop_app.workflow.reading_plan import ReadingPlan, Wishes, check_range, plan_reading

FRAMES_AT_ONCE = 16
FRAMES_LOOKED_AT = 16


@dataclass(frozen=True, eq=False)
class FileReading:
    """A reading and what had to be assumed for it."""

    reading: Reading
    assumptions: tuple[Text, ...]


def read_file(context: Context, path: Path, cancel: CancelToken, wishes: Wishes | None = None) -> FileReading:
    """Read a video, a picture or a folder of pictures in bounded memory.

    What is not given comes from what HeatSketch wrote into the file, else from the pixels, else from a
    named assumption. Where no palette fits and none was named, the reading is not readable.

    Raises:
        InvalidInput: there is no such look, the range is upside down, or the probe is not in the picture.
        UnreadableVideo: nothing can be decoded.
        Cancelled: the token was set.
    """
    wishes = wishes or Wishes()
    check_range(wishes.temperature_range_K)
    source, origin = open_video(path), origin_of(path)
    plan = plan_reading(context, wishes, origin, _spread(source, cancel))
    size = (source.width, source.height)
    if plan.look is None:
        return FileReading(_without_palette(context, plan, size), ())
    reader = ProbeReader(
        plan.look, plan.temperature_range_K, plan.probe, size, ends_declared=plan.ends_declared
    )
    count = 0
    for frames in _chunks(source):
        cancel.check()
        reader.add(frames)
        count += len(frames)
    assumptions = (*plan.assumptions, *_said_of_length(count, origin))
    return FileReading(reader.reading(_times(count, source.fps, origin)), assumptions)


def _without_palette(context: Context, plan: ReadingPlan, size: tuple[int, int]) -> Reading:
    natural = context.looks.get("natural")
    reader = ProbeReader(natural, plan.temperature_range_K, plan.probe, size, ends_declared=False)
    reason = say("No known palette fits this clip's colours.")
    return replace(reader.reading(np.empty(0)), reason=reason)


def _spread(source: VideoSource, cancel: CancelToken) -> Frames:
    """At most 16 frames spread over the clip, however long it is: the stride doubles as it goes."""
    kept: list[NDArray[np.uint8]] = []
    stride = 1
    for number, frame in enumerate(source.frames()):
        cancel.check()
        if number % stride:
            continue
        kept.append(frame.copy())
        if len(kept) > FRAMES_LOOKED_AT:
            kept, stride = kept[::2], stride * 2
    if not kept:
        raise UnreadableVideo(
            say("There is no picture in this file."), say("Choose a video that plays in a video player.")
        )
    return np.stack(kept)


def _chunks(source: VideoSource) -> Iterator[Frames]:
    frames = source.frames()
    while chunk := list(islice(frames, FRAMES_AT_ONCE)):
        yield np.stack(chunk)


def _times(count: int, fps: float, origin: ClipOrigin | None) -> NDArray[np.float64]:
    if origin is not None:
        return frame_times(count, origin.num_frames, origin.duration_s)
    return np.arange(count) / fps


def _said_of_length(count: int, origin: ClipOrigin | None) -> tuple[Text, ...]:
    if origin is None or count == origin.num_frames:
        return ()
    return (
        say(
            "The file has {count} of {total} frames: they are taken to be the first ones.",
            count=count,
            total=origin.num_frames,
        ),
    )
