"""Opening a clip, whatever it is kept in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import MOST_CLIP_BYTES, VideoClip
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say
from desktop_app.media.decode import FfmpegSource
from desktop_app.media.pictures import PICTURE_SUFFIXES, PictureSource


class VideoSource(Protocol):
    """A clip that can be read frame by frame, any number of times."""

    @property
    def width(self) -> int:
        """Of a frame as shown (after rotation), pixels."""
        ...

    @property
    def height(self) -> int:
        """Of a frame as shown (after rotation), pixels."""
        ...

    @property
    def fps(self) -> float:
        """Mean frames per second."""
        ...

    @property
    def approximate_frames(self) -> int | None:
        """How many frames there are, as far as the file says."""
        ...

    def times(self) -> NDArray[np.float64] | None:
        """(frame,) in s from the first one on, where the file says when each is shown."""
        ...

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Every coded frame once, in order: (height, width, 3) uint8 RGB.

        One frame is held at a time. Closing the iterator ends the decoding.

        Raises:
            UnreadableVideo: not one frame can be decoded.
        """
        ...


def open_video(path: Path) -> VideoSource:
    """Open a video, an animated or still picture, or a folder of pictures.

    Raises:
        UnreadableVideo: nothing is there, or it has no picture in it.
    """
    if path.is_dir() or path.suffix.lower() in PICTURE_SUFFIXES:
        return PictureSource(path)
    return FfmpegSource(path)


def read_clip(path: Path, max_bytes: int = MOST_CLIP_BYTES) -> VideoClip:
    """Read a whole clip into memory.

    Args:
        path: as for `open_video`.
        max_bytes: the clip is refused where its frames would take more.

    Raises:
        UnreadableVideo: as `open_video`, or the clip is larger than `max_bytes`.
    """
    source = open_video(path)
    frame_bytes = source.width * source.height * 3
    most = max_bytes // frame_bytes
    expected = source.approximate_frames or 1
    if expected > most:
        raise _too_large(path, expected * frame_bytes)
    frames = np.empty((expected, source.height, source.width, 3), np.uint8)
    count = 0
    for frame in source.frames():
        if count == len(frames):
            if count >= most:
                raise _too_large(path, (count + 1) * frame_bytes)
            more = min(most - count, max(16, count // 2))
            frames = np.concatenate([frames, np.empty((more, *frames.shape[1:]), np.uint8)])
        frames[count] = frame
        count += 1
    return VideoClip(frames[:count], source.fps)


def _too_large(path: Path, size: int) -> UnreadableVideo:
    return UnreadableVideo(
        say(
            "{path} is too large to be read at once (about {size} GB).", path=str(path), size=_gigabytes(size)
        ),
        say("Cut it shorter or make it smaller, then open it again."),
    )


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}"
