from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.files import atomic_write, write_failure


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    return path


def test_the_file_appears_whole(old, tmp_path):
    with atomic_write(old) as part:
        part.write_text("new")
        assert old.read_text() == "old"
        assert part.parent == tmp_path
        assert part.name.startswith(".")
    assert old.read_text() == "new"
    assert list(tmp_path.iterdir()) == [old]


def failing(path, error):
    with atomic_write(path) as part:
        part.write_text("half")
        raise error


def test_an_error_in_the_block_leaves_nothing_behind(old, tmp_path):
    with pytest.raises(KeyError):
        failing(old, KeyError("x"))
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "not enough space"),
        (errno.EDQUOT, "not enough space"),
        (errno.EACCES, "is not allowed"),
        (errno.EROFS, "is not allowed"),
        (errno.EIO, "could not be written"),
    ],
)
def test_each_cause_has_its_sentence(old, tmp_path, code, sentence):
    with pytest.raises(ExportFailed, match=sentence) as failure:
        failing(old, OSError(code, os.strerror(code)))
    assert failure.value.remedy.template
    assert os.strerror(code) in failure.value.details
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_a_rename_that_is_not_allowed(old, tmp_path, monkeypatch):
    def refuse(self, target):
        raise PermissionError(errno.EACCES, "in use", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportFailed, match="is not allowed"), atomic_write(old) as part:
        part.write_text("new")
    assert list(tmp_path.iterdir()) == [old]


def test_missing_folder(tmp_path):
    with pytest.raises(ExportFailed, match="does not exist"), atomic_write(tmp_path / "x" / "a.txt"):
        pytest.fail("the block runs without a place to write to")


def test_a_folder_in_the_way(tmp_path):
    with pytest.raises(ExportFailed, match="is a folder"), atomic_write(tmp_path):
        pytest.fail("the block runs without a place to write to")


def test_the_longest_possible_name(tmp_path):
    path = tmp_path / ("铜" * 85)
    with atomic_write(path) as part:
        part.write_text("new")
    assert path.read_text() == "new"


def test_leftovers_of_dead_processes_go_and_those_of_living_ones_stay(old, tmp_path):
    dead, alive = tmp_path / ".a.txt.999999999.0123abcd.part", tmp_path / ".a.txt.1.0123abcd.part"
    other = tmp_path / ".b.txt.999999999.0123abcd.part"
    for path in (dead, alive, other):
        path.write_text("left")
    with atomic_write(old) as part:
        part.write_text("new")
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()


def test_a_failure_names_the_file():
    error = write_failure(OSError(errno.EIO, "broken"), Path("somewhere") / "clip.mp4")
    assert "clip.mp4" in str(error.message)
