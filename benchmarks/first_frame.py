"""How soon the first frame is there, and whether memory grows with the clip: a Wan folder on this CPU."""

from __future__ import annotations

import statistics
import sys
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import EngineFinished, FramesDecoded, StageProgressed
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.supervisor import WorkerSupervisor

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, LENGTHS = 3, (33, 65)


def main() -> None:
    """Print the time to the first frame over that of the whole decode, and the peaks by length."""
    sys.path.insert(0, str(ROOT / "tests"))
    from support.tiny_wan import build_tiny_wan

    with TemporaryDirectory() as name:
        folder = Path(name)
        model = build_tiny_wan(folder / "model")
        for frames in LENGTHS:
            worker = WorkerSupervisor(folder / "work", folder / "cache")
            try:
                _generate(worker, model, 5)
                before = _memory(worker)
                runs = [_generate(worker, model, frames) for _ in range(ROUNDS)]
            finally:
                worker.close()
            first, whole = statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)
            peak = max(r[2] for r in runs) - before
            print(
                f"{frames} frames of 320×192: first {first:.2f} s after the decode began, all {whole:.2f} s"
            )
            print(f"ratio: {first / whole:.3f} (at most 0.125 wanted for 33); peak +{peak / 2**20:.0f} MB")


def _generate(worker: WorkerSupervisor, model: Path, frames: int) -> tuple[float, float, int]:
    """Seconds to the first frame and to the last after the decode began, and the worker's peak in bytes."""
    request = GenerationRequest(str(model), "a copper rod", "", 320, 192, frames, 24, 2, 1.0, 0, "inferno")
    began = first = last = 0.0
    with _PeakOf(worker) as peak:
        for event in worker.generate(request, CancelToken()):
            now = time.perf_counter()
            if isinstance(event, StageProgressed) and event.stage == "decoding" and not began:
                began = now
                peak.start()
            elif isinstance(event, FramesDecoded):
                first, last = first or now, now
            elif isinstance(event, EngineFinished):
                break
    return first - began, last - began, peak.bytes


def _memory(worker: WorkerSupervisor) -> int:
    return int(psutil.Process(worker.worker_pid).memory_info().rss)


class _PeakOf:
    """The largest resident memory of the worker, looked at every 10 ms."""

    def __init__(self, worker: WorkerSupervisor) -> None:
        self.bytes = 0
        self._worker = worker
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def start(self) -> None:
        self._thread.start()

    def __enter__(self) -> _PeakOf:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        process = psutil.Process(self._worker.worker_pid)
        while not self._stop.wait(0.01):
            self.bytes = max(self.bytes, int(process.memory_info().rss))


if __name__ == "__main__":
    main()
