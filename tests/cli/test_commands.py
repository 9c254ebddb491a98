"""What each command gives, in the formats that scripts rely on."""

from __future__ import annotations

import json

import numpy as np
import pytest

from desktop_app.media.source import read_clip

PROMPT = "a copper rod, left end held at 100 °C"


def test_generate_writes_everything_it_is_asked_for(heatsketch, small, tmp_path):
    files = {name: tmp_path / f"out.{name}" for name in ("mp4", "json", "npz", "csv")}
    options = [x for name in ("json", "npz", "csv") for x in (f"--{name}", str(files[name]))]
    assert heatsketch("generate", PROMPT, "-o", str(files["mp4"]), *small, *options) == 0
    assert read_clip(files["mp4"]).frames.shape == (9, 128, 192, 3)
    report = json.loads(files["json"].read_text(encoding="utf-8"))
    for key in (
        "readable", "reason", "look", "temperature_range_K", "probe_px", "camera_moved",
        "saturated_fraction", "off_palette_fraction", "fourier_number", "laws", "timings_s", "model",
        "seed", "request",
    ):  # fmt: skip
        assert key in report
    assert report["model"] == "solution"
    with np.load(files["npz"]) as arrays:
        assert set(arrays) == {"temperature_K", "sigma_K", "confidence", "position", "time_s"}
        assert arrays["temperature_K"].shape == arrays["confidence"].shape == (9, 128)
        assert np.isfinite(arrays["temperature_K"]).all()
        assert arrays["time_s"] == pytest.approx(np.linspace(0, 170.0, 9))
    assert files["csv"].read_text(encoding="utf-8").startswith("frame,time_s,position,temperature_K")


def test_generate_and_solve_of_one_prompt_use_the_same_duration(heatsketch, small, tmp_path):
    out, arrays, field = (str(tmp_path / name) for name in ("a.mp4", "a.npz", "b.npz"))
    assert heatsketch("generate", PROMPT, "-o", out, *small, "--npz", arrays) == 0
    assert heatsketch("solve", PROMPT, "--npz", field) == 0
    with np.load(arrays) as read, np.load(field) as solved:
        assert read["time_s"][-1] == pytest.approx(solved["time_s"][-1])


def test_solve_gives_the_contract_arrays_on_the_grid_asked_for(heatsketch, tmp_path):
    path = tmp_path / "field.npz"
    assert heatsketch("solve", PROMPT, "--npz", str(path), "--grid", "64x4") == 0
    with np.load(path) as field:
        assert field["temperature_K"].dtype == np.float32
        assert field["temperature_K"].shape == (field["time_s"].size, 4, 64)
        assert np.all(np.diff(field["x_m"]) > 0)
        assert np.all(np.diff(field["y_m"]) > 0)
        assert field["time_s"][0] == 0
        assert np.ptp(np.diff(field["time_s"])) < 1e-9 * field["time_s"][-1]


