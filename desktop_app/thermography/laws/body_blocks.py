"""A clip on blocks coarse enough to resample a few hundred times."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from desktop_app.domain.clip import PixelBox
from desktop_app.thermography.laws.block_means import Array, block_means, block_starts
from desktop_app.thermography.laws.evidence import Evidence
from desktop_app.thermography.laws.resampling import DRAWS, Resampler

BLOCKS_ALONG_PROBE = 22
BLOCKS_IN_TIME = 24
MANY_BLOCKS = 600
FEWER_DRAWS = 100
"""Of bodies on many blocks, in half as many blocks of time."""
LEAST_READ = 0.5
"""Of a clip's frames that a cell must be read in to be of the body."""


@dataclass(frozen=True, eq=False)
class Blocks:
    """Levels on blocks of cells and frames.

    Attributes:
        level: (frame, row, column), NaN outside the body; along a probe there is one row.
        clips: the same clip as it could have come out as well.
        body: (row, column).
        rows, columns: first cell of each block, and one past the last: of the field, or samples.
        times: first frame of each block, and one past the last.
    """

    level: Array
    clips: Resampler
    body: NDArray[np.bool_]
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    times: NDArray[np.intp]

    def draws(self, *, recoloured: bool = True) -> Array:
        """(draw, frame, row, column) of resampled clips, NaN outside the body."""
        drawn = self.clips.clips(recoloured=recoloured)
        return np.stack([clip.reshape(self.level.shape) for clip in drawn])

    def noise_of(self, draws: Array) -> float:
        """What resampled clips differ from what their noise was put on by, 1 σ."""
        return float(np.nanstd(draws - self.smooth))

    @property
    def smooth(self) -> Array:
        """(frame, row, column), what the noise is put on."""
        return np.asarray(self.clips.smooth.reshape(self.level.shape))


def field_blocks(evidence: Evidence, size: int, *, trimmed: bool = True) -> Blocks | None:
    """The visible body in blocks of `size` cells a side; None where nothing of it is there.

    Its outermost cells are left out where `trimmed`.

    At the outline colours of body and background run into each other: what is left is a part of the body as
    good as the whole, with an outline of its own.
    """
    if evidence.field is None or evidence.field_clips is None:
        return None
    level = evidence.field.level.astype(np.float64)
    read = np.isfinite(level).mean(axis=0) >= LEAST_READ
    within = ndimage.binary_erosion(read, structure=np.ones((3, 3), dtype=np.bool_)) if trimmed else read
    if not within.any():
        return None
    many = within.sum() > MANY_BLOCKS * size**2
    together = _frames_together(len(level), BLOCKS_IN_TIME // 2 if many else BLOCKS_IN_TIME)
    return _blocks(
        level, evidence.field_clips, within, (together, size, size), draws=FEWER_DRAWS if many else DRAWS
    )


def probe_block_size(samples: int) -> int:
    """Samples in a block of a probe."""
    return max(1, round(samples / BLOCKS_ALONG_PROBE))


def probe_blocks(evidence: Evidence, size: int) -> Blocks:
    """The probe in blocks of `size` samples, but for what is next to its ends and mixed with background."""
    level = evidence.profile.level
    within = np.ones(level.shape[1], dtype=np.bool_)
    rim = max(1, level.shape[1] // 64)
    within[:rim] = within[-rim:] = False
    sizes = (_frames_together(len(level), BLOCKS_IN_TIME), size)
    return _blocks(level, evidence.profile_clips, within, sizes, draws=DRAWS)


def pixel_box(blocks: Blocks, box: PixelBox, cells: tuple[int, int], row: int, column: int) -> PixelBox:
    """Where a block is in the picture.

    Args:
        blocks: of a field.
        box: what the field's cells cover.
        cells: rows and columns of the field.
        row: of the block.
        column: of the block.
    """
    down, across = (box.bottom - box.top) / cells[0], (box.right - box.left) / cells[1]
    return PixelBox(
        box.left + across * float(blocks.columns[column]),
        box.top + down * float(blocks.rows[row]),
        box.left + across * float(blocks.columns[column + 1]),
        box.top + down * float(blocks.rows[row + 1]),
    )


def _blocks(
    level: Array, clips: Resampler, within: NDArray[np.bool_], sizes: tuple[int, ...], *, draws: int
) -> Blocks:
    means = block_means(np.where(within, level, np.nan), sizes)
    edges = [
        np.append(block_starts(length, size), length) for length, size in zip(level.shape, sizes, strict=True)
    ]
    if level.ndim == 2:
        means, edges = means[:, None, :], [edges[0], np.array([0, 1]), edges[1]]
    body = np.asarray(np.isfinite(means).all(axis=0))
    return Blocks(means, clips.coarsened(sizes, within, draws=draws), body, edges[1], edges[2], edges[0])


def _frames_together(count: int, most: int) -> int:
    return max(1, -(-count // most))
