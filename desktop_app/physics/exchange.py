"""Heat that enters the unknowns from outside: through surfaces and faces, from sources and held cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from desktop_app.domain.boundary import Dirichlet, Neumann, Robin
from desktop_app.physics.finite_volumes import Conduction, Faces, IntArray, Unknowns
from desktop_app.physics.heat_problem import FaceLoss, FloatArray, Source, Surface
from desktop_app.physics.radiation import Radiator

Factor = Callable[[float], float]


@dataclass(frozen=True, eq=False)
class Exchange:
    """One kind of heat that enters, W per metre or radian: b(t) − leak·T, and what radiators give.

    Attributes:
        leak: (n,), W/K.
        steady: (n,), the part of b that is constant, W.
        varying: the rest of b: (n,) vectors, each times a function of time.
        radiators: surfaces whose heat is no linear function of temperature.
        temperatures: of the surroundings, K, each with its function of time.
        warms, cools: whether heat is put in or taken out whatever the temperature.
    """

    leak: FloatArray
    steady: FloatArray
    varying: tuple[tuple[FloatArray, Factor], ...] = ()
    radiators: tuple[Radiator, ...] = ()
    temperatures: tuple[tuple[float, Factor | None], ...] = ()
    warms: bool = False
    cools: bool = False

    def b(self, time: float) -> FloatArray:
        """(n,), W at a time in s."""
        total = self.steady
        for vector, factor in self.varying:
            total = total + vector * factor(time)
        return total

    def heat(self, temperature: FloatArray, time: float) -> float:
        """What enters in all at the unknowns' temperatures [K] and a time [s], W."""
        linear = float((self.b(time) - self.leak * temperature).sum())
        return linear + sum(float(r.heat(temperature, time)[0].sum()) for r in self.radiators)

    def without(self, free: IntArray, number: IntArray) -> Exchange:
        """The same of the free unknowns alone; `number` (n,) is their new number, −1 where held."""
        return Exchange(
            self.leak[free],
            self.steady[free],
            tuple((vector[free], factor) for vector, factor in self.varying),
            tuple(r.renumbered(number) for r in self.radiators),
            self.temperatures,
            self.warms,
            self.cools,
        )


@dataclass
class _Sum:
    """An exchange while it is put together."""

    count: int
    varying: list[tuple[FloatArray, Factor]] = field(default_factory=list)
    radiators: list[Radiator] = field(default_factory=list)
    temperatures: list[tuple[float, Factor | None]] = field(default_factory=list)
    powers: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.leak = np.zeros(self.count)
        self.steady = np.zeros(self.count)

    def add(self, unknown: IntArray, values: FloatArray, factor: Factor | None) -> None:
        vector = np.bincount(unknown, values, minlength=self.count).astype(np.float64)
        if factor is None:
            self.steady += vector
        else:
            self.varying.append((vector, factor))

    def add_power(self, unknown: IntArray, values: FloatArray, factor: Factor | None) -> None:
        self.add(unknown, values, factor)
        if values.size:
            self.powers += [float(values.min()), float(values.max())]
        if factor is not None:
            self.powers += [-1.0, 1.0]

    def add_link(
        self, unknown: IntArray, conductance: FloatArray, temperature: float, factor: Factor | None
    ) -> None:
        self.leak += np.bincount(unknown, conductance, minlength=self.count)
        self.add(unknown, conductance * temperature, factor)
        self.temperatures.append((temperature, factor))

    def exchange(self) -> Exchange:
        return Exchange(
            self.leak,
            self.steady,
            tuple(self.varying),
            tuple(self.radiators),
            tuple(self.temperatures),
            warms=max(self.powers, default=0.0) > 0,
            cools=min(self.powers, default=0.0) < 0,
        )


def through_surfaces(surfaces: Iterable[Surface], conduction: Conduction, count: int) -> Exchange:
    """What enters through exposed faces, of `count` unknowns."""
    total = _Sum(count)
    for surface in surfaces:
        _add_surface(total, surface, conduction.faces(surface.side, surface.cells))
    return total.exchange()


def _add_surface(total: _Sum, surface: Surface, faces: Faces) -> None:
    match surface.condition:
        case Dirichlet(temperature):
            if np.isinf(faces.inner).any():
                raise ValueError("a mixed volume has no surface to hold: hold its cells")
            total.add_link(faces.unknown, faces.inner, temperature, surface.factor)
        case Robin(h, ambient, 0.0):
            outer = h * faces.area
            total.add_link(faces.unknown, outer / (1 + outer / faces.inner), ambient, surface.factor)
        case Robin(h, ambient, emissivity):
            radiator = Radiator(
                faces.unknown, faces.inner, h * faces.area, emissivity * faces.area, ambient, surface.factor
            )
            total.radiators.append(radiator)
            total.temperatures.append((ambient, surface.factor))
        case Neumann(heat_flux):
            total.add_power(faces.unknown, heat_flux * faces.area, surface.factor)


def from_sources(sources: Iterable[Source], unknowns: Unknowns) -> Exchange:
    """What is released in the cells."""
    total = _Sum(unknowns.count)
    everything = np.arange(unknowns.count)
    for source in sources:
        total.add_power(everything, unknowns.total(source.power_density), None)
    return total.exchange()


def through_the_two_faces(losses: Iterable[FaceLoss], unknowns: Unknowns) -> Exchange:
    """What enters a flat body through the faces it shows."""
    total = _Sum(unknowns.count)
    everything = np.arange(unknowns.count)
    for loss in losses:
        total.add_link(everything, unknowns.total(loss.conductance), loss.ambient_temperature, None)
        emittance = unknowns.total(loss.emittance)
        if emittance.any():
            at_once = np.full(unknowns.count, np.inf)
            none = np.zeros(unknowns.count)
            total.radiators.append(
                Radiator(everything, at_once, none, emittance, loss.ambient_temperature, None)
            )
    return total.exchange()
