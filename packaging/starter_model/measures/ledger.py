"""Results as they come, one line each, so that an interruption loses nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

Line = dict[str, Any]


class Ledger:
    """A JSONL file of measurements; each is of a kind, of a key and of the weights it was taken with."""

    def __init__(self, file: Path) -> None:
        """Take up what is there; a line that was cut off is dropped."""
        self._file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        there = file.read_bytes() if file.exists() else b""
        whole = there[: there.rfind(b"\n") + 1]
        self._lines: list[Line] = [json.loads(line) for line in whole.splitlines()]
        if whole != there:
            file.write_bytes(whole)

    def has(self, kind: str, key: str, of: str) -> bool:
        """Whether this was measured."""
        return any((line["kind"], line["key"], line["of"]) == (kind, key, of) for line in self._lines)

    def add(self, kind: str, key: str, of: str, line: Line) -> None:
        """Write a measurement down."""
        whole = {"kind": kind, "key": key, "of": of} | line
        self._lines.append(whole)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(whole, ensure_ascii=False) + "\n")

    def of(self, kind: str, of: str) -> list[Line]:
        """All measurements of a kind with some weights."""
        return [line for line in self._lines if line["kind"] == kind and line["of"] == of]


def fingerprint(folder: Path, settings: str) -> str:
    """Of a model folder's weights and configs, and of what it is run with."""
    digest = hashlib.sha256(settings.encode())
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix in (".safetensors", ".json"):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
