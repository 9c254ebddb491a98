from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

_APP = """
import os, signal, subprocess, sys
from desktop_app.domain.errors import ExportFailed
from desktop_app.media.ffmpeg import FfmpegProcess
end, *arguments = sys.argv[1:]
process = FfmpegProcess(arguments, ExportFailed, **{end: subprocess.PIPE})
print(process.process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
_RAW = ["-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", "16x16"]


def runs(pid):
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself with a signal")
@pytest.mark.parametrize(
    ("end", "arguments"),
    [
        ("stdin", [*_RAW, "-i", "pipe:0", "-f", "null", "-"]),
        ("stdout", ["-f", "lavfi", "-i", "testsrc2=s=320x240:r=24", "-f", "rawvideo", "pipe:1"]),
    ],
)
def test_the_ffmpeg_of_a_killed_app_ends(end, arguments):
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    app = subprocess.run(
        [sys.executable, "-c", _APP, end, *arguments], env=environment, stdout=subprocess.PIPE, check=False
    )
    pid = int(app.stdout)
    deadline = time.monotonic() + 30
    while runs(pid):
        assert time.monotonic() < deadline, "it goes on"
        time.sleep(0.02)
