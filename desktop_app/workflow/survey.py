"""A first look through a clip: some of its frames, and how the camera moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say
from desktop_app.media.source import VideoSource
from desktop_app.thermography.camera import CameraTracker

FRAMES_LOOKED_AT = 16
FRAMES_AT_ONCE = 16
BYTES_AT_ONCE = 48 * 2**20
BYTES_LOOKED_AT = 128 * 2**20
"""Of a large clip fewer frames are held at once, and fewer looked at."""
MOST_FRAMES = 1500
"""Of a longer clip only every second frame is read, or every third, and so on."""


@dataclass(frozen=True, eq=False)
class Survey:
    """What is known of a clip after looking through it once.

    Attributes:
        few: (frame, row, column, 3), at most 16, spread over the clip; the first one is the first of them.
        last: (row, column, 3), the last frame.
        motion: of the frames that are read.
        count: how many frames are read.
        stride: every how manieth frame of the file is read.
    """

    few: Frames
    last: NDArray[np.uint8]
    motion: CameraMotion
    count: int
    stride: int


def survey(source: VideoSource, cancel: CancelToken) -> Survey:
    """Look through a clip in bounded memory.

    Raises:
        UnreadableVideo: nothing can be decoded.
        Cancelled: the token was set.
    """
    stride = max(1, -(-(source.approximate_frames or 1) // MOST_FRAMES))
    tracker = CameraTracker((source.width, source.height))
    most = _at_most(FRAMES_LOOKED_AT, BYTES_LOOKED_AT, source, fewest=5)
    kept: list[NDArray[np.uint8]] = []
    spacing, count = 1, 0
    last: NDArray[np.uint8] | None = None
    for frames in pieces(source, stride):
        cancel.check()
        tracker.add(frames)
        for frame in frames:
            if count % spacing == 0:
                kept.append(frame.copy())
            if len(kept) > most:
                kept, spacing = kept[::2], spacing * 2
            count += 1
        last = frames[-1]
    if last is None:
        raise UnreadableVideo(
            say("There is no picture in this file."), say("Choose a video that plays in a video player.")
        )
    return Survey(np.stack(kept), last.copy(), tracker.motion(), count, stride)


def pieces(source: VideoSource, stride: int) -> Iterator[Frames]:
    """Every `stride`th frame of a clip, a few at a time: (frame, row, column, 3)."""
    frames = islice(source.frames(), 0, None, stride)
    at_once = _at_most(FRAMES_AT_ONCE, BYTES_AT_ONCE, source, fewest=1)
    while piece := list(islice(frames, at_once)):
        yield np.stack(piece)


def _at_most(frames: int, total_bytes: int, source: VideoSource, *, fewest: int) -> int:
    """How many frames of a clip may be held together."""
    return max(fewest, min(frames, total_bytes // (3 * source.width * source.height)))
