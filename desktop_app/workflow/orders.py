"""What a person asks for: a prompt, an engine and settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.domain.clip import MOST_CLIP_BYTES
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.request import GenerationRequest
from desktop_app.domain.text import say
from desktop_app.generation.supervisor import check_frame
from desktop_app.weights.request_check import check_request
from desktop_app.workflow.engines import STARTER, EngineChoice, verified_folder

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
STARTER_STEPS: dict[Quality, int] = {"draft": 8, "standard": 16, "fine": 32}
STARTER_GUIDANCE = 2.0
STARTER_CLIP = Settings(320, 192, 33, 12, STARTER_STEPS["standard"], STARTER_GUIDANCE)
"""The only size and number of frames the starter model was trained on; what watching it takes is free."""


def settings_for(quality: Quality, engine: EngineChoice) -> Settings:
    """The settings a quality stands for with an engine."""
    if engine.id == STARTER:
        return replace(STARTER_CLIP, num_inference_steps=STARTER_STEPS[quality])
    return (_COMPUTED if engine.computed else _GENERATED)[quality]


def default_quality(engine: EngineChoice) -> Quality:
    """What an engine is first offered with: computing and the starter model are quick, others may not be."""
    return "standard" if engine.computed or engine.id == STARTER else "draft"


def has_one_size(engine: EngineChoice) -> bool:
    """Whether the engine makes clips of one size and length only."""
    return engine.id == STARTER


def fitted(engine: EngineChoice, settings: Settings) -> Settings:
    """Somebody's own settings, with the size and the number of frames of an engine that has only one."""
    if not has_one_size(engine):
        return settings
    clip = STARTER_CLIP
    return replace(settings, width=clip.width, height=clip.height, num_frames=clip.num_frames)


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
    check_one_size(engine, settings)
    folder = verified_folder(engine)
    if folder is not None:
        check_frame(settings.width, settings.height)
        check_request(folder, _bare_request(engine, settings))


def check_one_size(engine: EngineChoice, settings: Settings) -> None:
    """Return where the engine makes clips of such a size and length, as far as it makes only one.

    Raises:
        InvalidInput: it makes another.
    """
    if settings == fitted(engine, settings):
        return
    clip = STARTER_CLIP
    raise InvalidInput(
        say(
            "The starter model makes {frames} frames of {width}×{height} pixels and nothing else.",
            frames=clip.num_frames,
            width=clip.width,
            height=clip.height,
        ),
        say(
            "Ask for {width}×{height} and {frames} frames, or choose another engine for another size.",
            frames=clip.num_frames,
            width=clip.width,
            height=clip.height,
        ),
    )


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
