"""Reading temperature along a probe from the colours of every frame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames, Probe
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.domain.text import Text, say
from desktop_app.thermography.inversion import OFF_PALETTE, PaletteInverter, confidence_of
from desktop_app.thermography.noise import noise_of
from desktop_app.thermography.probe_pixels import BandPixels, band_points

SAMPLES = 128
END_CONFIDENCE = 0.3
"""Highest confidence of a sample at an end of the palette: it is that hot or cold at least, not exactly."""
LEAST_CONFIDENCE = 1e-4
UNREADABLE_SHARE = 0.6


class ProbeReader:
    """Reads temperature along a probe, some frames at a time, from pixels alone."""

    def __init__(
        self,
        look: Look,
        temperature_range_K: tuple[float, float],
        probe: Probe,
        size: tuple[int, int],
        *,
        ends_declared: bool,
        motion: CameraMotion | None = None,
        samples: int = SAMPLES,
    ) -> None:
        """Prepare for frames of one size.

        Args:
            look: the palette the clip is in.
            temperature_range_K: what its lowest and highest colour stand for, K.
            probe: where to read; the band across it is averaged.
            size: width and height of the frames, pixels.
            ends_declared: whether the range's ends are declared boundary or initial values, so that a
                sample at an end is no saturation.
            motion: of the camera, which the probe follows; None where it stands still or nobody looked.
            samples: along the probe.
        """
        self._look, self._range, self._probe = look, temperature_range_K, probe
        self._ends_declared = ends_declared
        self._motion, self._size = motion, size
        self._position = np.linspace(0.0, 1.0, samples)
        self._points = band_points(probe, self._position)
        self._still = self._points.pixels(size)
        self._count = 0
        self._inverter = PaletteInverter(look) if look.readable else None
        self._levels: list[NDArray[np.float32]] = []
        self._confidences: list[NDArray[np.float32]] = []
        self._off_palette: list[NDArray[np.float32]] = []

    def add(self, frames: Frames) -> None:
        """Read the next frames: (frame, row, column, 3) uint8 RGB."""
        if self._inverter is None:
            return
        if self._motion is not None and self._motion.moved:
            for number, frame in enumerate(frames, start=self._count):
                moved = self._points.moved(self._motion, number, self._size)
                self._read(frame[None], moved.pixels(self._size), self._inverter)
        else:
            self._read(frames, self._still, self._inverter)
        self._count += len(frames)

    def _read(self, frames: Frames, band: BandPixels, inverter: PaletteInverter) -> None:
        found = inverter.invert(band.of(frames))
        confident = confidence_of(found)
        weight = np.maximum(confident, LEAST_CONFIDENCE) * band.share
        self._levels.append((found.level * weight).sum(axis=2) / weight.sum(axis=2))
        self._confidences.append(np.minimum((confident * band.share).sum(axis=2), 1.0))
        self._off_palette.append(((found.distance > OFF_PALETTE) * band.share).sum(axis=2))

    def reading(self, time_s: NDArray[np.float64]) -> Reading:
        """The reading of all frames added so far; `time_s` is (frame,) of exactly these."""
        if self._inverter is None:
            return self.unreadable(say("This look has no temperature scale to read."), 1.0)
        low, high = self._range
        if low >= high:
            return self.unreadable(say("No two temperatures are named for this clip's scale."), 1.0)
        off_palette = float(np.concatenate(self._off_palette).mean())
        if off_palette > UNREADABLE_SHARE:
            reason = say(
                "The colours along the probe are not those of the palette “{look}”.", look=self._look.name
            )
            return self.unreadable(reason, off_palette)
        level, confidence = np.concatenate(self._levels), np.concatenate(self._confidences)
        at_end = (level <= 0.0) | (level >= 1.0)
        beyond = np.where(level <= 0.0, -1, np.where(level >= 1.0, 1, 0)).astype(np.int8)
        return Reading(
            readable=True,
            reason=None,
            look=self._look.name,
            temperature_range_K=self._range,
            probe=self._probe,
            temperature_K=(low + level * (high - low)).astype(np.float32),
            confidence=np.where(at_end, np.minimum(confidence, END_CONFIDENCE), confidence),
            sigma_K=noise_of(level) * np.float32(high - low),
            censored=np.zeros_like(beyond) if self._ends_declared else beyond,
            position=self._position,
            time_s=time_s,
            saturated_fraction=0.0 if self._ends_declared else float(at_end.mean()),
            off_palette_fraction=off_palette,
            camera_moved=None if self._motion is None else self._motion.moved,
        )

    def unreadable(self, reason: Text, off_palette: float = 0.0) -> Reading:
        """A reading of nothing, for a reason."""
        nothing, none = np.empty((0, 0), dtype=np.float32), np.empty(0)
        return Reading(
            readable=False,
            reason=reason,
            look=self._look.name,
            temperature_range_K=self._range,
            probe=self._probe,
            temperature_K=nothing,
            confidence=nothing,
            sigma_K=nothing,
            censored=nothing.astype(np.int8),
            position=none,
            time_s=none,
            saturated_fraction=0.0,
            off_palette_fraction=off_palette,
        )
