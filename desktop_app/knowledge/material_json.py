"""A material in the JSON that other programs read; the keys are a contract."""

from __future__ import annotations

from desktop_app.domain.material import Material, PropertyValue

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_KEYS: dict[str, str] = {
    "thermal_conductivity": "thermal_conductivity_W_mK",
    "through_conductivity": "through_conductivity_W_mK",
    "density": "density_kg_m3",
    "specific_heat_capacity": "specific_heat_J_kgK",
    "emissivity": "emissivity",
    "melting_point": "melting_point_K",
    "latent_heat": "latent_heat_J_kg",
    "liquid_conductivity": "liquid_conductivity_W_mK",
    "liquid_specific_heat_capacity": "liquid_specific_heat_J_kgK",
}


def material_to_json(material: Material) -> dict[str, Json]:
    """The material as JSON values, SI; a property it does not have is left out.

    `source` and `verified` are about conductivity, density and specific heat together, `sources` about each
    property by itself.
    """
    known = {
        key: value
        for name, key in _KEYS.items()
        if isinstance(value := getattr(material, name), PropertyValue)
    }
    main = (material.thermal_conductivity, material.density, material.specific_heat_capacity)
    return {
        "id": material.id,
        "name": material.name,
        "name_zh": material.name_zh,
        **{key: value.value for key, value in known.items()},
        "thermal_diffusivity_m2_s": material.thermal_diffusivity,
        "source": "; ".join(dict.fromkeys(str(value.citation) for value in main)),
        "verified": all(value.verified for value in main),
        "overridden": list(material.overridden),
        "sources": {key: _source(value) for key, value in known.items()},
    }


def _source(value: PropertyValue) -> dict[str, Json]:
    told: dict[str, Json] = {"source": value.source, "unit": value.unit, "verified": value.verified}
    if value.temperature_K is not None:
        told["temperature_K"] = value.temperature_K
    if value.low is not None and value.high is not None:
        told["range"] = [value.low, value.high]
    return told
