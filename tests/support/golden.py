"""Pictures of widgets, compared with those a person has looked at."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from support.paths import ROOT

GOLDEN = ROOT / "tests" / "golden"
BOUND = 3.0
"""Mean absolute difference of all channels, of 255; another rasteriser's text stays below it."""


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
    difference = float(np.abs(seen.astype(np.int16) - golden).mean())
    if difference > bound:
        image.save(str(path.with_suffix(".seen.png")))
    assert difference <= bound, (
        f"{name}: {difference:.2f} of 255 away from the golden picture (bound {bound})"
    )


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(row, column, RGB) of a picture, one to one."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()
