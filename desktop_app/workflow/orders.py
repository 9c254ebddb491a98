"""What a person asks for: a prompt, an engine and settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.domain.clip import MOST_CLIP_BYTES
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.text import say
from desktop_app.generation.supervisor import check_frame
from desktop_app.weights.model_folder import check_model_folder
from desktop_app.weights.request_check import check_request
from desktop_app.workflow.engines import EngineChoice

Quality = Literal["draft", "standard", "fine"]
QUALITIES: tuple[Quality, ...] = ("draft", "standard", "fine")

SMALLEST_SIDE, LARGEST_SIDE = 64, 4096
FEWEST_FRAMES, MOST_FRAMES = 2, 1000
LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True)
class Settings:
    """Everything about a clip that is not its content."""

    width: int
    height: int
    num_frames: int
    fps: int
    num_inference_steps: int
    guidance_scale: float


_COMPUTED: dict[Quality, Settings] = {
    "draft": Settings(480, 288, 49, 12, 1, 1.0),
    "standard": Settings(832, 480, 97, 24, 1, 1.0),
    "fine": Settings(1280, 704, 121, 24, 1, 1.0),
}
_GENERATED: dict[Quality, Settings] = {
    "draft": Settings(320, 192, 33, 24, 12, 5.0),
    "standard": Settings(832, 480, 81, 24, 30, 5.0),
    "fine": Settings(1280, 704, 121, 24, 50, 5.0),
}


def settings_for(quality: Quality, engine: EngineChoice) -> Settings:
    """The settings a quality stands for with an engine."""
    return (_COMPUTED if engine.computed else _GENERATED)[quality]


def default_quality(engine: EngineChoice) -> Quality:
    """What an engine is first offered with: computing is quick, denoising may not be."""
    return "standard" if engine.computed else "draft"


@dataclass(frozen=True)
class GenerationOrder:
    """One press of Generate.

    Attributes:
        look: wins over the look the prompt names; None leaves it to the prompt.
        enrich: whether the engine gets the enriched prompt or the words as typed.
        edits: what was changed of what was understood.
    """

    prompt: str
    engine: EngineChoice
    settings: Settings
    seed: int
    look: str | None = None
    enrich: bool = True
    edits: Edits = NO_EDITS


def check_settings(engine: EngineChoice, settings: Settings) -> None:
    """Return where the engine can make such a clip.

    Raises:
        InvalidInput: it cannot; the remedy names the nearest values it can.
        ModelUnusable: the model folder is gone or damaged.
    """
    _check_sides(settings)
    _check_numbers(settings)
    _check_memory(settings)
    if not engine.computed:
        check_frame(settings.width, settings.height)
        check_request(check_model_folder(Path(engine.id)), _bare_request(engine, settings))


def _check_sides(settings: Settings) -> None:
    width, height = settings.width, settings.height
    fits = all(SMALLEST_SIDE <= side <= LARGEST_SIDE and side % 2 == 0 for side in (width, height))
    if not fits:
        raise InvalidInput(
            say("A clip cannot be {width}×{height} pixels.", width=width, height=height),
            say(
                "Use even numbers from {low} to {high}, for example {near}.",
                low=SMALLEST_SIDE,
                high=LARGEST_SIDE,
                near=f"{_nearest_even(width)}×{_nearest_even(height)}",
            ),
        )


def _check_memory(settings: Settings) -> None:
    if 3 * settings.width * settings.height * settings.num_frames > MOST_CLIP_BYTES:
        raise InvalidInput(
            say("A clip of that size and length does not fit into memory."),
            say("Use a smaller size or fewer frames."),
        )


def _check_numbers(settings: Settings) -> None:
    for value, low, high, message in (
        (
            settings.num_frames,
            FEWEST_FRAMES,
            MOST_FRAMES,
            say("A clip cannot have {n} frames.", n=settings.num_frames),
        ),
        (settings.fps, 1, 120, say("A clip cannot run at {n} frames per second.", n=settings.fps)),
        (
            settings.num_inference_steps,
            1,
            200,
            say("{n} denoising steps are not possible.", n=settings.num_inference_steps),
        ),
        (
            settings.guidance_scale,
            0,
            30,
            say("A guidance scale of {n} is not possible.", n=settings.guidance_scale),
        ),
    ):
        if not low <= value <= high:
            raise InvalidInput(message, say("Use a number from {low} to {high}.", low=low, high=high))


def check_seed(seed: int) -> None:
    """Return where the seed is one.

    Raises:
        InvalidInput: it is negative or too large.
    """
    if not 0 <= seed <= LARGEST_SEED:
        raise InvalidInput(
            say("The seed {seed} is not possible.", seed=seed),
            say("Use a number from {low} to {high}.", low=0, high=LARGEST_SEED),
        )


def _nearest_even(side: int) -> int:
    return min(max(2 * round(side / 2), SMALLEST_SIDE), LARGEST_SIDE)


def _bare_request(engine: EngineChoice, settings: Settings) -> GenerationRequest:
    return request_for(engine, settings, prompt="", negative_prompt="", seed=0, look="")


def request_for(
    engine: EngineChoice, settings: Settings, *, prompt: str, negative_prompt: str, seed: int, look: str
) -> GenerationRequest:
    """The request an engine is given."""
    return GenerationRequest(
        model=engine.id,
        prompt=prompt,
        negative_prompt=negative_prompt,
        width=settings.width,
        height=settings.height,
        num_frames=settings.num_frames,
        fps=settings.fps,
        num_inference_steps=settings.num_inference_steps,
        guidance_scale=settings.guidance_scale,
        seed=seed,
        look=look,
    )
