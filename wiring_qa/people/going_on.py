"""Who goes on on a shared tablet: by name or badge and secret, or by the token they unlocked there."""

from datetime import timedelta

from flask import current_app

from wiring_qa.core.clock import now
from wiring_qa.core.refusals import Refused, require
from wiring_qa.people import badges, proofs, rules, tablets, tokens
from wiring_qa.people.signed_in import SignedIn


def by_secret(name: str, badge: str, secret: str) -> SignedIn:
    """Return the person of a name or badge if the secret is theirs; raise `Refused` if not."""
    if badge:
        person = badges.person_of(badge)
        if person is None:
            raise Refused(badges.NO_BADGE)
        name = person.name
    return proofs.prove(name, secret)


def by_token(token: str) -> SignedIn:
    """Return the person of a token that may open a session here; raise `Refused` for any other."""
    bearer, tablet = tokens.bearer_of(token), tablets.tablet_here()
    if bearer is None:
        raise Refused(proofs.WRONG)
    may = rules.may_go_on(
        is_its_tablet=tablet is not None and tablet[0] == bearer.person.tablet_id,
        age=now() - bearer.issued_at,
        longest=timedelta(hours=current_app.config["WIRING_QA"].sign_in_hours),
        is_secret_same=bearer.session_version == bearer.person.session_version,
    )
    if not may:
        raise Refused(proofs.WRONG)
    require(bearer.refusal)
    return bearer.person
