"""What was rejected goes to where its author and the leads find it."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from flask import current_app

from wiring_qa.core.forms import posted
from wiring_qa.journal import registry
from wiring_qa.journal.submit import Sent, submit_all

KEPT = UUID("5bd1a4c7-6f0e-4d55-9d53-5a2a0c3c1f10")
"""The space of the numbers under which rejected operations are kept."""

PICTURE = ("picture", "width", "height")
"""What the journal notes of a photo beside its form; it is kept with what was entered."""


def keep(rejected: Sequence[tuple[Sent, dict[str, Any]]]) -> None:
    """Keep what was rejected, each with its result, for its author and for the leads."""
    kept = [_kept(sent, result) for sent, result in rejected]
    for outcome in submit_all(kept) if kept else ():
        if isinstance(outcome, BaseException):
            current_app.logger.error("A rejected operation could not be kept", exc_info=outcome)


def _kept(sent: Sent, result: dict[str, Any]) -> Sent:
    number = sent.fields["id"]
    reasons = [result["message"], *(text for texts in result["errors"].values() for text in texts)]
    form = {
        "id": uuid5(KEPT, f"{number} {sent.actor.id} {result['code']} {sent.chain} {sent.type}"),
        "number": number,
        "act": sent.type,
        "cabinet": sent.chain[:200],
        "entered_at": sent.at.isoformat() if sent.at else "",
        "fields": json.dumps(_declared(sent), ensure_ascii=False),
        "code": result["code"],
        "reason": " ".join(dict.fromkeys(reasons)),
    }
    return Sent("keep_rejected", posted(form), sent.actor)


def _declared(sent: Sent) -> dict[str, Any]:
    """Return what was entered, as it was sent, but nothing that the act does not ask for, and no secret."""
    operation = registry.find(sent.type)
    names = operation.form().data.keys() - operation.form.secrets if operation else ()
    entered = {
        name: values if len(values) > 1 else values[0]
        for name, values in sent.fields.lists()
        if name in names
    }
    return {**entered, **picture_of(sent.notes)}


def picture_of(noted: dict[str, Any]) -> dict[str, Any]:
    """Return what is noted of a photo."""
    return {name: noted[name] for name in PICTURE if name in noted}
