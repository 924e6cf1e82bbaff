"""The plant at some moments, to which a test goes back in no time."""

import shutil
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import text

from tests.plant import Plant
from tests.revisions.world import add_revision
from tests.tightening.story import confirm, held, ready
from wiring_qa.core.db import db

REVISIONS: dict[str, dict[str, Any]] = {
    "A/3": {"changed": {9: {"colour": "RD"}, 10: {"remark": "door"}}, "removed": (14,)},
    "A/4": {
        "changed": {11: {"to_terminal": "20"}, 4: {"from_terminal": "A2"}},
        "removed": (9, 13),
        "added": ({"number": "201", "from_device": "-B7", "from_terminal": "3"},),
    },
}
"""What further revisions of the table change of the first one."""

NAMES = ("new", "spot_check", "rechecking", "ready")


class Worlds:
    """A plant on SQLite with its cabinet at four moments.

    It is ``new``; ``ready`` for release; lacks only the ``spot_check`` of a further round; or only the
    ``rechecking`` of a fix whose group is tightened and spot-checked again.
    """

    def __init__(self, app: Flask) -> None:
        self.plant = Plant(app)
        self.plant.found()
        self._file = Path(str(db.engine.url.database))
        for revision, changes in REVISIONS.items():
            add_revision(revision, **changes)
        self._keep("new")
        ready(self.plant)
        held(self.plant)
        self._keep("ready")
        self.plant.do("start_round", "li")
        confirm(self.plant)
        self._keep("spot_check")
        self.go_back_to("ready")
        self.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
        self.plant.do("confirm_fix", "chen", finding=1)
        confirm(self.plant)
        held(self.plant, 9)
        self._keep("rechecking")

    def _kept(self, name: str) -> Path:
        return self._file.with_name(f"{self._file.name}.{name}")

    def _keep(self, name: str) -> None:
        db.session.rollback()
        db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        self._close()
        shutil.copyfile(self._file, self._kept(name))

    def _close(self) -> None:
        db.session.remove()
        db.engine.dispose()

    def go_back_to(self, name: str) -> None:
        """Make the plant what it was."""
        self._close()
        for ending in ("-wal", "-shm"):
            self._file.with_name(self._file.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self._kept(name), self._file)
