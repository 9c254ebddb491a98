"""Which materials answer a search: exact names first, then what contains the words, then near names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop_app.knowledge.materials import MaterialTable, normalised_name

Answer = Literal["everything", "exact", "containing", "suggestions", "nothing"]
_MOST_SUGGESTIONS = 5


@dataclass(frozen=True)
class Found:
    """What a search came to.

    Attributes:
        answer: what the best of it is.
        ranks: place of each material that answers, by id; 0 is best.
    """

    answer: Answer
    ranks: Mapping[str, int]


def search(table: MaterialTable, wanted: str) -> Found:
    """Look for a name, alias, symbol or grade."""
    key = normalised_name(wanted)
    if not key:
        return Found("everything", {material.id: 0 for material in table})
    exact = table.find(wanted)
    ranks = {} if exact is None else {exact.id: 0}
    for entry in table.named():
        names = {*entry.keys, normalised_name(entry.material.id)}
        if any(key in name for name in names):
            ranks.setdefault(entry.material.id, 1)
    if exact is not None:
        return Found("exact", ranks)
    if ranks:
        return Found("containing", ranks)
    near = table.suggestions(wanted, _MOST_SUGGESTIONS)
    return Found("suggestions" if near else "nothing", {m.id: n for n, m in enumerate(near)})
