"""What a child process says of this computer's graphics processors."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import GenerationFailed
from desktop_app.generation.device import Device, find_devices


def test_the_child_process_names_the_devices() -> None:
    assert find_devices("support.fake_device_probe") == (Device("Imagined 9000", 24 * 2**30),)


def test_a_torch_that_cannot_be_imported_is_reported() -> None:
    with pytest.raises(GenerationFailed, match="torch cannot be used") as caught:
        find_devices("support.no_such_probe")
    assert "no_such_probe" in caught.value.details
