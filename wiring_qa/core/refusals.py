"""A refusal: why an act is not allowed, in words a person can act on."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Refusal:
    """Why an act cannot be done.

    ``code`` is stable and for machines; ``text`` is (lazily translated) words for people; ``field`` names
    the form's field that it concerns, if one does.
    """

    code: str
    text: Any
    field: str | None = None

    def __str__(self) -> str:
        return str(self.text)


class Refused(Exception):  # noqa: N818  it is an answer, not an error
    """Raised by an act that its rules do not allow; carries the `Refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def require(refusal: Refusal | None) -> None:
    """Raise `Refused` if a rule answered with a refusal."""
    if refusal is not None:
        raise Refused(refusal)
