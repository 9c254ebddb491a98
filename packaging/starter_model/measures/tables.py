"""Figures as JSON and as tables for the model card."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from starter_model.measures.summary import SCALE, Row, Unit

HEADER = "| measure | figure | 95 % interval | of | wanted | met |\n| --- | --- | --- | --- | --- | --- |"


def write_tables(folder: Path, tables: Mapping[str, Sequence[Row]], about: Mapping[str, Any]) -> None:
    """Write `evaluation.json` and `evaluation.md`; tables without rows are left out of the latter."""
    found = {title: [row.to_json() for row in rows] for title, rows in tables.items()}
    whole = json.dumps({"about": dict(about), "tables": found}, ensure_ascii=False, indent=1)
    (folder / "evaluation.json").write_text(whole + "\n", encoding="utf-8")
    parts = [f"### {title}\n\n{table_of(rows)}" for title, rows in tables.items() if rows]
    (folder / "evaluation.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def table_of(rows: Sequence[Row]) -> str:
    """Rows as Markdown; those of which nothing was measured say so."""
    return "\n".join([HEADER, *(_line(row) for row in rows)])


def _line(row: Row) -> str:
    figure, wanted = row.figure, f"{row.wanted} {row.unit}".strip() if row.wanted else ""
    if figure.count == 0:
        return f"| {row.name} | not measured | | 0 | {wanted} | |"
    met = "" if row.met is None else "yes" if row.met else "**no**"
    interval = f"{number(figure.low, row.unit)} to {number(figure.high, row.unit)}"
    value = f"{number(figure.value, row.unit)} {row.unit}".strip()
    return f"| {row.name} | {value} | {interval} | {figure.count} | {wanted} | {met} |"


def number(value: float, unit: Unit) -> str:
    """As it is printed."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "−∞" if value < 0 else "–"
    scaled = value * SCALE[unit]
    return (f"{scaled:.1f}" if abs(scaled) >= 1 or scaled == 0 else f"{scaled:.2g}").replace("-", "−")
