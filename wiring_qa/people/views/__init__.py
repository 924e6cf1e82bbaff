"""The room's pages: signing in and out, one's own choices, and the administrator's pages of people."""

from wiring_qa.people.views import badges, choices, desk, here, signing_in, tablets
from wiring_qa.people.views.blueprint import blueprint

__all__ = ["badges", "blueprint", "choices", "desk", "here", "signing_in", "tablets"]
