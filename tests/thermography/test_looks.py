from __future__ import annotations

import json

import numpy as np
import pytest
from pydantic import ValidationError

from desktop_app.domain.errors import InvalidInput
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.look_variants import in_range, reversed_look
from desktop_app.thermography.looks import LookTable


def test_every_look_of_the_contract_is_there(looks):
    assert set(looks.painted_names) == {"inferno", "iron", "rainbow", "white_hot", "glow", "natural"}
    assert looks.names[: len(looks.painted_names)] == looks.painted_names
    assert not looks.get("natural").readable
    assert looks.get("glow").normalised


def test_cameras_palettes_can_be_read_besides(looks):
    cameras = {"black_hot", "arctic", "lava", "high_contrast", "amber", "sepia"}
    assert cameras | {"hot", "turbo", "viridis", "plasma", "magma"} == set(looks.names) - set(
        looks.painted_names
    )
    assert {look.name for look in looks.all} == set(looks.names)
    assert all(look.palette.shape == (256, 3) and look.source for look in looks.all if look.readable)


def test_palettes_that_are_no_cameras_own_say_that_they_are_approximate(looks):
    for name in ("arctic", "lava", "high_contrast", "amber", "sepia"):
        assert looks.get(name).source.startswith("approximate")


def test_variants_share_a_name_and_the_painted_one_is_first(looks):
    ours, other = looks.variants("iron")
    assert (ours.name, other.name) == ("iron", "iron")
    assert ours is looks.get("iron")
    assert not np.array_equal(ours.palette, other.palette)


@pytest.mark.parametrize(("colour_range", "black", "white"), [("video", 16, 235), ("stretched", 0, 255)])
def test_a_palette_in_another_range_keeps_its_name_and_says_so(looks, colour_range, black, white):
    other = in_range(looks.get("white_hot"), colour_range)
    assert (other.palette[0, 0], other.palette[-1, 0]) == (black, white)
    assert other.name == "white_hot"
    assert colour_range in other.source


def test_video_range_taken_for_full_is_put_right_by_stretching(looks):
    look = looks.get("iron")
    back = in_range(in_range(look, "video"), "stretched")
    assert np.abs(back.palette.astype(int) - look.palette).max() <= 1


def test_reversing_a_look_twice_changes_nothing(looks):
    look = looks.get("lava")
    assert np.array_equal(reversed_look(look).palette, look.palette[::-1])
    assert np.array_equal(reversed_look(reversed_look(look)).palette, look.palette)
    assert reversed_look(looks.get("natural")) is looks.get("natural")
    assert in_range(looks.get("natural"), "video") is looks.get("natural")


def test_unknown_look_names_the_known_ones(looks):
    with pytest.raises(InvalidInput, match="inferno"):
        looks.get("mauve")


@pytest.mark.parametrize("name", ["inferno", "iron", "white_hot", "glow"])
def test_lightness_grows_with_temperature(looks, name):
    lightness = oklab(looks.get(name).palette)[:, 0]
    assert np.all(np.diff(lightness[::8]) > 0)


@pytest.mark.parametrize("name", ["inferno", "iron", "rainbow", "white_hot", "glow"])
def test_no_palette_repeats_a_colour_far_along(looks, name):
    lab = oklab(looks.get(name).palette)
    distance = np.linalg.norm(lab[:, None] - lab[None], axis=-1)
    i, j = np.indices(distance.shape)
    assert distance[np.abs(i - j) > 40].min() > 0.03


@pytest.mark.parametrize(
    "content",
    [{"name": "x", "source": "s", "stops": [[0, 0, 0, 0]]}, {"name": "x", "stops": []}, {"name": 3}],
)
def test_malformed_palette_file_is_refused(tmp_path, content):
    (tmp_path / "x.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ValidationError):
        LookTable(tmp_path)


def test_oklab_of_black_white_and_red_is_as_published():
    black, white, red = oklab(np.array([[0, 0, 0], [255, 255, 255], [255, 0, 0]], dtype=np.uint8))
    assert black == pytest.approx([0, 0, 0], abs=1e-4)
    assert white == pytest.approx([1, 0, 0], abs=1e-3)
    assert red == pytest.approx([0.62796, 0.22486, 0.12585], abs=1e-3)
