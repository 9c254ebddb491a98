"""A clip with its overlay and its tags, as a file to hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.text import Catalogue
from desktop_app.media.encode import write_video
from desktop_app.media.overlay.annotation import Annotation
from desktop_app.media.overlay.annotator import Annotator

Progress = Callable[[int, int], None]


def export_clip(
    path: Path,
    clip: VideoClip,
    annotation: Annotation,
    tags: Mapping[str, str],
    catalogue: Catalogue,
    fonts: Path,
    cancel: CancelToken,
    progress: Progress | None = None,
) -> None:
    """Write `clip` with its overlay as an MP4, whole or not at all.

    Args:
        path: replaced when the new file is complete.
        clip: unannotated frames, of even width and height.
        annotation: of the same number of frames.
        tags: as `provenance_tags` makes them.
        catalogue: the language of the overlay.
        fonts: folder of the shipped fonts.
        cancel: looked at before every frame.
        progress: called with (frames done, all frames) after every frame.

    Raises:
        ExportFailed: with the cause and a remedy; nothing that was there before is damaged.
        Cancelled: the token was set.
    """
    if len(annotation.time_s) != len(clip.frames):
        raise ValueError(f"{len(annotation.time_s)} times for {len(clip.frames)} frames")
    annotator = Annotator(clip.size, annotation, catalogue, fonts)

    def annotated() -> Iterator[NDArray[np.uint8]]:
        for index, frame in enumerate(clip.frames):
            yield annotator.annotate(frame, index)
            if progress is not None:
                progress(index + 1, len(clip.frames))

    write_video(path, annotated(), clip.size, clip.fps, tags, cancel)
