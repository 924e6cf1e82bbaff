import pytest

from wiring_qa.people import rules
from wiring_qa.people.kinds import Role
from wiring_qa.people.new_secrets import kind_of_secret, new_secret


def code(refusal: object) -> str | None:
    return getattr(refusal, "code", None)


@pytest.mark.parametrize("pin", ["4071", "20931", "1124", "90210", "13572468", "４０７１"])
def test_a_pin_of_4_to_8_digits_is_taken(pin: str) -> None:
    assert rules.may_be_pin(pin) is None


@pytest.mark.parametrize("pin", ["", "407", "407140714", "40 71", "407a", "٤٠٧١", "-407"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    assert code(rules.may_be_pin(pin)) == "pin_length"


@pytest.mark.parametrize(
    "pin", ["0000", "77777777", "1234", "4321", "12345678", "7890", "0123", "9876", "1212", "6969696"]
)
def test_a_pin_that_is_tried_first_is_refused(pin: str) -> None:
    assert code(rules.may_be_pin(pin)) == "pin_trivial"


@pytest.mark.parametrize("password", ["four wires and a lug", "四根线和一个线鼻子就够了", "k7fm-3x9q-zz"])
def test_a_password_of_10_characters_is_taken(password: str) -> None:
    assert rules.may_be_password(password, "li") is None


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("ninechars", "password_length"),
        ("x" * 201, "password_length"),
        ("aaaaaaaaaaaa", "password_trivial"),
        ("abababababab", "password_trivial"),
        ("Wang Xiaoming1", "password_trivial"),
    ],
)
def test_a_password_that_is_short_or_easy_is_refused(password: str, why: str) -> None:
    assert code(rules.may_be_password(password, "wang xiaoming")) == why


@pytest.mark.parametrize("role", [Role.LEAD, Role.ADMIN])
def test_leads_and_administrators_need_a_password(role: Role) -> None:
    assert code(rules.may_have_role(role, has_password=False, has_pin=True)) == "password_needed"
    assert rules.may_have_role(role, has_password=True, has_pin=False) is None


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.WIRER])
def test_the_others_need_one_secret_or_the_other(role: Role) -> None:
    assert code(rules.may_have_role(role, has_password=False, has_pin=False)) == "secret_needed"
    assert rules.may_have_role(role, has_password=False, has_pin=True) is None
    assert rules.may_have_role(role, has_password=True, has_pin=False) is None


@pytest.mark.parametrize(
    ("is_admin_now", "stays_admin", "other_admins", "why"),
    [
        (True, False, 0, "last_admin"),
        (True, False, 1, None),
        (True, True, 0, None),
        (False, False, 0, None),
    ],
)
def test_the_plant_keeps_an_administrator(
    *, is_admin_now: bool, stays_admin: bool, other_admins: int, why: str | None
) -> None:
    refusal = rules.may_change(is_admin_now=is_admin_now, stays_admin=stays_admin, other_admins=other_admins)
    assert code(refusal) == why


@pytest.mark.parametrize("role", Role)
def test_a_secret_that_is_made_keeps_the_rules(role: Role) -> None:
    kind = kind_of_secret(role)
    made = {new_secret(kind) for _ in range(50)}
    assert len(made) > 45
    for secret in made:
        assert (rules.may_be_pin(secret) if kind == "pin" else rules.may_be_password(secret, "li")) is None
    assert rules.may_have_role(role, has_password=kind == "password", has_pin=kind == "pin") is None
