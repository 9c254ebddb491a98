"""heatsketch read: every option, and clips that lie, break or hold nothing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from support.paths import RESOURCES

from desktop_app.domain.cancel import CancelToken
from desktop_app.media.encode import write_video
from desktop_app.thermography.looks import LookTable
from desktop_app.thermography.painter import Painter, place_body

SIZE = (160, 96)
FRAMES = 9
KEYS = {
    "readable", "reason", "look", "temperature_range_K", "probe_px", "camera_moved", "saturated_fraction",
    "off_palette_fraction", "fourier_number", "laws", "assumptions",
}  # fmt: skip
OWN = {
    "look": "inferno",
    "temperature_range_K": [293.15, 373.15],
    "duration_s": 60.0,
    "num_frames": FRAMES,
    "size_px": list(SIZE),
    "probe_px": [20.0, 48.0, 140.0, 48.0],
    "band_px": 4.0,
}


def painted(looks, size=SIZE) -> list[np.ndarray]:
    """A bar that warms from its left end, 20 °C to 100 °C."""
    x = np.linspace(0, 1, 48)
    painter = Painter(looks.get("inferno"), (293.15, 373.15), (4, 48), size, place_body((0.2, 0.04), *size))
    depths = np.linspace(0.15, 1.0, FRAMES)
    fields = [np.repeat(293.15 + 80 * np.exp(-((x / d) ** 2))[None], 4, axis=0) for d in depths]
    return [painter.paint(field.astype(np.float32)) for field in fields]


@pytest.fixture
def looks() -> LookTable:
    return LookTable(RESOURCES / "palettes")


@pytest.fixture
def clip(looks, tmp_path) -> Path:
    path = tmp_path / "clip.mp4"
    write_video(path, painted(looks), SIZE, 8, {}, CancelToken())
    return path


@pytest.fixture
def told(heatsketch, capsysbinary):
    """What reading says, as scripts get it: JSON without NaN on standard output."""

    def read(*arguments: str) -> dict:
        assert heatsketch("read", *arguments) == 0
        return json.loads(capsysbinary.readouterr().out, parse_constant=pytest.fail)

    return read


def test_a_plain_clip_gives_the_contracts_keys_and_says_what_is_assumed(told, clip):
    whole = told(str(clip))
    assert set(whole) >= KEYS
    assert whole["readable"]
    assert len(whole["laws"]) == 7
    assert {law["verdict"] for law in whole["laws"]} <= {"holds", "undecided"}
    assert "One homogeneous body with insulated sides" in " ".join(whole["assumptions"])


def test_places_and_a_bent_probe_are_read_in_the_unit_asked_for(told, clip, tmp_path):
    arrays = tmp_path / "read.npz"
    whole = told(
        str(clip), "--unit", "K", "--range", "300", "400", "--probe", "30,48,80,44,130,48",
        "--point", "24,48", "--point", "130,48", "--region", "140,52,120,44", "--npz", str(arrays),
        "--json", "-",
    )  # fmt: skip
    assert whole["temperature_range_K"] == [300.0, 400.0]
    assert whole["probe_px"] == [30, 48, 80, 44, 130, 48]
    hot, cold, region = whole["places"]
    assert region["region_px"] == [120, 44, 140, 52]
    assert len(hot["temperature_K"]) == FRAMES
    assert hot["temperature_K"][-1] > cold["temperature_K"][-1] + 20
    with np.load(arrays) as read:
        assert read["temperature_K"].shape == read["confidence"].shape == (FRAMES, 128)
        assert np.isfinite(read["temperature_K"]).all()


def test_two_references_make_the_scale(told, clip):
    """Two places read on the painted scale, told back to it as 10 K hotter, move the scale by 10 K."""
    places = ("--point", "30,48", "--point", "110,48")
    hot, cold = (p["temperature_K"][-1] for p in told(str(clip), "--range", "20", "100", *places)["places"])
    whole = told(
        str(clip), "--unit", "K", "--reference", f"30,48,{hot + 10}", "--reference", f"110,48,{cold + 10}"
    )  # fmt: skip
    assert whole["temperature_range_K"] == pytest.approx([303.15, 383.15], abs=0.01)
    assert "since no range was given" not in " ".join(whole["assumptions"])


def test_a_palette_read_backward_turns_hot_into_cold(told, clip):
    spot = ("--point", "24,48", "--range", "20", "100")
    usual = told(str(clip), *spot)["places"][0]["temperature_K"][-1]
    turned = told(str(clip), *spot, "--reversed")["places"][0]["temperature_K"][-1]
    assert usual + turned == pytest.approx(293.15 + 373.15, abs=1.0)


def test_what_a_prompt_leaves_open_is_among_the_assumptions(told, clip):
    said = told(str(clip), "--prompt", "a copper rod, left end held at 100 °C")["assumptions"]
    assert "No length was given: 0.2 m is assumed." in said
    assert not any("No look was named" in each or "One homogeneous" in each for each in said)
    assert any("One homogeneous" in each for each in told(str(clip), "--prompt", "bananas")["assumptions"])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--look", "mauve"), "no look called “mauve”"),
        (("--range", "nan", "100"), "temperature range is empty"),
        (("--range", "-1e2", "-2e2"), "temperature range is empty"),
        (("--reference", "40,48,90"), "either --range or two of --reference"),
        (("--reference", "24,48,90", "--reference", "24,48,20"), "nearly the same colour"),
        (("--reference", "24,48,20", "--reference", "130,48,90"), "is the colder one"),
        (("--reference", "3,3,20", "--reference", "24,48,90"), "no colour of the palette"),
        (("--reference", "-4,48,20", "--reference", "24,48,90"), "outside the picture"),
        (("--probe", "-1,0,10,10"), "not a line inside the picture"),
        (("--probe", "1,2,3"), "is no probe"),
        (("--point", "-1,-1"), "not inside the picture"),
        (("--point", "nan,1"), "is no point"),
        (("--region", "5,5,5,5"), "not inside the picture"),
        (("--prompt", " "), "The prompt is empty"),
        (("--json", "-", "--npz", "-"), "Two results would go to -"),
        (("--json", "{clip}"), "is what is read"),
        (("--npz", "{folder}/./clip.mp4"), "is what is read"),
    ],
)
def test_a_wrong_call_is_one_sentence_with_a_remedy(heatsketch, clip, capsys, options, sentence):
    before = clip.read_bytes()
    filled = [option.format(clip=clip, folder=clip.parent) for option in options]
    assert heatsketch("read", str(clip), *filled) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1
    assert sentence in err
    assert clip.read_bytes() == before


@pytest.mark.parametrize("name", ["no such.mp4", "two\nlines.mp4", "\x1b[31mred.png"])
def test_a_missing_file_is_named_on_one_line_that_no_terminal_obeys(heatsketch, tmp_path, capsys, name):
    assert heatsketch("read", str(tmp_path / name)) == 1
    err = capsys.readouterr().err
    assert err.startswith("heatsketch: There is no file")
    assert err.rstrip("\n").isprintable()


@pytest.mark.parametrize("name", ["empty.mp4", "empty.png", "text.mp4", "half.mp4"])
def test_what_cannot_be_decoded_fails_with_a_remedy(heatsketch, clip, tmp_path, capsys, name):
    whole = clip.read_bytes()
    content = {"empty": b"", "text": b"no video\n" * 99, "half": whole[: len(whole) // 2]}
    (tmp_path / name).write_bytes(content[name.split(".")[0]])
    assert heatsketch("read", str(tmp_path / name)) == 1
    assert "cannot be decoded" in (err := capsys.readouterr().err) or "can be decoded" in err
    assert len(err.splitlines()) == 1


def test_a_picture_without_palette_is_not_readable_and_assumes_nothing(told, tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "铜 'noise'.png")
    whole = told(str(tmp_path / "铜 'noise'.png"))
    assert not whole["readable"]
    assert whole["reason"]
    assert whole["assumptions"] == []


def test_a_look_without_scale_is_not_readable(told, clip):
    whole = told(str(clip), "--look", "natural")
    assert not whole["readable"]
    assert "no temperature scale" in whole["reason"]


@pytest.mark.parametrize("size", [(2, 2), (16, 16), (24, 8)])
def test_tiny_clips_are_answered(told, looks, tmp_path, size):
    small = [np.asarray(Image.fromarray(frame[38:58, 10:150]).resize(size)) for frame in painted(looks)]
    for number, frame in enumerate(small):
        Image.fromarray(frame).save(tmp_path / f"{number}.png")
    assert "readable" in told(str(tmp_path))


@pytest.mark.parametrize(
    "lie",
    [
        {"probe_px": [-500, -500, 90_000, 9]},
        {"probe_px": [50, 50, 50, 50]},
        {"size_px": [1, 1]},
        {"duration_s": 1e-300},
        {"duration_s": float("inf")},
        {"look": "natural"},
        {"look": 7},
        {"num_frames": 10**30},
        {"temperature_range_K": [float("nan"), 300]},
    ],
)
def test_a_file_that_lies_about_itself_breaks_nothing(told, looks, tmp_path, lie):
    path = tmp_path / "lie.mp4"
    tags = {"comment": json.dumps({"app": "HeatSketch", "reading": {**OWN, **lie}})}
    write_video(path, painted(looks), SIZE, 8, tags, CancelToken())
    whole = told(str(path))
    assert whole["readable"] == (lie.get("look") != "natural")
    x0, y0, x1, y1 = whole["probe_px"]
    assert 0 <= min(x0, x1) < max(x0, x1) <= SIZE[0]
    assert 0 <= min(y0, y1) <= max(y0, y1) <= SIZE[1]


@pytest.mark.parametrize(("made", "last_s"), [(FRAMES, 60.0), (5, 60.0), (17, 30.0)])
def test_a_file_with_more_or_fewer_frames_than_were_made_is_timed_and_said(
    told, looks, tmp_path, made, last_s
):
    path, arrays = tmp_path / "retimed.mp4", tmp_path / "read.npz"
    tags = {"comment": json.dumps({"app": "HeatSketch", "reading": {**OWN, "num_frames": made}})}
    write_video(path, painted(looks), SIZE, 8, tags, CancelToken())
    said = " ".join(told(str(path), "--npz", str(arrays), "--json", "-")["assumptions"])
    assert ("The file has" in said) == (made != FRAMES)
    with np.load(arrays) as read:
        assert read["time_s"][-1] == pytest.approx(last_s)


def test_an_export_whose_panel_covers_the_body_is_compared_where_the_body_is(heatsketch, told, tmp_path):
    """The panel's dark ground is of the palette and touches the plate: pixels alone would join the two."""
    path = tmp_path / "fin.mp4"
    prompt = "An aluminium fin 5 cm long, base at 90 °C, fan"
    assert heatsketch("generate", prompt, "-o", str(path), "--size", "416x240", "--frames", "9") == 0
    departure = told(str(path))["departure"]
    assert departure["rmse_K"] < 0.02 * 70


def test_several_probes_are_read_besides(heatsketch, told, clip, tmp_path):
    found = told(str(clip), "--probe", "20,48,140,48", "--probe", "30,40,80,44,130,40")
    assert found["probe_px"] == [20, 48, 140, 48]
    (other,) = found["more_probes"]
    assert other["probe_px"] == [30, 40, 80, 44, 130, 40]
    arrays_file = str(tmp_path / "r.npz")
    lines = ("--probe", "20,48,140,48", "--probe", "140,48,20,48")
    assert heatsketch("read", str(clip), *lines, "--npz", arrays_file) == 0
    with np.load(arrays_file) as arrays:
        there, back = arrays["temperature_K"], arrays["probe_2_temperature_K"]
    assert there == pytest.approx(back[:, ::-1], abs=1.0)
