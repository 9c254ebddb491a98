"""How late a 16 ms timer in the window is while a Wan folder generates on this CPU, beside an idle window."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[1]
INTERVAL_MS, IDLE_S = 16, 5.0


class Metronome(QObject):
    """Notes how late each tick of a precise timer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._due = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Begin afresh."""
        self.late_ms.clear()
        self._due = time.perf_counter() + INTERVAL_MS / 1e3
        self._timer.start(INTERVAL_MS)

    def stop(self) -> np.ndarray:
        """End, and give the lateness of every tick in ms."""
        self._timer.stop()
        return np.array(self.late_ms)

    def _on_timeout(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._due) * 1e3))
        self._due = now + INTERVAL_MS / 1e3


def main() -> None:
    """Print p50, p99 and the worst lateness, idle and generating."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.house import make_house
    from support.tiny_wan import build_tiny_wan

    from desktop_app.composition import resources
    from desktop_app.services.settings import UserSettings
    from desktop_app.services.verbs import Verbs
    from desktop_app.ui.app import Application, dress
    from desktop_app.ui.translation import LanguageSwitch
    from desktop_app.workflow.history import list_runs

    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        build_tiny_wan(folder / "models" / "tiny-wan")
        house = make_house(folder)
        app = QApplication([])
        settings = UserSettings(folder / "settings.ini")
        verbs = Verbs(house)
        languages = LanguageSwitch(house.catalogues, app)
        dress(app, settings, languages, resources())
        application = Application(app, verbs, languages, settings)
        application.show()
        window = application.window
        window.concept.set_prompt("A copper rod heated at its left end")
        engines = verbs.engines()
        window.concept.offer(engines, engines[-1])
        _wait(1.5)

        metronome = Metronome()
        metronome.start()
        _wait(IDLE_S)
        idle = metronome.stop()
        metronome.start()
        window.concept.generate_clicked.emit()
        _wait_until(lambda: bool(list_runs(house)) and list_runs(house)[0].status != "running")
        busy = metronome.stop()
        print(f"the run: {list_runs(house)[0].status}, {list_runs(house)[0].frames_done} frames")
        window.close()
        verbs.stop_engines()
    for what, late in (("idle", idle), ("generating", busy)):
        middle, high = np.percentile(late, [50, 99])
        print(
            f"{what}: {len(late)} ticks, late by {middle:.1f} ms median, {high:.1f} ms p99, "
            f"{late.max():.1f} ms worst"
        )
    ratio = np.percentile(busy, 99) / max(np.percentile(idle, 99), 0.1)
    print(f"ratio of p99: {ratio:.1f} (p99 under 20 ms wanted while generating)")


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1e3), loop.quit)
    loop.exec()


def _wait_until(done: Callable[[], bool], look_every_s: float = 0.5) -> None:
    while not done():
        _wait(look_every_s)


if __name__ == "__main__":
    main()
