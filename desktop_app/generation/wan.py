"""One generation with a diffusers Wan folder: load, encode, denoise, decode."""

from __future__ import annotations

import time
from pathlib import Path

import torch

from desktop_app.domain.events import EngineFinished, Stage
from desktop_app.domain.request import GenerationRequest
from desktop_app.generation.job import Job
from desktop_app.generation.memory import release_memory
from desktop_app.generation.messages import Generate
from desktop_app.generation.preview import PreviewMap, preview_map_of
from desktop_app.generation.saved_latents import SavedLatents, latents_key, load_latents, save_latents
from desktop_app.generation.wan_decoding import decode_to_job
from desktop_app.generation.wan_denoising import PromptEmbeddings, denoise, encode_prompts
from desktop_app.generation.wan_loading import LoadedWan, cancel_points, folder_fingerprint, load_wan


class _Stopwatch:
    """Seconds by stage, and since the start."""

    def __init__(self) -> None:
        self._start = self._lap = time.perf_counter()
        self.timings_s: dict[str, float] = {}

    def lap(self, stage: Stage) -> None:
        now = time.perf_counter()
        self.timings_s[stage] = now - self._lap
        self._lap = now

    def since_start(self, name: str) -> None:
        self.timings_s.setdefault(name, time.perf_counter() - self._start)


class WanEngine:
    """Keeps the pipeline last used, so that the next generation with it starts at once."""

    def __init__(self) -> None:
        self._loaded: LoadedWan | None = None
        self._preview_map: PreviewMap | None = None

    def run(self, order: Generate, job: Job) -> EngineFinished:
        """Do one job.

        Returns:
            Seconds spent in `loading`, `encoding`, `denoising` and `decoding`, and from the start to the
            `first_frame` and in `total`. Where the latents were there already, `encoding` and `denoising` are
            what they once took.

        Raises:
            Cancelled: the supervisor wants no more.
            GenerationFailed: loading failed, the latents are not finite, or they could not be saved.
        """
        watch = _Stopwatch()
        loaded = self._load(Path(order.request.model), order.cache_folder, job)
        watch.lap("loading")
        try:
            with torch.inference_mode(), cancel_points(loaded.pipeline, job.check):
                latents = self._latents(loaded, order, job, watch)
                for _ in decode_to_job(loaded.pipeline.vae, latents, job):
                    watch.since_start("first_frame")
                watch.lap("decoding")
        finally:
            loaded.pipeline.maybe_free_model_hooks()
        watch.since_start("total")
        return EngineFinished(watch.timings_s)

    def _load(self, folder: Path, cache_folder: Path, job: Job) -> LoadedWan:
        fingerprint = folder_fingerprint(folder)
        if self._loaded is None or self._loaded.fingerprint != fingerprint:
            self._loaded = self._preview_map = None
            release_memory()
            self._loaded = load_wan(folder, fingerprint, job)
            self._preview_map = preview_map_of(self._loaded.pipeline.vae, folder / "vae", cache_folder, job)
        job.progress("loading", self._loaded.components, self._loaded.components)
        return self._loaded

    def _latents(self, loaded: LoadedWan, order: Generate, job: Job, watch: _Stopwatch) -> torch.Tensor:
        """The request's latents: left by an attempt that ended in decoding, or denoised and saved now."""
        key = latents_key(order.request, loaded.fingerprint)
        saved = load_latents(order.latents_file, key)
        if saved is not None:
            watch.timings_s |= saved.timings_s
            return saved.latents
        embeddings = self._encode(loaded, order.request, job)
        watch.lap("encoding")
        latents = denoise(loaded.pipeline, order.request, embeddings, self._preview_map, job)
        watch.lap("denoising")
        timings_s = {stage: watch.timings_s[stage] for stage in ("encoding", "denoising")}
        save_latents(order.latents_file, key, SavedLatents(latents, timings_s))
        return latents

    def _encode(self, loaded: LoadedWan, request: GenerationRequest, job: Job) -> PromptEmbeddings:
        job.progress("encoding", 0, 1)
        embeddings = encode_prompts(loaded.pipeline, request)
        job.progress("encoding", 1, 1)
        return embeddings
