"""The sampling plan and the torques that a new plant starts with; a lead can edit both."""

from decimal import Decimal

from sqlalchemy import Connection, insert, select

from wiring_qa.core.aside import aside
from wiring_qa.tightening.models import SamplingChoice, ThreadTorque
from wiring_qa.tightening.torque import SOURCE, TORQUES

LEVEL = "II"
AQL = Decimal("0.65")


def seed() -> None:
    """Put in the defaults where there are none yet."""
    with aside() as connection:
        if _is_empty(connection, SamplingChoice):
            connection.execute(insert(SamplingChoice).values(level=LEVEL, aql=AQL))
        if _is_empty(connection, ThreadTorque):
            connection.execute(insert(ThreadTorque), _torques())


def _is_empty(connection: Connection, model: type[SamplingChoice | ThreadTorque]) -> bool:
    return connection.execute(select(model).limit(1)).first() is None


def _torques() -> list[dict[str, object]]:
    return [
        {
            "thread": each.thread,
            "position": position,
            "torque_nm": each.torque_nm,
            "source": {"text": SOURCE, "is_assumed": each.is_assumed},
        }
        for position, each in enumerate(TORQUES, 1)
    ]
