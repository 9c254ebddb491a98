"""Inverting a whole clip's colours, beside a cKDTree asked for every pixel of the same frames.

The clip is a heated plate, noisy, through H.264, 121 frames of 1280×704. The tree holds the palette's
polyline in Oklab, eight points to a segment, and finds the nearest of them; it is timed on a few frames
spread over the clip, and that time is scaled up to all of them. Both work on one thread, and seconds are of
its processor time, so that what else the computer does hardly counts.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.special import erfc

from desktop_app.composition import resources
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.look import Look
from desktop_app.media.encode import write_video
from desktop_app.media.source import open_video
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.inversion import PaletteInverter
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import Painter, place_body

NUM_FRAMES, SIZE, CELLS, CRF, NOISE = 121, (1280, 704), (48, 128), 18, 2.0
FRAMES_FOR_THE_TREE = (5, 60, 115)
POINTS_PER_SEGMENT = 8
OF_THE_PALETTE = 0.02
LOOKS = ("inferno", "rainbow")
Picture = NDArray[np.uint8]
Levels = NDArray[np.float32]


class Tree:
    """Nearest of the points along a palette's polyline."""

    def __init__(self, look: Look) -> None:
        """Lay the points."""
        assert look.palette is not None
        corners = oklab(look.palette)
        self._last = (len(corners) - 1) * POINTS_PER_SEGMENT
        at = np.linspace(0, len(corners) - 1, self._last + 1)
        points = [np.interp(at, np.arange(len(corners)), corners[:, axis]) for axis in range(3)]
        self._tree = cKDTree(np.stack(points, axis=1))

    def levels(self, picture: Picture) -> Levels:
        """(row, column) of a picture."""
        _, nearest = self._tree.query(oklab(picture))
        return np.asarray(nearest / self._last, dtype=np.float32)


def main() -> None:
    """Print seconds and their ratio, how far the answers are apart, and by how much memory's peak grew."""
    table = LookTable(resources() / "palettes")
    for name in LOOKS:
        look = table.get(name)
        with TemporaryDirectory() as folder:
            path = Path(folder) / "clip.mp4"
            write_video(path, _painted(look), SIZE, 24, {}, CancelToken(), CRF)
            _compare(look, path)


def _compare(look: Look, path: Path) -> None:
    before, ours = _peak_MiB(), 0.0
    inverter, picked = PaletteInverter(look), []
    for number, frame in enumerate(open_video(path).frames()):
        begun = time.process_time()
        found = inverter.invert(frame)
        ours += time.process_time() - begun
        if number in FRAMES_FOR_THE_TREE:
            picked.append((frame, found))
    grown = _peak_MiB() - before
    tree, theirs, apart = Tree(look), 0.0, []
    for frame, found in picked:
        begun = time.process_time()
        other = tree.levels(frame)
        theirs += time.process_time() - begun
        apart.append(np.abs(other - found.level)[found.distance < OF_THE_PALETTE])
    theirs *= NUM_FRAMES / len(picked)
    median, most = np.quantile(np.concatenate(apart), [0.5, 0.999])
    print(f"{look.name}, {NUM_FRAMES} frames of {SIZE[0]}×{SIZE[1]}, H.264 at CRF {CRF}")
    print(f"  ours {ours:.2f} s, cKDTree {theirs:.1f} s (from {len(picked)} frames), memory +{grown:.0f} MiB")
    print(f"  on the palette apart by {median:.5f} of the span, median, and {most:.5f} at 99.9 %")
    print(f"ratio: {ours / theirs:.4f} (at most 0.1 wanted)")


def _painted(look: Look) -> Iterator[Picture]:
    """Frames of a plate heated along its left edge, less so towards its rim, with noise."""
    random = np.random.default_rng(0)
    painter = Painter(look, (0.0, 1.0), CELLS, SIZE, place_body((0.3, 0.15), *SIZE))
    x = (np.arange(CELLS[1]) + 0.5) / CELLS[1]
    y = (np.arange(CELLS[0]) + 0.5) / CELLS[0]
    rim = 1 - 0.2 * (2 * y[:, None] - 1) ** 2
    for time_share in np.linspace(0, 1, NUM_FRAMES):
        field = rim * erfc(x / (0.03 + 0.9 * np.sqrt(time_share)))
        noise = random.normal(0, NOISE, (SIZE[1], SIZE[0], 1)).astype(np.float32)
        yield np.clip(np.rint(painter.paint(field.astype(np.float32)) + noise), 0, 255).astype(np.uint8)


def _peak_MiB() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
