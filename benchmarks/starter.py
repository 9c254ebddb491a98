"""The starter model on this CPU: cold and warm through the app's worker, beside diffusers' own pipeline."""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil

from desktop_app.composition import resources
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import EngineFinished, FramesDecoded
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.supervisor import WorkerSupervisor
from desktop_app.workflow.orders import STARTER_CLIP

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3
PROMPT = (
    "A copper rod heated by a flame at its left end, seen from the side by a thermal camera, inferno look. "
    "Heat spreads evenly from left to right. Fixed camera, plain dark background."
)
NEGATIVE_PROMPT = "camera motion, zoom, cut, text, people, smoke"
STAGES = ("loading", "encoding", "denoising", "decoding")


@dataclass(frozen=True)
class Run:
    """One generation.

    Attributes:
        first_s, all_s: seconds to the first frame and to the last.
        first_processor_s, all_processor_s: the same of the worker's processor time, which other programs on
            this computer hardly change.
        stages_s: seconds by stage.
        peak: the worker's largest memory, bytes.
    """

    first_s: float
    all_s: float
    first_processor_s: float
    all_processor_s: float
    stages_s: dict[str, float]
    peak: int


def main() -> None:
    """Print seconds, peaks and their ratios for the folder named, else the starter model, else a stand-in."""
    with TemporaryDirectory() as name:
        model, what = _model(Path(name))
        request = _request(model)
        frames = f"{request.num_frames} frames of {request.width}×{request.height}"
        print(f"{what}: {frames}, {request.num_inference_steps} denoising steps with guidance")
        worker = WorkerSupervisor(Path(name) / "work", Path(name) / "cache")
        spawn = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(1, spawn, _load_stock, (model,)) as stock:
                cold = _generate(worker, request)
                pid = stock.submit(os.getpid).result()
                with _PeakMemory(lambda: pid) as stock_peak:
                    pairs = [(_generate(worker, request), _stock(stock, request)) for _ in range(ROUNDS)]
        finally:
            worker.close()
        _report(cold, [run for run, _ in pairs], [seconds for _, seconds in pairs], stock_peak.bytes)


def _report(cold: Run, warm: list[Run], stock_s: list[float], stock_peak: int) -> None:
    def median(of: Callable[[Run], float]) -> float:
        return statistics.median(map(of, warm))

    first, whole = median(lambda run: run.first_s), median(lambda run: run.all_s)
    used_first, used = median(lambda run: run.first_processor_s), median(lambda run: run.all_processor_s)
    stock, peak = statistics.median(stock_s), max(run.peak for run in (cold, *warm))
    stages = [f"{stage} {statistics.median(run.stages_s[stage] for run in warm):.2f} s" for stage in STAGES]
    print(f"warm: first frame {first:.1f} s (at most 6 wanted), all {whole:.1f} s (at most 15 wanted)")
    print(f"      {', '.join(stages)}")
    print(f"      of processor time {used_first:.1f} s and {used:.1f} s, with all cores but one at work")
    more, used_more = cold.all_s - whole, cold.all_processor_s - used
    print(f"cold: {more:.1f} s more (at most 15 wanted), {used_more:.1f} s of processor time")
    print(
        f"ratio: {whole / stock:.2f} of WanPipeline's own {stock:.1f} s, the first frame {first / stock:.2f}"
    )
    print(f"peak memory: {peak / 1e9:.2f} GB (at most 1.5 wanted), {peak / stock_peak:.2f} of WanPipeline's")


def _model(folder: Path) -> tuple[Path, str]:
    """A model folder and what it is."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1]), sys.argv[1]
    shipped = resources() / "starter_model"
    if (shipped / "model_index.json").is_file():
        return shipped, "the starter model"
    sys.path.insert(0, str(ROOT / "tests"))
    from support.tiny_wan import STARTER, build_tiny_wan

    return build_tiny_wan(folder / "model", STARTER), "random weights of the starter model's size"


def _request(model: Path) -> GenerationRequest:
    return GenerationRequest(
        str(model),
        PROMPT,
        NEGATIVE_PROMPT,
        STARTER_CLIP.width,
        STARTER_CLIP.height,
        STARTER_CLIP.num_frames,
        STARTER_CLIP.fps,
        STARTER_CLIP.num_inference_steps,
        STARTER_CLIP.guidance_scale,
        seed=0,
        look="inferno",
    )


def _generate(worker: WorkerSupervisor, request: GenerationRequest) -> Run:
    began, used_before = time.perf_counter(), _processor_s(worker)
    first = first_used = 0.0
    stages_s: dict[str, float] = {}
    with _PeakMemory(lambda: worker.worker_pid) as peak:
        for event in worker.generate(request, CancelToken()):
            if isinstance(event, FramesDecoded) and not first:
                first, first_used = time.perf_counter() - began, _processor_s(worker) - used_before
            elif isinstance(event, EngineFinished):
                stages_s = dict(event.timings_s)
    whole, used = time.perf_counter() - began, _processor_s(worker) - used_before
    return Run(first, whole, first_used, used, stages_s, peak.bytes)


def _processor_s(worker: WorkerSupervisor) -> float:
    """Seconds of processor time that the worker has taken; 0 where there is none yet."""
    if worker.worker_pid is None:
        return 0.0
    times = psutil.Process(worker.worker_pid).cpu_times()
    return float(times.user + times.system)


def _stock(stock: ProcessPoolExecutor, request: GenerationRequest) -> float:
    return stock.submit(_call_stock, request).result()


_pipeline: Any = None
"""In the process of diffusers' own pipeline, that pipeline."""


def _load_stock(model: Path) -> None:
    """Load the pipeline as diffusers does, with as many threads as the app's worker takes."""
    global _pipeline
    import torch
    from diffusers import WanPipeline
    from diffusers.utils import logging

    from desktop_app.generation.worker import usable_threads

    logging.disable_progress_bar()
    torch.set_num_threads(usable_threads())
    _pipeline = WanPipeline.from_pretrained(model, local_files_only=True, torch_dtype=torch.float32)
    _pipeline.set_progress_bar_config(disable=True)


def _call_stock(request: GenerationRequest) -> float:
    """Seconds of one call, from the prompt to the frames."""
    import torch

    began = time.perf_counter()
    _pipeline(
        prompt=request.prompt,
        negative_prompt=request.negative_prompt,
        width=request.width,
        height=request.height,
        num_frames=request.num_frames,
        num_inference_steps=request.num_inference_steps,
        guidance_scale=request.guidance_scale,
        generator=torch.Generator("cpu").manual_seed(request.seed),
    )
    return time.perf_counter() - began


class _PeakMemory:
    """The largest resident memory of a process, looked at every 10 ms once there is one."""

    def __init__(self, pid: Callable[[], int | None]) -> None:
        self.bytes = 0
        self._pid = pid
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> _PeakMemory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.01):
            pid = self._pid()
            if pid is not None:
                self.bytes = max(self.bytes, int(psutil.Process(pid).memory_info().rss))


if __name__ == "__main__":
    main()
