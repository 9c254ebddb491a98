"""What the supervisor and the worker tell each other over the pipe; frames go through `shared`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.events import EngineFinished, PreviewReady, StageProgressed
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.text import Text


@dataclass(frozen=True)
class Generate:
    """To the worker: do this job.

    Attributes:
        job: number of the job, > 0, carried by every answer.
        latents_file: where the latents are saved before they are decoded, and looked for beforehand.
        cache_folder: where preview maps are kept.
    """

    job: int
    request: GenerationRequest
    latents_file: Path
    cache_folder: Path


@dataclass(frozen=True, eq=False)
class Reported:
    """From the worker: something to pass on as it is."""

    job: int
    event: StageProgressed | PreviewReady


@dataclass(frozen=True)
class FramesWritten:
    """From the worker: frames number `first` … `first` + `count` − 1 are in the ring."""

    job: int
    first: int
    count: int
    height: int
    width: int


@dataclass(frozen=True)
class Finished:
    """From the worker: all frames were written; the job is over."""

    job: int
    event: EngineFinished


@dataclass(frozen=True)
class Stopped:
    """From the worker: the job was cancelled and is over; the worker is ready for another."""

    job: int


@dataclass(frozen=True)
class Failed:
    """From the worker: the job is over.

    Attributes:
        worker_usable: whether the worker can take another job; if not, it ends.
    """

    job: int
    message: Text
    remedy: Text
    details: str
    worker_usable: bool


WorkerMessage = Reported | FramesWritten | Finished | Stopped | Failed
