from __future__ import annotations

import pytest

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media.ffmpeg import ffmpeg_version


def test_the_version_is_named():
    assert ffmpeg_version()[0] in "nN0123456789"


@pytest.mark.parametrize("program", ["/nonexistent", "/bin/true", "/etc/passwd"])
def test_what_is_no_ffmpeg_is_told_with_a_remedy(monkeypatch, program):
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", program)
    with pytest.raises(UnreadableVideo, match="cannot be started"):
        ffmpeg_version()
