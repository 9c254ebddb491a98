"""Reading temperature over the whole visible body, in bounded memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.field_reading import FieldReading
from desktop_app.domain.look import Look
from desktop_app.thermography.inversion import OFF_PALETTE, Inversion, PaletteInverter
from desktop_app.thermography.noise import noise_of

MOST_CELLS_ALONG = 64
SMALLEST_CELL_PX = 4
MOST_FRAMES = 256
LEAST_COVERAGE = 0.6
"""Of a cell that must be of the body and of the palette's colours for it to have a value."""


@dataclass(frozen=True, eq=False)
class _Kept:
    level: NDArray[np.float32]
    censored: NDArray[np.int8]
    number: int


class FieldReader:
    """Reads the body cell by cell; of a long clip it keeps every second frame, or every fourth, and so on."""

    def __init__(
        self,
        look: Look,
        body: PixelBox,
        mask: NDArray[np.bool_],
        *,
        ends_declared: bool,
        motion: CameraMotion | None = None,
    ) -> None:
        """Prepare for frames of one size.

        Args:
            look: the palette the clip is in; it must be readable.
            body: what to read.
            mask: (row, column) of the picture, where the body is.
            ends_declared: whether the range's ends are declared values, so that nothing is censored there.
            motion: of the camera; the body is followed.
        """
        self._inverter = PaletteInverter(look)
        self._ends_declared = ends_declared
        self._motion = motion
        self._mask = mask
        self._box, self._cell, self._cells = _cells_of(body, mask.shape)
        self._kept: list[_Kept] = []
        self._stride = 1
        self._count = 0

    def add(self, frames: Frames) -> None:
        """Read the next frames: (frame, row, column, 3) uint8 RGB."""
        for frame in frames:
            if self._count % self._stride == 0:
                self._keep(frame)
            self._count += 1

    def field(self, time_s: NDArray[np.float64]) -> FieldReading:
        """The reading of all frames added so far; `time_s` is (frame,) of exactly these."""
        numbers = np.array([each.number for each in self._kept], dtype=np.int_)
        level = np.stack([each.level for each in self._kept])
        return FieldReading(
            level=level,
            sigma=noise_of(level),
            censored=np.stack([each.censored for each in self._kept]),
            frames=numbers,
            time_s=time_s[numbers],
            box=self._box,
        )

    def _keep(self, frame: NDArray[np.uint8]) -> None:
        window = self._window(frame)
        found = self._inverter.invert(window)
        self._kept.append(self._averaged(found))
        if len(self._kept) > MOST_FRAMES:
            self._kept, self._stride = self._kept[::2], self._stride * 2

    def _window(self, frame: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The pixels of the box, wherever the camera's motion has put them."""
        rows = np.arange(int(self._box.top), int(self._box.bottom))
        columns = np.arange(int(self._box.left), int(self._box.right))
        if self._motion is None or not self._motion.moved:
            return frame[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        zoom = float(self._motion.zoom[self._count])
        across, down = (float(each) for each in self._motion.shift_px[self._count])
        height, width = frame.shape[:2]
        x = np.rint(width / 2 + zoom * (columns + 0.5 - width / 2) + across - 0.5)
        y = np.rint(height / 2 + zoom * (rows + 0.5 - height / 2) + down - 0.5)
        x, y = np.clip(x, 0, width - 1).astype(np.intp), np.clip(y, 0, height - 1).astype(np.intp)
        return frame[np.ix_(y, x)]

    def _averaged(self, found: Inversion) -> _Kept:
        """Means over cells of what is of the body and of the palette."""
        top, left = int(self._box.top), int(self._box.left)
        height, width = found.level.shape
        good = self._mask[top : top + height, left : left + width] & (found.distance <= OFF_PALETTE)
        share = self._summed(good.astype(np.float32)) / self._cell**2
        level = self._summed(np.where(good, found.level, 0.0).astype(np.float32)) / self._cell**2
        at_low = self._summed((good & (found.level <= 0)).astype(np.float32)) / self._cell**2
        at_high = self._summed((good & (found.level >= 1)).astype(np.float32)) / self._cell**2
        read = share >= LEAST_COVERAGE
        beyond = np.where(at_low > share / 2, -1, np.where(at_high > share / 2, 1, 0)).astype(np.int8)
        return _Kept(
            np.where(read, level / np.maximum(share, 1e-6), np.nan).astype(np.float32),
            np.zeros_like(beyond) if self._ends_declared else beyond,
            self._count,
        )

    def _summed(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        rows, columns = self._cells
        return np.asarray(values.reshape(rows, self._cell, columns, self._cell).sum(axis=(1, 3)))


def _cells_of(body: PixelBox, size: tuple[int, ...]) -> tuple[PixelBox, int, tuple[int, int]]:
    """A box of whole cells inside the body's, the side of a cell in pixels, and rows and columns of cells."""
    left, top = max(0, round(body.left)), max(0, round(body.top))
    right, bottom = min(size[1], round(body.right)), min(size[0], round(body.bottom))
    width, height = max(1, right - left), max(1, bottom - top)
    cell = max(SMALLEST_CELL_PX, -(-max(width, height) // MOST_CELLS_ALONG))
    cell = max(1, min(cell, width, height))
    columns, rows = width // cell, height // cell
    left += (width - columns * cell) // 2
    top += (height - rows * cell) // 2
    box = PixelBox(float(left), float(top), float(left + columns * cell), float(top + rows * cell))
    return box, cell, (rows, columns)
