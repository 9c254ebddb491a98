"""A computer with one graphics processor, as the probe's module would describe it."""

from __future__ import annotations

from desktop_app.generation.device import Device


def devices() -> tuple[Device, ...]:
    return (Device("Imagined 9000", 24 * 2**30),)
