import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type

from wiring_qa.people import passwords


def test_secrets_are_kept_as_argon2id(
    monkeypatch: pytest.MonkeyPatch, hasher_of_a_plant: PasswordHasher
) -> None:
    monkeypatch.setattr(passwords, "_hasher", hasher_of_a_plant)
    kept = extract_parameters(passwords.hashed("four wires and a lug"))
    assert kept.type is Type.ID
    assert (kept.memory_cost, kept.time_cost) == (65536, 3)


def test_the_same_secret_is_never_kept_in_the_same_words() -> None:
    assert passwords.hashed("4071") != passwords.hashed("4071")


def test_only_the_right_secret_fits() -> None:
    stored = passwords.hashed("4071")
    assert passwords.is_right("4071", stored)
    assert passwords.is_right("４０７１", stored)
    assert not passwords.is_right("4072", stored)


@pytest.mark.parametrize("stored", [None, "", "not a hash", "$argon2id$broken"])
def test_nothing_fits_where_nothing_useful_is_kept(stored: str | None) -> None:
    assert not passwords.is_right("4071", stored)


@pytest.mark.parametrize(
    ("secret", "is_pin"), [("4071", True), ("40714071", True), ("407140714", False), ("a4071", False)]
)
def test_pins_and_passwords_are_told_apart_by_their_look(secret: str, *, is_pin: bool) -> None:
    assert passwords.is_pin(secret) is is_pin
