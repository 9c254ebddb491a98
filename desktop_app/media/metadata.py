"""The tags of a video file, in ffmpeg's own text form (ffmpeg-formats, section Metadata)."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from desktop_app.domain.errors import UnreadableVideo
from desktop_app.domain.text import say
from desktop_app.media.ffmpeg import FfmpegProcess, file_argument

_HEADER = ";FFMETADATA1"
_SECTIONS = ("[STREAM]", "[CHAPTER]", "[PROGRAM]", "[STREAM_GROUP]")
_SPECIAL = re.compile(r"([=;#\\\n])")
_READ_TIMEOUT_S = 60.0


def read_metadata(path: Path) -> dict[str, str]:
    """All tags of the whole file (not of its streams), as text.

    Raises:
        UnreadableVideo: the file is not there or is no media file.
    """
    with tempfile.TemporaryFile() as text:
        process = FfmpegProcess(
            ["-protocol_whitelist", "file,pipe", "-i", file_argument(path), "-f", "ffmetadata", "pipe:1"],
            UnreadableVideo,
            stdout=text,
        )
        try:
            status = process.process.wait(_READ_TIMEOUT_S)
            log = process.log()
        except subprocess.TimeoutExpired as error:
            raise _unreadable(path, str(error)) from error
        finally:
            process.close()
        if status != 0:
            raise _unreadable(path, log)
        text.seek(0)
        return parse_ffmetadata(text.read())


def read_provenance(path: Path) -> dict[str, object]:
    """The tags whose text is JSON that is not nested beyond measure (`comment`, `AIGC`), parsed.

    Raises:
        UnreadableVideo: as `read_metadata`.
    """
    parsed: dict[str, object] = {}
    for key, text in read_metadata(path).items():
        try:
            parsed[key] = json.loads(text)
        except (ValueError, RecursionError):
            continue
    return parsed


def format_ffmetadata(tags: Mapping[str, str]) -> bytes:
    """`tags` as ffmpeg reads them.

    Line ends become line feeds and what no tag can hold becomes U+FFFD. A backslash at the very end gets a
    space after it: ffmpeg 9 takes it for the escape of the line's end, even where it is escaped itself.
    """
    lines = [_HEADER, *(f"{_escape(key)}={_escape(_guard_end(value))}" for key, value in tags.items())]
    return ("\n".join(lines) + "\n").encode("utf-8")


def parse_ffmetadata(data: bytes) -> dict[str, str]:
    """The global tags of ffmpeg's text; sections of streams and chapters are left out."""
    tags: dict[str, str] = {}
    for line in _logical_lines(data.decode("utf-8", "replace")):
        if line in _SECTIONS:
            break
        if line.startswith((";", "#")):
            continue
        key, equals, value = _split_at_equals(line)
        if equals:
            tags[_unescape(key)] = _unescape(value)
    return tags


def _escape(text: str) -> str:
    clean = (
        re.sub("\r\n?", "\n", text)
        .replace("\0", "\ufffd")
        .encode("utf-8", "surrogatepass")
        .decode("utf-8", "replace")
    )
    return _SPECIAL.sub(r"\\\1", clean)


def _guard_end(value: str) -> str:
    return f"{value} " if value.endswith("\\") else value


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def _logical_lines(text: str) -> Iterator[str]:
    r"""Lines; a backslash before a line end keeps it inside."""
    for match in re.finditer(r"(?:[^\\\n]|\\.)+", text, flags=re.DOTALL):
        yield match[0]


def _split_at_equals(line: str) -> tuple[str, str, str]:
    match = re.match(r"((?:[^\\=]|\\.)*)=", line, flags=re.DOTALL)
    return (match[1], "=", line[match.end() :]) if match else (line, "", "")


def _unreadable(path: Path, details: str) -> UnreadableVideo:
    return UnreadableVideo(
        say("{path} is not a video that can be opened.", path=str(path)),
        say("Choose another file, or convert it to MP4 first."),
        details,
    )
