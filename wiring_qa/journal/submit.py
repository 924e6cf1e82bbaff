"""From what was sent to what was recorded: one way for pages, scripts and the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from wiring_qa.core.clock import now
from wiring_qa.core.forms import ActForm, posted
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal import registry
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.record import Recorded, Task, record_all
from wiring_qa.journal.registry import Actor, Answer

INVALID = Refusal("invalid", _l("Something in the form is missing or wrong."))
BAD_ID = Refusal("bad_id", _l("The form has lost its number. Reload the page and do it once more."))


@dataclass(frozen=True)
class Outcome:
    """What became of something that was sent.

    ``status`` is ``applied``, ``duplicate`` or ``rejected``; ``form`` holds what was entered, with messages
    at its fields.
    """

    status: str
    form: ActForm
    answer: Answer = field(default_factory=dict)
    refusal: Refusal | None = None

    @property
    def accepted(self) -> bool:
        """Whether the operation stands in the journal."""
        return self.refusal is None

    def as_json(self) -> dict[str, Any]:
        """Return the outcome as POST /sync and scripts read it."""
        if self.refusal is None:
            return {"result": self.status, "answer": self.answer}
        return {
            "result": self.status,
            "code": self.refusal.code,
            "message": str(self.refusal),
            "errors": self.form.messages(),
        }


def _rejected(form: ActForm, refusal: Refusal) -> Outcome:
    if refusal.field and refusal.field in form:
        form[refusal.field].errors = [*form[refusal.field].errors, refusal.text]
    return Outcome("rejected", form, refusal=refusal)


@dataclass(frozen=True)
class Sent:
    """An operation as it was sent.

    ``fields`` carries its UUID as ``id`` beside the form's own; ``at`` is when it was entered, ``notes`` what
    the journal keeps of how it came.
    """

    type: str
    fields: MultiDict[str, Any]
    actor: Actor
    chain: str = PLANT
    at: datetime | None = None
    notes: dict[str, Any] = field(default_factory=dict)


def submit(
    type_: str,
    fields: MultiDict[str, Any],
    actor: Actor,
    *,
    chain: str = PLANT,
    at: datetime | None = None,
) -> Outcome:
    """Validate what was sent and record it; a refusal is part of the outcome, not an exception."""
    (outcome,) = submit_all([Sent(type_, fields, actor, chain, at)])
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def submit_all(sent: Sequence[Sent]) -> list[Outcome | BaseException]:
    """Validate and record operations in their order, committed together; return what became of each.

    What is neither applied nor refused, but failed, is returned as the exception.
    """
    checked = [_checked(each) for each in sent]
    recorded = iter(record_all([each for each in checked if isinstance(each, Task)]))
    return [_outcome(each, next(recorded)) if isinstance(each, Task) else each for each in checked]


def _checked(sent: Sent) -> Task | Outcome:
    operation = registry.find(sent.type)
    if operation is None:
        raise LookupError(sent.type)
    form = operation.form(formdata=sent.fields)
    try:
        number = UUID(sent.fields.get("id", ""))
    except ValueError:
        return _rejected(form, BAD_ID)
    if not form.validate():
        return _rejected(form, INVALID)
    return Task(operation, number, sent.chain, sent.actor, form, sent.at or now(), sent.notes)


def _outcome(task: Task, recorded: Recorded | BaseException) -> Outcome | BaseException:
    if isinstance(recorded, Refused):
        return _rejected(task.form, recorded.refusal)
    if isinstance(recorded, BaseException):
        return recorded
    return Outcome("duplicate" if recorded.duplicate else "applied", task.form, recorded.answer)


def perform(
    type_: str,
    fields: Mapping[str, Any],
    actor: Actor,
    *,
    chain: str = PLANT,
    at: datetime | None = None,
    number: UUID | None = None,
) -> Answer:
    """Record an operation from code (demo, command line, tests); raise `Refused` if it is rejected."""
    sent = posted(fields)
    sent["id"] = str(number or uuid4())
    outcome = submit(type_, sent, actor, chain=chain, at=at)
    if outcome.refusal is not None:
        raise Refused(_with_messages(outcome.refusal, outcome.form))
    return outcome.answer


def _with_messages(refusal: Refusal, form: ActForm) -> Refusal:
    if refusal is not INVALID:
        return refusal
    words = "; ".join(f"{name}: {' '.join(texts)}" for name, texts in form.messages().items())
    return Refusal(refusal.code, words)
