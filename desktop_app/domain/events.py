"""What an engine and the workflow report while they work, in the order it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import Frames, PixelBox
from desktop_app.domain.concept import Concept
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.reading import Reading
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.run import Run

Stage = Literal[
    "solving", "loading", "encoding", "denoising", "decoding", "painting", "saving", "exporting", "opening"
]


@dataclass(frozen=True)
class StageProgressed:
    """`done` of `total` units of a stage are finished; `total` is 0 where it is not known."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, eq=False)
class PreviewReady:
    """A small picture of what the denoising is arriving at: (row, column, RGB) uint8."""

    picture: Frames


@dataclass(frozen=True, eq=False)
class FramesDecoded:
    """Finished frames, in order: `frames` are numbers `first`, `first` + 1, … of the clip."""

    first: int
    frames: Frames


@dataclass(frozen=True)
class EngineFinished:
    """The engine has given all frames; seconds by stage."""

    timings_s: dict[str, float]


EngineEvent = StageProgressed | PreviewReady | FramesDecoded | EngineFinished


class Engine(Protocol):
    """Something that turns a request into frames."""

    def generate(self, request: GenerationRequest, cancel: CancelToken) -> Iterator[EngineEvent]:
        """Yield events until `EngineFinished`.

        Raises:
            Cancelled: soon after the token was set, in any stage.
            HeatSketchError: with a remedy, for anything else.
        """
        ...


@dataclass(frozen=True, eq=False)
class RunStarted:
    """The run exists on disk; `solution` is None where the heat equation does not cover the concept."""

    run: Run
    concept: Concept
    solution: TemperatureField | None


@dataclass(frozen=True, eq=False)
class FramesRead:
    """The reading of all frames decoded so far, and where the body was seen in them."""

    reading: Reading
    body: PixelBox | None


@dataclass(frozen=True, eq=False)
class RunFinished:
    """The run is whole on disk; `reading` is of the whole clip."""

    run: Run
    reading: Reading


WorkflowEvent = RunStarted | StageProgressed | PreviewReady | FramesDecoded | FramesRead | RunFinished
