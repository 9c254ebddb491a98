"""The files of one run beside its `run.json`."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.files import atomic_write
from desktop_app.domain.reading import Reading
from desktop_app.library.arrays import (
    load_motion,
    load_reading,
    load_solution,
    save_motion,
    save_reading,
    save_solution,
)
from desktop_app.library.clip_store import ClipWriter, ReadClip, WriteClip

CLIP_FILE = "clip.mkv"


class RunFiles:
    """Clip, solution, reading and thumbnail of a run, each written whole or, for the clip, frame by frame.

    Saving raises `ExportFailed` with the cause; loading what is damaged raises another `HeatSketchError`.
    """

    def __init__(self, folder: Path, write_clip: WriteClip, read_clip: ReadClip) -> None:
        self._write_clip = write_clip
        self._read_clip = read_clip
        self.folder = folder
        self.clip = folder / CLIP_FILE
        self.solution = folder / "solution.npz"
        self.reading = folder / "profile.npz"
        self.motion = folder / "motion.npz"
        self.thumbnail = folder / "thumbnail.png"

    def start_clip(self, size: tuple[int, int], fps: float) -> ClipWriter:
        """Begin the clip: frames of `size` (width, height), to be appended as they are decoded."""
        return self._write_clip(self.clip, size, fps)

    def load_clip(self) -> VideoClip:
        """The clip, up to the last frame that reached the disk."""
        return self._read_clip(self.clip)

    def save_solution(self, solution: TemperatureField) -> None:
        """Keep the solution of the heat equation."""
        save_solution(self.solution, solution)

    def load_solution(self) -> TemperatureField | None:
        """The solution, None where the run has none."""
        return load_solution(self.solution) if self.solution.exists() else None

    def save_reading(self, reading: Reading) -> None:
        """Keep the reading."""
        save_reading(self.reading, reading)

    def load_reading(self) -> Reading | None:
        """The reading, None where the run has none yet."""
        return load_reading(self.reading) if self.reading.exists() else None

    def save_motion(self, motion: CameraMotion) -> None:
        """Keep how the camera moved."""
        save_motion(self.motion, motion)

    def load_motion(self) -> CameraMotion | None:
        """How the camera moved, None where nobody looked."""
        return load_motion(self.motion) if self.motion.exists() else None

    def save_thumbnail(self, png: bytes) -> None:
        """Keep a small picture of the clip."""
        with atomic_write(self.thumbnail) as part:
            part.write_bytes(png)
