"""A comparison as the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from desktop_app.domain.text import Text
from desktop_app.workflow.comparing import ComparedClip, Comparison
from desktop_app.workflow.comparing_words import promise_words


def comparison_to_json(comparison: Comparison, translate: Callable[[Text], str]) -> dict[str, Any]:
    """Everything but the maps; what cannot be told is null."""
    ratio, apart = comparison.ratio, comparison.difference
    promise = promise_words(comparison, "en")
    return {
        "ratio": None if ratio is None else {"value": ratio.value, "interval": list(ratio.interval)},
        "promised_ratio": comparison.promised_ratio,
        "tolerance": list(comparison.tolerance),
        "verdict": comparison.verdict,
        "answer": translate(comparison.answer),
        "promise": None if promise is None else translate(promise),
        "why": translate(comparison.why),
        "rmse_K": None if apart is None else apart.rmse_K,
        "noise_K": None if apart is None else apart.noise_K,
        "largest_K": None if apart is None else apart.largest_K,
        "one_scale": comparison.one_scale,
        "assumptions": [translate(text) for text in comparison.assumptions],
        "levels_K": list(comparison.levels_K),
        "clips": [_clip(clip, translate) for clip in (comparison.first, comparison.second)],
    }


def _clip(clip: ComparedClip, translate: Callable[[Text], str]) -> dict[str, Any]:
    reading, reason = clip.reading, clip.reading.reason
    return {
        "name": clip.saved.run.concept.prompt,
        "material": None if clip.material is None else clip.material.id,
        "readable": reading.readable,
        "reason": None if reason is None else translate(reason),
        "look": clip.look.name,
        "temperature_range_K": list(reading.temperature_range_K),
        "physical_time": clip.physical_time,
        "time_s": reading.time_s.tolist(),
        "front_position": [
            [float(place) if np.isfinite(place) else None for place in row] for row in clip.fronts
        ],
    }
