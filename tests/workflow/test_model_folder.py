"""The main job with a diffusers Wan folder, through the worker, exactly as window and terminal do it."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from support.house import SMALL

from desktop_app.cli.main import run_command
from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import Cancelled, InvalidInput, ModelUnusable
from desktop_app.domain.events import FramesDecoded, PreviewReady, RunFinished, StageProgressed
from desktop_app.media.metadata import read_metadata
from desktop_app.media.source import read_clip
from desktop_app.workflow.engines import engine_choices, engine_named
from desktop_app.workflow.generation import generate
from desktop_app.workflow.history import list_runs, open_run
from desktop_app.workflow.orders import GenerationOrder

WAN = replace(SMALL, width=96, height=64, num_frames=9)
PROMPT = "a copper rod, left end held at 100 °C"


def order(house, folder) -> GenerationOrder:
    return GenerationOrder(PROMPT, engine_named(house, str(folder)), WAN, seed=3)


def test_frames_stream_out_of_the_worker_into_a_kept_run(house, tiny_wan):
    events = list(generate(house, order(house, tiny_wan), CancelToken()))
    stages = list(dict.fromkeys(event.stage for event in events if isinstance(event, StageProgressed)))
    assert stages == ["solving", "loading", "encoding", "denoising", "decoding", "saving"]
    assert any(isinstance(event, PreviewReady) for event in events)
    decoded = [event for event in events if isinstance(event, FramesDecoded)]
    assert decoded[0].first == 0
    assert len(decoded[0].frames) == 1
    finished = events[-1]
    assert isinstance(finished, RunFinished)
    assert not finished.run.computed
    shown = np.concatenate([event.frames for event in decoded])
    assert np.array_equal(open_run(house, finished.run.id).clip.frames, shown)
    assert {"loading", "encoding", "denoising", "decoding", "first_frame"} <= set(finished.run.timings_s)


def test_random_weights_paint_no_palette_and_the_reading_says_so_or_stays_finite(house, tiny_wan):
    *_, last = generate(house, order(house, tiny_wan), CancelToken())
    assert last.reading.reason is not None or np.isfinite(last.reading.temperature_K).all()


def test_cancelling_while_denoising_keeps_the_worker_warm(house, tiny_wan):
    long = replace(order(house, tiny_wan), settings=replace(WAN, num_inference_steps=50))
    cancel = CancelToken()
    events = generate(house, long, cancel)
    for event in events:
        if isinstance(event, StageProgressed) and event.stage == "denoising" and event.done:
            break
    pid = house.worker.worker_pid
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(events)
    assert house.worker.worker_pid == pid
    assert list_runs(house)[0].status == "cancelled"


@pytest.mark.parametrize("change", [{"width": 100}, {"num_frames": 10}, {"height": 66}], ids=str)
def test_what_the_folder_cannot_make_is_refused_with_the_nearest(house, tiny_wan, change):
    wrong = replace(order(house, tiny_wan), settings=replace(WAN, **change))
    with pytest.raises(InvalidInput, match=r"96|9"):
        list(generate(house, wrong, CancelToken()))
    assert list_runs(house) == ()


def test_folders_in_the_models_folder_are_offered_by_name(house, tiny_wan):
    (home,) = house.model_folders
    home.mkdir()
    (home / "my-wan").symlink_to(tiny_wan, target_is_directory=True)
    (home / "broken").mkdir()
    (home / "broken" / "model_index.json").write_text("{}")
    choices = {choice.label.to({}): choice for choice in engine_choices(house)}
    assert len(choices) == 4
    assert engine_named(house, "TINY-WAN-Diffusers").id.endswith("my-wan")
    assert [label for label, choice in choices.items() if choice.problem is not None] == [
        "Starter model", "broken",
    ]  # fmt: skip
    with pytest.raises(ModelUnusable):
        engine_named(house, "broken")


def test_the_terminal_generates_with_a_folder(house, tiny_wan, tmp_path, capsys):
    out, report = tmp_path / "wan.mp4", tmp_path / "wan.json"
    status = run_command(
        ["generate", PROMPT, "-o", str(out), "--model", str(tiny_wan), "--size", "96x64", "--frames", "9",
         "--steps", "2", "--seed", "5", "--json", str(report)],
        "0.0-test",
        lambda: house,
    )  # fmt: skip
    assert status == 0, capsys.readouterr().err
    assert read_clip(out).frames.shape == (9, 64, 96, 3)
    assert json.loads(read_metadata(out)["AIGC"])["Label"] == "1"
    content = json.loads(report.read_text(encoding="utf-8"))
    assert content["seed"] == 5
    assert content["timings_s"]["first_frame"] > 0
