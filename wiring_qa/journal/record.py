"""The one write path: an operation is applied exactly once, in one transaction, and chained.

`record` is the only code that commits.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Flask, current_app
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import IntegrityError

from wiring_qa.core.clock import now
from wiring_qa.core.db import db, flush, forget, lend_transaction
from wiring_qa.core.forms import ActForm
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.batch import Queue
from wiring_qa.journal.entries import Earlier, Ledger
from wiring_qa.journal.registry import Actor, Answer, Entry, Operation

ANOTHER_ACT = Refusal("id_reused", _l("This form was already used for something else. Reload the page."))
NOT_ALLOWED = Refusal("not_allowed", _l("Your role does not allow this."))

Hook = Callable[[Collection[Entry]], None]
"""Called once for a batch with the last operation of each chain, when all are applied, before the commit."""


@dataclass(frozen=True)
class Recorded:
    """What became of an operation that was accepted: the answer, and whether it had been applied before."""

    answer: Answer
    duplicate: bool = False


@dataclass
class Task:
    """An operation to be recorded; its form has been validated.

    ``notes`` are kept in the journal beside the form's fields: what is known of how it came.
    """

    operation: Operation
    id: UUID
    chain: str
    actor: Actor
    form: ActForm
    at: datetime
    notes: dict[str, Any] = field(default_factory=dict)
    received_at: datetime = field(default_factory=now)

    def __post_init__(self) -> None:
        self.actor = _themself(self.actor)
        self.at = self.at.astimezone(UTC)


class Journal:
    """The app's journal: a queue of writers and what is to be derived after they wrote."""

    def __init__(self, app: Flask, after: Hook) -> None:
        """Take the app and the hook that derives a cabinet's stage."""
        self._app = app
        self._after = after
        self.queue: Queue[Task, Recorded] = Queue(self._run, app.config["WIRING_QA"].writers_at_once)

    def _run(self, tasks: Sequence[Task]) -> Sequence[Recorded | BaseException]:
        try:
            return self._commit(tasks)
        except Exception as error:  # noqa: BLE001  raised again in the thread that brought the task
            if len(tasks) == 1:
                return [error]
            # whose operation is refused or fails is found by halving: the others are still committed together
            middle = len(tasks) // 2
            return [*self._run(tasks[:middle]), *self._run(tasks[middle:])]

    def _commit(self, tasks: Sequence[Task]) -> list[Recorded | BaseException]:
        with self._app.app_context(), lend_transaction() as transaction:
            ledger = Ledger([task.chain for task in tasks], [task.id for task in tasks])
            results: list[Recorded | BaseException] = []
            touched: dict[str, Entry] = {}
            for task in tasks:
                entry, recorded = _apply(task, ledger)
                if entry is not None:
                    touched[task.chain] = entry
                results.append(recorded)
                flush()
                forget()
            self._after(touched.values())
            ledger.write()
            flush()
            transaction.commit()
            return results


def _apply(task: Task, ledger: Ledger) -> tuple[Entry | None, Recorded]:
    earlier = ledger.earlier(task.id)
    if earlier is not None:
        return None, _as_before(task, earlier)
    entry = Entry(
        id=task.id,
        type=task.operation.type,
        chain=task.chain,
        actor=task.actor,
        at=task.at,
        received_at=task.received_at,
        position=ledger.next_position(task.chain),
        data={**task.form.record(), **task.notes},
        tablet=task.actor.tablet,
    )
    answer = task.operation.handler(entry, task.form)
    ledger.append(entry, answer)
    return entry, Recorded(answer)


def _as_before(task: Task, earlier: Earlier) -> Recorded:
    sent = task.form.record()
    kept = {name: earlier.data.get(name) for name in sent}
    # a page gone back to would otherwise send another row under a number that is used up, and lose it
    same = (task.chain, task.operation.type, task.actor.id, sent)
    if (earlier.chain, earlier.type, earlier.actor_id, kept) != same:
        raise Refused(ANOTHER_ACT)
    return Recorded(earlier.answer, duplicate=True)


def _themself(actor: Actor) -> Actor:
    """Return the person behind flask-login's proxy: applied by another's thread, it would name the other."""
    person: Callable[[], Actor] | None = getattr(actor, "_get_current_object", None)
    return person() if person else actor


def record(task: Task) -> Recorded:
    """Apply an operation exactly once and commit it.

    Returns the answer, the first one for a UUID that came before. Raises `Refused` where the role or a rule
    does not allow the act; nothing is written then.
    """
    (result,) = record_all([task])
    if isinstance(result, BaseException):
        raise result
    return result


def record_all(tasks: Sequence[Task]) -> list[Recorded | BaseException]:
    """Apply operations in their order, as many as may be in one commit; return what became of each.

    One that is refused or fails leaves the others as they are; its result is the exception.
    """
    # what this request has read so far is from before the write
    if db.session.registry.has():
        db.session.rollback()
    queue = _queue()
    may = [task.actor.may(task.operation.type) for task in tasks]
    done = iter(queue.put_all([task for task, allowed in zip(tasks, may, strict=True) if allowed]))
    results = [next(done) if allowed else Refused(NOT_ALLOWED) for allowed in may]
    for index, result in enumerate(results):
        if isinstance(result, IntegrityError):
            # another process recorded the same UUID or opened the same chain in this moment
            results[index] = queue.put_all([tasks[index]])[0]
    return results


def _queue() -> Queue[Task, Recorded]:
    journal: Journal = current_app.extensions["wiring_qa_journal"]
    return journal.queue
