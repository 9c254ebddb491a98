"""What torch says of this computer's devices; only ever imported in a child process."""

from __future__ import annotations

import torch

from desktop_app.generation.device import Device


def devices() -> tuple[Device, ...]:
    """Every CUDA or ROCm device."""
    if not torch.cuda.is_available():
        return ()
    found = []
    for index in range(torch.cuda.device_count()):
        properties = torch.cuda.get_device_properties(index)
        found.append(Device(properties.name, properties.total_memory))
    return tuple(found)