SHAPES = {
    "fin": "an aluminium fin 40 mm long and 2 mm thick, its base is at 85 °C, still air at 22 °C",
    "heat_sink": "finned aluminium heat sink, 10 fins, 40 W chip, still air at 25 °C",
    "ring": "cross-section of a copper pipe, 100 °C inside and 20 °C outside, outer diameter 40 mm",
    "l_bracket": "an L-bracket of brass, its left side held at 90 °C",
    "stack": "a stack of silicon 1 mm, thermal paste 0.1 mm and copper 3 mm, 50 W at the bottom, fan on top",
    "contact": "两根棒接触：铜棒和不锈钢棒，左端150℃，右端25℃",
    "room": "一间房间，室内暖气功率1.2kW，室外空气温度为0℃，看1小时",
    "plate": "a steel plate 20 cm by 15 cm, 3 mm thick, 20 W laser spot in its middle",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_solved_and_its_outcome_said(heatsketch, tmp_path, capsys, shape):
    path = tmp_path / "field.npz"
    assert heatsketch("solve", SHAPES[shape], "--npz", str(path), "--grid", "48X36") == 0
    outcome = capsys.readouterr().err.splitlines()[-1]
    low, high = (float(part.split()[-1]) for part in outcome.split(": ")[1].split(" °C")[:2])
    with np.load(path) as field:
        temperature_C = field["temperature_K"][-1] - 273.15
    assert temperature_C.shape == (36, 48)
    assert (np.nanmin(temperature_C), np.nanmax(temperature_C)) == pytest.approx((low, high), abs=0.06)
    assert "Fourier number" in outcome
    assert np.isnan(temperature_C).any() == (shape in ("heat_sink", "ring", "l_bracket"))


def test_solve_draws_a_body_with_gaps(heatsketch, tmp_path):
    path = tmp_path / "sink.mp4"
    assert heatsketch("solve", SHAPES["heat_sink"], "-o", str(path)) == 0
    last = read_clip(path).frames[-1].astype(int)
    background = np.abs(last - (22, 48, 58)).max(axis=-1) < 30
    row = background[round(480 * 0.5), 83:749]
    gaps = np.count_nonzero(np.diff(row.astype(int)) == 1)
    assert gaps == 9, "between ten fins"


def test_solve_writes_a_video_too(heatsketch, tmp_path):
    path = tmp_path / "field.mp4"
    assert heatsketch("solve", PROMPT, "-o", str(path)) == 0
    assert read_clip(path).size == (832, 480)


def test_concept_goes_to_standard_output_in_the_prompts_language(heatsketch, capsysbinary):
    assert heatsketch("concept", "一根铜棒左侧被火焰加热") == 0
    concept = json.loads(capsysbinary.readouterr().out.decode("utf-8"))
    assert concept["shape"] == "rod"
    assert concept["materials"][0]["id"] == "copper"
    assert concept["heating"][0]["where"] == "left"
    assert concept["heating"][0]["kind"] == "flame"
    assert any("一" <= letter <= "鿿" for letter in "".join(concept["notes"]))


def test_concept_is_done_where_solve_fails(heatsketch, capsysbinary, tmp_path):
    assert heatsketch("concept", "an unobtainium rod heated at its left end") == 0
    concept = json.loads(capsysbinary.readouterr().out)
    assert concept["materials"] == []
    assert not concept["supported"]
    assert heatsketch("solve", "an unobtainium rod heated", "--npz", str(tmp_path / "f.npz")) == 1


def test_read_gives_json_on_standard_output(heatsketch, small, tmp_path, capsysbinary):
    video = str(tmp_path / "a.mp4")
    assert heatsketch("generate", PROMPT, "-o", video, *small) == 0
    capsysbinary.readouterr()
    assert (
        heatsketch("read", video, "--look", "inferno", "--range", "20", "100", "--probe", "20,64,170,64") == 0
    )
    report = json.loads(capsysbinary.readouterr().out)
    assert report["readable"]
    assert report["temperature_range_K"] == pytest.approx([293.15, 373.15])
    assert report["probe_px"] == [20, 64, 170, 64]


def test_bytes_can_go_to_standard_output(heatsketch, small, capsysbinary):
    assert heatsketch("generate", PROMPT, "-o", "-", *small) == 0
    assert b"ftyp" in capsysbinary.readouterr().out[:16]


def test_models_and_doctor_answer(heatsketch, capsys, tmp_path):
    assert heatsketch("models", "list") == 0
    assert "solution" in capsys.readouterr().out
    path = tmp_path / "doctor.json"
    assert heatsketch("doctor", "--json", str(path)) == 0
    findings = {f["id"]: f for f in json.loads(path.read_text(encoding="utf-8"))["findings"]}
    assert set(findings) == {"system", "ffmpeg", "disk", "materials", "gpu", "starter", "models"}
    assert findings["ffmpeg"]["ok"]
    assert not findings["models"]["ok"]
    assert "models" in findings["models"]["remedy"]
