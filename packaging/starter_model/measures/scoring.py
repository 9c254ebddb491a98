"""Measuring a clip against what was asked for, and the measures themselves against painted clips."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from desktop_app.domain.clip import Frames
from desktop_app.domain.look import Look
from desktop_app.workflow.context import Context
from starter_model.measures.asked import SIZE, Asked
from starter_model.measures.memory import Memory, remembered
from starter_model.measures.pairs import Pair
from starter_model.measures.profile import line_of, lines_of, reach, rmse, run_of, verdicts
from starter_model.measures.seen import Seen, see
from starter_model.measures.shape import shape_seen
from starter_model.measures.side import Heated, heated_places, place_seen
from starter_model.measures.spoilt import blurred, mirrored
from starter_model.scenes import LOOKS
from starter_model.staging import draw_staging

Line = dict[str, Any]
"""One line of the ledger."""
Generate = Callable[[str, int], Frames]
"""From a prompt and a seed to a clip (frame, row, column, RGB) uint8."""
NO_SHAPE = "none"
OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


@dataclass(frozen=True, eq=False)
class Judge:
    """What every clip is measured with."""

    context: Context
    memory: Memory

    @property
    def looks(self) -> Sequence[Look]:
        """The palettes a clip may be in."""
        return [self.context.looks.get(name) for name in LOOKS]

    def shape(self, asked: Asked, seen: Seen) -> str:
        """The shape a clip shows."""
        return (
            shape_seen(seen.maps, self.memory.gallery.with_own(asked.shape, asked.maps))
            if seen.found
            else NO_SHAPE
        )


def score_clip(
    judge: Judge, asked: Asked, generate: Generate, *, enriched: bool, seed: int
) -> tuple[Line, Frames]:
    """Generate a clip and measure it; the line, and the clip for the contact sheet."""
    prompt = asked.enriched if enriched else asked.prompt
    started = time.perf_counter()
    frames = generate(prompt, seed)
    generated_s = time.perf_counter() - started
    seen, heated = see(frames, judge.looks), heated_places(asked)
    shape, place = judge.shape(asked, seen), place_seen(seen.maps, asked, heated)
    run = run_of(judge.context, asked, frames, prompt)
    line: Line = _about(asked) | {
        "enriched": enriched,
        "shape_seen": shape,
        "shape_right": shape == asked.shape,
        "place_seen": place,
        "place_right": place in heated.as_asked,
        "look_seen": seen.look,
        "look_right": seen.look == asked.look,
        "misfit": seen.misfit[asked.look],
        "rmse": _finite(rmse(run)),
        "verdicts": dict(verdicts(judge.context, run)),
        "generated_s": generated_s,
    }
    return line | _remembered(judge, asked), frames


def score_pair(judge: Judge, pair: Pair, generate: Generate, *, enriched: bool, seed: int) -> Line:
    """Generate both clips of a pair, from the same noise, and compare their fronts at mid-clip."""
    reaches = []
    for asked in (pair.faster, pair.slower):
        prompt = asked.enriched if enriched else asked.prompt
        reaches.append(reach(run_of(judge.context, asked, generate(prompt, seed), prompt)))
    return {
        "language": pair.faster.language,
        "enriched": enriched,
        "prompts": [pair.faster.prompt, pair.slower.prompt],
        "ratio": pair.ratio,
        "true_reaches": list(pair.reaches),
        "reaches": [_finite(value) for value in reaches],
        "right": bool(reaches[0] > reaches[1]),
    }


def score_painted(
    judge: Judge, asked: Asked, other: Asked, seed: int, round_trip: Callable[[Frames], Frames] | None
) -> Line:
    """What the measures say of painted clips, which are right, and of ones made wrong on purpose.

    Args:
        judge: what the clips are measured with.
        asked: what is painted, as it was asked for.
        other: something else, of another shape, painted in its place.
        seed: of the framing and the noise.
        round_trip: through the VAE; None leaves that out.
    """
    heated, table = heated_places(asked), judge.context.looks
    staging = draw_staging(np.random.default_rng(seed), asked.solution.size_m, SIZE)
    painted = asked.paint(table, staging)
    ways = {"painted": painted, "blurred": blurred(painted, seed)}
    if round_trip is not None:
        ways["vae"] = round_trip(painted)
    line: Line = _about(asked)
    for way, frames in ways.items():
        line[way] = _rightly(judge, asked, heated, frames)
    run = run_of(judge.context, asked, painted, asked.prompt)
    line |= {"rmse": _finite(rmse(run)), "verdicts": dict(verdicts(judge.context, run))}
    wrong: dict[str, bool] = {}
    look = LOOKS[(LOOKS.index(asked.look) + 1 + seed % 2) % len(LOOKS)]
    wrong["look"] = see(asked.paint(table, staging, look), judge.looks).look == asked.look
    turned = mirrored(painted, asked.place)
    if turned is not None and OPPOSITE[asked.place] not in heated.as_asked:
        wrong["place"] = place_seen(see(turned, judge.looks).maps, asked, heated) in heated.as_asked
    if other.shape != asked.shape:
        shown = other.paint(table, draw_staging(np.random.default_rng(seed), other.solution.size_m, SIZE))
        wrong["shape"] = judge.shape(asked, see(shown, judge.looks)) == asked.shape
    return line | {"wrong_taken_for_right": wrong}


def _rightly(judge: Judge, asked: Asked, heated: Heated, frames: Frames) -> dict[str, bool]:
    seen = see(frames, judge.looks)
    return {
        "shape": judge.shape(asked, seen) == asked.shape,
        "place": place_seen(seen.maps, asked, heated) in heated.as_asked,
        "look": seen.look == asked.look,
    }


def _about(asked: Asked) -> Line:
    return {
        "prompt": asked.prompt,
        "language": asked.language,
        "shape": asked.shape,
        "place": asked.place,
        "look": asked.look,
        "unseen": asked.unseen,
    }


def _remembered(judge: Judge, asked: Asked) -> Line:
    if asked.record is None:
        return {}
    line = line_of(asked)
    found = remembered(judge.memory, asked.record, lines_of(asked.level)[line], line)
    return {
        "by_prompt": _finite(found.by_prompt),
        "by_tags": _finite(found.by_tags),
        "best_remembered": _finite(found.best),
    }


def _finite(value: float) -> float | None:
    """For JSON, which has no infinity."""
    return float(value) if np.isfinite(value) else None
