"""Spot checks that moved, by tool and setting and by cross-section."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func

from wiring_qa.core.db import db
from wiring_qa.tightening.tallies import CachedSpotChecks
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import spot_checks


class Of(enum.StrEnum):
    """What spot checks are told apart by."""

    TOOL = "tool"
    SIZE = "size"


_COLUMNS = {
    Of.TOOL: (CachedSpotChecks.tool, CachedSpotChecks.setting),
    Of.SIZE: (CachedSpotChecks.mm2,),
}


@dataclass(frozen=True)
class Tried:
    """How many terminations were tried and moved; ``key`` is tool and setting, or the size in mm²."""

    key: tuple[str, ...]
    tried: int
    moved: int

    @property
    def share(self) -> float:
        """The share that moved."""
        return self.moved / self.tried if self.tried else 0.0


def tried_by(filters: Filters, of: Of) -> Sequence[Tried]:
    """Count the terminations that were spot-checked in a period, those that moved most often first."""
    columns = _COLUMNS[of]
    query = spot_checks(
        filters, *columns, func.sum(CachedSpotChecks.tried), func.sum(CachedSpotChecks.moved)
    ).group_by(*columns)
    found = [Tried(tuple(row[:-2]), row[-2], row[-1]) for row in db.session.execute(query)]
    return sorted(found, key=lambda each: (-each.share, -each.tried, each.key))
