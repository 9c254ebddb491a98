"""Frames of a video file, decoded by ffmpeg as they are asked for."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Generator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say
from desktop_app.media import refusals
from desktop_app.media.ffmpeg import FfmpegProcess, file_argument
from desktop_app.media.timestamps import picture_times

DEFAULT_FPS = 24.0
_PPM_HEADER = re.compile(rb"P6\s(\d+)\s(\d+)\s255\s")
_LONGEST_HEADER = 64
_SAFE_INPUT = ("-protocol_whitelist", "file,pipe")
_TO_RGB = "scale=flags=accurate_rnd+full_chroma_int+bicubic,format=rgb24"


@dataclass(frozen=True)
class _StreamFacts:
    fps: float
    duration_s: float | None


class FfmpegSource:
    """A video file, read through ffmpeg; a `VideoSource`.

    Conversion to RGB follows the colour matrix and range that the file is tagged with; rotation that the file
    asks for is applied; every coded frame comes once, however uneven their times.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise refusals.no_such_file(path)
        self._path = path
        frames = self.frames()
        try:
            first = next(frames)
        finally:
            frames.close()
        self.height: int = first.shape[0]
        self.width: int = first.shape[1]
        facts = _stream_facts(path)
        self.fps: float = facts.fps
        seconds = facts.duration_s
        self.approximate_frames: int | None = None if seconds is None else max(1, round(seconds * facts.fps))

    @cached_property
    def _times(self) -> NDArray[np.float64] | None:
        return picture_times(self._path)

    def times(self) -> NDArray[np.float64] | None:
        """(frame,) in s; see `VideoSource`. The file is asked once."""
        return self._times

    def frames(self) -> Generator[NDArray[np.uint8], None, None]:
        """Every coded frame once: (height, width, 3) uint8 RGB; see `VideoSource`."""
        process = FfmpegProcess(
            [
                *(*_SAFE_INPUT, "-fflags", "+discardcorrupt", "-i", file_argument(self._path)),
                *("-map", "0:v:0", "-fps_mode", "passthrough", "-vf", _TO_RGB),
                *("-c:v", "ppm", "-f", "image2pipe", "pipe:1"),
            ],
            UnreadableVideo,
            stdout=subprocess.PIPE,
        )
        try:
            stdout = process.process.stdout
            assert stdout is not None
            count = 0
            while (frame := _read_ppm(stdout, self._path)) is not None:
                yield frame
                count += 1
            if count == 0:
                process.process.wait()
                raise _undecodable(self._path, process.log())
        finally:
            process.close()


def _read_ppm(pipe: IO[bytes], path: Path) -> NDArray[np.uint8] | None:
    """The next picture of a stream of binary PPMs, None at its end.

    Raises:
        UnreadableVideo: it is too large, or no PPM; the rest of the stream is not read.
    """
    header = bytearray()
    while not (match := _PPM_HEADER.fullmatch(header)):
        if len(header) == _LONGEST_HEADER:
            raise _undecodable(path, f"a picture begins with {bytes(header)!r}")
        byte = pipe.read(1)
        if not byte:
            return None
        header += byte
    width, height = int(match[1]), int(match[2])
    if width * height > refusals.MOST_FRAME_PIXELS:
        raise refusals.frame_too_large(path, f"{width}×{height} pixels")
    frame = np.empty((height, width, 3), np.uint8)
    rest = frame.data.cast("B")
    while rest:
        got = pipe.readinto(rest)  # type: ignore[attr-defined]
        if not got:
            return None
        rest = rest[got:]
    return frame


def _stream_facts(path: Path) -> _StreamFacts:
    """What ffmpeg says about the first video stream."""
    process = FfmpegProcess([*_SAFE_INPUT, "-i", file_argument(path)], UnreadableVideo)
    try:
        process.process.wait()
        return _parse_facts(process.log())
    finally:
        process.close()


def _parse_facts(log: str) -> _StreamFacts:
    video = re.search(r"Stream #.*?: Video: .*", log)
    rate = re.search(r"([\d.]+)(k?) (?:fps|tbr)", video[0]) if video else None
    fps = _exact_rate(float(rate[1]) * (1000 if rate[2] else 1)) if rate else DEFAULT_FPS
    length = re.search(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", log)
    seconds = int(length[1]) * 3600 + int(length[2]) * 60 + float(length[3]) if length else None
    return _StreamFacts(fps if fps > 0 else DEFAULT_FPS, seconds)


def _exact_rate(printed: float) -> float:
    """The rate behind ffmpeg's two decimals: 23.98 stands for 24000/1001."""
    nearest = round(printed)
    broadcast = nearest * 1000 / 1001
    return broadcast if nearest != printed and abs(broadcast - printed) < 0.006 else printed


def _undecodable(path: Path, log: str) -> UnreadableVideo:
    if "matches no streams" in log:
        return UnreadableVideo(
            say("There is no picture in {path}.", path=str(path)),
            say("Choose a file that has video in it."),
            log,
        )
    return UnreadableVideo(
        say("{path} is not a video that can be decoded; it may be damaged or cut off.", path=str(path)),
        say("Choose another file, or convert it to MP4 first."),
        log,
    )
