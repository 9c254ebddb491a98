"""The programs a test has started."""

from __future__ import annotations

import psutil


def running_ffmpeg() -> list[psutil.Process]:
    """Children of this process that run ffmpeg."""
    return [child for child in psutil.Process().children() if "ffmpeg" in child.name()]
