"""The main job: an order in, a kept run out, everything on the way reported as it happens."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.camera import CameraMotion
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import frame_times
from desktop_app.domain.concept import Concept
from desktop_app.domain.errors import Cancelled, GenerationFailed, HeatSketchError
from desktop_app.domain.events import (
    Engine,
    EngineFinished,
    FramesDecoded,
    FramesRead,
    RunFinished,
    RunStarted,
    StageProgressed,
    WorkflowEvent,
)
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.text import Text, say
from desktop_app.thermography.body import find_body
from desktop_app.thermography.camera import CameraTracker
from desktop_app.thermography.painter import place_body
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.engines import EngineChoice
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.memory import enough_memory
from desktop_app.workflow.model_engine import ModelEngine
from desktop_app.workflow.orders import GenerationOrder, check_seed, check_settings, request_for
from desktop_app.workflow.probing import probe_of, probe_seen
from desktop_app.workflow.reading import read_run
from desktop_app.workflow.run_record import RunRecord, new_run
from desktop_app.workflow.solution_engine import SolutionEngine
from desktop_app.workflow.solving import on_a_scale_that_holds, solve
from desktop_app.workflow.starter_coverage import outside_engine
from desktop_app.workflow.understanding import understand


def ordered_concept(context: Context, order: GenerationOrder) -> Concept:
    """The concept of an order, its clip as long as the order says."""
    concept = understand(context, order.prompt, order.look, order.edits)
    settings = order.settings
    return replace(concept, clip_seconds=(settings.num_frames - 1) / settings.fps)


def generate(context: Context, order: GenerationOrder, cancel: CancelToken) -> Iterator[WorkflowEvent]:
    """Carry an order out; the last event is `RunFinished`.

    Closing the iterator early counts as cancelling. Frames that were finished stay in the library.

    Raises:
        InvalidInput: the order cannot be carried out as it stands.
        OutsideConduction: the `solution` engine was asked for something the solver does not cover.
        OutsideModel: the `starter` engine was asked for something it was not trained on.
        Cancelled: soon after the token was set.
        HeatSketchError: anything else, with a remedy.
    """
    with enough_memory():
        yield from _carry_out(context, order, cancel)


def _carry_out(context: Context, order: GenerationOrder, cancel: CancelToken) -> Iterator[WorkflowEvent]:
    check_settings(order.engine, order.settings)
    check_seed(order.seed)
    concept = ordered_concept(context, order)
    outside = outside_engine(order.engine, concept)
    if outside is not None:
        raise outside
    request = request_for(
        order.engine,
        order.settings,
        prompt=concept.enrichment.prompt if order.enrich else order.prompt,
        negative_prompt=concept.enrichment.negative_prompt,
        seed=order.seed,
        look=concept.look,
    )
    started = time.perf_counter()
    solution: TemperatureField | None = None
    if concept.supported or order.engine.computed:
        yield StageProgressed("solving", 0, request.num_frames)
        solution = solve(concept, request.num_frames, cancel)
        concept = on_a_scale_that_holds(concept, solution)
        yield StageProgressed("solving", request.num_frames, request.num_frames)
    solving_s = time.perf_counter() - started

    run = new_run(concept, request, computed=order.engine.computed)
    record = RunRecord(context.runs, run, solution)
    try:
        engine = _engine(context, order.engine, concept, record, solution)
        yield RunStarted(record.run, concept, solution)
        yield from _follow(context, engine, concept, record, cancel, {"solving": solving_s})
    except (Cancelled, GeneratorExit, KeyboardInterrupt):
        record.abandon("cancelled", None)
        raise
    except HeatSketchError as error:
        record.abandon("failed", _sentence(error))
        raise
    except BaseException:
        record.abandon("failed", None)
        raise


def _sentence(error: HeatSketchError) -> Text:
    return say("{message} {remedy}", message=error.message, remedy=error.remedy)


def _engine(
    context: Context,
    choice: EngineChoice,
    concept: Concept,
    record: RunRecord,
    solution: TemperatureField | None,
) -> Engine:
    if choice.folder is not None:
        return ModelEngine(context.worker, choice.folder)
    assert solution is not None
    request = record.run.request
    body = place_body(solution.size_m, request.width, request.height)
    record.place(body)
    look, outlines = context.looks.get(concept.look), tuple(part.outline for part in concept.parts)
    return SolutionEngine(solution, look, concept.temperature_range_K, body, outlines)


def _follow(
    context: Context,
    engine: Engine,
    concept: Concept,
    record: RunRecord,
    cancel: CancelToken,
    timings_s: dict[str, float],
) -> Iterator[WorkflowEvent]:
    """Run the engine; keep, read and pass on its frames."""
    request = record.run.request
    times = frame_times(request.num_frames, request.num_frames, concept.duration_s)
    reader: ProbeReader | None = None
    events = engine.generate(request, cancel)
    for event in events:
        if isinstance(event, EngineFinished):
            timings_s |= event.timings_s
            continue
        if not isinstance(event, FramesDecoded):
            yield event
            continue
        record.append(event.first, event.frames)
        yield event
        reader = reader or _reader(context, concept, record)
        reader.add(event.frames)
        yield FramesRead(reader.reading(times[: record.run.frames_done]), record.run.body)
    if reader is None:
        raise GenerationFailed(
            say("The model gave no frames."),
            say("Try again; if it happens again, verify the model's folder."),
        )
    yield StageProgressed("saving", 0, 1)
    yield _finished(context, concept, record, reader, times, timings_s)


def _finished(
    context: Context,
    concept: Concept,
    record: RunRecord,
    reader: ProbeReader,
    times: NDArray[np.float64],
    timings_s: dict[str, float],
) -> RunFinished:
    """Close the record; a generated clip is read once more now that its body can be seen whole."""
    if record.run.computed:
        reading = reader.reading(times)
    else:
        motion = _followed(record)
        record.keep_motion(motion)
        body = find_body(record.frames, context.looks.get(concept.look))
        record.place(body)
        saved = SavedRun(record.run, record.clip, None, None, motion)
        reading = read_run(context, saved, probe_seen(concept, body))
    return RunFinished(record.finish(reading, timings_s), reading)


def _followed(record: RunRecord) -> CameraMotion:
    """How the camera moved in a whole clip."""
    tracker = CameraTracker((record.run.request.width, record.run.request.height))
    tracker.add(record.frames)
    return tracker.motion()


def _reader(context: Context, concept: Concept, record: RunRecord) -> ProbeReader:
    """A reader along the body: where it was painted, or where the frames so far show it."""
    look = context.looks.get(concept.look)
    body = record.run.body
    if body is not None and record.run.computed:
        probe = probe_of(concept, body)
    else:
        body = find_body(record.frames, look)
        record.place(body)
        probe = probe_seen(concept, body)
    size = (record.run.request.width, record.run.request.height)
    return ProbeReader(look, concept.temperature_range_K, probe, size, ends_declared=True)
