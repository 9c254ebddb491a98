"""The workflow as the window sees it, made to stop, fail or go on when a test says so."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from support.law_reports import mixed_report
from support.readings import front_reading

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import PixelBox, Probe, VideoClip
from desktop_app.domain.concept import Concept, Language
from desktop_app.domain.edits import NO_EDITS, Edits
from desktop_app.domain.errors import RunUnreadable
from desktop_app.domain.events import (
    FramesDecoded,
    FramesRead,
    PreviewReady,
    RunFinished,
    RunStarted,
    StageProgressed,
    WorkflowEvent,
)
from desktop_app.domain.field import TemperatureField
from desktop_app.domain.laws import LawReport
from desktop_app.domain.reading import Reading
from desktop_app.domain.review import Purpose, Review
from desktop_app.domain.run import Run
from desktop_app.domain.text import say
from desktop_app.services.verbs import Verbs
from desktop_app.workflow.context import Context
from desktop_app.workflow.history import SavedRun
from desktop_app.workflow.orders import GenerationOrder, request_for
from desktop_app.workflow.run_record import new_run

PIECES = 3


class FakeVerbs(Verbs):
    """Understands prompts for real; previews, generates, keeps and exports in memory.

    Attributes:
        thinking: every understanding and every preview waits until it is set.
        understood: the (prompt, look, edits) that were asked for, in order.
        previewed: the concepts a solution was wanted of, in order.
        gate: every piece of a generation and of an export waits until it is set.
        hold_after: so many pieces of a generation come before the gate closes by itself.
        failure: raised after the first piece of a generation, or by an export.
        kept: what the library holds, newest first.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.thinking = threading.Event()
        self.thinking.set()
        self.understood: list[tuple[str, str | None, Edits]] = []
        self.previewed: list[Concept] = []
        self.gate = threading.Event()
        self.gate.set()
        self.hold_after: int | None = None
        self.failure: Exception | None = None
        self.kept: list[SavedRun] = []
        self.orders: list[GenerationOrder] = []
        self.exported: list[tuple[SavedRun, Path, Language]] = []
        self.uses: list[tuple[Purpose, LawReport | None]] = []
        self.probes_read: list[Probe | None] = []
        self.readings_kept: list[Reading] = []
        self.judged: list[Reading] = []

    def understand(self, prompt: str, look: str | None, edits: Edits = NO_EDITS) -> Concept:
        self.understood.append((prompt, look, edits))
        self.thinking.wait(5)
        return super().understand(prompt, look, edits)

    def preview(self, concept: Concept, cancel: CancelToken) -> TemperatureField:
        self.previewed.append(concept)
        while not self.thinking.wait(0.01):
            cancel.check()
        return small_field(concept)

    def generate(self, order: GenerationOrder, cancel: CancelToken) -> Iterator[WorkflowEvent]:
        concept = Verbs.understand(self, order.prompt, order.look, order.edits)
        self.orders.append(order)
        request = request_for(
            order.engine,
            order.settings,
            prompt=concept.enrichment.prompt,
            negative_prompt="",
            seed=order.seed,
            look=concept.look,
        )
        run = new_run(concept, request, computed=order.engine.computed, body=PixelBox(0, 0, 10, 10))
        yield StageProgressed("solving", 0, 1)
        yield RunStarted(run, concept, None)
        yield PreviewReady(np.zeros((18, 32, 3), np.uint8))
        yield from self._pieces(run, cancel)

    def _pieces(self, run: Run, cancel: CancelToken) -> Iterator[WorkflowEvent]:
        request = run.request
        total, done = request.num_frames, 0
        frames = np.zeros((total, request.height, request.width, 3), np.uint8)
        for number, piece in enumerate(np.array_split(np.arange(total), PIECES)):
            if number == self.hold_after:
                self.gate.clear()
            self.wait(cancel)
            done += len(piece)
            yield FramesDecoded(int(piece[0]), frames[piece])
            yield StageProgressed("decoding", done, total)
            yield FramesRead(front_reading(done), run.body)
            if self.failure is not None:
                raise self.failure
        finished = replace(run, status="finished", frames_done=total, timings_s={"decoding": 1.5})
        reading = front_reading(total)
        self.kept.insert(0, SavedRun(finished, VideoClip(frames, 12.0), reading, None))
        yield RunFinished(finished, reading)

    def wait(self, cancel: CancelToken) -> None:
        while not self.gate.wait(0.01):
            cancel.check()
        cancel.check()

    def read_run(self, saved: SavedRun, probe: Probe | None) -> Reading:
        self.probes_read.append(probe)
        reading = front_reading(len(saved.clip.frames))
        return reading if probe is None else replace(reading, probe=probe)

    def judge(self, saved: SavedRun, reading: Reading, cancel: CancelToken) -> LawReport:
        self.judged.append(reading)
        return mixed_report()

    def keep_reading(self, run_id: str, reading: Reading) -> Run:
        self.readings_kept.append(reading)
        return replace(self.find_run(run_id), probe=reading.probe)

    def find_run(self, run_id: str) -> Run:
        for run in self.runs():
            if run.id == run_id:
                return run
        raise RunUnreadable(say("There is no run {id}.", id=run_id), say("Choose another."))

    def runs(self) -> tuple[Run, ...]:
        return tuple(saved.run for saved in self.kept)

    def open_run(self, run_id: str) -> SavedRun:
        return next(saved for saved in self.kept if saved.run.id == run_id)

    def review(self, run_id: str, review: Review | None) -> Run:
        if self.failure is not None:
            raise self.failure
        kept = [saved.run.id for saved in self.kept].index(run_id)
        reviewed = replace(self.kept[kept].run, review=review)
        self.kept[kept] = replace(self.kept[kept], run=reviewed)
        return reviewed

    def delete_run(self, run_id: str) -> None:
        self.kept = [saved for saved in self.kept if saved.run.id != run_id]

    def thumbnail(self, run_id: str) -> Path | None:
        return None

    def export_video(
        self,
        saved: SavedRun,
        path: Path,
        language: Language,
        cancel: CancelToken,
        on_progress: Callable[[int, int], None],
        purpose: Purpose = "concept_talk",
        report: LawReport | None = None,
    ) -> None:
        on_progress(1, 2)
        self.wait(cancel)
        if self.failure is not None:
            raise self.failure
        path.write_bytes(b"mp4")
        self.exported.append((saved, path, language))
        self.uses.append((purpose, report))

    def export_profile(self, saved: SavedRun, path: Path) -> None:
        path.write_text("position,temperature\n")


def small_field(concept: Concept) -> TemperatureField:
    """A body that is warmer to the right, at the beginning and at the end."""
    low, high = concept.temperature_range_K
    row = np.linspace(low, high, 6, dtype=np.float32)
    temperature = np.broadcast_to(row, (2, 4, 6)).copy()
    length, height = concept.size.length, concept.size.height
    x, y = (np.arange(6) + 0.5) * length / 6, (np.arange(4) + 0.5) * height / 4
    return TemperatureField(temperature, np.array([0.0, concept.duration_s]), x, y, (length, height))
