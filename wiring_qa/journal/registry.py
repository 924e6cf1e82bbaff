"""The list of all acts: an operation's type, form and handler declared together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar
from uuid import UUID

from wiring_qa.core.forms import ActForm

Answer = dict[str, Any]
FormClass = type[ActForm]
F = TypeVar("F", bound=ActForm)


class Actor(Protocol):
    """Who acts: a signed-in person."""

    @property
    def id(self) -> int:
        """The person's id."""

    @property
    def name(self) -> str:
        """The person's name."""

    @property
    def tablet(self) -> str | None:
        """The name of the enrolled tablet they act on, if it is one."""

    def may(self, act: str) -> bool:
        """Tell whether the person's role allows an act."""


@dataclass
class Entry:
    """An operation on its way into the journal, as its handler sees it.

    ``position`` is its place in the chain; ``data`` may be added to by the handler where the record needs
    more than the form said (a drawn seed, say).
    """

    id: UUID
    type: str
    chain: str
    actor: Actor
    at: datetime
    received_at: datetime
    position: int
    data: dict[str, Any] = field(default_factory=dict)
    tablet: str | None = None

    @property
    def stamp(self) -> dict[str, Any]:
        """The columns of `journal.models.Fact` for a fact that this operation brings."""
        return {
            "operation_id": self.id,
            "by_id": self.actor.id,
            "position": self.position,
            "at": self.at,
        }


@dataclass(frozen=True)
class Operation:
    """One kind of act: its type, its form and what carries it out."""

    type: str
    form: FormClass
    handler: Callable[[Entry, Any], Answer]
    on_cabinet: bool
    has_route: bool
    on_tablets: bool
    """Whether a tablet may keep it without a network and send it later."""

    @property
    def room(self) -> str:
        """The room that the act belongs to."""
        return self.handler.__module__.split(".")[1]


_OPERATIONS: dict[str, Operation] = {}


def operation(
    form: type[F], *, on_cabinet: bool = True, has_route: bool = True, on_tablets: bool | None = None
) -> Callable[[Callable[[Entry, F], Answer]], Callable[[Entry, F], Answer]]:
    """Declare a handler as the operation of its own name.

    ``on_cabinet`` says whether it is written to a cabinet's chain or to the plant's; ``has_route`` is false
    where a page of its own room calls it (a file to upload, a PIN to prove). ``on_tablets`` is true for every
    act on a cabinet that has a route, unless it is told otherwise.
    """
    may_wait = on_cabinet and has_route if on_tablets is None else on_tablets

    def declare(handler: Callable[[Entry, F], Answer]) -> Callable[[Entry, F], Answer]:
        type_ = handler.__name__
        _OPERATIONS[type_] = Operation(type_, form, handler, on_cabinet, has_route, may_wait)
        return handler

    return declare


def find(type_: str) -> Operation | None:
    """Return the operation of a type."""
    return _OPERATIONS.get(type_)


def all_operations() -> list[Operation]:
    """Return every operation, by room and type."""
    return sorted(_OPERATIONS.values(), key=lambda each: (each.room, each.type))
