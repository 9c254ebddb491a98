"""A contact sheet of generated clips, each below the clip that a perfect model would have made."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from desktop_app.domain.clip import Frames

MOMENTS = (4, 12, 32)
EVERY_PIXEL = 2
ACROSS = 4
GAP_PX = 4


def save_tile(file: Path, truth: Frames, generated: Frames) -> None:
    """Some moments of a clip, the truth above."""
    file.parent.mkdir(parents=True, exist_ok=True)
    rows = [
        np.concatenate([_small(clip[moment]) for moment in MOMENTS], axis=1) for clip in (truth, generated)
    ]
    Image.fromarray(np.concatenate(rows)).save(file)


def save_sheet(file: Path, tiles: Path) -> None:
    """Put the tiles of a folder side by side; nothing is written where there are none."""
    pictures = [np.asarray(Image.open(tile)) for tile in sorted(tiles.glob("*.png"))]
    if not pictures:
        return
    height, width, _ = pictures[0].shape
    down = -(-len(pictures) // ACROSS)
    sheet = np.full((down * (height + GAP_PX), ACROSS * (width + GAP_PX), 3), 255, np.uint8)
    for number, picture in enumerate(pictures):
        top, left = number // ACROSS * (height + GAP_PX), number % ACROSS * (width + GAP_PX)
        sheet[top : top + height, left : left + width] = picture
    Image.fromarray(sheet).save(file)


def _small(frame: Frames) -> Frames:
    return frame[::EVERY_PIXEL, ::EVERY_PIXEL]
