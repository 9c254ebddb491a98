"""When each picture of a video file is shown."""

from __future__ import annotations

import re
import subprocess
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media.ffmpeg import FfmpegProcess, file_argument

_TIME_BASE = re.compile(rb"#tb 0: (\d{1,9})/(\d{1,9})")
_PACKET = re.compile(rb"0,\s*-?\d+,\s*(-?\d+),")
MOST_PICTURES = 2_000_000


def picture_times(path: Path) -> NDArray[np.float64] | None:
    """(picture,) in s from the first one on, in the order they are shown; None where the file says nothing.

    The packets are only listed, not decoded: a file of uneven rate is told in a moment.

    Raises:
        UnreadableVideo: ffmpeg cannot be started.
    """
    process = FfmpegProcess(
        [
            *("-protocol_whitelist", "file,pipe", "-i", file_argument(path)),
            *("-map", "0:v:0", "-c", "copy", "-f", "framecrc", "pipe:1"),
        ],
        UnreadableVideo,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.process.stdout is not None
        unit, shown = None, []
        for line in process.process.stdout:
            if match := _TIME_BASE.match(line):
                unit = Fraction(int(match[1]), int(match[2]) or 1)
            elif match := _PACKET.match(line):
                shown.append(int(match[1]))
            if len(shown) > MOST_PICTURES:
                return None
    finally:
        process.close()
    if unit is None or len(shown) < 2:
        return None
    times = np.sort(np.array(shown, dtype=np.float64)) * float(unit)
    return np.asarray(times - times[0])
