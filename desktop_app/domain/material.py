"""What a body is made of."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.text import Text, say

FROM_PROMPT = "prompt"
"""The source of a value that the prompt gives."""
FROM_EDIT = "edited"
"""The source of a value that was typed into the concept's card."""


@dataclass(frozen=True)
class PropertyValue:
    """A number with its unit and where it comes from.

    Attributes:
        value: in `unit`, SI.
        unit: as in the field's books, e.g. `W/(m·K)`.
        source: book, edition and table, data sheet, `prompt` or `edited`.
        verified: whether the source was opened when the value was entered.
        temperature_K: at which the value holds, where the source says so.
        low, high: the spread among products or samples, where one value stands for a range.
    """

    value: float
    unit: str
    source: str
    verified: bool
    temperature_K: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def citation(self) -> Text:
        """The source, marked where it was not opened; what a person gives needs no book."""
        if self.verified or self.source in (FROM_PROMPT, FROM_EDIT):
            return say("{source}", source=self.source)
        return say("{source}, unverified", source=self.source)


@dataclass(frozen=True)
class Material:
    """A material by what transient conduction needs.

    Attributes:
        id: lower case with underscores, e.g. `stainless_steel_304`.
        name: English name, lower case.
        name_zh: Chinese name.
        thermal_conductivity: W/(m·K); in the plane, where `through_conductivity` differs.
        through_conductivity: W/(m·K) across the plane of a sheet; None for an isotropic material.
        emissivity: total hemispherical, 0..1.
        melting_point: K.
        latent_heat: of melting, J/kg.
        liquid_conductivity, liquid_specific_heat_capacity: once molten.
        overridden: names of the properties the prompt or an edit replaced.
    """

    id: str
    name: str
    name_zh: str
    thermal_conductivity: PropertyValue
    density: PropertyValue
    specific_heat_capacity: PropertyValue
    overridden: tuple[str, ...] = ()
    through_conductivity: PropertyValue | None = None
    emissivity: PropertyValue | None = None
    melting_point: PropertyValue | None = None
    latent_heat: PropertyValue | None = None
    liquid_conductivity: PropertyValue | None = None
    liquid_specific_heat_capacity: PropertyValue | None = None

    @property
    def thermal_diffusivity(self) -> float:
        """α = k / (ρ·c), in m²/s; in the plane of a sheet."""
        return self.thermal_conductivity.value / self.volumetric_heat_capacity

    @property
    def volumetric_heat_capacity(self) -> float:
        """ρ·c, in J/(m³·K)."""
        return self.density.value * self.specific_heat_capacity.value

    @property
    def melts(self) -> bool:
        """Whether enough is known of its melting to follow it."""
        return None not in (
            self.melting_point,
            self.latent_heat,
            self.liquid_conductivity,
            self.liquid_specific_heat_capacity,
        )
