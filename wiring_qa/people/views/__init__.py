"""The room's pages: signing in and out, one's own choices, and the administrator's pages of people."""

from wiring_qa.people.views import choices, desk, signing_in
from wiring_qa.people.views.blueprint import blueprint

__all__ = ["blueprint", "choices", "desk", "signing_in"]
