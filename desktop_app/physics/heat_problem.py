"""A transient conduction problem on a grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from desktop_app.domain.boundary import BoundaryCondition
from desktop_app.physics.grid import Grid

Side = Literal["left", "right", "bottom", "top"]
FloatArray = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Surface:
    """Exposed faces of cells that share one condition while it acts.

    Attributes:
        side: of the cells it is.
        cells: (ny, nx), the cells meant; all of them are of the body and exposed on that side.
        condition: a Neumann flux is positive into the body.
        start, end: when it acts, s; before and after, the faces are insulated.
        factor: multiplies the condition's value (temperature, flux or ambient temperature; on the kelvin
            scale) as a smooth function of time in s; None where it is constant.
    """

    side: Side
    cells: NDArray[np.bool_]
    condition: BoundaryCondition
    start: float = 0.0
    end: float = inf
    factor: Callable[[float], float] | None = None


@dataclass(frozen=True, eq=False)
class Source:
    """Heat released in cells: `power_density` (ny, nx) in W/m³, from `start` to `end` in s."""

    power_density: FloatArray
    start: float = 0.0
    end: float = inf


@dataclass(frozen=True, eq=False)
class Hold:
    """Cells held at temperatures: (ny, nx) in K, NaN where free, from `start` to `end` in s."""

    temperature: FloatArray
    start: float = 0.0
    end: float = inf


@dataclass(frozen=True, eq=False)
class FaceLoss:
    """Loss through the two faces of a flat body seen face on, as by Robin conditions.

    Attributes:
        conductance: (ny, nx), 2h over the thickness, W/(m³·K).
        emittance: (ny, nx), 2ε over the thickness, 1/m; 0 where radiation is neglected.
        ambient_temperature: K.
    """

    conductance: FloatArray
    emittance: FloatArray
    ambient_temperature: float
    start: float = 0.0
    end: float = inf


@dataclass(frozen=True, eq=False)
class Melting:
    """Cells that melt at one temperature: all arrays (ny, nx), NaN temperature where nothing melts.

    Attributes:
        temperature: melting point, K.
        latent_heat: J/m³.
        liquid_conductivity: W/(m·K).
        liquid_heat_capacity: ρc of the liquid, J/(m³·K).
    """

    temperature: FloatArray
    latent_heat: FloatArray
    liquid_conductivity: FloatArray
    liquid_heat_capacity: FloatArray


@dataclass(frozen=True, eq=False)
class HeatProblem:
    """ρc ∂T/∂t = ∇·(k∇T) + q‴ in the cells of a body; faces that no surface names are insulated.

    Attributes:
        body: (ny, nx), the cells that belong to the body.
        conductivity_x, conductivity_y: (ny, nx), W/(m·K), > 0 in the body.
        heat_capacity: (ny, nx), ρc in J/(m³·K), > 0 in the body.
        initial_temperature: (ny, nx), K.
        resistance_x: (ny, nx − 1), m²·K/W between a cell and its right neighbour, besides their own.
        resistance_y: (ny − 1, nx), likewise with the upper neighbour.
        mixed: (ny, nx), cells of a well-stirred volume that has one temperature.
    """

    grid: Grid
    body: NDArray[np.bool_]
    conductivity_x: FloatArray
    conductivity_y: FloatArray
    heat_capacity: FloatArray
    initial_temperature: FloatArray
    surfaces: tuple[Surface, ...] = ()
    sources: tuple[Source, ...] = ()
    holds: tuple[Hold, ...] = ()
    face_losses: tuple[FaceLoss, ...] = ()
    resistance_x: FloatArray | None = None
    resistance_y: FloatArray | None = None
    mixed: NDArray[np.bool_] | None = None
    melting: Melting | None = field(default=None)
