"""The tool and setting that a person used last, offered again at the next group."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select, update

from wiring_qa.core.db import db
from wiring_qa.people.models import Person

KEY = "tightening"


@dataclass(frozen=True)
class Setting:
    """A tool with its clutch setting, its torque in N·m, or both."""

    tool: str = ""
    clutch_setting: str | None = None
    torque_nm: Decimal | None = None


def _kept(person_id: int) -> dict[str, object]:
    return dict(db.session.scalar(select(Person.remembered).where(Person.id == person_id)) or {})


def remember_setting(
    person_id: int, tool: str, clutch_setting: str | None, torque_nm: Decimal | None
) -> None:
    """Keep what a person confirmed a group with."""
    kept = _kept(person_id)
    setting = {
        "tool": tool,
        "clutch_setting": clutch_setting,
        "torque_nm": None if torque_nm is None else str(torque_nm),
    }
    if kept.get(KEY) != setting:
        db.session.execute(
            update(Person).where(Person.id == person_id).values(remembered={**kept, KEY: setting})
        )


def remembered_setting(person_id: int) -> Setting:
    """Return what a person used last; blank for one who has confirmed nothing yet."""
    setting = _kept(person_id).get(KEY)
    if not isinstance(setting, dict):
        return Setting()
    torque_nm = setting["torque_nm"]
    return Setting(
        setting["tool"], setting["clutch_setting"], None if torque_nm is None else Decimal(torque_nm)
    )
