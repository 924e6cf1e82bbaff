"""The endpoints of /api/v1, its description, and the leads' page of tokens."""

from wiring_qa.api.endpoints import blueprint
from wiring_qa.api.views import cabinets, figures, tokens, writing

__all__ = ["blueprint", "cabinets", "figures", "tokens", "writing"]
