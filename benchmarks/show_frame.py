"""How long showing one 1280×704 frame with its overlay takes, beside `pg.ImageView.setImage` alone."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.clip import Probe, VideoClip
from desktop_app.domain.look import Look
from desktop_app.domain.reading import Reading
from desktop_app.ui.clip.clip_panel import ClipPanel
from desktop_app.ui.icons import use_icons
from desktop_app.ui.theme import DARK, apply_theme

WIDTH, HEIGHT, NUM_FRAMES, SAMPLES, ROUNDS = 1280, 704, 24, 128, 10
RANGE_K = (293.15, 1073.15)


class PaintCounter(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Count, and let it happen."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Print both medians and their ratio."""
    app = QApplication([])
    use_icons(Path(__file__).resolve().parents[1] / "resources" / "icons")
    apply_theme(app, DARK)
    frames = np.random.default_rng(0).integers(0, 256, (NUM_FRAMES, HEIGHT, WIDTH, 3), np.uint8)
    panel, ours = _clip_panel(frames)
    view, theirs = _image_view(frames)
    panel_paints, view_paints = PaintCounter(panel.stage), PaintCounter(view.ui.graphicsView.viewport())
    ours_ms, theirs_ms = [], []
    for _ in range(ROUNDS):
        ours_ms += [_time_ms(app, ours, number) for number in range(NUM_FRAMES)]
        theirs_ms += [_time_ms(app, theirs, number) for number in range(NUM_FRAMES)]
    if min(panel_paints.count, view_paints.count) < ROUNDS * NUM_FRAMES:
        raise SystemExit("not every frame was painted")
    clip, image = statistics.median(ours_ms), statistics.median(theirs_ms)
    late = sorted(ours_ms)[round(0.99 * len(ours_ms)) - 1]
    print(f"show a 1280×704 frame with overlay: {clip:.2f} ms median, {late:.2f} ms p99 (at most 8 wanted)")
    print(f"pg.ImageView.setImage, no overlay:  {image:.2f} ms median")
    print(f"ratio: {clip / image:.3f}")
    panel.close()
    view.close()


def _time_ms(app: QApplication, show: Callable[[int], None], number: int) -> float:
    """Milliseconds from asking for a frame until it and everything over it is painted."""
    start = time.perf_counter()
    show(number)
    app.processEvents()
    return (time.perf_counter() - start) * 1e3


def _clip_panel(frames: NDArray[np.uint8]) -> tuple[ClipPanel, Callable[[int], None]]:
    """The app's own panel, its picture exactly 1280×704."""
    palette = np.linspace(0, 255, 256)[:, None].repeat(3, 1).astype(np.uint8)
    panel = ClipPanel()
    panel.set_clip(VideoClip(frames, 24.0), Look("white_hot", palette, False, ""), RANGE_K, False)
    position = np.linspace(0.0, 1.0, SAMPLES)
    rise = np.linspace(1.0, 4.0, NUM_FRAMES)[:, None]
    solution = (RANGE_K[0] + 780.0 * np.exp(-position * 8.0 / rise)).astype(np.float32)
    noise = np.random.default_rng(1).normal(0, 8, solution.shape)
    panel.set_reading(
        Reading(
            readable=True,
            reason=None,
            look="white_hot",
            temperature_range_K=RANGE_K,
            probe=Probe(80.0, 352.0, 1200.0, 352.0),
            temperature_K=(solution + noise).astype(np.float32),
            confidence=np.full(solution.shape, 0.9, np.float32),
            sigma_K=np.full(solution.shape, 8.0, np.float32),
            censored=np.zeros(solution.shape, np.int8),
            position=position,
            time_s=np.linspace(0.0, 60.0, NUM_FRAMES),
            saturated_fraction=0.0,
            off_palette_fraction=0.0,
        )
    )
    panel.set_solution(solution)
    panel.show()
    panel.resize(WIDTH + 200, HEIGHT + 200)
    panel.stage.setFixedSize(WIDTH, HEIGHT)

    return panel, panel.seek


def _image_view(frames: NDArray[np.uint8]) -> tuple[pg.ImageView, Callable[[int], None]]:
    """pyqtgraph's own way to show a picture, at the same size."""
    view = pg.ImageView()
    view.resize(WIDTH + 200, HEIGHT + 200)
    view.show()

    def show(number: int) -> None:
        view.setImage(frames[number].swapaxes(0, 1), autoRange=False)

    return view, show


if __name__ == "__main__":
    main()
