from __future__ import annotations

import json

import numpy as np
import pytest
from pydantic import ValidationError

from desktop_app.domain.errors import InvalidInput
from desktop_app.thermography.colour_space import oklab
from desktop_app.thermography.looks import LookTable


def test_every_look_of_the_contract_is_there(looks):
    assert set(looks.names) == {"inferno", "iron", "rainbow", "white_hot", "glow", "natural"}
    assert not looks.get("natural").readable
    assert looks.get("glow").normalised


def test_unknown_look_names_the_known_ones(looks):
    with pytest.raises(InvalidInput, match="inferno"):
        looks.get("sepia")


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
