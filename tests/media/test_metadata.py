from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.clips import ffmpeg, smooth_frames

from desktop_app.domain.cancel import CancelToken
from desktop_app.domain.errors import UnreadableVideo
from desktop_app.media.encode import write_video
from desktop_app.media.metadata import format_ffmetadata, parse_ffmetadata, read_metadata, read_provenance

any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=200).filter(
    lambda text: not text.endswith("\\")
)
any_key = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
NASTY = "a=b;c#d\\e\n[STREAM]\n;x\n#y\n\\\n"


def write(path, tags):
    write_video(path, iter(smooth_frames(1, 16, 16)), (16, 16), 24, tags, CancelToken())


@given(st.dictionaries(any_key, any_text))
@example({"comment": NASTY, "[x]": "1", ";y": "2", "#z": "3"})
def test_text_form_round_trip(tags):
    assert parse_ffmetadata(format_ffmetadata(tags)) == tags


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(comment=any_text.filter(bool), mark=any_text.filter(bool))
@example(comment=NASTY, mark="{}")
@example(comment=" leading and trailing ", mark="铜棒 🔥")
def test_any_text_comes_back_from_a_file(tmp_path, comment, mark):
    write(tmp_path / "clip.mp4", {"comment": comment, "AIGC": mark})
    tags = read_metadata(tmp_path / "clip.mp4")
    assert (tags["comment"], tags["AIGC"]) == (comment, mark)


def test_ffmpeg_itself_and_quicktime_see_them(tmp_path):
    write(tmp_path / "clip.mp4", {"comment": "hello", "AIGC": "mark"})
    lines = ffmpeg("-i", tmp_path / "clip.mp4", "-f", "ffmetadata", "-").decode().splitlines()
    assert {"comment=hello", "AIGC=mark", "com.apple.quicktime.comment=hello"} <= set(lines)


def test_a_prompt_of_ten_thousand_characters(tmp_path):
    comment = json.dumps({"prompt": '铜棒受热🔥 \\ "quoted" = ; #\n' * 600}, ensure_ascii=False)
    write(tmp_path / "clip.mp4", {"comment": comment})
    assert read_metadata(tmp_path / "clip.mp4")["comment"] == comment


def test_a_backslash_at_the_very_end_swallows_nothing(tmp_path):
    write(tmp_path / "clip.mp4", {"comment": "a\\", "AIGC": "mark"})
    tags = read_metadata(tmp_path / "clip.mp4")
    assert (tags["comment"], tags["AIGC"]) == ("a\\ ", "mark")


def test_what_no_tag_can_hold_is_replaced(tmp_path):
    write(tmp_path / "clip.mp4", {"comment": "a\0b\ud800c\r\nd\re"})
    comment = read_metadata(tmp_path / "clip.mp4")["comment"]
    assert comment.replace("\ufffd", "?").replace("??", "?").replace("??", "?") == "a?b?c\nd\ne"


def test_tags_of_streams_are_not_those_of_the_file():
    text = b";FFMETADATA1\ntitle=A\n[STREAM]\ntitle=B\n[CHAPTER]\ntitle=C\n"
    assert parse_ffmetadata(text) == {"title": "A"}


def test_provenance_gives_what_is_json(tmp_path):
    write(tmp_path / "clip.mp4", {"comment": '{"a": [1, "é"]}', "AIGC": '{"Label":"1"}', "title": "no json"})
    found = read_provenance(tmp_path / "clip.mp4")
    assert found["comment"] == {"a": [1, "é"]}
    assert found["AIGC"] == {"Label": "1"}
    assert "title" not in found


def test_brackets_without_end_are_no_provenance(tmp_path):
    write(tmp_path / "clip.mp4", {"comment": "[" * 20_000, "AIGC": '{"Label":"1"}'})
    found = read_provenance(tmp_path / "clip.mp4")
    assert found["AIGC"] == {"Label": "1"}
    assert "comment" not in found


@pytest.mark.parametrize("data", [None, b"", b"text"])
def test_no_media_file(tmp_path, data):
    if data is not None:
        (tmp_path / "clip.mp4").write_bytes(data)
    with pytest.raises(UnreadableVideo, match="not a video that can be opened"):
        read_metadata(tmp_path / "clip.mp4")
