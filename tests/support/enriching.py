"""What a rule of the enrichment says of a concept made by hand."""

from __future__ import annotations

from support.concepts import rod
from support.paths import RESOURCES

from desktop_app.domain.concept import Concept, Heating
from desktop_app.domain.geometry import Box, Part
from desktop_app.domain.story import Story
from desktop_app.knowledge.enrichment import enrich
from desktop_app.knowledge.materials import MaterialTable

TABLE = MaterialTable.load(RESOURCES / "materials")


def phrase(concept: Concept, rule: str) -> str:
    """What a rule adds; empty where it adds nothing."""
    return next((a.phrase for a in enrich(concept).additions if a.rule == rule), "")


def reason(concept: Concept, rule: str) -> str:
    return next(str(a.reason) for a in enrich(concept).additions if a.rule == rule)


def of(name: str, *heating: Heating, **changes: object) -> Concept:
    """A rod of a material of the table."""
    return rod(*heating, parts=(Part("body", Box(0, 0, 0.2, 0.02), TABLE.find(name)),), **changes)


def told(reach: float = 0.5, steadiness: float = 0.97, low: float = 293.15, high: float = 373.15) -> Story:
    return Story((low, high), 0.3, reach, steadiness)


def held(where: str, celsius: float, **changes: object) -> Heating:
    return Heating(where, "temperature", celsius + 273.15, "K", **changes)  # type: ignore[arg-type]


def air(where: str, celsius: float, h: float = 10.0, **changes: object) -> Heating:
    return Heating(where, "convection", h, "W/(m²·K)", ambient_K=celsius + 273.15, **changes)  # type: ignore[arg-type]
