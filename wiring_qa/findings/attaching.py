"""From a file that was sent to a photo in the journal."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from wiring_qa.attachments.pictures import take_in
from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refused
from wiring_qa.journal.registry import Actor
from wiring_qa.journal.submit import Outcome, Sent, submit_all

ACT = "attach_photo"


@dataclass(frozen=True)
class SentPhoto:
    """A photo as it was sent: its UUID, what it is about, and what the sender says it hashes to."""

    number: UUID
    about: str
    content: bytes
    sha256: str = ""


def attach(
    photo: SentPhoto,
    actor: Actor,
    code: str,
    *,
    at: datetime | None = None,
    notes: dict[str, Any] | None = None,
) -> Outcome:
    """Check a photo, keep it and record it; raise `Refused` if it is no picture that can be kept."""
    picture = take_in(photo.content, sent_sha256=photo.sha256)
    fields = {
        "id": str(photo.number),
        "about": photo.about,
        "sha256": sha256(photo.content).hexdigest(),
    }
    # what was sent decides whether it is the same photo; another release may make it anew otherwise
    sent = Sent(ACT, posted(fields), actor, code, at, notes={**picture.notes, **(notes or {})})
    (outcome,) = submit_all([sent])
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def attach_all(contents: list[bytes], number: UUID, about: str, actor: Actor, code: str) -> None:
    """Attach the photos of one form; raise `Refused` at the first that is not taken."""
    for index, content in enumerate(contents):
        photo = SentPhoto(uuid5(number, str(index)) if index else number, about, content)
        outcome = attach(photo, actor, code)
        if outcome.refusal is not None:
            raise Refused(outcome.refusal)
