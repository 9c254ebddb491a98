from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from support.clips import noise_frames
from support.paths import ROOT
from support.runs import library, run

from desktop_app.domain.errors import ExportFailed, HeatSketchError, RunUnreadable
from desktop_app.library.run_library import RunLibrary, new_run_id
from desktop_app.media.lossless import LosslessWriter
from desktop_app.media.source import read_clip


def finished(run_id, **changes):
    return run(run_id, status="finished", **changes)


def test_ids_sort_by_the_time_they_were_made():
    ids = [new_run_id() for _ in range(50)]
    assert ids == sorted(ids)
    assert len(set(ids)) == 50


def test_newest_first_and_kept_over_a_restart(tmp_path):
    runs = library(tmp_path / "deep" / "runs")
    for run_id in ("b", "c", "a"):
        runs.create(finished(run_id))
    assert [r.id for r in runs.list()] == ["c", "b", "a"]
    assert library(tmp_path / "deep" / "runs").list() == (finished("c"), finished("b"), finished("a"))


def test_updates_are_kept(tmp_path):
    runs = library(tmp_path)
    runs.create(run("a"))
    for status in ("running", "finished"):
        made = run("a", frames_done=9, status=status)
        runs.update(made)
        assert runs.get("a") == made
        assert runs.list() == (made,)


@pytest.mark.parametrize("run_id", ["", "..", "a/b", "../a", "a\0", ".hidden", "x" * 81, "a b", "é"])
def test_ids_that_are_no_folder_names(tmp_path, run_id):
    runs = library(tmp_path / "runs")
    with pytest.raises(ValueError, match="no id of a run"):
        runs.create(run(run_id))
    for call in (runs.get, runs.files, runs.delete):
        with pytest.raises(RunUnreadable, match="There is no run"):
            call(run_id)


def test_an_id_that_is_taken(tmp_path):
    runs = library(tmp_path)
    runs.create(finished("a"))
    with pytest.raises(ValueError, match="already"):
        runs.create(run("a"))
    assert runs.get("a").status == "finished"


def test_runs_that_are_not_there(tmp_path):
    runs = library(tmp_path)
    for call in (runs.get, runs.files, runs.delete):
        with pytest.raises(RunUnreadable):
            call("a")
    with pytest.raises(RunUnreadable):
        runs.update(run("a"))


def test_delete(tmp_path):
    runs = library(tmp_path)
    for run_id in ("a", "b"):
        runs.create(finished(run_id)).save_thumbnail(b"png")
    runs.delete("a")
    assert [r.id for r in runs.list()] == ["b"]
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_dir()) == ["b"]
    with pytest.raises(RunUnreadable):
        runs.get("a")


def test_a_running_run_is_not_deleted(tmp_path):
    runs = library(tmp_path)
    runs.create(run("a"))
    for other in (runs, library(tmp_path)):
        with pytest.raises(HeatSketchError, match="still being generated"):
            other.delete("a")
    runs.update(finished("a"))
    runs.delete("a")
    assert runs.list() == ()


def test_files_of_a_run(tmp_path):
    runs = RunLibrary(tmp_path, LosslessWriter, read_clip)
    files = runs.create(run("a"))
    frames = noise_frames(4, 32, 16)
    writer = files.start_clip((32, 16), 24)
    writer.append(frames)
    writer.close()
    again = RunLibrary(tmp_path, LosslessWriter, read_clip).files("a")
    assert np.array_equal(again.load_clip().frames, frames)
    assert again.load_solution() is None
    assert again.load_reading() is None
    again.save_thumbnail(b"png")
    assert files.thumbnail.read_bytes() == b"png"
    runs.close()


# Two libraries at one place


def test_two_libraries_see_each_others_runs(tmp_path):
    one, other = library(tmp_path), library(tmp_path)
    one.create(run("a"))
    other.create(run("b"))
    assert [r.status for r in one.list()] == [r.status for r in other.list()] == ["running", "running"]
    other.update(finished("b"))
    assert one.list() == (finished("b"), run("a"))
    one.close()


WRITER = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from dataclasses import replace
from support.runs import library, run
runs = library(Path({path!r}))
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    made = run(f"{{sys.argv[1]}}-{{number:03}}")
    runs.create(made)
    runs.update(replace(made, frames_done=number))
    runs.update(replace(made, frames_done=number, status="finished"))
    runs.list()
"""


def start(code, path, *arguments):
    filled = code.format(root=str(ROOT), tests=str(ROOT / "tests"), path=str(path))
    return subprocess.Popen(
        [sys.executable, "-c", filled, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def test_two_processes_write_at_once(tmp_path):
    with start(WRITER, tmp_path, "a") as one, start(WRITER, tmp_path, "b") as other:
        for process in (one, other):
            assert process.stdout.readline() == b"ready\n"
        for process in (one, other):
            process.stdin.write(b"go\n")
            process.stdin.flush()
        mine = library(tmp_path)
        while one.poll() is None or other.poll() is None:
            assert mine.scan().unreadable == ()
        assert (one.wait(), other.wait()) == (0, 0)
    listing = mine.scan()
    assert [(r.id, r.frames_done) for r in listing.runs] == [
        (f"{name}-{number:03}", number) for name in "ba" for number in reversed(range(25))
    ]
    assert {r.status for r in listing.runs} == {"finished"}
    assert listing.unreadable == ()


# Crashes


DYING = """
import sys, time
from pathlib import Path
sys.path[:0] = [{root!r}, {tests!r}]
from support.clips import noise_frames
from support.runs import library, run
runs = library(Path({path!r}))
writer = runs.create(run("a", frames_done=2)).start_clip((32, 16), 24)
writer.append(noise_frames(2, 32, 16))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_run_of_a_killed_process_is_failed_with_what_it_has(tmp_path):
    runs = library(tmp_path)
    with start(DYING, tmp_path) as process:
        assert process.stdout.readline() == b"ready\n"
        assert [r.status for r in runs.list()] == ["running"]
        assert runs.get("a").status == "running"
        os.kill(process.pid, signal.SIGKILL)
    (left,) = runs.list()
    assert (left.status, left.frames_done) == ("failed", 2)
    assert str(left.failure) == "The app ended before this run was finished."
    assert np.array_equal(runs.files("a").load_clip().frames, noise_frames(2, 32, 16))
    assert library(tmp_path).get("a") == left
    runs.delete("a")


