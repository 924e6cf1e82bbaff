"""Who entered what a tablet sends."""

from dataclasses import dataclass
from datetime import datetime

from wiring_qa.core.refusals import Refusal
from wiring_qa.people import badges, tokens
from wiring_qa.people.names import name_key
from wiring_qa.people.signed_in import SignedIn

BY_BADGE = frozenset({"confirm_as_second_person"})
"""The acts that a badge is enough for: it says who stands beside the one who marks."""


@dataclass(frozen=True)
class Author:
    """Who entered something, and why it is not taken from them now, if it is not."""

    person: SignedIn
    refusal: Refusal | None = None
    since: datetime | None = None
    """When their token was issued: nothing was entered under it before."""


class Authors:
    """The authors of a batch; one tablet's tokens are few and are looked up once."""

    def __init__(self, signed_in: SignedIn | None) -> None:
        """Take who is signed in where the batch comes from."""
        self._signed_in = signed_in
        self._of: dict[tuple[str, bool], Author | None] = {}

    def of(self, actor: object, act: str) -> Author | None:
        """Return who entered an operation; None if that cannot be proved now."""
        asked = (actor if isinstance(actor, str) else repr(actor) if actor else "", act in BY_BADGE)
        if asked not in self._of:
            self._of[asked] = author_of(actor, self._signed_in, by_badge=asked[1])
        return self._of[asked]


def author_of(actor: object, signed_in: SignedIn | None, *, by_badge: bool = False) -> Author | None:
    """Return who entered something; None if that cannot be proved now.

    ``actor`` is the token that its author was issued at sign-in, or a badge where that is enough. A blank one
    is whoever is signed in; a name must be theirs, as another's mark is not taken under the wrong name.
    """
    if not actor:
        return Author(signed_in) if signed_in else None
    if not isinstance(actor, str):
        return None
    if signed_in is not None and name_key(actor) == name_key(signed_in.name):
        return Author(signed_in)
    bearer = tokens.bearer_of(actor)
    if bearer is not None:
        return Author(bearer.person, bearer.refusal, bearer.issued_at)
    person = badges.person_of(actor) if by_badge else None
    return Author(person) if person else None
