"""Reading small files of a model folder without being led astray by them."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from desktop_app.weights import refusals

_MIB = 1024 * 1024
JSON_BYTES_MOST = 1 * _MIB
SHARD_INDEX_BYTES_MOST = 16 * _MIB
TOKENIZER_BYTES_MOST = 64 * _MIB


class ModelFiles:
    """The files of one model folder; every one used is a regular file inside of it.

    A snapshot in Hugging Face's cache (`models--…/snapshots/…`) may link to the blobs beside it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        root = folder.resolve()
        self._roots = [root]
        if root.parent.name == "snapshots" and root.parent.parent.name.startswith("models--"):
            self._roots.append(root.parent.parent / "blobs")

    def size(self, name: str) -> int | None:
        """Bytes of the file at the relative path `name`; None where there is none.

        Raises:
            ModelUnusable: it lies outside the folder, is no regular file, or cannot be looked at.
        """
        file = self.folder / name
        try:
            if not file.exists():
                return None
            facts = file.stat()
            real = file.resolve()
        except (OSError, RuntimeError) as error:
            raise refusals.unreadable(file, repr(error)) from error
        if not any(real.is_relative_to(root) for root in self._roots):
            raise refusals.leads_outside(file)
        if not stat.S_ISREG(facts.st_mode):
            raise refusals.unreadable(file, "not a regular file")
        return facts.st_size

    def json(self, name: str, most: int = JSON_BYTES_MOST) -> dict[str, Any] | None:
        """The JSON object in a file; None where there is no such file.

        Raises:
            ModelUnusable: the file is larger than `most` bytes, unreadable, or holds no JSON object.
        """
        size = self.size(name)
        if size is None:
            return None
        file = self.folder / name
        if size > most:
            raise refusals.too_large(file, most)
        try:
            content = json.loads(file.read_bytes())
        except OSError as error:
            raise refusals.unreadable(file, repr(error)) from error
        except (ValueError, RecursionError) as error:
            raise refusals.malformed(file, repr(error)) from error
        if not isinstance(content, dict):
            raise refusals.malformed(file, "not an object")
        return content
