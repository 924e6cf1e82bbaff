"""Where tests put their databases: in memory where there is room, as most of their time went into files."""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

MEMORY = Path("/dev/shm")  # noqa: S108  mkdtemp makes a name that is nobody else's
NEEDED = 4 * 1024**3
"""Bytes; in a container it is often no more than 64 MB."""


def quick_folder() -> Path:
    """Make a new folder, which whoever asked removes."""
    has_room = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > NEEDED
    return Path(mkdtemp(prefix="wiring-qa-", dir=MEMORY if has_room else None))
