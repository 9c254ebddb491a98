"""The ffmpeg program: where it is, and how its processes are started and ended."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import imageio_ffmpeg

if sys.platform != "win32":
    import fcntl

from desktop_app.domain.errors import HeatSketchError, UnreadableVideo
from desktop_app.domain.text import say

_LOG_TAIL_BYTES = 4000
_PIPE_BYTES = 2**20


def find_ffmpeg(failure: type[HeatSketchError]) -> str:
    """The path of an ffmpeg program.

    Raises:
        failure: where there is none.
    """
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (OSError, RuntimeError) as error:
        raise _ffmpeg_missing(failure, str(error)) from error


def ffmpeg_version() -> str:
    """The version of the ffmpeg program.

    Raises:
        UnreadableVideo: there is none that can be started.
    """
    find_ffmpeg(UnreadableVideo)
    try:
        version = str(imageio_ffmpeg.get_ffmpeg_version())
    except (OSError, RuntimeError, IndexError, subprocess.SubprocessError) as error:
        raise _ffmpeg_missing(UnreadableVideo, str(error)) from error
    if not version:
        raise _ffmpeg_missing(UnreadableVideo, "It names no version.")
    return version


def file_argument(path: Path) -> str:
    """`path` as ffmpeg takes it for a file, whatever it starts with or contains."""
    return f"file:{path.absolute()}"


class FfmpegProcess:
    """A running ffmpeg whose messages go to a temporary file, so that it never waits for a reader of them.

    It runs in a session of its own: Ctrl-C in a terminal reaches only the app, which then decides. Should the
    app be killed, an ffmpeg at a pipe meets its end and ends too; one without a pipe ends with its file.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        failure: type[HeatSketchError],
        *,
        stdin: int = subprocess.DEVNULL,
        stdout: int | IO[bytes] = subprocess.DEVNULL,
    ) -> None:
        executable = find_ffmpeg(failure)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 (closed in `close`)
        command = [executable, "-hide_banner", "-nostats", *arguments]
        if stdin == subprocess.DEVNULL:
            command.insert(1, "-nostdin")
        try:
            self.process = subprocess.Popen(
                command, stdin=stdin, stdout=stdout, stderr=self._log, bufsize=0, **_own_session()
            )
        except OSError as error:
            self._log.close()
            raise _ffmpeg_missing(failure, str(error)) from error
        _widen(self.process.stdin)

    def log(self) -> str:
        """The last messages."""
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - _LOG_TAIL_BYTES))
        return self._log.read().decode(errors="replace").strip()

    def close(self) -> None:
        """End the process if it still runs, and give back its pipes; calling it again changes nothing."""
        if self.process.poll() is None:
            self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self.process.wait()
        self._log.close()


def _widen(pipe: IO[bytes] | None) -> None:
    """Let a pipe hold a megabyte where the system can do that, so that both of its ends work at once."""
    if pipe is not None and sys.platform == "linux":
        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _own_session() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _ffmpeg_missing(failure: type[HeatSketchError], details: str) -> HeatSketchError:
    return failure(
        say("The program ffmpeg, which reads and writes video, cannot be started."),
        say("Install HeatSketch again, or set IMAGEIO_FFMPEG_EXE to the path of an ffmpeg program."),
        details,
    )
