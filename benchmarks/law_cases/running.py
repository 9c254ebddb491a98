"""Carrying out a case: solve, break, film, read, judge."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.law_cases.cases import Case
from benchmarks.law_cases.conditions import CRFS, LOOKS, clean
from benchmarks.law_cases.filming import film, recoloured
from benchmarks.law_cases.judged import errors, judge, ratio_of_pair
from benchmarks.law_cases.records import Record, Verdicts
from benchmarks.law_cases.scene import Scene
from benchmarks.law_cases.truth import Levels, Truth, solved, truth_of
from desktop_app.workflow.context import Context
from desktop_app.workflow.understanding import understand

EVERY_SCENE_OF_TABLE = 6


def run_case(context: Context, case: Case) -> Record:
    """The record of a case."""
    started = time.perf_counter()
    return _pair(context, case, started) if case.other else _single(context, case, started)


def _single(context: Context, case: Case, started: float) -> Record:
    conditions = case.conditions
    moved = case.control is not None and case.control.moves
    truth = truth_of(context, case.scene, conditions.look, conditions.num_frames, fine=moved)
    clip = film(context, truth, _levels(case, truth), conditions)
    found = Verdicts.of(judge(context, truth, clip, conditions))
    error = float(np.median(errors(context, truth, clip, conditions))) if case.kind == "true" else None
    return _record(case, truth, found, started, error=error)


def _levels(case: Case, truth: Truth) -> Levels:
    if case.control is not None:
        return case.control.spoil(truth, np.random.default_rng(case.conditions.seed))
    if case.kind == "recoloured":
        return recoloured(truth.levels, case.conditions.seed)
    return truth.levels


def _pair(context: Context, case: Case, started: float) -> Record:
    """Two materials; in a wrong pair, the first clip is painted with the second one's diffusivity."""
    conditions = case.conditions
    concept = understand(context, case.scene.prompt, look=conditions.look)
    first, second = (
        solved(case.scene, each, conditions.num_frames) for each in (concept, concept.variants[0])
    )
    second_clip = film(context, second, second.levels, conditions)
    painted = second if case.kind == "wrong pair" else first
    first_clip = film(context, first, painted.levels, conditions)
    ratio = ratio_of_pair(context, (first, first_clip), (second, second_clip), conditions)
    found = Verdicts.of(judge(context, first, first_clip, conditions))
    return _record(case, first, found, started, ratio=ratio)


def _record(
    case: Case,
    truth: Truth,
    found: Verdicts,
    started: float,
    *,
    error: float | None = None,
    ratio: list[float] | None = None,
) -> Record:
    return Record(
        id=case.id,
        kind=case.kind,
        number=case.number,
        scene=case.scene.name,
        conditions=str(case.conditions),
        broken="" if case.control is None else case.control.name,
        applies=sorted(truth.applies),
        found=found,
        seconds=time.perf_counter() - started,
        ratio=ratio,
        error=error,
    )


def error_table(
    context: Context, scenes: tuple[Scene, ...], noise: float
) -> dict[tuple[str, int], tuple[float, float]]:
    """Median and 95th percentile of |read − true|, share of the span, by look and quality.

    Of every sixth scene; `noise` is of each channel of each pixel, 1 σ of 255.
    """
    table: dict[tuple[str, int], tuple[float, float]] = {}
    num_frames = clean(LOOKS[0], CRFS[0]).num_frames
    for look in LOOKS:
        truths = [truth_of(context, scene, look, num_frames) for scene in scenes[::EVERY_SCENE_OF_TABLE]]
        for crf in CRFS:
            how = clean(look, crf, noise)
            off = [errors(context, truth, film(context, truth, truth.levels, how), how) for truth in truths]
            all_off = np.concatenate(off)
            table[look, crf] = float(np.median(all_off)), float(np.quantile(all_off, 0.95))
    return table
