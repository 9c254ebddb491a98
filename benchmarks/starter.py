"""The starter model on this CPU: cold and warm through the app's worker, beside diffusers' own pipeline.

python -m benchmarks.starter [MODEL] [--keep FILE]
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True)
class Figures:
    """Medians of the runs.

    Attributes:
        first_s, all_s, first_processor_s, all_processor_s: of warm runs.
        cold_s, cold_processor_s: how much more the first run took.
        peak, stock_peak: largest memory of the worker and of diffusers' own pipeline, bytes.
        stock_s: seconds of diffusers' own pipeline.
        cores: of this computer.
    """

    first_s: float
    all_s: float
    first_processor_s: float
    all_processor_s: float
    cold_s: float
    cold_processor_s: float
    peak: int
    stock_s: float
    stock_peak: int
    cores: int


def main() -> None:
    """Print seconds, peaks and their ratios for the folder named, else the starter model, else a stand-in."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.starter", description=__doc__)
    parser.add_argument("model", nargs="?", type=Path)
    parser.add_argument("--keep", type=Path, help="write the figures to this file too, for the model card")
    options = parser.parse_args()
    with TemporaryDirectory() as name:
        model, what = _model(Path(name), options.model)
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
        warm = [run for run, _ in pairs]
        figures = _figures(cold, warm, statistics.median(seconds for _, seconds in pairs), stock_peak.bytes)
        _report(figures, warm)
        if options.keep:
            options.keep.write_text(json.dumps(asdict(figures), indent=1) + "\n", encoding="utf-8")


def _figures(cold: Run, warm: list[Run], stock_s: float, stock_peak: int) -> Figures:
    def median(of: Callable[[Run], float]) -> float:
        return statistics.median(map(of, warm))

    whole, used = median(lambda run: run.all_s), median(lambda run: run.all_processor_s)
    return Figures(
        first_s=median(lambda run: run.first_s),
        all_s=whole,
        first_processor_s=median(lambda run: run.first_processor_s),
        all_processor_s=used,
        cold_s=cold.all_s - whole,
        cold_processor_s=cold.all_processor_s - used,
        peak=max(run.peak for run in (cold, *warm)),
        stock_s=stock_s,
        stock_peak=stock_peak,
        cores=os.cpu_count() or 1,
    )


def _report(of: Figures, warm: list[Run]) -> None:
    stages = [f"{stage} {statistics.median(run.stages_s[stage] for run in warm):.2f} s" for stage in STAGES]
    print(
        f"warm: first frame {of.first_s:.1f} s (at most 6 wanted), all {of.all_s:.1f} s (at most 15 wanted)"
    )
    print(f"      {', '.join(stages)}")
    print(
        f"      of processor time {of.first_processor_s:.1f} s and {of.all_processor_s:.1f} s, "
        "with all cores but one at work"
    )
    print(f"cold: {of.cold_s:.1f} s more (at most 15 wanted), {of.cold_processor_s:.1f} s of processor time")
    print(
        f"ratio: {of.all_s / of.stock_s:.2f} of WanPipeline's own {of.stock_s:.1f} s, "
        f"the first frame {of.first_s / of.stock_s:.2f}"
    )
    print(
        f"peak memory: {of.peak / 1e9:.2f} GB (at most 1.5 wanted), "
        f"{of.peak / of.stock_peak:.2f} of WanPipeline's"
    )


def _model(folder: Path, named: Path | None) -> tuple[Path, str]:
    """A model folder and what it is."""
    if named is not None:
        return named, str(named)
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
