"""Keeping a run on disk while it happens."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import numpy as np

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames, PixelBox, VideoClip
from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.run import Run, RunStatus
from desktop_app.domain.text import Text
from desktop_app.library.run_library import RunLibrary, new_run_id
from desktop_app.media.thumbnail import thumbnail_png
from desktop_app.workflow.probing import probe_of

THUMBNAIL_AT = 0.6
"""How far into a clip its thumbnail is taken: heating has begun to show."""


def new_run(
    concept: Concept, request: GenerationRequest, *, computed: bool, body: PixelBox | None = None
) -> Run:
    """A run that is about to start."""
    return Run(
        id=new_run_id(),
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        concept=concept,
        request=request,
        computed=computed,
        status="running",
        frames_done=0,
        body=body,
        probe=None,
        timings_s={},
        failure=None,
    )


class RunRecord:
    """Writes a run's frames as they come, and how it ended.

    The frames are also held in memory, since the whole clip is read again at the end.
    """

    def __init__(self, runs: RunLibrary, run: Run, solution: TemperatureField | None) -> None:
        """Create the run on disk.

        Raises:
            HeatSketchError: the disk is full or not writable.
        """
        self._runs = runs
        self.run = run
        request = run.request
        self._frames = np.empty((request.num_frames, request.height, request.width, 3), dtype=np.uint8)
        self._files = runs.create(run)
        try:
            if solution is not None:
                self._files.save_solution(solution)
            self._writer = self._files.start_clip((request.width, request.height), request.fps)
        except HeatSketchError as error:
            with suppress(HeatSketchError):
                self._end("failed", error.message)
            raise

    @property
    def frames(self) -> Frames:
        """All frames so far: (frame, row, column, 3)."""
        return self._frames[: self.run.frames_done]

    @property
    def clip(self) -> VideoClip:
        """The clip so far."""
        return VideoClip(self.frames, self.run.request.fps)

    def append(self, first: int, frames: Frames) -> None:
        """Keep frames number `first`, `first` + 1, …, which follow the ones kept before."""
        self._frames[first : first + len(frames)] = frames
        self._writer.append(frames)
        self.run = replace(self.run, frames_done=first + len(frames))

    def place(self, body: PixelBox) -> None:
        """Remember where the body is."""
        self.run = replace(self.run, body=body)

    def keep_motion(self, motion: CameraMotion) -> None:
        """Remember how the camera moved."""
        self._files.save_motion(motion)

    def finish(self, reading: Reading, timings_s: dict[str, float]) -> Run:
        """The whole clip is there: save it, its reading and its thumbnail."""
        self._writer.close()
        self._files.save_reading(reading)
        self.run = replace(self.run, probe=reading.probe, timings_s=timings_s)
        self._save_thumbnail()
        self._end("finished", None)
        return self.run

    def abandon(self, status: RunStatus, failure: Text | None) -> None:
        """Save what there is of a run that did not reach its end; whatever goes wrong here is let be."""
        if self.run.status != "running":
            return
        if self.run.computed and self.run.body is not None:
            self.run = replace(self.run, probe=probe_of(self.run.concept, self.run.body))
        with suppress(HeatSketchError):
            self._writer.close()
        with suppress(HeatSketchError):
            self._save_thumbnail()
        with suppress(HeatSketchError):
            self._end(status, failure)

    def _save_thumbnail(self) -> None:
        if self.run.frames_done:
            frame = self.frames[int(THUMBNAIL_AT * (self.run.frames_done - 1))]
            self._files.save_thumbnail(thumbnail_png(frame))

    def _end(self, status: RunStatus, failure: Text | None) -> None:
        self.run = replace(self.run, status=status, failure=failure)
        self._runs.update(self.run)
