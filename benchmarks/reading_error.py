"""How far colours read back are from the temperatures painted, by look and by quality of H.264."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from scipy.special import erfc

from desktop_app.composition import resources
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.look import Look
from desktop_app.media.encode import write_video
from desktop_app.media.source import read_clip
from desktop_app.thermography.inversion import PaletteInverter
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import Painter, place_body

NUM_FRAMES, SIZE, RANGE = 8, (480, 272), (0.0, 1.0)
BODY = place_body((0.3, 0.12), *SIZE)
INSIDE = slice(int(BODY.top), int(BODY.bottom)), slice(int(BODY.left), int(BODY.right))
NOISES, QUALITIES = (1.5, 5.0), (18, 23, 28, 33)
Field = NDArray[np.float32]


def main() -> None:
    """Print |error| in % of the span, median and 95th percentile, over all pixels of the body."""
    looks = LookTable(resources() / "palettes")
    for noise in NOISES:
        print(f"noise of {noise} bytes before H.264; median / 95th percentile of |error|, % of span")
        print("  " + "look".ljust(15) + "".join(f"CRF {crf}".rjust(14) for crf in QUALITIES))
        for look in (each for each in looks.all if each.readable):
            errors = [_errors(look, noise, crf) for crf in QUALITIES]
            cells = [f"{np.median(each):.2f} / {np.quantile(each, 0.95):.2f}".rjust(14) for each in errors]
            print("  " + look.name.ljust(15) + "".join(cells), flush=True)


def _errors(look: Look, noise: float, crf: int) -> Field:
    fields = list(_fields())
    painter = Painter(look, RANGE, fields[0].shape, SIZE, BODY)
    random = np.random.default_rng(0)
    exact = np.stack([painter.paint(field[::-1]) for field in fields])
    frames = np.clip(np.rint(exact + random.normal(0, noise, exact.shape)), 0, 255).astype(np.uint8)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        write_video(path, iter(frames), SIZE, 24, {}, CancelToken(), crf)
        seen = read_clip(path).frames[:, *INSIDE]
    level = PaletteInverter(look).invert(seen).level
    return np.asarray(100 * np.abs(level - np.stack(fields)).ravel(), dtype=np.float32)


def _fields() -> Iterator[Field]:
    """A cell for each pixel of the body: a front from the left that lags towards the rim, row 0 on top."""
    rows, columns = (side.stop - side.start for side in INSIDE)
    x = (np.arange(columns) + 0.5) / columns
    rim = 1 - 0.3 * (2 * (np.arange(rows)[:, None] + 0.5) / rows - 1) ** 2
    for share in np.linspace(0, 1, NUM_FRAMES):
        yield (rim * erfc(x / (0.03 + 0.9 * np.sqrt(share)))).astype(np.float32)


if __name__ == "__main__":
    main()
