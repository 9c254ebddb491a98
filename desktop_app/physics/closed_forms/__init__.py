"""Closed-form solutions of the heat equation, to check the solver against."""

from desktop_app.physics.closed_forms.bodies import (
    contact_of_two_bodies,
    lumped,
    mixed_volume,
    radiating_to_nothing,
    radiating_to_surroundings,
    radiation_rate,
)
from desktop_app.physics.closed_forms.cylinder import cylinder_with_convection, hollow_cylinder
from desktop_app.physics.closed_forms.melting import (
    MeltingBody,
    melting_front_constant,
    melting_temperature,
)
from desktop_app.physics.closed_forms.slab import (
    semi_infinite,
    slab_end_oscillating,
    slab_hot_and_cold,
    slab_hot_and_insulated,
    slab_hot_both_ends,
    wall_with_convection,
)
from desktop_app.physics.closed_forms.steady import (
    fin_with_adiabatic_tip,
    fin_with_convective_tip,
    layers,
    plate_with_convection,
)

__all__ = [
    "MeltingBody",
    "contact_of_two_bodies",
    "cylinder_with_convection",
    "fin_with_adiabatic_tip",
    "fin_with_convective_tip",
    "hollow_cylinder",
    "layers",
    "lumped",
    "melting_front_constant",
    "melting_temperature",
    "mixed_volume",
    "plate_with_convection",
    "radiating_to_nothing",
    "radiating_to_surroundings",
    "radiation_rate",
    "semi_infinite",
    "slab_end_oscillating",
    "slab_hot_and_cold",
    "slab_hot_and_insulated",
    "slab_hot_both_ends",
    "wall_with_convection",
]
