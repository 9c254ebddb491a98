"""A solution as a clip that is not kept in the library."""

from __future__ import annotations

import numpy as np

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.concept import Concept
from desktop_app.domain.events import FramesDecoded
from desktop_app.domain.field import TemperatureField
from desktop_app.thermography.painter import place_body
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import computing_engine
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.orders import Settings, request_for
from desktop_app.workflow.probing import probe_of
from desktop_app.workflow.run_record import new_run
from desktop_app.workflow.solution_engine import SolutionEngine
from desktop_app.workflow.solving import on_a_scale_that_holds


def paint_solution(
    context: Context, concept: Concept, solution: TemperatureField, settings: Settings, cancel: CancelToken
) -> SavedRun:
    """The solution painted in the concept's look, with its reading: as `generate` makes it, but not kept.

    Raises:
        Cancelled: the token was set.
    """
    concept = on_a_scale_that_holds(concept, solution)
    request = request_for(
        computing_engine(), settings, prompt=concept.prompt, negative_prompt="", seed=0, look=concept.look
    )
    look, scale = context.looks.get(concept.look), concept.temperature_range_K
    body = place_body(solution.size_m, request.width, request.height)
    outlines = tuple(part.outline for part in concept.parts)
    engine = SolutionEngine(solution, look, scale, body, outlines)
    events = engine.generate(request, cancel)
    frames = np.concatenate([event.frames for event in events if isinstance(event, FramesDecoded)])
    probe = probe_of(concept, body)
    reader = ProbeReader(look, scale, probe, (request.width, request.height), ends_declared=True)
    reader.add(frames)
    run = new_run(concept, request, computed=True, body=body)
    return SavedRun(run, VideoClip(frames, request.fps), reader.reading(solution.time_s), solution)
