"""From a file that was sent to a photo in the journal."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from wiring_qa.attachments.pictures import take_in
from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refused
from wiring_qa.findings.operations.attach_photo import AttachPhoto
from wiring_qa.journal.registry import Actor
from wiring_qa.journal.submit import Outcome, Sent, submit_all
from wiring_qa.offline.authors import Author
from wiring_qa.offline.keeping import keep
from wiring_qa.offline.queries import are_recorded

ACT = "attach_photo"


@dataclass(frozen=True)
class SentPhoto:
    """A photo as it was sent: its UUID, what it is about, and what the sender says it hashes to."""

    number: UUID
    about: str
    content: bytes
    sha256: str = ""


def attach(photo: SentPhoto, actor: Actor, code: str) -> Outcome:
    """Check a photo, keep it and record it; raise `Refused` if it is no picture that can be kept."""
    return _recorded(_taken_in(photo, actor, code))


def attach_kept(photo: SentPhoto, author: Author, code: str, at: datetime, notes: dict[str, Any]) -> Outcome:
    """Attach a photo that a tablet kept; one that is refused is kept for its author and the leads.

    Raises `Refused` if it is no picture that can be kept.
    """
    sent = replace(_taken_in(photo, author.person, code, notes), at=at)
    # what was taken before its author was barred is answered as it was then
    if author.refusal is None or are_recorded([photo.number]):
        outcome = _recorded(sent)
    else:
        outcome = Outcome("rejected", AttachPhoto(formdata=sent.fields), refusal=author.refusal)
    if outcome.refusal is not None:
        keep([(sent, outcome.as_json())])
    return outcome


def _taken_in(photo: SentPhoto, actor: Actor, code: str, notes: dict[str, Any] | None = None) -> Sent:
    picture = take_in(photo.content, sent_sha256=photo.sha256)
    fields = {
        "id": str(photo.number),
        "about": photo.about,
        "sha256": sha256(photo.content).hexdigest(),
    }
    # what was sent decides whether it is the same photo; another release may make it anew otherwise
    return Sent(ACT, posted(fields), actor, code, notes={**picture.notes, **(notes or {})})


def _recorded(sent: Sent) -> Outcome:
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
