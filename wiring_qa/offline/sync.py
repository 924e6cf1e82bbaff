"""What tablets kept while there was no network, taken in one batch.

Every operation goes through the journal as if it had come alone: the same form, the same handler, exactly
once. A batch is committed together as far as nothing in it is refused.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import NotFound

from wiring_qa.core.clock import moment_of, now
from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refusal
from wiring_qa.core.sent import typed
from wiring_qa.journal import registry
from wiring_qa.journal.field_words import words_of
from wiring_qa.journal.submit import BAD_ID, Outcome, Sent, submit_all
from wiring_qa.journal.words import WORDS
from wiring_qa.offline.authors import BY_BADGE, Author, Authors
from wiring_qa.offline.keeping import keep
from wiring_qa.offline.queries import are_recorded, begun_at
from wiring_qa.offline.rules import LONGEST_KEPT, entered
from wiring_qa.people.signed_in import SignedIn

MOST = 200
"""Operations in a batch: a few seconds' work at most, and what is lost on the way is soon sent again."""

LONGEST = 16_000
"""Characters of one operation's data."""

MALFORMED = Refusal("malformed", _l("The tablet sent something that cannot be read."))
NO_SUCH_ACT = Refusal("no_such_act", _l("This cannot be done from a tablet's outbox."))
TOO_LONG = Refusal("too_long", _l("There is too much text in this."))
SIGN_IN = Refusal("sign_in", _l("Who entered this must sign in again before it can be sent."))
NOT_PROVED = Refusal("not_proved", _l("Who confirmed this could not be proved. Confirm the row once more."))
FAILED = Refusal("failed", _l("The server could not take this; a lead can see it."))
NOT_FOUND = Refusal("not_found", _l("There is no cabinet with this code."))

Result = dict[str, Any]


def sync(operations: Sequence[Any], sent_at: datetime | None, signed_in: SignedIn | None) -> list[Result]:
    """Record a batch in its order; return one result for each operation, as the contract has it.

    Raises the database's `OperationalError` where it does not answer: the whole batch may be sent again.
    """
    received_at = now()
    authors = Authors(signed_in)
    read = [_read(each, sent_at, received_at, authors) for each in operations]
    known = are_recorded([each.number for each in read if isinstance(each, Barred)])
    # what was taken before its author was barred is answered as it was then
    read = [each.sent if isinstance(each, Barred) and each.number in known else each for each in read]
    outcomes = iter([_told(each) for each in submit_all([each for each in read if isinstance(each, Sent)])])
    results = [next(outcomes) if isinstance(each, Sent) else _not_taken(each) for each in read]
    keep(
        [
            (each.sent if isinstance(each, Barred) else each, result)
            for each, result in zip(read, results, strict=True)
            if not isinstance(each, Refusal) and result["result"] == "rejected"
        ]
    )
    return [{"id": _id(each), **result} for each, result in zip(operations, results, strict=True)]


@dataclass(frozen=True)
class Barred:
    """An operation whose author may enter nothing any more, or not from this tablet."""

    sent: Sent
    number: UUID
    refusal: Refusal


Read = Sent | Barred | Refusal


def _not_taken(each: Barred | Refusal) -> Result:
    return _refused(each.refusal if isinstance(each, Barred) else each)


def _id(operation: Any) -> Any:
    return operation.get("id") if isinstance(operation, dict) else None


def _read(operation: Any, sent_at: datetime | None, received_at: datetime, authors: Authors) -> Read:
    """Return an operation as the journal takes it, or why it is not taken at all."""
    if not isinstance(operation, dict) or not isinstance(operation.get("data"), dict):
        return MALFORMED
    kind = registry.find(str(operation.get("type")))
    if kind is None or not kind.on_tablets:
        return NO_SUCH_ACT
    if len(json.dumps(operation["data"], ensure_ascii=False)) > LONGEST:
        return TOO_LONG
    at, number = moment_of(operation.get("at")), _number(operation.get("id"))
    cabinet = operation.get("cabinet")
    if at is None or number is None or not isinstance(cabinet, str):
        return BAD_ID if number is None else MALFORMED
    actor = operation.get("actor")
    author = authors.of(typed(actor) if isinstance(actor, str) else actor, kind.type)
    if author is None:
        # who stood beside them cannot sign in for it later: the row is to be confirmed anew
        return NOT_PROVED if kind.type in BY_BADGE else SIGN_IN
    fields = posted(operation["data"])
    fields.setlist("id", [str(number)])
    cabinet = typed(cabinet)
    when = entered(at, sent_at, received_at, _begun_at(cabinet, author) if _is_old(at, received_at) else None)
    notes = {"clock_skew_s": when.skew_s} if when.skew_s is not None else {}
    sent = Sent(kind.type, fields, author.person, typed(cabinet), when.at, notes=notes)
    return sent if author.refusal is None else Barred(sent, number, author.refusal)


def _is_old(at: datetime, received_at: datetime) -> bool:
    return at < received_at - LONGEST_KEPT


def _begun_at(cabinet: str, author: Author) -> datetime | None:
    return max(filter(None, (begun_at(cabinet), author.since)), default=None)


def acts_in_words() -> dict[str, Any]:
    """Return the acts that a tablet may hold, each with its words: those of a batch, and photos."""
    taken = [kind.type for kind in registry.all_operations() if kind.on_tablets]
    return {type_: WORDS[type_] for type_ in [*taken, "attach_photo"]}


def fields_in_words() -> dict[str, Any]:
    """Return what those acts ask for, in words."""
    return {kind.type: words_of(kind) for kind in registry.all_operations() if kind.on_tablets}


def _number(text: object) -> UUID | None:
    try:
        return UUID(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _refused(refusal: Refusal) -> Result:
    return {"result": "rejected", "code": refusal.code, "message": str(refusal), "errors": {}}


def _told(outcome: Outcome | BaseException) -> Result:
    if isinstance(outcome, Outcome):
        return outcome.as_json()
    if isinstance(outcome, OperationalError):
        raise outcome
    if isinstance(outcome, NotFound):
        return _refused(NOT_FOUND)
    current_app.logger.error("An operation of a batch failed", exc_info=outcome)
    return _refused(FAILED)
