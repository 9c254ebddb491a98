"""How long melting takes: the one-phase Stefan problem and the balance of latent heat."""

from __future__ import annotations

from math import erf, exp, pi, sqrt

from desktop_app.domain.material import Material, PropertyValue

_LARGEST_ROOT = 5.0
_HALVINGS = 60


def stefan_number(material: Material, held_K: float) -> float:
    """Ste = c·(T − T_m)/L of the melt; 0 where the material's melting is not known or not reached."""
    if not material.melts:
        return 0.0
    superheat = held_K - _known(material.melting_point)
    return max(0.0, _known(material.liquid_specific_heat_capacity) * superheat / _known(material.latent_heat))


def melting_time(material: Material, held_K: float, depth_m: float) -> float:
    """Until a front has crossed `depth_m` of a solid at its melting point, one face held at `held_K`, s.

    s = 2·λ·√(α·t), where λ·exp(λ²)·erf(λ) = Ste/√π (Neumann; Carslaw & Jaeger, Conduction of Heat in
    Solids, 2nd ed., section 11.2), α that of the melt.
    """
    root = _front_constant(stefan_number(material, held_K))
    melt = _known(material.liquid_specific_heat_capacity) * material.density.value
    diffusivity = _known(material.liquid_conductivity) / melt
    return (depth_m / (2 * root)) ** 2 / diffusivity


def latent_heat_of(material: Material, volume_m3: float) -> float:
    """To melt a volume, J."""
    return _known(material.latent_heat) * material.density.value * volume_m3 if material.melts else 0.0


def _front_constant(stefan: float) -> float:
    low, high = 0.0, _LARGEST_ROOT
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle * exp(middle**2) * erf(middle) < stefan / sqrt(pi):
            low = middle
        else:
            high = middle
    return high


def _known(value: PropertyValue | None) -> float:
    if value is None:
        raise ValueError("a property of a material that melts is missing")
    return value.value
