"""Reading a run's clip again, where a person laid the probe."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from desktop_app.domain.clip import PixelBox, Probe, frame_times
from desktop_app.domain.look import Look
from desktop_app.domain.reading import PlaceReading, Reading
from desktop_app.domain.run import Run
from desktop_app.domain.text import say
from desktop_app.thermography.body import find_body, lay_probe
from desktop_app.thermography.colour_bar import find_colour_bar
from desktop_app.thermography.place_reader import PlaceReader
from desktop_app.thermography.reading import ProbeReader
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun


def look_of(context: Context, run: Run) -> Look:
    """What a run's clip is read with: its own colours where it has them, else those of its look's name.

    Raises:
        InvalidInput: there is no such look.
    """
    if run.palette is None:
        return context.looks.get(run.request.look)
    own = np.frombuffer(bytes.fromhex(run.palette), dtype=np.uint8).reshape(-1, 3)
    return Look(run.request.look, own, False, "kept with the run")


def read_run(context: Context, saved: SavedRun, probe: Probe | None) -> Reading:
    """Read the frames there are of a run along `probe`, or along the body where it is None.

    Raises:
        InvalidInput: there is no such look.
    """
    run, clip = saved.run, saved.clip
    look = look_of(context, run)
    line = probe or lay_probe(find_body(clip.frames, look))
    reader = ProbeReader(
        look,
        run.temperature_range_K,
        line,
        clip.size,
        ends_declared=run.scale_K is None,
        motion=saved.motion,
    )
    lost = saved.motion.lost if saved.motion is not None else None
    if run.unreadable is not None or lost is not None:
        why = run.unreadable or lost or say("The clip is not readable.")
        return replace(
            reader.unreadable(why), camera_moved=None if saved.motion is None else saved.motion.moved
        )
    reader.add(clip.frames)
    return reader.reading(frame_times(len(clip.frames), run.request.num_frames, run.concept.duration_s))


def read_places(context: Context, saved: SavedRun) -> tuple[PlaceReading, ...]:
    """Read the frames there are of a run at its points and regions.

    Raises:
        InvalidInput: there is no such look.
    """
    run, clip = saved.run, saved.clip
    look = look_of(context, run)
    if not look.readable or not run.places:
        return ()
    reader = PlaceReader(look, run.temperature_range_K, run.places, clip.size, motion=saved.motion)
    reader.add(clip.frames)
    return reader.readings(frame_times(len(clip.frames), run.request.num_frames, run.concept.duration_s))


def printed_scale(context: Context, saved: SavedRun) -> PixelBox | None:
    """Where a run's frames show a colour scale; None where they show none in the palette they are read with.

    Raises:
        InvalidInput: there is no such look.
    """
    look = look_of(context, saved.run)
    if not look.readable or not len(saved.clip.frames):
        return None
    bar = find_colour_bar(saved.clip.frames, (look,))
    return None if bar is None or bar.look is None or bar.reversed else bar.box
