"""Runs on disk: one folder a run, saved as it happens."""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.domain.errors import ExportFailed, HeatSketchError, RunUnreadable
from desktop_app.domain.files import write_failure
from desktop_app.domain.run import Run
from desktop_app.domain.text import say
from desktop_app.library.clip_store import ReadClip, WriteClip
from desktop_app.library.index import IndexedRun, RunIndex
from desktop_app.library.lease import Lease
from desktop_app.library.run_file import RUN_FILE, decode_run, no_such_run, read_run, write_run
from desktop_app.library.run_files import CLIP_FILE, RunFiles

APP_ENDED = say("The app ended before this run was finished.")
_LEASE_FILE = "in_use.lock"
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


@dataclass(frozen=True)
class Listing:
    """What is in the library.

    Attributes:
        runs: newest first.
        unreadable: one failure for each run that is damaged and was left out.
    """

    runs: tuple[Run, ...]
    unreadable: tuple[RunUnreadable, ...]


def new_run_id() -> str:
    """An id that no other run has and that sorts by the time it was made."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{secrets.token_hex(3)}"


class RunLibrary:
    """All runs under one folder; any number of processes may use it at once.

    A run's folder is the truth; the index beside the folders is a copy that is mended whenever it differs.
    While a run is `running`, the process that created it holds a lease on its folder: a `running` run that
    nobody holds was left by a process that ended, and is turned into `failed` with what it has.
    """

    def __init__(self, root: Path, write_clip: WriteClip, read_clip: ReadClip) -> None:
        """Open the library in `root`, which is made when the first run is."""
        self._root = root
        self._write_clip = write_clip
        self._read_clip = read_clip
        self._leases: dict[str, Lease] = {}
        self._index = RunIndex(root / "index.sqlite")

    def create(self, run: Run) -> RunFiles:
        """Make the folder of a new run and put `run` in it.

        Raises:
            ExportFailed: with the cause and a remedy.
            ValueError: the id is unfit for a folder name, or taken.
        """
        if not _RUN_ID.fullmatch(run.id):
            raise ValueError(f"{run.id!r} is no id of a run")
        folder = self._root / run.id
        self._make_root()
        try:
            folder.mkdir()
            lease = Lease.take(folder / _LEASE_FILE) if run.status == "running" else None
        except FileExistsError as error:
            raise ValueError(f"there is a run {run.id} already") from error
        except OSError as error:
            raise write_failure(error, folder) from error
        if lease is not None:
            self._leases[run.id] = lease
        try:
            self._store(folder, run)
        except ExportFailed:
            self._release(run.id)
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return self.files(run.id)

    def update(self, run: Run) -> None:
        """Replace what is known of a run; a run that is no longer `running` gives its lease back.

        Raises:
            RunUnreadable: there is no such run.
            ExportFailed: with the cause and a remedy.
        """
        folder = self._existing(run.id)
        try:
            self._store(folder, run)
        finally:
            if run.status != "running":
                self._release(run.id)

    def list(self) -> tuple[Run, ...]:
        """All readable runs, newest first."""
        return self.scan().runs

    def scan(self) -> Listing:
        """All runs, the damaged ones as failures."""
        known = self._index.read()
        runs: dict[str, Run] = {}
        unreadable: list[RunUnreadable] = []
        changed: dict[str, IndexedRun] = {}
        for folder in self._folders():
            try:
                entry = _copy_of(folder, known.get(folder.name))
                runs[folder.name] = self._recovered(folder, decode_run(entry.json, folder))
            except RunUnreadable as failure:
                unreadable.append(failure)
                continue
            if entry != known.get(folder.name):
                changed[folder.name] = entry
        gone = frozenset(known) - frozenset(runs)
        if changed or gone:
            self._index.write(changed, gone)
        return Listing(tuple(runs[run_id] for run_id in sorted(runs, reverse=True)), tuple(unreadable))

    def get(self, run_id: str) -> Run:
        """One run.

        Raises:
            RunUnreadable: there is no such run, or it is damaged.
        """
        folder = self._existing(run_id)
        return self._recovered(folder, read_run(folder))

    def files(self, run_id: str) -> RunFiles:
        """The files of a run.

        Raises:
            RunUnreadable: there is no such run.
        """
        return RunFiles(self._existing(run_id), self._write_clip, self._read_clip)

    def delete(self, run_id: str) -> None:
        """Remove a run and all its files.

        Raises:
            RunUnreadable: there is no such run.
            HeatSketchError: it is being generated, here or in another process.
            ExportFailed: it cannot be removed.
        """
        folder = self._existing(run_id)
        doomed = self._root / f".deleted-{run_id}-{secrets.token_hex(4)}"
        try:
            lease = None if run_id in self._leases else Lease.take(folder / _LEASE_FILE)
            if lease is None:
                raise _still_running()
            lease.release()
            folder.rename(doomed)
        except OSError as error:
            raise write_failure(error, folder) from error
        shutil.rmtree(doomed, ignore_errors=True)
        self._index.write({}, frozenset({run_id}))

    def close(self) -> None:
        """Give all leases back: runs that are still `running` count as ended from now on."""
        for run_id in tuple(self._leases):
            self._release(run_id)

    def _make_root(self) -> None:
        try:
            self._root.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HeatSketchError(
                say("Runs cannot be kept in {folder}.", folder=str(self._root)),
                say("Set HEATSKETCH_DATA to a folder you can write to, and start again."),
                f"{type(error).__name__}: {error}",
            ) from error

    def _existing(self, run_id: str) -> Path:
        folder = self._root / run_id
        if not _RUN_ID.fullmatch(run_id) or not folder.is_dir():
            raise no_such_run(run_id)
        return folder

    def _folders(self) -> Iterator[Path]:
        """Folders that hold a run, or the clip of one."""
        for folder in self._root.iterdir() if self._root.is_dir() else ():
            named = _RUN_ID.fullmatch(folder.name)
            if named and ((folder / RUN_FILE).exists() or (folder / CLIP_FILE).exists()):
                yield folder

    def _store(self, folder: Path, run: Run) -> None:
        write_run(folder, run)
        self._index.write({run.id: _copy_of(folder, None)})

    def _recovered(self, folder: Path, run: Run) -> Run:
        """`run`, or what becomes of it where it says `running` but its process has ended."""
        if run.status != "running" or run.id in self._leases:
            return run
        try:
            lease = Lease.take(folder / _LEASE_FILE)
        except OSError:
            return run
        if lease is None:
            return run
        try:
            latest = read_run(folder)
            if latest.status == "running":
                latest = replace(latest, status="failed", failure=APP_ENDED)
                with suppress(ExportFailed):
                    self._store(folder, latest)
            return latest
        finally:
            lease.release()

    def _release(self, run_id: str) -> None:
        lease = self._leases.pop(run_id, None)
        if lease is not None:
            lease.release()


def _copy_of(folder: Path, known: IndexedRun | None) -> IndexedRun:
    """What the index holds of a run, or a fresh copy where the file is no longer the one that was copied."""
    file = folder / RUN_FILE
    try:
        facts = file.stat()
        stamp = f"{facts.st_mtime_ns}-{facts.st_size}-{facts.st_ino}"
        if known is not None and known.stamp == stamp:
            return known
        return IndexedRun(stamp, file.read_bytes())
    except OSError as error:
        raise no_such_run(folder.name) from error


def _still_running() -> HeatSketchError:
    return HeatSketchError(say("This run is still being generated."), say("Cancel it first, then delete it."))
