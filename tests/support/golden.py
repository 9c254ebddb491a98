"""Pictures of widgets, compared with those a person has looked at."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from support.paths import ROOT

GOLDEN = ROOT / "tests" / "golden"
TILE = 32
BOUND = 4.5
"""Mean absolute difference of all channels of a tile, of 255; a missing curve makes 6 (see test_golden)."""


def check_golden(config: pytest.Config, name: str, image: QImage, bound: float = BOUND) -> None:
    """Compare a picture with tests/golden/`name`.png, or write it anew under `--rewrite-golden`."""
    path = GOLDEN / f"{name}.png"
    if config.getoption("--rewrite-golden"):
        GOLDEN.mkdir(exist_ok=True)
        assert image.save(str(path)), f"{path} could not be written"
        return
    assert path.is_file(), f"{path.name} is missing: run pytest --rewrite-golden and look at it"
    seen, golden = pixels(image), pixels(QImage(str(path)))
    assert seen.shape == golden.shape, f"{name}: {seen.shape} instead of {golden.shape}"
    differences = by_tile(seen, golden)
    row, column = np.unravel_index(differences.argmax(), differences.shape)
    worst = float(differences[row, column])
    if worst > bound:
        image.save(str(path.with_suffix(".seen.png")))
    assert worst <= bound, (
        f"{name}: {worst:.2f} of 255 away from the golden picture (bound {bound}) "
        f"around x {column * TILE}, y {row * TILE}; {(differences > bound).sum()} of {differences.size} tiles"
    )


def by_tile(seen: NDArray[np.uint8], golden: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(row, column) mean absolute difference of each tile of two pictures of one size."""
    apart = np.abs(seen.astype(np.int16) - golden).mean(axis=2)
    rows, columns = (np.arange(0, length, TILE) for length in apart.shape)
    sums = np.add.reduceat(np.add.reduceat(apart, rows, axis=0), columns, axis=1)
    sizes = np.outer(np.diff([*rows, apart.shape[0]]), np.diff([*columns, apart.shape[1]]))
    return np.asarray(sums / sizes)


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(row, column, RGB) of a picture, one to one."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
