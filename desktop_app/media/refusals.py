"""Why a clip cannot be opened, where several kinds of file have it in common."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say

MOST_FRAME_PIXELS = 2**27
"""Of one frame: 16384×8192, 400 MB as RGB."""


def frame_too_large(path: Path, details: str) -> UnreadableVideo:
    """One frame has more pixels than `MOST_FRAME_PIXELS`."""
    return UnreadableVideo(
        say("The pictures in {path} are too large.", path=str(path)),
        say("Make them smaller, then open it again."),
        details,
    )


def no_such_file(path: Path) -> UnreadableVideo:
    """Nothing is at that path."""
    return UnreadableVideo(
        say("There is no file {path}.", path=str(path)),
        say("Check the path, or choose the file again."),
    )
