"""The ways a generation can fail, each a sentence and a remedy."""

from __future__ import annotations

from desktop_app.domain.errors import GenerationFailed, InvalidInput
from desktop_app.domain.text import say


def out_of_memory(details: str) -> GenerationFailed:
    """The computer or its GPU has no room for this size."""
    return GenerationFailed(
        say("There is not enough memory for this generation."),
        say("Choose a smaller size or fewer frames, or close other programs that use the GPU."),
        details,
    )


def not_finite(denoising_step: int) -> GenerationFailed:
    """The latents hold NaN or infinity."""
    return GenerationFailed(
        say("The latents became non-finite numbers at denoising step {n}.", n=denoising_step),
        say("Try another seed or a lower guidance scale; if it stays, verify the model's files."),
    )


def loading_failed(details: str) -> GenerationFailed:
    """Diffusers or transformers could not build the pipeline."""
    return GenerationFailed(
        say("The model could not be loaded."),
        say("Verify the model's folder, or choose another model."),
        details,
    )


def latents_not_saved(details: str) -> GenerationFailed:
    """The latents could not be written to disk."""
    return GenerationFailed(
        say("The latents could not be saved before decoding."),
        say("Free some disk space and generate again."),
        details,
    )


def unexpected(details: str) -> GenerationFailed:
    """Anything else that was raised in the worker."""
    return GenerationFailed(
        say("The generation failed with an unexpected error."),
        say("Generate again; if it fails the same way, report the details."),
        details,
    )


def worker_died(details: str) -> GenerationFailed:
    """The worker's process ended by itself or was killed."""
    return GenerationFailed(
        say("The generation process ended unexpectedly."),
        say("Generate again; if it ends again, choose a smaller size or fewer frames."),
        details,
    )


def worker_silent(seconds: float) -> GenerationFailed:
    """The worker's heartbeat stopped."""
    return GenerationFailed(
        say("The generation process stopped responding and was ended."),
        say("Generate again; if it stops again, restart the computer or update the GPU's driver."),
        f"No heartbeat for {seconds:.0f} s",
    )


def worker_not_started(details: str) -> GenerationFailed:
    """The operating system refused a new process or a file it needs."""
    return GenerationFailed(
        say("The generation process could not be started."),
        say("Free some memory and disk space, then generate again."),
        details,
    )


def busy() -> GenerationFailed:
    """One supervisor does one generation at a time."""
    return GenerationFailed(
        say("Another generation is still running."),
        say("Wait until it is finished, or cancel it."),
    )


def frame_too_large(width: int, height: int) -> InvalidInput:
    """One frame would not fit into the shared memory."""
    return InvalidInput(
        say("A frame of {width}×{height} pixels is too large.", width=width, height=height),
        say("Choose a smaller size."),
    )
