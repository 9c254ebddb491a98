"""Which requests a model can do, and the nearest that it can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.bare_model import CONFIGS, write_json
from support.requests import tiny_request

from desktop_app.domain.errors import InvalidInput, ModelUnusable
from desktop_app.weights.model_folder import ModelFolder, check_model_folder
from desktop_app.weights.request_check import ClipGeometry, check_request, clip_geometry


@pytest.fixture
def folder(model: Path) -> ModelFolder:
    return check_model_folder(model)


def remedy(folder: ModelFolder, **changes: Any) -> str:
    with pytest.raises(InvalidInput) as caught:
        check_request(folder, tiny_request(folder.path, **changes))
    return str(caught.value.remedy)


def test_the_geometry_is_the_models_own(model: Path) -> None:
    assert clip_geometry(model) == ClipGeometry(32, 32, 4, 32 * 1024, 32 * 1024, 4093)
    write_json(model / "vae" / "config.json", {"_class_name": "AutoencoderKLWan"})
    write_json(model / "transformer" / "config.json", {"patch_size": [1, 2, 4], "rope_max_seq_len": 10})
    assert clip_geometry(model) == ClipGeometry(32, 16, 4, 320, 160, 37)


@pytest.mark.parametrize(("width", "height", "frames"), [(1280, 704, 121), (32, 32, 1), (320, 192, 33)])
def test_what_the_model_can_make(folder: ModelFolder, width: int, height: int, frames: int) -> None:
    check_request(folder, tiny_request(folder.path, width=width, height=height, num_frames=frames))


@pytest.mark.parametrize(
    ("width", "height", "nearest"),
    [
        (1280, 720, "1280×736"),
        (1280, 719, "1280×704"),
        (1, 1, "32×32"),
        (0, -5, "32×32"),
        (100_000, 64, "32768×64"),
        (47, 64, "32×64"),
    ],
)
def test_the_nearest_size_is_named(folder: ModelFolder, width: int, height: int, nearest: str) -> None:
    assert remedy(folder, width=width, height=height) == f"The nearest size it can make is {nearest}."


@pytest.mark.parametrize(
    ("frames", "nearest"), [(0, 1), (-7, 1), (2, 1), (3, 5), (48, 49), (46, 45), (10_000, 4093)]
)
def test_the_nearest_number_of_frames_is_named(folder: ModelFolder, frames: int, nearest: int) -> None:
    assert remedy(folder, num_frames=frames) == f"The nearest number it can make is {nearest}."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(width=st.integers(), height=st.integers(), frames=st.integers())
def test_what_the_remedy_names_is_accepted(folder: ModelFolder, width: int, height: int, frames: int) -> None:
    request = tiny_request(folder.path, width=width, height=height, num_frames=frames)
    try:
        check_request(folder, request)
    except InvalidInput as refusal:
        values = {str(name): value for name, value in refusal.remedy.values}
        values["num_frames"] = values.pop("n", frames)
        once_more = replace(request, **values)
        if once_more.num_frames == frames:
            with_any_frames = replace(once_more, num_frames=1)
            check_request(folder, with_any_frames)
        else:
            check_request(folder, once_more)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vae/config.json", {"scale_factor_spatial": 0}),
        ("vae/config.json", {"scale_factor_temporal": "4"}),
        ("vae/config.json", {"scale_factor_spatial": True}),
        ("transformer/config.json", {"patch_size": 2}),
        ("transformer/config.json", {"patch_size": [1, 2]}),
        ("transformer/config.json", {"patch_size": [1, 2, -2]}),
    ],
)
def test_a_configuration_without_numbers(model: Path, name: str, content: dict[str, Any]) -> None:
    write_json(model / name, {**CONFIGS[name], **content})
    with pytest.raises(ModelUnusable, match=r"config\.json is damaged"):
        clip_geometry(model)
