"""A model folder as an engine: the worker is told where it is, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.events import Engine, EngineEvent
from desktop_app.domain.request import GenerationRequest


class ModelEngine:
    """Implements `Engine`: the worker, given the folder in the place of the name."""

    def __init__(self, worker: Engine, folder: Path) -> None:
        self._worker = worker
        self._folder = folder

    def generate(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[EngineEvent]:
        """Yield the worker's events.

        Raises:
            Cancelled: soon after the token was set.
            HeatSketchError: with a remedy, for anything else.
        """
        return self._worker.generate(replace(request, model=str(self._folder)), cancel)
