"""Pictures by their SHA-256: taken in once, and read back only if they are still what they were."""

from dataclasses import dataclass
from hashlib import sha256

from flask import current_app
from flask_babel import lazy_gettext as _l

from wiring_qa.attachments.images import Encoded, encoded
from wiring_qa.attachments.storage import store
from wiring_qa.core.refusals import Refusal, Refused

DAMAGED = Refusal("damaged", _l("The picture was damaged on the way. It is sent again."))


@dataclass(frozen=True)
class Picture:
    """A picture that is kept; sides in pixels."""

    sha256: str
    width: int
    height: int

    @property
    def notes(self) -> dict[str, str | int]:
        """What the journal keeps of it: its hash proves later that it is still the same."""
        return {"picture": self.sha256, "width": self.width, "height": self.height}


def limit_bytes() -> int:
    """Return how large a file may be that is sent as a picture."""
    limit: int = current_app.config["WIRING_QA"].photo_limit_mb
    return limit * 1024 * 1024


def too_large() -> Refusal:
    """Return the refusal of a file beyond the limit."""
    limit = current_app.config["WIRING_QA"].photo_limit_mb
    return Refusal("too_large", _l("The picture is larger than %(limit)s MB.", limit=limit))


def take_in(content: bytes, *, sent_sha256: str = "") -> Picture:
    """Check a picture that was sent and keep it; raise `Refused` if it cannot be taken.

    ``sent_sha256`` is what the sender says it hashes to, if they say so.
    """
    if len(content) > limit_bytes():
        raise Refused(too_large())
    if sent_sha256 and sent_sha256 != sha256(content).hexdigest():
        raise Refused(DAMAGED)
    return keep(encoded(content))


def keep(image: Encoded) -> Picture:
    """Keep a picture that was made anew; it is on the disk before anything speaks of it."""
    name = sha256(image.content).hexdigest()
    store().put(f"{name}.small", image.small)
    store().put(name, image.content)
    return Picture(name, image.width, image.height)


def content_of(name: str, *, small: bool = False) -> bytes | None:
    """Return a picture in JPEG, or the small one of it; None if there is none, or another than there was."""
    if small:
        return store().get(f"{name}.small")
    content = store().get(name)
    if content is not None and sha256(content).hexdigest() != name:
        current_app.logger.error("The picture %s is not what it was when it was taken in.", name)
        return None
    return content
