"""One clear line on standard error and the right exit status, whatever goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from support.paths import ROOT

PROMPT = "a copper rod, left end held at 100 °C"


def one_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("heatsketch:")]
    assert len(lines) == 1, text
    assert "Traceback" not in text
    assert lines[0].endswith((".", "help."))
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("generate", "", "-o", "x.mp4"), 2, "prompt"),
        (("generate", "heat " * 2500, "-o", "x.mp4"), 2, "prompt"),
        (("generate", PROMPT), 2, "-o"),
        (("generate", PROMPT, "-o", "x.avi"), 2, ".mp4"),
        (("generate", PROMPT, "-o", "x.mp4", "--size", "big"), 2, "832x480"),
        (("generate", PROMPT, "-o", "x.mp4", "--size", "101x101"), 2, "100×100"),
        (("generate", PROMPT, "-o", "x.mp4", "--frames", "0"), 2, "0 frames"),
        (("generate", PROMPT, "-o", "x.mp4", "--frames", "10000"), 2, "10000 frames"),
        (("generate", PROMPT, "-o", "x.mp4", "--frames", "many"), 2, "--frames"),
        (("generate", PROMPT, "-o", "x.mp4", "--look", "sepia"), 2, "sepia"),
        (("generate", PROMPT, "-o", "x.mp4", "--seed", "-1"), 2, "seed"),
        (("generate", PROMPT, "-o", "x.mp4", "--anchor", "0.5"), 2, "nchor"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "no-such"), 2, "no-such"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "/no/such/folder"), 1, "/no/such/folder"),
        (("generate", PROMPT, "-o", "/no/such/x.mp4"), 1, "/no/such"),
        (("generate", "a copper rod at -400 °C", "-o", "x.mp4"), 2, "absolute zero"),
        (("solve", PROMPT, "--grid", "0x0"), 2, "grid"),
        (("read", "/no/such.mp4"), 1, "/no/such.mp4"),
        (("read", "x.mp4", "--range", "90", "20"), 2, "range"),
        (("read", "x.mp4", "--range", "0", "inf"), 2, "range"),
        (("read", "x.mp4", "--probe", "nan,0,1,1"), 2, "probe"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "~nouser/x"), 1, "~nouser/x"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "m" * 300), 2, "mmm"),
        (("dance",), 2, "dance"),
        (("models",), 2, "list"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else None,
)
def test_wrong_calls_and_failures(heatsketch, capsys, tmp_path, monkeypatch, arguments, status, said):
    monkeypatch.chdir(tmp_path)
    assert heatsketch(*arguments) == status
    assert said in one_line(capsys.readouterr().err)
    assert not list(tmp_path.glob("x.*"))


@pytest.mark.parametrize("prompt", ["🔥🔥🔥", "🔥 copper rod", "\u202e\x00rod", "𝔠𝔬𝔭𝔭𝔢𝔯", "a" * 1999])
def test_odd_prompts_end_in_a_result_or_a_sentence(heatsketch, capsys, prompt):
    status = heatsketch("concept", prompt)
    text = capsys.readouterr()
    assert status in (0, 2)
    assert "Traceback" not in text.err
    assert text.out if status == 0 else one_line(text.err)


def test_the_unforeseen_is_told_in_a_line(heatsketch, capsys, monkeypatch):
    def break_down(*_args):
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("desktop_app.cli.concept.understand", break_down)
    assert heatsketch("concept", PROMPT) == 1
    assert "ZeroDivisionError" in one_line(capsys.readouterr().err)


def heatsketch_process(tmp_path, *arguments: str, **options) -> subprocess.Popen[str]:
    environment = {**os.environ, "HEATSKETCH_DATA": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"}
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
        **options,
    )


def test_ctrl_c_ends_with_130_and_leaves_no_file(tmp_path):
    process = heatsketch_process(
        tmp_path, "generate", PROMPT, "-o", "x.mp4", "--frames", "500", "--size", "1280x704"
    )
    with process:
        assert process.stderr is not None
        while "painting" not in process.stderr.readline():
            pass
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Cancelled" in errors
    assert "Traceback" not in errors
    assert not list(tmp_path.glob("*.mp4*"))


def test_without_a_display_the_window_says_so(tmp_path):
    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    result = subprocess.run(
        [sys.executable, str(ROOT / "main.py")], env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "display" in one_line(result.stderr)


def test_a_data_folder_that_cannot_be_written_is_told_in_a_line(tmp_path):
    (tmp_path / "file").write_text("")
    for arguments in ((), ("concept", PROMPT)):
        result = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env={**os.environ, "HEATSKETCH_DATA": str(tmp_path / "file" / "data")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 1
        one_line(result.stderr)


def test_help_names_every_command(capsys, heatsketch):
    with pytest.raises(SystemExit) as end:
        heatsketch("--help")
    assert end.value.code == 0
    text = capsys.readouterr().out
    for command in ("generate", "concept", "solve", "read", "models", "doctor"):
        assert command in text
