"""Reading a clip again, where a person laid the probe."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.clip import Probe, VideoClip
from desktop_app.domain.reading import Reading
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context


def read_clip(
    context: Context,
    clip: VideoClip,
    look: str,
    temperature_range_K: tuple[float, float],
    probe: Probe | None,
    time_s: NDArray[np.float64],
) -> Reading:
    """Read every frame of a run's clip along `probe`, or along the body where it is None.

    Raises:
        InvalidInput: there is no such look.
    """
    palette = context.looks.get(look)
    line = probe or lay_probe(find_body(clip.frames, palette))
    reader = ProbeReader(palette, temperature_range_K, line, clip.size, ends_declared=True)
    reader.add(clip.frames)
    return reader.reading(time_s)
