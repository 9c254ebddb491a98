"""A clip kept exactly, on disk frame by frame as the frames come (FFV1 in Matroska)."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Frames
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say
from desktop_app.media.encode import write_whole
from desktop_app.media.ffmpeg import FfmpegProcess, file_argument


class LosslessWriter:
    """Appends frames to a file that is readable at any moment, also when the app or the writer is killed.

    Every frame is a key frame in a cluster of its own, handed to the operating system when the next one is
    coded. Read it back with `open_video` or `read_clip`: pixels are equal bit for bit.
    """

    def __init__(self, path: Path, size: tuple[int, int], fps: float) -> None:
        """Start a new file at `path` for frames of `size` (width, height).

        Raises:
            ExportFailed: ffmpeg cannot be started.
        """
        self._path = path
        self._shape = (size[1], size[0], 3)
        self._process = FfmpegProcess(
            [
                *("-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", f"{size[0]}x{size[1]}"),
                *("-framerate", f"{fps:.6f}", "-i", "pipe:0", "-map", "0:v:0", "-fps_mode", "passthrough"),
                *("-c:v", "ffv1", "-level", "3", "-g", "1", "-slicecrc", "1", "-pix_fmt", "bgr0"),
                *("-cluster_time_limit", "0", "-flush_packets", "1"),
                *("-f", "matroska", "-y", file_argument(path)),
            ],
            ExportFailed,
            stdin=subprocess.PIPE,
        )
        self._closed = False

    def append(self, frames: Frames) -> None:
        """Add `frames`, (frame, height, width, 3) uint8.

        Raises:
            ExportFailed: the file cannot be written any more (the disk is full, …).
        """
        stdin = self._process.process.stdin
        assert stdin is not None
        for frame in frames:
            self._require_shape(frame)
            try:
                write_whole(stdin, frame)
            except OSError as error:
                raise self._failed() from error

    def close(self) -> None:
        """Finish the file; calling it again changes nothing.

        Raises:
            ExportFailed: not all frames reached the file.
        """
        if self._closed:
            return
        self._closed = True
        stdin = self._process.process.stdin
        assert stdin is not None
        try:
            stdin.close()
            if self._process.process.wait() != 0:
                raise self._failed()
        except OSError as error:
            raise self._failed() from error
        finally:
            self._process.close()

    def __enter__(self) -> LosslessWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _require_shape(self, frame: NDArray[np.uint8]) -> None:
        if frame.shape != self._shape or frame.dtype != np.uint8:
            raise ValueError(f"a frame is {frame.dtype} {frame.shape}, not uint8 {self._shape}")

    def _failed(self) -> ExportFailed:
        self._process.process.wait()
        log = self._process.log()
        if "No space left on device" in log:
            remedy = say("Free some space on that disk; the frames saved before are kept.")
        else:
            remedy = say("Generate again; the frames saved before are kept.")
        return ExportFailed(
            say("The frames could not be saved in {path}.", path=str(self._path)), remedy, log
        )
