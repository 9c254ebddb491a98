"""Runs of the solution engine, large and long enough to be compared."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from support.painted import RANGE_K, SIZE

from desktop_app.domain.cancel import CancelToken
from desktop_app.media.encode import write_video
from desktop_app.physics.closed_forms.slab import slab_hot_and_insulated
from desktop_app.thermography.painter import Painter, place_body
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import computing_engine
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import SavedRun, open_run
from desktop_app.workflow.orders import GenerationOrder, Settings

FINE = Settings(width=320, height=192, num_frames=33, fps=8, num_inference_steps=2, guidance_scale=1.0)
COPPER = "A copper rod, 20 cm long, heated to 100 °C at its left end, over 60 s"
IRON = "An iron rod, 20 cm long, heated to 100 °C at its left end, over 60 s"
SHORT_IRON = "An iron rod, 12 cm long, heated to 100 °C at its left end, over 60 s"
LONGER_IRON = "An iron rod, 20 cm long, heated to 100 °C at its left end, over 120 s"


def painted_run(house: Context, prompt: str) -> SavedRun:
    """A clip of what a prompt means, painted from the heat equation's solution."""
    order = GenerationOrder(prompt, computing_engine(), FINE, seed=0)
    *_, last = generate(house, order, CancelToken())
    return open_run(house, last.run.id)


def unknown_bar(path: Path, house: Context, last_fo: float) -> Path:
    """A bar, hot at its left end, up to a Fourier number, as a file that tells nothing of itself.

    It is painted in the middle of the palette: where a foreign clip is at an end of it, nothing is measured.
    """
    x = (np.arange(200) + 0.5) / 200
    low, high = RANGE_K
    painter = Painter(
        house.looks.get("inferno"), (low - 20, high + 20), (4, 200), SIZE, place_body((0.2, 0.03), *SIZE)
    )
    fields = [
        slab_hot_and_insulated(x, float(fourier)) if fourier else np.zeros_like(x)
        for fourier in np.linspace(0, last_fo, 33)
    ]
    frames = (
        painter.paint(np.repeat((low + share * (high - low))[None], 4, axis=0).astype(np.float32))
        for share in fields
    )
    write_video(path, frames, SIZE, 12, {}, CancelToken())
    return path
