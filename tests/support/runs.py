"""Runs made by hand, and the library they are kept in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from support.concepts import rod
from support.requests import tiny_request

from desktop_app.domain.clip import Frames, PixelBox, Probe, VideoClip
from desktop_app.domain.run import Run
from desktop_app.library.run_library import RunLibrary


def run(run_id: str = "20260101-000000", **changes: Any) -> Run:
    made = Run(
        id=run_id,
        created="2026-01-01T00:00:00+00:00",
        concept=rod(),
        request=tiny_request(Path("starter")),
        computed=False,
        status="running",
        frames_done=0,
        body=PixelBox(1.0, 2.0, 30.5, 20.0),
        probe=Probe(1.0, 11.0, 30.0, 11.0),
        timings_s={"denoising": 1.5},
        failure=None,
    )
    return replace(made, **changes)


class PlainClip:
    """A clip kept without ffmpeg: the library does not care how."""

    def __init__(self, path: Path, size: tuple[int, int], fps: float) -> None:
        self._path, self._frames, self._fps = path, np.empty((0, size[1], size[0], 3), np.uint8), fps

    def append(self, frames: Frames) -> None:
        self._frames = np.concatenate([self._frames, frames])
        self.close()

    def close(self) -> None:
        with self._path.open("wb") as file:
            np.savez(file, frames=self._frames, fps=self._fps)


def read_plain_clip(path: Path) -> VideoClip:
    with np.load(path) as stored:
        return VideoClip(stored["frames"], float(stored["fps"]))


def library(root: Path) -> RunLibrary:
    return RunLibrary(root, PlainClip, read_plain_clip)
