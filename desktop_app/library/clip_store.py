"""What the library needs to keep clips; the workflow hands it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop_app.domain.clip import Frames, VideoClip


class ClipWriter(Protocol):
    """Appends frames to a clip on disk that is readable at any moment."""

    def append(self, frames: Frames) -> None:
        """Add `frames`, (frame, height, width, 3) uint8."""
        ...

    def close(self) -> None:
        """Finish the clip."""
        ...


WriteClip = Callable[[Path, tuple[int, int], float], ClipWriter]
"""Starts a clip at a path, of a size (width, height) and frames per second."""

ReadClip = Callable[[Path], VideoClip]
"""Reads what was written, whole or up to where it was cut off."""
