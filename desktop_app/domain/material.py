"""What a body is made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.text import Text, say

FROM_PROMPT = "prompt"
"""The source of a value that the prompt gives."""


@dataclass(frozen=True)
class PropertyValue:
    """A number with its unit and where it comes from.

    Attributes:
        value: in `unit`, SI.
        unit: as in the field's books, e.g. `W/(m·K)`.
        source: book, edition and table, data sheet, or `prompt`.
        verified: whether the source was opened when the value was entered.
    """

    value: float
    unit: str
    source: str
    verified: bool

    @property
    def citation(self) -> Text:
        """The source, marked where it was not opened; what the prompt gives needs no book."""
        if self.verified or self.source == FROM_PROMPT:
            return say("{source}", source=self.source)
        return say("{source}, unverified", source=self.source)


@dataclass(frozen=True)
class Material:
    """A solid, by the three properties transient conduction needs.

    Attributes:
        id: lower case with underscores, e.g. `stainless_steel_304`.
        name: English name, lower case.
        name_zh: Chinese name.
        overridden: names of the properties the prompt replaced.
    """

    id: str
    name: str
    name_zh: str
    thermal_conductivity: PropertyValue
    density: PropertyValue
    specific_heat_capacity: PropertyValue
    overridden: tuple[str, ...] = ()

    @property
    def thermal_diffusivity(self) -> float:
        """α = k / (ρ·c), in m²/s."""
        return self.thermal_conductivity.value / (self.density.value * self.specific_heat_capacity.value)
