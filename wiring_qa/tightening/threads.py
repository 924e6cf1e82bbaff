"""The thread of a terminal's screw, where the wiring table tells it."""

import re
from collections.abc import Mapping
from typing import Any

from wiring_qa.tightening.torque import thread_in

_FROM = re.compile(r"\b(from|source)\b|起|源|始", re.IGNORECASE)
_TO = re.compile(r"\b(to|target|destination)\b|终|終|目标|目標", re.IGNORECASE)


def thread_at(extra: Mapping[str, Any], remark: str | None, *, at_from: bool) -> str | None:
    """Return the thread that a row names for one of its ends; None where it names none.

    Looks in the columns that the product does not know and in the remark. A column whose heading speaks of
    the other end alone is left out.
    """
    here, there = (_FROM, _TO) if at_from else (_TO, _FROM)
    for heading, value in extra.items():
        if there.search(heading) and not here.search(heading):
            continue
        thread = thread_in(str(value))
        if thread:
            return thread
    return thread_in(remark)
