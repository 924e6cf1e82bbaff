"""Who entered what a tablet sends."""

from wiring_qa.people.names import name_key
from wiring_qa.people.signed_in import SignedIn


def author_of(actor: object, signed_in: SignedIn | None) -> SignedIn | None:
    """Return who entered an operation; None if that cannot be proved now.

    A blank ``actor`` is whoever is signed in; a name must be theirs, as another's mark is not taken under
    the wrong name.
    """
    if signed_in is None or not actor:
        return signed_in
    is_theirs = isinstance(actor, str) and name_key(actor) == name_key(signed_in.name)
    return signed_in if is_theirs else None
