"""What is done to the body while its description is still being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from desktop_app.domain.concept import Heating, HeatingKind, Where
from desktop_app.knowledge.fluids import Fluid
from desktop_app.knowledge.prompt_text import Span

DraftKind = HeatingKind | Literal["hot", "cold"]
UNITS: dict[HeatingKind, str] = {
    "temperature": "K",
    "flame": "K",
    "flux": "W/m²",
    "power": "W",
    "convection": "W/(m²·K)",
}


@dataclass
class Draft:
    """One thing done at one place, as far as it is known.

    Attributes:
        kind: `hot` and `cold` hold a temperature nobody has named yet.
        value: K, W/m², W or h in W/(m²·K).
        fluid, ambient_K: of a convection.
        emissivity: None where surfaces do not radiate, or radiate with that of their material.
        radiates: whether they do.
        at: where the prompt begins to speak of it.
        spans: of the words it was made from.
        follows: what it takes the place of once that ends.
    """

    where: Where
    kind: DraftKind
    at: int
    value: float | None = None
    fluid: Fluid | None = None
    ambient_K: float | None = None
    emissivity: float | None = None
    radiates: bool = False
    extent_m: float | None = None
    start_s: float = 0.0
    end_s: float | None = None
    spans: list[Span] = field(default_factory=list)
    follows: Draft | None = None

    @property
    def holds(self) -> bool:
        """Whether it holds a temperature."""
        return self.kind in ("hot", "cold", "temperature", "flame")

    @property
    def is_source(self) -> bool:
        """Whether it is a power or a flux."""
        return self.kind in ("power", "flux")

    @property
    def lacks_temperature(self) -> bool:
        """Whether it holds a temperature that is not known yet."""
        return self.holds and self.value is None

    def heating(self) -> Heating:
        """The finished description.

        Raises:
            ValueError: something is not known yet.
        """
        if self.kind == "hot" or self.kind == "cold" or self.value is None:
            raise ValueError(self)
        return Heating(
            self.where,
            self.kind,
            self.value,
            UNITS[self.kind],
            self.ambient_K,
            self.emissivity or 0.0,
            self.extent_m,
            self.start_s,
            self.end_s,
        )
