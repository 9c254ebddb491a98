"""The materials in use: those that come with the app, and a person's own in a file of theirs."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from desktop_app.domain.errors import HeatSketchError
from desktop_app.domain.files import atomic_write, write_failure
from desktop_app.domain.material import Material
from desktop_app.domain.own_material import OwnMaterial
from desktop_app.domain.text import say
from desktop_app.knowledge.materials import (
    MaterialRefused,
    MaterialsUnreadable,
    MaterialTable,
    NamedMaterial,
    normalised_name,
)

LARGEST_FILE = 1_000_000
"""Bytes of a person's file that are read at most."""

_Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class _State:
    table: MaterialTable
    own: tuple[NamedMaterial, ...]
    problem: MaterialsUnreadable | None
    stamp: _Stamp | None


class MaterialStore:
    """The shipped table and a person's own entries, which take the place of shipped ones or add to them.

    Nothing is read before it is first asked for. The person's file is read again when it changes.
    """

    def __init__(self, shipped: Path, own: Path) -> None:
        """Remember where the two are.

        Args:
            shipped: the folder of the materials that come with the app.
            own: the person's JSON file; it need not exist.
        """
        self._shipped_folder = shipped
        self._own_file = own
        self._shipped: MaterialTable | None = None
        self._state: _State | None = None
        self._lock = Lock()

    @property
    def table(self) -> MaterialTable:
        """Every material there is now.

        Raises:
            MaterialsUnreadable: the shipped table is missing or damaged; never for the person's file.
        """
        return self._now().table

    @property
    def own_ids(self) -> tuple[str, ...]:
        """Ids of the person's own materials."""
        return tuple(entry.material.id for entry in self._now().own)

    @property
    def problem(self) -> HeatSketchError | None:
        """Why the person's file is not used, or None where it is, or there is none."""
        return self._now().problem

    def save(self, entry: OwnMaterial, instead_of: str | None = None) -> Material:
        """Add a material, or replace the own one of that id; returns it as the table has it.

        A damaged file is put aside under another name first.

        Args:
            entry: as it was typed.
            instead_of: id of an own material that goes when this one comes, for one that was renamed.

        Raises:
            MaterialRefused: a name or a value cannot be taken.
            UnitRefused: a unit is not one of its property.
            ExportFailed: the file could not be written.
        """
        from desktop_app.knowledge.own_file import checked_record, record_of

        with self._lock:
            record = record_of(entry, self._id_for(entry))
            gone = (record["id"], instead_of)
            others = [other for other in self._records() if other["id"] not in gone]
            checked_record(record, others)
            self._write([*others, record])
        return next(m for m in self.table if m.id == record["id"])

    def remove(self, material_id: str) -> None:
        """Take an own material out; a shipped one of that id is itself again.

        Raises:
            MaterialRefused: no own material has that id.
            ExportFailed: the file could not be written.
        """
        with self._lock:
            records = self._records()
            left = [record for record in records if record["id"] != material_id]
            if len(left) == len(records):
                raise MaterialRefused(
                    say("There is no material of your own called “{name}”.", name=material_id[:80]),
                    say("Choose one of your own; those that come with HeatSketch stay."),
                )
            self._write(left)

    def _now(self) -> _State:
        stamp = _stamp(self._own_file)
        state = self._state
        if state is None or state.stamp != stamp:
            state = self._state = self._read(stamp)
        return state

    def _read(self, stamp: _Stamp | None) -> _State:
        shipped = self._shipped_table()
        if stamp is None:
            return _State(shipped, (), None, stamp)
        from desktop_app.knowledge.own_file import read_own

        try:
            own = read_own(self._own_file, LARGEST_FILE)
        except MaterialsUnreadable as problem:
            return _State(shipped, (), problem, stamp)
        return _State(shipped.with_own(own), own, None, stamp)

    def _shipped_table(self) -> MaterialTable:
        if self._shipped is None:
            self._shipped = MaterialTable.load(self._shipped_folder)
        return self._shipped

    def _records(self) -> list[dict[str, Any]]:
        """The entries of the person's file as they wrote them; none where it is damaged."""
        if self.problem is not None or _stamp(self._own_file) is None:
            return []
        records: list[dict[str, Any]] = json.loads(self._own_file.read_bytes())["materials"]
        return records

    def _write(self, records: list[dict[str, Any]]) -> None:
        try:
            self._own_file.parent.mkdir(parents=True, exist_ok=True)
            if self.problem is not None:
                self._own_file.rename(_free_name(self._own_file))
        except OSError as error:
            raise write_failure(error, self._own_file) from error
        text = json.dumps({"materials": records}, ensure_ascii=False, indent=2) + "\n"
        with atomic_write(self._own_file) as part:
            part.write_text(text, encoding="utf-8")
        self._state = None

    def _id_for(self, entry: OwnMaterial) -> str:
        """That of the shipped material called exactly so, else one made of the name."""
        wanted = normalised_name(entry.name)
        for material in self._shipped_table():
            if wanted in {normalised_name(n) for n in (material.id, material.name, material.name_zh)}:
                return material.id
        slug = re.sub(r"[^a-z0-9]+", "_", wanted).strip("_")[:60].strip("_")
        if not re.match(r"[a-z]", slug) or not wanted.isascii():
            slug = f"own_{slug}_{hashlib.blake2b(wanted.encode(), digest_size=4).hexdigest()}"
        return slug.replace("__", "_")


def _stamp(file: Path) -> _Stamp | None:
    try:
        found = os.stat(file)  # noqa: PTH116 - one call, also on a path that is no file
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _free_name(file: Path) -> Path:
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}{file.suffix}")).exists():
        number += 1
    return aside
