"""How many requests a token may make: each server process counts for itself, in memory."""

import math
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from flask import current_app

from wiring_qa.core.clock import now

NAME = "wiring_qa_api_limits"


@dataclass
class Limits:
    """The requests that each token has left; they grow back evenly, up to those of a minute."""

    a_minute: int
    _left: dict[int, tuple[float, datetime]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait_s(self, token_id: int, moment: datetime) -> int:
        """Take one request of a token's; return 0, or in how many seconds there will be one."""
        with self._lock:
            left, since = self._left.get(token_id, (float(self.a_minute), moment))
            grown = max(0.0, (moment - since).total_seconds()) * self.a_minute / 60
            left = min(float(self.a_minute), left + grown)
            if left < 1:
                return math.ceil((1 - left) * 60 / self.a_minute)
            self._left[token_id] = (left - 1, moment)
            return 0


def wait_s(token_id: int) -> int:
    """Take one request of a token's; return 0 if it is answered, or in how many seconds one will be."""
    fresh = Limits(current_app.config["WIRING_QA"].api_requests_a_minute)
    limits: Limits = current_app.extensions.setdefault(NAME, fresh)
    return limits.wait_s(token_id, now())
