"""From what another system sent to what was recorded: acts of the app, in the name of the token's lead."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from flask import request
from flask_babel import lazy_gettext as _l

from wiring_qa.api.tokens import Caller
from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer
from wiring_qa.journal.submit import Outcome, Sent, submit_all

NO_KEY = Refusal("bad_key", _l("An Idempotency-Key is a UUID."), "Idempotency-Key")


class Rejected(Refused):
    """What was sent does not fit the act's form; ``errors`` has the words for each field."""

    def __init__(self, refusal: Refusal, errors: Mapping[str, list[str]]) -> None:
        super().__init__(refusal)
        self.errors = errors


def number() -> UUID:
    """Return the number that the caller gave the operation, or a fresh one."""
    key = request.headers.get("Idempotency-Key")
    try:
        return UUID(key) if key else uuid4()
    except ValueError:
        raise Refused(NO_KEY) from None


def recorded(act: str, fields: Mapping[str, Any], caller: Caller, chain: str, operation_id: UUID) -> Answer:
    """Record an operation on a cabinet once, and return its answer; raise `Refused` if it is refused."""
    sent = Sent(
        *(act, posted({**fields, "id": str(operation_id)}), caller.lead, chain),
        notes={"api_token": caller.name},
    )
    (outcome,) = submit_all([sent])
    if not isinstance(outcome, Outcome):
        raise outcome
    if outcome.refusal is not None:
        raise Rejected(outcome.refusal, outcome.form.messages())
    return outcome.answer
