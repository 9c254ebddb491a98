"""Safetensors files that are whole, and the many ways in which they are not."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.bare_model import TENSORS, safetensors

from desktop_app.domain.errors import ModelUnusable
from desktop_app.weights.safetensors_header import tensor_names


def entry(**changes: Any) -> dict[str, Any]:
    return {"x": {"dtype": "U8", "shape": [3], "data_offsets": [0, 3], **changes}}


def test_names_of_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "x.safetensors"
    file.write_bytes(safetensors())
    assert tensor_names(file) == {"a", "b", "empty"}


def test_the_library_agrees(tmp_path: Path) -> None:
    from safetensors.numpy import load_file

    file = tmp_path / "x.safetensors"
    whole = {name: value for name, value in TENSORS.items() if name != "b"}
    file.write_bytes(
        safetensors({**whole, "empty": {**TENSORS["empty"], "data_offsets": [24, 24]}}, b"\0" * 24)
    )
    assert load_file(file).keys() == tensor_names(file)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x01",
        struct.pack("<Q", 2**63) + b"{}",
        struct.pack("<Q", 100) + b"{}",
        safetensors(b"not JSON", b""),
        safetensors(b"[]", b""),
        safetensors(b"[" * 200_000, b""),
        safetensors(b"\xff", b""),
        safetensors(data=b"\0" * 31),
        safetensors(data=b"\0" * 33),
        safetensors(entry(dtype="PICKLE"), b"abc"),
        safetensors(entry(dtype=["U8"]), b"abc"),
        safetensors(entry(shape=[4]), b"abc"),
        safetensors(entry(shape=[-3]), b"abc"),
        safetensors(entry(shape=[True, 3]), b"abc"),
        safetensors(entry(shape=3), b"abc"),
        safetensors(entry(data_offsets=[0, 4]), b"abc"),
        safetensors(entry(data_offsets=[1, 4]), b"abcd"),
        safetensors(entry(data_offsets=[-3, 0]), b""),
        safetensors(entry(data_offsets=[0]), b"abc"),
        safetensors(entry(data_offsets=[0, 1, 2]), b"abc"),
        safetensors({"x": None}, b""),
        safetensors({**entry(), "y": entry()["x"]}, b"abc"),
        safetensors(b'{"x":{"dtype":"U8","shape":[3],"data_offsets":[0,3]},"x":{}}', b"abc"),
    ],
)
def test_a_file_that_is_cut_short_or_lies(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.safetensors"
    file.write_bytes(content)
    with pytest.raises(ModelUnusable, match="incomplete or damaged"):
        tensor_names(file)


def test_a_header_as_large_as_the_disk_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.safetensors"
    with file.open("wb") as stream:
        stream.write(struct.pack("<Q", 10 * 1024**3))
        stream.truncate(11 * 1024**3)
    with pytest.raises(ModelUnusable, match="incomplete or damaged"):
        tensor_names(file)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="cannot be read"):
        tensor_names(tmp_path / "nowhere")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(position=st.integers(0, 300), replacement=st.binary(max_size=9))
def test_damage_anywhere_is_found_or_harmless(tmp_path: Path, position: int, replacement: bytes) -> None:
    whole = safetensors()
    file = tmp_path / "x.safetensors"
    file.write_bytes(whole[:position] + replacement + whole[position + len(replacement) :])
    try:
        names = tensor_names(file)
    except ModelUnusable:
        return
    assert len(file.read_bytes()) == len(whole)
    assert names
