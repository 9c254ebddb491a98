from __future__ import annotations

import json

import numpy as np
import pytest
from support.clips import CHINESE, ENGLISH, FONTS, annotation, decoded, smooth_frames
from support.requests import tiny_request

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.clip import VideoClip
from desktop_app.domain.errors import Cancelled, ExportFailed
from desktop_app.media.export import export_clip
from desktop_app.media.metadata import read_provenance
from desktop_app.media.overlay.annotator import Annotator
from desktop_app.media.provenance import provenance_tags

WIDTH, HEIGHT, COUNT = 320, 192, 6
FRAMES = smooth_frames(COUNT, WIDTH, HEIGHT)


def export(path, catalogue=ENGLISH, cancel=None, progress=None, frames=FRAMES, **changes):
    facts = annotation(len(frames), **changes)
    tags = provenance_tags(
        tiny_request("starter"), {"shape": "rod"}, "0.1.0", facts.computed, "20260101-000000"
    )
    clip = VideoClip(frames, 24)
    export_clip(path, clip, facts, tags, catalogue, FONTS, cancel or CancelToken(), progress)
    return facts


@pytest.mark.parametrize("catalogue", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_frame_carries_overlay_and_disclaimer(tmp_path, catalogue):
    facts = export(tmp_path / "clip.mp4", catalogue)
    frames = decoded(tmp_path / "clip.mp4", WIDTH, HEIGHT)
    assert len(frames) == COUNT
    annotator = Annotator((WIDTH, HEIGHT), facts, catalogue, FONTS)
    strip = slice(HEIGHT - annotator.strip_height, HEIGHT)
    for index, frame in enumerate(frames.astype(int)):
        expected = annotator.annotate(FRAMES[index], index).astype(int)
        assert np.abs(frame - expected).mean() < 3.5
        assert np.abs(frame[strip] - expected[strip]).mean() < 4
        assert np.abs(frame[strip] - FRAMES[index][strip]).mean() > 40


@pytest.mark.parametrize("computed", [True, False])
def test_provenance_is_read_back(tmp_path, computed):
    export(tmp_path / "clip.mp4", computed=computed)
    found = read_provenance(tmp_path / "clip.mp4")
    assert found["comment"]["request"]["seed"] == 7
    assert found["comment"]["origin"] == ("computed" if computed else "ai-generated")
    assert ("AIGC" in found) is not computed
    if not computed:
        assert found["AIGC"]["Label"] == "1"


def test_progress(tmp_path):
    seen = []
    export(tmp_path / "clip.mp4", progress=lambda done, total: seen.append((done, total)))
    assert seen == [(n, COUNT) for n in range(1, COUNT + 1)]


def test_cancel_from_the_progress(tmp_path):
    token = CancelToken()
    with pytest.raises(Cancelled):
        export(tmp_path / "clip.mp4", cancel=token, progress=lambda done, _: done == 3 and token.cancel())
    assert list(tmp_path.iterdir()) == []


def test_odd_sizes_are_refused(tmp_path):
    with pytest.raises(ExportFailed, match="must be even"):
        export(tmp_path / "clip.mp4", frames=smooth_frames(2, 321, 192))
    assert list(tmp_path.iterdir()) == []


def test_an_annotation_of_another_length_is_a_mistake_of_the_caller(tmp_path):
    with pytest.raises(ValueError, match="3 times for 6 frames"):
        export_clip(
            tmp_path / "a.mp4", VideoClip(FRAMES, 24), annotation(3), {}, ENGLISH, FONTS, CancelToken()
        )


def test_the_request_survives_whatever_was_typed(tmp_path):
    prompt = '铜棒 🔥 = ; # \\ "x"\n\''
    request = tiny_request("starter", prompt=prompt)
    tags = provenance_tags(request, {}, "0.1.0", False, "id")
    clip = VideoClip(FRAMES[:1], 24)
    export_clip(tmp_path / "a.mp4", clip, annotation(1), tags, ENGLISH, FONTS, CancelToken())
    assert read_provenance(tmp_path / "a.mp4")["comment"]["request"]["prompt"] == prompt
    assert json.loads(tags["comment"])["request"]["prompt"] == prompt
