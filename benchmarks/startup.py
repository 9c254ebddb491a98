"""From `python main.py` to a painted window, beside the same for a bare QMainWindow; both warm."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7

_WATCH = """
import sys, time
from PySide6 import QtCore, QtWidgets

class FirstPaint(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint and watched.isWidgetType() and watched.isVisible():
            QtCore.QTimer.singleShot(0, report)
        return False

def report():
    print("PAINTED", time.time(), flush=True)
    QtWidgets.QApplication.closeAllWindows()
    QtCore.QCoreApplication.exit(0)

run = QtWidgets.QApplication.exec
def watched_exec(*args):
    filter = FirstPaint()
    QtWidgets.QApplication.instance().installEventFilter(filter)
    return run()
QtWidgets.QApplication.exec = watched_exec
"""
_APP = """
import runpy
sys.argv = ["main.py"]
sys.path.insert(0, {root!r})
runpy.run_path({main!r}, run_name="__main__")
"""
_BARE = "a = QtWidgets.QApplication([]); w = QtWidgets.QMainWindow(); w.show(); a.exec()"


def main() -> None:
    """Print both medians and their ratio."""
    program = _APP.format(root=str(ROOT), main=str(ROOT / "main.py"))
    app, bare = [], []
    with TemporaryDirectory() as folder:
        for number in range(ROUNDS + 1):
            times = _seconds(program, folder), _seconds(_BARE, folder)
            if number:
                app.append(times[0])
                bare.append(times[1])
    ours, theirs = statistics.median(app), statistics.median(bare)
    print(f"python main.py to painted window: {ours:.2f} s median of {ROUNDS} (under 1.0 wanted)")
    print(f"a bare QMainWindow:               {theirs:.2f} s median")
    print(f"ratio: {ours / theirs:.2f}")


def _seconds(program: str, folder: str) -> float:
    """Wall seconds from before the interpreter starts to the first painted window."""
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "HEATSKETCH_DATA": folder,
        "XDG_CONFIG_HOME": folder,
    }
    began = time.time()
    result = subprocess.run(
        [sys.executable, "-c", _WATCH + program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    for line in result.stdout.splitlines():
        if line.startswith("PAINTED"):
            return float(line.split()[1]) - began
    raise SystemExit(f"no window was painted: {result.stderr[-2000:]}")


if __name__ == "__main__":
    main()