def test_one_run_asked_for_by_its_id_is_recovered_too(tmp_path):
    first = library(tmp_path)
    first.create(run("a"))
    first.close()
    assert library(tmp_path).get("a").status == "failed"


def test_a_folder_without_anything_is_no_run(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "notes.txt").write_text("")
    (tmp_path / ".deleted-b-00").mkdir()
    assert library(tmp_path).scan().runs == library(tmp_path).scan().unreadable == ()


@pytest.mark.parametrize("data", [b"", b"{", b'{"version": 1, "run": {}}', None])
def test_a_damaged_run_is_reported_and_the_others_are_listed(tmp_path, data):
    runs = library(tmp_path)
    for run_id in ("a", "b"):
        runs.create(finished(run_id)).start_clip((2, 2), 24).close()
    if data is None:
        (tmp_path / "a" / "run.json").unlink()
    else:
        (tmp_path / "a" / "run.json").write_bytes(data)
    for again in (runs, library(tmp_path)):
        listing = again.scan()
        assert listing.runs == (finished("b"),)
        assert len(listing.unreadable) == 1
        with pytest.raises(RunUnreadable):
            again.get("a")
    runs.delete("a")
    assert runs.scan().unreadable == ()


# The index


def index(tmp_path):
    return tmp_path / "index.sqlite"


@pytest.mark.parametrize("damage", ["missing", "text", "cut", "zeros", "other"])
def test_the_index_is_built_again(tmp_path, damage):
    first = library(tmp_path)
    for number in range(30):
        first.create(finished(f"a{number:02}"))
    whole = index(tmp_path).read_bytes()
    for suffix in ("-wal", "-shm"):
        Path(f"{index(tmp_path)}{suffix}").unlink(missing_ok=True)
    match damage:
        case "missing":
            index(tmp_path).unlink()
        case "text":
            index(tmp_path).write_text("this is no database\n" * 500)
        case "cut":
            index(tmp_path).write_bytes(whole[: len(whole) // 2])
        case "zeros":
            index(tmp_path).write_bytes(whole[:4096] + bytes(len(whole) - 4096))
        case "other":
            index(tmp_path).unlink()
            with closing(sqlite3.connect(index(tmp_path))) as other, other:
                other.execute("CREATE TABLE run (something TEXT)")
    again = library(tmp_path)
    assert [r.id for r in again.list()] == [f"a{number:02}" for number in reversed(range(30))]
    again.list()
    with closing(sqlite3.connect(index(tmp_path))) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM run").fetchone() == (30,)


def test_a_stale_index_is_mended(tmp_path):
    runs = library(tmp_path)
    runs.create(finished("a"))
    old = index(tmp_path).read_bytes()
    runs.update(finished("a", frames_done=5))
    runs.create(finished("b"))
    index(tmp_path).write_bytes(old)
    again = library(tmp_path)
    assert again.list() == (finished("b"), finished("a", frames_done=5))


def test_listing_does_not_open_what_has_not_changed(tmp_path, monkeypatch):
    runs = library(tmp_path)
    for number in range(5):
        runs.create(finished(f"a{number}"))
    opened = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: opened.append(self.parent.name) or read(self))
    assert len(library(tmp_path).list()) == 5
    assert opened == []
    runs.update(finished("a3", frames_done=1))
    assert len(library(tmp_path).list()) == 5
    assert set(opened) == {"a3"}


def test_an_index_that_cannot_be_opened_stops_nothing(tmp_path):
    index(tmp_path).mkdir()
    runs = library(tmp_path)
    runs.create(finished("a"))
    assert runs.list() == (finished("a"),)


# Disks


def test_a_root_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    runs = library(tmp_path / "file" / "runs")
    assert runs.list() == ()
    with pytest.raises(HeatSketchError, match="HEATSKETCH_DATA"):
        runs.create(run("a"))


def test_a_full_disk_leaves_the_old_state(tmp_path, monkeypatch):
    runs = library(tmp_path)
    runs.create(run("a", frames_done=1))

    def full(self, data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full)
        with pytest.raises(ExportFailed, match="not enough space"):
            runs.update(run("a", frames_done=2))
        with pytest.raises(ExportFailed, match="not enough space"):
            runs.create(run("b"))
    assert [r.id for r in runs.list()] == ["a"]
    assert runs.get("a") == run("a", frames_done=1)
    runs.create(run("b"))
    runs.close()


def test_an_end_that_cannot_be_written_gives_the_lease_back(tmp_path, monkeypatch):
    runs = library(tmp_path)
    runs.create(run("a"))
    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
        with pytest.raises(ExportFailed):
            runs.update(replace(run("a"), status="finished"))
    assert runs.get("a").status == "failed"
