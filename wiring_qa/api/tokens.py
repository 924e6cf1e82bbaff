"""A token's text, and who comes with one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update

from wiring_qa.api.models import ApiToken
from wiring_qa.api.scopes import Scope
from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import AnyRow, db
from wiring_qa.people.models import Person
from wiring_qa.people.signatures import signed, told_by
from wiring_qa.people.signed_in import SignedIn, signed_in

PURPOSE = "api token"
PREFIX = "wqa_"
"""Begins every token, so that one that got into a public place is known for what it is."""
SHOWN_FOR = timedelta(minutes=15)
SEEN_EVERY = timedelta(minutes=1)
"""How often the last use is written down."""


@dataclass(frozen=True)
class Caller:
    """The system behind a request: its token's name and scopes, and the lead in whose name it acts."""

    token_id: int
    name: str
    scopes: frozenset[Scope]
    lead: SignedIn


def text_of(token_id: int) -> str:
    """Return the text of a token, the same each time."""
    return PREFIX + signed(PURPOSE, token_id)


def caller_of(header: str) -> Caller | None:
    """Return who comes with an ``Authorization`` header; None for no, a wrong or a revoked token.

    A token ends with its lead: who left gives no other system a way in.
    """
    scheme, _space, text = header.partition(" ")
    if scheme.casefold() != "bearer" or not text.startswith(PREFIX):
        return None
    token_id = told_by(PURPOSE, text.removeprefix(PREFIX).strip())
    token = db.session.get(ApiToken, token_id) if isinstance(token_id, int) else None
    lead = signed_in(token.by_id) if token and token.revoked_at is None else None
    if token is None or lead is None or not lead.may("make_api_token"):
        return None
    caller = Caller(token.id, token.name, frozenset(map(Scope, token.scopes)), lead)
    if token.last_used_at is None or now() - token.last_used_at > SEEN_EVERY:
        with aside() as connection:
            connection.execute(update(ApiToken).where(ApiToken.id == token.id).values(last_used_at=now()))
    return caller


def all_tokens() -> Sequence[AnyRow]:
    """Return the tokens that are not revoked, the newest first, with the name of who made each."""
    query = (
        select(ApiToken, Person.name)
        .join(Person, Person.id == ApiToken.by_id)
        .where(ApiToken.revoked_at.is_(None))
        .order_by(ApiToken.id.desc())
    )
    return db.session.execute(query).all()


def just_made(token_id: int, person_id: int) -> ApiToken | None:
    """Return a token whose text may still be shown to a person: their own, made a while ago at most."""
    token = db.session.get(ApiToken, token_id)
    if token is None or token.revoked_at or token.by_id != person_id or now() - token.at > SHOWN_FOR:
        return None
    return token
