"""heatsketch report, for a kept run and for a file."""

from __future__ import annotations

import json

import pytest

PROMPT = "a copper rod, left end held at 100 °C"


@pytest.fixture
def made(heatsketch, small, tmp_path):
    """A generated clip: its file and the id of its run."""
    out, told = tmp_path / "clip.mp4", tmp_path / "clip.json"
    assert heatsketch("generate", PROMPT, "-o", str(out), *small, "--json", str(told)) == 0
    return out, json.loads(told.read_text(encoding="utf-8"))["run"]


def test_a_run_and_its_file_are_reported_on(heatsketch, made, tmp_path):
    clip, run = made
    page = tmp_path / "report.html"
    assert heatsketch("report", run, "-o", str(page)) == 0
    assert "Computed from the heat equation" in page.read_text(encoding="utf-8")
    kept = sorted((tmp_path / "data" / "runs").iterdir())
    assert heatsketch("report", str(clip), "-o", str(page), "--language", "zh") == 0
    assert "文件：clip.mp4" in page.read_text(encoding="utf-8")
    assert sorted((tmp_path / "data" / "runs").iterdir()) == kept


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (("nothing-of-that-name", "-o", "{folder}/a.html"), 2, "neither a kept run nor a file"),
        (("{run}", "-o", "{folder}/a.html", "--look", "iron"), 2, "goes with a file"),
        (("{run}", "-o", "{folder}/a.pdf"), 2, "does not end in .html"),
        (("{run}", "-o", "{folder}/none/a.html"), 1, "does not exist"),
        (("{clip}", "-o", "{folder}/a.html", "--range", "80", "20"), 2, ""),
    ],
)
def test_what_cannot_be_done_is_said(heatsketch, made, tmp_path, capsys, arguments, status, sentence):
    clip, run = made
    given = [each.format(run=run, clip=clip, folder=tmp_path) for each in arguments]
    capsys.readouterr()
    assert heatsketch("report", *given) == status
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "a.html").exists()
