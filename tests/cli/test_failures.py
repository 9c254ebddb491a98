"""One clear line on standard error and the right exit status, whatever goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
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
        (("solve", PROMPT, "--grid", "0x0"), 2, "128x16"),
        (("solve", PROMPT, "--grid", "many"), 2, "128x16"),
        (("solve", PROMPT, "--grid", "1000x1000"), 2, "1000000 cells, more than the 250000"),
        (("read", "/no/such.mp4"), 1, "/no/such.mp4"),
        (("read", "x.mp4", "--range", "90", "20"), 2, "range"),
        (("read", "x.mp4", "--range", "0", "inf"), 2, "range"),
        (("read", "x.mp4", "--probe", "nan,0,1,1"), 2, "probe"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "~nouser/x"), 1, "~nouser/x"),
        (("generate", PROMPT, "-o", "x.mp4", "--model", "m" * 300), 2, "mmm"),
        (("read", "x.mp4", "--json", "-", "--npz", "-"), 2, "Two results"),
        (("generate", PROMPT, "-o", "x.mp4", "--json", "x.mp4"), 2, "x.mp4"),
        (("generate", PROMPT, "-o", f"{'n' * 300}.mp4"), 1, "too long"),
        (("generate", "a fire", "-o", "x.mp4"), 1, "understood"),
        (("dance",), 2, "dance"),
        (("models",), 2, "VERB"),
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
        preexec_fn=None if sys.platform == "win32" else hear_ctrl_c,
        **options,
    )


def hear_ctrl_c() -> None:
    """A job that a shell put into the background ignores Ctrl+C, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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


@pytest.fixture
def locked(tmp_path) -> dict[str, str]:
    """The environment of somebody whose data folder cannot be made."""
    (tmp_path / "file").write_text("")
    return {**os.environ, "HEATSKETCH_DATA": str(tmp_path / "file" / "data")}


def call(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)


def test_without_a_data_folder_what_keeps_nothing_still_works(locked):
    assert call(locked, "concept", PROMPT).returncode == 0
    assert call(locked, "models", "list").returncode == 0
    diagnosed = call(locked, "doctor")
    assert diagnosed.returncode == 0
    assert "HEATSKETCH_DATA" in diagnosed.stdout


def test_without_a_data_folder_generating_says_what_to_do(locked, tmp_path):
    result = call(
        locked, "generate", PROMPT, "-o", str(tmp_path / "x.mp4"), "--size", "64x64", "--frames", "2"
    )
    assert result.returncode == 1
    assert "HEATSKETCH_DATA" in one_line(result.stderr)


def test_a_folder_is_no_file_to_write_to_and_that_is_said_at_once(heatsketch, capsys, tmp_path):
    (tmp_path / "d.mp4").mkdir()
    assert heatsketch("generate", PROMPT, "-o", str(tmp_path / "d.mp4")) == 1
    text = capsys.readouterr().err
    assert "is a folder" in one_line(text)
    assert "painting" not in text


def test_a_full_standard_output_is_told():
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("no /dev/full here")
    with device.open("w") as full:
        result = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "concept", PROMPT],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert "Standard output" in result.stderr


def test_results_that_do_not_need_a_reading_come_before_those_that_do(heatsketch, small, tmp_path, capsys):
    files = {name: tmp_path / f"o.{name}" for name in ("mp4", "json", "npz", "csv")}
    options = [x for name in ("json", "npz", "csv") for x in (f"--{name}", str(files[name]))]
    status = heatsketch("generate", PROMPT, "-o", str(files["mp4"]), *small, "--look", "natural", *options)
    assert status == 1
    assert "no temperature scale" in one_line(capsys.readouterr().err)
    assert [name for name, file in files.items() if file.exists()] == ["mp4", "json", "npz"]


@pytest.mark.parametrize("delay_s", [0.05, 0.3])
def test_ctrl_c_before_the_work_begins_is_quiet(tmp_path, delay_s):
    process = heatsketch_process(tmp_path, "generate", PROMPT, "-o", "x.mp4", "--frames", "900")
    with process:
        time.sleep(delay_s)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)
    assert "desktop_app" not in errors


def test_being_told_to_end_is_being_cancelled(tmp_path):
    process = heatsketch_process(
        tmp_path, "generate", PROMPT, "-o", "x.mp4", "--frames", "300", "--size", "1280x704"
    )
    with process:
        assert process.stderr is not None
        while "painting" not in process.stderr.readline():
            pass
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Traceback" not in errors


def test_a_second_ctrl_c_ends_a_worker_that_does_not_answer(tmp_path, tiny_wan):
    process = heatsketch_process(
        tmp_path, "generate", PROMPT, "-o", "x.mp4", "--model", str(tiny_wan), "--size", "96x64",
        "--frames", "9", "--steps", "200",
    )  # fmt: skip
    with process:
        assert process.stderr is not None
        while "denoising" not in process.stderr.readline():
            pass
        workers = [c for c in psutil.Process(process.pid).children() if "spawn_main" in " ".join(c.cmdline())]
        for worker in workers:
            worker.suspend()
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)
    assert workers
    assert process.returncode == 130, errors
    assert not any(worker.is_running() for worker in workers)


def test_help_names_every_command(capsys, heatsketch):
    with pytest.raises(SystemExit) as end:
        heatsketch("--help")
    assert end.value.code == 0
    text = capsys.readouterr().out
    for command in ("generate", "concept", "solve", "read", "models", "doctor"):
        assert command in text
