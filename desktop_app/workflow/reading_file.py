"""Reading any clip from disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from math import inf
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, Probe, frame_times
from desktop_app.domain.errors import InvalidInput, UnreadableVideo
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say
from desktop_app.media.source import VideoSource, open_video
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.look_choice import choose_look
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.provenance import ClipOrigin, origin_of

AUTO = "auto"
FRAMES_AT_ONCE = 16
FRAMES_LOOKED_AT = 16
ASSUMED_RANGE_K = (293.15, 373.15)
FOREIGN_CLIP = say(
    "One homogeneous body with insulated sides, heated from the first frame on at the ends seen hot."
)


@dataclass(frozen=True, eq=False)
class FileReading:
    """A reading and what had to be assumed for it."""

    reading: Reading
    assumptions: tuple[Text, ...]


def read_file(
    context: Context,
    path: Path,
    cancel: CancelToken,
    look: str = AUTO,
    temperature_range_K: tuple[float, float] | None = None,
    probe: Probe | None = None,
) -> FileReading:
    """Read a video, a picture or a folder of pictures in bounded memory.

    What is not given comes from what HeatSketch wrote into the file, else from the pixels, else from a
    named assumption. Where no palette fits and none was named, the reading is not readable.

    Raises:
        InvalidInput: there is no such look, or the range is upside down.
        UnreadableVideo: nothing can be decoded.
        Cancelled: the token was set.
    """
    if temperature_range_K is not None and not 0 <= temperature_range_K[0] < temperature_range_K[1] < inf:
        raise InvalidInput(
            say("The temperature range is empty or below absolute zero."),
            say("Give the lower temperature first, then the higher one."),
        )
    source, origin = open_video(path), origin_of(path)
    few = _spread(source, cancel)
    palette = _look(context, look, origin, few)
    if palette is None:
        return FileReading(_without_palette(context, few, probe), ())
    assumptions = [] if origin is not None else [FOREIGN_CLIP]
    declared = temperature_range_K is None and origin is not None
    if temperature_range_K is None and origin is not None:
        temperature_range_K = origin.temperature_range_K
    if temperature_range_K is None:
        temperature_range_K = ASSUMED_RANGE_K
        assumptions.append(say("The palette's ends stand for 20 °C and 100 °C, since no range was given."))
    line = probe or (origin.probe if origin is not None else lay_probe(find_body(few, palette)))
    reader = ProbeReader(
        palette, temperature_range_K, line, (source.width, source.height), ends_declared=declared
    )
    count = 0
    for frames in _chunks(source):
        cancel.check()
        reader.add(frames)
        count += len(frames)
    return FileReading(reader.reading(_times(count, source.fps, origin)), tuple(assumptions))


def _look(context: Context, name: str, origin: ClipOrigin | None, few: Frames) -> Look | None:
    if name != AUTO:
        return context.looks.get(name)
    if origin is not None and origin.look in context.looks.names:
        return context.looks.get(origin.look)
    return choose_look(few, [context.looks.get(known) for known in context.looks.names])


def _without_palette(context: Context, few: Frames, probe: Probe | None) -> Reading:
    """An unreadable reading: no palette fits."""
    natural = context.looks.get("natural")
    line = probe or lay_probe(find_body(few, natural))
    size = (few.shape[2], few.shape[1])
    reader = ProbeReader(natural, ASSUMED_RANGE_K, line, size, ends_declared=False)
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
