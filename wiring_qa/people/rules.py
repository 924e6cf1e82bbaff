"""What a secret must be like, and what keeps the plant governed."""

import unicodedata
from datetime import timedelta
from itertools import pairwise

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal
from wiring_qa.people.kinds import Role

SHORTEST_PIN, LONGEST_PIN = 4, 8
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
FEWEST_CHARACTERS = 5
"""How many different characters a password has at least."""

WITH_PASSWORD = frozenset({Role.LEAD, Role.ADMIN})
"""Roles that sign in with a password only."""


def may_be_pin(pin: str) -> Refusal | None:
    """A PIN is 4 to 8 digits and not one that is tried first."""
    digits = unicodedata.normalize("NFKC", pin)
    if not (digits.isascii() and digits.isdigit() and SHORTEST_PIN <= len(digits) <= LONGEST_PIN):
        return Refusal("pin_length", _l("A PIN is 4 to 8 digits."), "pin")
    if _is_trivial(digits):
        return Refusal("pin_trivial", _l("This PIN is too easy to guess. Choose another."), "pin")
    return None


def _is_trivial(digits: str) -> bool:
    """One digit, or a pair of them, repeated; or a run up or down, as 1234, 9876 and 7890."""
    if digits == (digits[:2] * LONGEST_PIN)[: len(digits)]:
        return True
    return {(int(b) - int(a)) % 10 for a, b in pairwise(digits)} in ({1}, {9})


def may_be_password(password: str, name: str) -> Refusal | None:
    """A password has 10 characters and more, is not one key held down, and is not the name."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        return Refusal("password_length", _l("A password has at least 10 characters."), "password")
    name = name.strip().casefold()
    without_name = password.casefold().replace(name, "") if name else password
    if len(set(without_name)) < FEWEST_CHARACTERS:
        return Refusal(
            "password_trivial", _l("This password is too easy to guess. Choose another."), "password"
        )
    return None


def may_have_role(role: Role, *, has_password: bool, has_pin: bool) -> Refusal | None:
    """Leads and administrators sign in with a password; everyone else with one or the other."""
    if role in WITH_PASSWORD and not has_password:
        words = _l("QA leads and administrators sign in with a password. Set one first.")
        return Refusal("password_needed", words, "password")
    if not (has_password or has_pin):
        return Refusal("secret_needed", _l("Give a PIN or a password to sign in with."), "pin")
    return None


def may_change(*, is_admin_now: bool, stays_admin: bool, other_admins: int) -> Refusal | None:
    """The plant keeps at least one active administrator."""
    if is_admin_now and not stays_admin and not other_admins:
        words = _l("This is the last active administrator. Make another one first.")
        return Refusal("last_admin", words, "role")
    return None


def may_use_name(*, is_blank: bool, is_taken: bool) -> Refusal | None:
    """Everyone signs in by a name of their own."""
    if is_blank:
        return Refusal("name_missing", _l("Please fill this in."), "name")
    if is_taken:
        return Refusal("name_taken", _l("Someone else has this name already."), "name")
    return None


def pins_work(*, is_enrolled: bool, any_enrolled: bool) -> bool:
    """A PIN is worth nothing but on an enrolled tablet; a plant that never had one is still setting up."""
    return is_enrolled or not any_enrolled


def may_go_on(*, is_its_tablet: bool, age: timedelta, longest: timedelta, is_secret_same: bool) -> bool:
    """A token opens a session where it was issued, for as long as a sign-in lasts, under the same secret."""
    return is_its_tablet and age <= longest and is_secret_same


def may_name_tablet(*, is_blank: bool, is_taken: bool) -> Refusal | None:
    """A tablet has a name of its own, for ever: the journal calls it by it."""
    if is_blank:
        return Refusal("name_missing", _l("Please fill this in."), "name")
    if is_taken:
        return Refusal("name_taken", _l("A tablet has or had this name already."), "name")
    return None


def may_enrol(*, is_open: bool) -> Refusal | None:
    """An invitation is taken up once."""
    words = _l("This invitation was used already. Ask a lead for a new one.")
    return None if is_open else Refusal("not_invited", words, "enrolled")


def may_invite_again(*, is_enrolled: bool) -> Refusal | None:
    """A tablet that no longer knows itself is enrolled anew under its own name; a revoked one is not."""
    return None if is_enrolled else Refusal("not_in_use", _l("This tablet is not in use."), "again")


def may_revoke(*, is_in_use: bool) -> Refusal | None:
    """A tablet is revoked once."""
    return None if is_in_use else Refusal("not_in_use", _l("This tablet is not in use."), "revoked")
