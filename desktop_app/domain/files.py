"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop_app.domain.errors import ExportFailed
from desktop_app.domain.text import say


@contextmanager
def atomic_write(path: Path) -> Iterator[Path]:
    """Yield a hidden path beside `path` to write to; it takes the place of `path` when the block ends well.

    Where the block raises, nothing is left behind and an existing `path` stays as it was. What killed
    processes left behind for the same destination is removed first.

    Raises:
        ExportFailed: for any `OSError`, also from the block, with the sentence for its cause.
    """
    remove_abandoned_parts(path)
    part = _part_beside(path)
    try:
        _refuse_folder(path)
        part.touch(exist_ok=False)
        yield part
        _flush_to_disk(part)
        part.replace(path)
    except OSError as error:
        raise write_failure(error, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _flush_folder(path.parent)


def check_writable(path: Path) -> None:
    """Return where `path` can be written; nothing is there afterwards that was not there before.

    Raises:
        ExportFailed: with the cause and a remedy.
    """
    try:
        _refuse_folder(path)
        part = _part_beside(path)
        part.touch(exist_ok=False)
        part.unlink()
    except OSError as error:
        raise write_failure(error, path) from error


def write_failure(error: OSError, path: Path) -> ExportFailed:
    """The sentence and the remedy for an `OSError` met while writing `path`."""
    folder = str(path.parent)
    details = f"{type(error).__name__}: {error}"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ExportFailed(
            say("There is not enough space on the disk for {path}.", path=str(path)),
            say("Free some space or choose another disk, then try again."),
            details,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportFailed(
            say("Writing to {folder} is not allowed.", folder=folder),
            say("Choose a folder of your own, such as Videos or Documents."),
            details,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and not path.parent.is_dir():
        return ExportFailed(
            say("The folder {folder} does not exist.", folder=folder),
            say("Choose a folder that exists, or make it first."),
            details,
        )
    if error.errno == errno.ENAMETOOLONG:
        return ExportFailed(
            say("The file name {name} is too long.", name=f"{path.name[:40]}…"),
            say("Choose a shorter one."),
            details,
        )
    if error.errno == errno.EISDIR or path.is_dir():
        return ExportFailed(
            say("{path} is a folder.", path=str(path)),
            say("Add a file name to it."),
            details,
        )
    return ExportFailed(
        say("{path} could not be written.", path=str(path)),
        say("Check the file name and the disk, or choose another folder."),
        details,
    )


def remove_abandoned_parts(path: Path) -> None:
    """Delete what processes that no longer live left beside `path` while writing it."""
    pattern = re.compile(rf"\.{re.escape(_part_stem(path))}\.(\d+)\.[0-9a-f]{{8}}\.part")
    with suppress(OSError):
        for candidate in path.parent.iterdir():
            match = pattern.fullmatch(candidate.name)
            if match and not may_be_writing(int(match[1])):
                with suppress(OSError):
                    candidate.unlink()


def _part_beside(path: Path) -> Path:
    return path.with_name(f".{_part_stem(path)}.{os.getpid()}.{secrets.token_hex(4)}.part")


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


def _part_stem(path: Path) -> str:
    """The file name, shortened so that the hidden name beside it stays within 255 bytes."""
    return path.name.encode()[:200].decode(errors="ignore")


def may_be_writing(pid: int) -> bool:
    """Whether a file named after the process `pid` must be left alone.

    This process counts as one that writes. On Windows none does: a file in use cannot be deleted there.
    """
    if pid == os.getpid():
        return True
    if sys.platform == "win32":  # os.kill would end the process
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _flush_to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
