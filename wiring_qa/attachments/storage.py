"""Where pictures lie: a seam with one implementation, a folder; files are named by their SHA-256."""

import os
import re
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from flask import current_app

NAME = re.compile(r"[0-9a-f]{64}(\.small)?")


class Store(Protocol):
    """Keeps content under names that say what it is; what is there never changes."""

    def put(self, name: str, content: bytes) -> None:
        """Keep content so that a crash does not take it away; what is there already stays."""

    def get(self, name: str) -> bytes | None:
        """Return the content under a name; None if there is none."""


class FolderStore:
    """A folder with one level of folders in it, so that none holds too many files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all."""
        path = self._path(name)
        if path.is_file():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        passing = path.with_name(f"{name}.{uuid4().hex}")
        with passing.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
        _sync(path.parent)

    def get(self, name: str) -> bytes | None:
        """Read a file; a name that is none of ours has none."""
        if not NAME.fullmatch(name):
            return None
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def _path(self, name: str) -> Path:
        return self._folder / name[:2] / name


def _sync(folder: Path) -> None:
    """Make the renaming itself last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def store() -> Store:
    """Return the plant's store, as the setting STORAGE_URL names it."""
    folder = Path(current_app.config["WIRING_QA"].storage_folder)
    # a relative folder stands where the database does
    return FolderStore(Path(current_app.instance_path) / folder)
