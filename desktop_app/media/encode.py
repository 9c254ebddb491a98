"""Frames into an H.264 video file."""

from __future__ import annotations

import errno
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.files import atomic_write, check_writable, write_failure
from desktop_app.domain.text import say
from desktop_app.media.ffmpeg import FfmpegProcess, file_argument
from desktop_app.media.metadata import format_ffmetadata

DEFAULT_CRF = 16
PRESET = "medium"
_SPARE_BYTES = 2 * 2**20
_TO_BT709 = (
    "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp,"
    "format=yuv420p,setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709"
)


def write_video(
    path: Path,
    frames: Iterable[NDArray[np.uint8]],
    size: tuple[int, int],
    fps: float,
    metadata: Mapping[str, str],
    cancel: CancelToken,
    crf: int = DEFAULT_CRF,
) -> int:
    """Write an MP4 (H.264, yuv420p, BT.709, faststart) that any player opens, whole or not at all.

    Args:
        path: replaced when the new file is complete; until then untouched.
        frames: each (height, width, 3) uint8 RGB, of exactly `size`; taken one at a time.
        size: width and height, pixels, both even.
        fps: frames per second, > 0.
        metadata: written as tags of the file, any text; read back with `read_metadata`.
        cancel: looked at before every frame.
        crf: x264's constant rate factor, 0..51; lower is better and larger.

    Returns:
        How many frames were written.

    Raises:
        ExportFailed: the file could not be written, or the size is odd, or there is no frame.
        Cancelled: the token was set.
    """
    _require_even(size)
    check_writable(path)
    _require_space(path)
    with atomic_write(path) as part, tempfile.TemporaryDirectory(prefix="heatsketch-") as folder:
        tags = Path(folder) / "tags.txt"
        tags.write_bytes(format_ffmetadata(_with_player_names(metadata)))
        with tempfile.TemporaryFile() as report:
            process = FfmpegProcess(
                _arguments(part, tags, size, fps, crf), ExportFailed, stdin=subprocess.PIPE, stdout=report
            )
            try:
                sent = _send(process, frames, size, path, cancel)
                _finish(process, path, cancel)
                _require_count(process, report, sent, path)
            finally:
                process.close()
    return sent


def _arguments(part: Path, tags: Path, size: tuple[int, int], fps: float, crf: int) -> list[str]:
    rate = Fraction(fps).limit_denominator(1001)
    return [
        *("-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", f"{size[0]}x{size[1]}"),
        *("-framerate", str(rate), "-i", "pipe:0"),
        *("-f", "ffmetadata", "-i", file_argument(tags), "-map", "0:v:0", "-map_metadata", "1"),
        *("-vf", _TO_BT709, "-fps_mode", "passthrough"),
        *("-c:v", "libx264", "-preset", PRESET, "-crf", str(crf)),
        *("-movflags", "+faststart+use_metadata_tags", "-progress", "pipe:1"),
        *("-f", "mp4", "-y", file_argument(part)),
    ]


def _with_player_names(metadata: Mapping[str, str]) -> dict[str, str]:
    """Add QuickTime's own name of the comment, the one QuickTime Player and VLC look for."""
    if "comment" not in metadata:
        return dict(metadata)
    return {**metadata, "com.apple.quicktime.comment": metadata["comment"]}


def _send(
    process: FfmpegProcess,
    frames: Iterable[NDArray[np.uint8]],
    size: tuple[int, int],
    path: Path,
    cancel: CancelToken,
) -> int:
    stdin = process.process.stdin
    assert stdin is not None
    sent = 0
    for frame in frames:
        cancel.check()
        if frame.shape != (size[1], size[0], 3) or frame.dtype != np.uint8:
            raise ValueError(f"frame {sent} is {frame.dtype} {frame.shape}, not uint8 of size {size}")
        try:
            write_whole(stdin, frame)
        except OSError as error:
            process.process.wait()
            raise _ffmpeg_failed(process, path) from error
        sent += 1
    if sent == 0:
        raise ExportFailed(say("There is no frame to export."), say("Generate a clip first."))
    stdin.close()
    return sent


def write_whole(pipe: IO[bytes], frame: NDArray[np.uint8]) -> None:
    """Write all bytes of a frame to an unbuffered pipe."""
    rest = np.ascontiguousarray(frame).data.cast("B")
    while rest:
        rest = rest[pipe.write(rest) :]


def _finish(process: FfmpegProcess, path: Path, cancel: CancelToken) -> None:
    while True:
        try:
            status = process.process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            cancel.check()
            continue
        if status != 0:
            raise _ffmpeg_failed(process, path)
        return


def _require_count(process: FfmpegProcess, report: IO[bytes], sent: int, path: Path) -> None:
    report.seek(0)
    counts = [line for line in report.read().decode().splitlines() if line.startswith("frame=")]
    written = int(counts[-1].removeprefix("frame=")) if counts else 0
    if written != sent:
        raise _ffmpeg_failed(process, path, f"{written} of {sent} frames were encoded.")


def _require_even(size: tuple[int, int]) -> None:
    width, height = size
    if width % 2 or height % 2 or width < 2 or height < 2:
        raise ExportFailed(
            say(
                "A clip of {width}×{height} pixels cannot be exported: width and height must be even.",
                width=width,
                height=height,
            ),
            say("Generate the clip in an even size, such as {size}.", size="832×480"),
        )


def _require_space(path: Path) -> None:
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError as error:
        raise write_failure(error, path) from error
    if free < _SPARE_BYTES:
        raise write_failure(OSError(errno.ENOSPC, f"{free} bytes are free"), path)


def _ffmpeg_failed(process: FfmpegProcess, path: Path, details: str = "") -> ExportFailed:
    log = process.log()
    if "No space left on device" in log or "File too large" in log:
        return write_failure(OSError(errno.ENOSPC, log), path)
    if "Permission denied" in log or "Read-only file system" in log:
        return write_failure(OSError(errno.EACCES, log), path)
    if "No such file or directory" in log:
        return write_failure(OSError(errno.ENOENT, log), path)
    return ExportFailed(
        say("The video {path} could not be encoded.", path=str(path)),
        say("Try again; if it happens again, look at the details."),
        f"{details}\nffmpeg ended with {process.process.poll()}.\n{log}".strip(),
    )
