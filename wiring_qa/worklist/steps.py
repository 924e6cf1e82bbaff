"""The stage line of a cabinet: its stages, with who last worked at each and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.i18n import when

REOPENED = "reopen_cabinet"
ACTS: dict[Stage, tuple[str, ...]] = {
    Stage.INSPECTING: ("mark_ok", "mark_faulty"),
    Stage.FIXING: ("confirm_fix",),
    Stage.RECHECKING: ("pass_recheck", "fail_recheck"),
    Stage.TIGHTENING: ("confirm_group",),
    Stage.SPOT_CHECK: ("spot_check_held", "spot_check_moved"),
    Stage.READY: (),
    Stage.RELEASED: ("release_cabinet", REOPENED),
}
"""The acts whose last one says who worked at a stage, and when."""


@dataclass(frozen=True)
class Step:
    """A stage on the stage line; ``state`` is done, now or next."""

    label: Any
    state: str
    about: str


def steps_of(stage: Stage, last_acts: Mapping[str, Any]) -> list[Step]:
    """Return the stage line of a cabinet at a stage, with the last act of each type."""
    order = list(Stage)
    return [
        Step(
            each.label,
            _state(place, order.index(stage), stage),
            _about([last_acts[act] for act in ACTS[each] if act in last_acts]),
        )
        for place, each in enumerate(order)
    ]


def _state(place: int, current: int, stage: Stage) -> str:
    if place < current or stage is Stage.RELEASED:
        return "done"
    return "now" if place == current else "next"


def _about(acts: list[Any]) -> str:
    if not acts:
        return ""
    last = max(acts, key=lambda act: act.position)
    about = f"{last.name} · {when(last.at)}"
    return str(_("Reopened: %(about)s", about=about)) if last.type == REOPENED else about
