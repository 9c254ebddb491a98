"""The starter model from the terminal: by default where it can, refused or replaced in the open where not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.house import make_house
from support.paths import STARTER_MODEL

from desktop_app.cli.main import run_command
from desktop_app.media.metadata import read_metadata
from desktop_app.media.source import read_clip

PROMPT = "a copper rod, left end held at 100 °C"
FIN = "a brass fin, its base at 85 °C"


@pytest.fixture
def furnished(tmp_path) -> Callable[..., int]:
    """Run a command in a house with the starter model."""

    def run(*arguments: str) -> int:
        house = make_house(tmp_path / "data", STARTER_MODEL)
        status = run_command(arguments, "0.0-test", lambda: house)
        house.runs.close()
        return status

    return run


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "out.mp4"


def made_by(video: Path) -> str:
    return str(json.loads(read_metadata(video)["comment"])["request"]["model"])


def test_who_chooses_nothing_gets_the_starter_model(furnished, out, tmp_path, capsys):
    report = tmp_path / "report.json"
    assert furnished("generate", PROMPT, "-o", str(out), "--steps", "2", "--json", str(report)) == 0
    assert read_clip(out).frames.shape == (33, 192, 320, 3)
    assert made_by(out) == "starter"
    text = report.read_text(encoding="utf-8")
    assert json.loads(text)["model"] == json.loads(text)["request"]["model"] == "starter"
    assert str(STARTER_MODEL) not in text + capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (
            (FIN,),
            1,
            "knows only rods, plates, rings, heat sinks and stacks. Choose “Heat equation, computed”",
        ),
        ((PROMPT, "--look", "rainbow"), 1, "knows only the looks"),
        (("a steel ball dropped",), 1, "no sphere"),
        ((PROMPT, "--size", "640x384"), 2, "33 frames of 320×192 pixels"),
        ((PROMPT, "--frames", "17"), 2, "33 frames of 320×192 pixels"),
    ],
    ids=str,
)
def test_who_chooses_it_for_what_it_does_not_cover_is_told_why(
    furnished, out, capsys, arguments, status, said
):
    assert furnished("generate", *arguments, "-o", str(out), "--model", "starter") == status
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert not out.exists()


@pytest.mark.parametrize(
    ("prompt", "size", "said"),
    [
        (FIN, ("--size", "320x192", "--frames", "33"), "knows only rods"),
        (PROMPT, ("--size", "192x128", "--frames", "9"), "33 frames of 320×192"),
    ],
    ids=["idea", "size"],
)
def test_who_chooses_nothing_gets_a_computed_clip_where_it_cannot_and_is_told(
    furnished, out, capsys, prompt, size, said
):
    assert furnished("generate", prompt, "-o", str(out), *size) == 0
    first = capsys.readouterr().err.splitlines()[0]
    assert said in first
    assert "computed from the heat equation instead" in first
    assert made_by(out) == "solution"


def test_what_nothing_covers_is_refused_in_a_line_whoever_chose(furnished, out, capsys):
    assert furnished("generate", "a steel ball dropped", "-o", str(out)) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "no sphere" in line


def test_it_is_listed_as_the_default(furnished, capsys):
    assert furnished("models", "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("solution\t")
    assert "default" not in lines[0]
    assert lines[1] == "starter\tStarter model (default)"


def test_where_it_is_not_there_that_is_said(heatsketch, out, capsys):
    assert heatsketch("models", "list") == 0
    listed = capsys.readouterr().out
    assert "cannot be used: The starter model is not there." in listed
    assert "computed (default)" in listed
    assert heatsketch("generate", PROMPT, "-o", str(out), "--model", "starter") == 1
    assert "Install HeatSketch again" in capsys.readouterr().err


def test_it_is_not_removed(furnished, capsys):
    assert furnished("models", "remove", "starter") == 2
    assert (STARTER_MODEL / "model_index.json").exists()
