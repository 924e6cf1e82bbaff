"""The second person of a wide-span row, who confirms as themselves on someone else's tablet.

They prove themselves once with their PIN; for some minutes after, one touch of their name is enough.
"""

from datetime import UTC, datetime, timedelta

from flask import current_app, session
from flask_babel import lazy_gettext as _l

from wiring_qa.core.clock import now
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.people import badges, proofs, signed_in
from wiring_qa.people.signed_in import SignedIn

PIN_NEEDED = Refusal("pin_needed", _l("The second person enters their own PIN."), "pin")
_KEPT = "second_persons"


def candidates(except_id: int | None = None) -> list[SignedIn]:
    """Return who may be the second person, by name: beside the given one, or beside anyone."""
    return [person for person in signed_in.active_people() if person.id != except_id and _may(person)]


def prove(person_id: int | None, pin: str, badge: str = "") -> SignedIn:
    """Return the person if the PIN (or password) or the badge is theirs, and remember that they are here.

    A blank PIN is enough for someone who proved themselves a moment ago. Raises `Refused` for a missing or
    wrong one and after too many tries; the refusal's field is ``pin``.
    """
    if badge:
        return _keep(_of_badge(badge))
    if not pin:
        return _remembered(person_id)
    person = signed_in.signed_in(person_id) if person_id else None
    if person is None or not _may(person):
        raise Refused(_at_pin(proofs.WRONG))
    try:
        proved = proofs.prove(person.name, pin, pin_is_enough=True)
    except Refused as refused:
        raise Refused(_at_pin(refused.refusal)) from None
    return _keep(proved)


def _of_badge(badge: str) -> SignedIn:
    person = badges.person_of(badge)
    if person is None or not _may(person):
        raise Refused(badges.NO_BADGE)
    return person


def _keep(person: SignedIn) -> SignedIn:
    session[_KEPT] = {**_kept(), str(person.id): [person.session_version, int(now().timestamp())]}
    return person


def _remembered(person_id: int | None) -> SignedIn:
    for person in recently_proved():
        if person.id == person_id:
            return person
    raise Refused(PIN_NEEDED)


def recently_proved() -> list[SignedIn]:
    """Return who has proved themselves in this session within the setting `second_person_minutes`."""
    kept = _kept()
    if not kept:
        return []
    people = signed_in.active_people([int(each) for each in kept])
    return [person for person in people if kept[str(person.id)][0] == person.session_version and _may(person)]


def _kept() -> dict[str, list[int]]:
    longest = timedelta(minutes=current_app.config["WIRING_QA"].second_person_minutes)
    since = now() - longest
    return {
        person_id: [version, at]
        for person_id, (version, at) in session.get(_KEPT, {}).items()
        if datetime.fromtimestamp(at, UTC) > since
    }


def _may(person: SignedIn) -> bool:
    return person.may("confirm_as_second_person")


def _at_pin(refusal: Refusal) -> Refusal:
    return Refusal(refusal.code, refusal.text, "pin")
