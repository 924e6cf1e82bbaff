"""Where each blocker is cleared and each piece of work is done, as an address."""

import enum
from dataclasses import dataclass
from typing import Any

from flask import url_for

from wiring_qa.release.rules import CabinetFacts, blockers

ENDPOINTS = {
    "walk": "walk.walk",
    "fixes": "findings.fixes",
    "rechecks": "findings.rechecks",
    "tightening": "tightening.groups",
    "spot_check": "tightening.spot_check",
    "release": "release.release",
}


@dataclass(frozen=True)
class Addressed:
    """A blocker in words with the address that clears it."""

    code: str
    text: Any
    url: str


def address_of(code: str, place: enum.StrEnum) -> str:
    """Return the address of a place of a cabinet."""
    show = "left" if place == "walk" else None
    return url_for(ENDPOINTS[place], code=code, show=show)


def blockers_of(code: str, facts: CabinetFacts) -> list[Addressed]:
    """Return what blocks a cabinet's release, each with the address that clears it."""
    return [Addressed(each.code, each.text, address_of(code, each.place)) for each in blockers(facts)]
