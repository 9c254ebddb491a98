"""Whether a safetensors file is whole, from its header alone and with the standard library alone.

The format (https://github.com/huggingface/safetensors, "Format"): eight bytes little-endian N, N bytes of
JSON {name: {dtype, shape, data_offsets}}, then the data, without gaps.
"""

from __future__ import annotations

import json
import math
import struct
from pathlib import Path
from typing import Any

from desktop_app.weights import refusals

HEADER_BYTES_MOST = 64 * 1024 * 1024
_LENGTH_BYTES = 8
_ITEM_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16,
    "I32": 32, "U32": 32, "F32": 32, "I64": 64, "U64": 64, "F64": 64,
}  # fmt: skip


def tensor_names(file: Path) -> frozenset[str]:
    """Names of the tensors in `file`, having checked that the header and the file's size agree.

    Raises:
        ModelUnusable: the file is cut short, longer than it says, has no valid header or cannot be read.
    """
    try:
        with file.open("rb") as stream:
            size = stream.seek(0, 2)
            stream.seek(0)
            header_bytes = _header_length(file, stream.read(_LENGTH_BYTES), size)
            header = _parsed(file, stream.read(header_bytes))
    except OSError as error:
        raise refusals.unreadable(file, repr(error)) from error
    header.pop("__metadata__", None)
    spans = sorted(_span(file, name, entry) for name, entry in header.items())
    end = 0
    for start, stop in spans:
        if start != end:
            raise refusals.damaged_weights(file, f"a gap or an overlap at {start}")
        end = stop
    expected = _LENGTH_BYTES + header_bytes + end
    if size != expected:
        raise refusals.damaged_weights(file, f"{size} bytes instead of {expected}")
    return frozenset(header)


def _header_length(file: Path, length: bytes, size: int) -> int:
    if len(length) < _LENGTH_BYTES:
        raise refusals.damaged_weights(file, "no header")
    header_bytes: int = struct.unpack("<Q", length)[0]
    if header_bytes > min(HEADER_BYTES_MOST, size - _LENGTH_BYTES):
        raise refusals.damaged_weights(file, f"a header of {header_bytes} bytes")
    return header_bytes


def _parsed(file: Path, text: bytes) -> dict[str, Any]:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        content = dict(pairs)
        if len(content) != len(pairs):
            raise ValueError("a name twice")
        return content

    try:
        header = json.loads(text, object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:
        raise refusals.damaged_weights(file, repr(error)) from error
    if not isinstance(header, dict):
        raise refusals.damaged_weights(file, "the header is no object")
    return header


def _span(file: Path, name: str, entry: Any) -> tuple[int, int]:
    """First byte of a tensor's data and the one after its last, having checked them against its shape."""
    match entry:
        case {"dtype": str(dtype), "shape": list(shape), "data_offsets": [int(start), int(stop)]} if (
            dtype in _ITEM_BITS and all(type(extent) is int and extent >= 0 for extent in shape)
        ):
            if stop - start == math.prod(shape) * _ITEM_BITS[dtype] // 8 and start >= 0:
                return start, stop
    raise refusals.damaged_weights(file, f"tensor {name}: {str(entry)[:200]}")
