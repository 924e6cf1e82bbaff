"""People as an administrator changes them, through the journal."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.people.secrets import PASSWORD, Secrets
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.console import console
from wiring_qa.people.models import Person

NEW_PIN = "803512"
NEW_PASSWORD = "a quite new password"


def _written() -> str:
    """Return all that the journal says, as text."""
    db.session.rollback()
    rows = db.session.execute(select(JournalEntry.data, JournalEntry.answer)).all()
    return repr([tuple(row) for row in rows])


def _changed(plant: Plant, who: str, **changes: Any) -> dict[str, Any]:
    person = plant.person(who)
    fields = {"person": person.id, "name": who, "role": person.role.value, "active": True}
    return {"chain": "plant", **fields, **changes}


def test_someone_new_signs_in_with_what_they_were_given(plant: Plant, secrets: Secrets) -> None:
    plant.do("add_person", "root", chain="plant", name="  Mei  ", role="wirer", pin=NEW_PIN)
    assert secrets.sign_in("mei", NEW_PIN).status_code == 303
    assert plant.person("mei").name == "Mei"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "LI", "role": "wirer", "pin": NEW_PIN}, "name_taken"),
        ({"name": "Console", "role": "wirer", "pin": NEW_PIN}, "name_taken"),
        ({"name": "Mei", "role": "lead", "pin": NEW_PIN}, "password_needed"),
        ({"name": "Mei", "role": "inspector"}, "secret_needed"),
        ({"name": "", "role": "inspector", "pin": NEW_PIN}, "invalid"),
        ({"name": "Mei", "role": "chief", "pin": NEW_PIN}, "invalid"),
        ({"name": "Mei", "role": "wirer", "pin": "1234"}, "invalid"),
        ({"name": "Mei", "role": "wirer", "password": "short"}, "invalid"),
        ({"name": "Mei Mei Mei", "role": "wirer", "password": "mei mei mei!"}, "invalid"),
    ],
)
def test_someone_new_is_refused(plant: Plant, fields: dict[str, Any], why: str) -> None:
    console()  # its name is taken, too
    assert refused(plant, "add_person", "root", chain="plant", **fields) == why


@pytest.mark.parametrize("by", ["li", "chen", "lin"])
def test_only_an_administrator_changes_people(plant: Plant, by: str) -> None:
    person = plant.person("wang").id
    acts: dict[str, dict[str, Any]] = {
        "add_person": {"name": "Mei", "role": "wirer", "pin": NEW_PIN},
        "change_person": _changed(plant, "wang", role="admin"),
        "set_pin": {"person": person, "pin": NEW_PIN},
        "set_password": {"person": person, "password": NEW_PASSWORD},
    }
    for act, fields in acts.items():
        assert refused(plant, act, by, **{"chain": "plant", **fields}) == "not_allowed"


@pytest.mark.parametrize("kind", ["pin", "password"])
def test_a_new_secret_holds_and_ends_the_sign_ins_of_before(
    plant: Plant, secrets: Secrets, kind: str
) -> None:
    client = plant.client("li")
    new = NEW_PIN if kind == "pin" else NEW_PASSWORD
    fields: dict[str, Any] = {"person": plant.person("li").id, kind: new}
    plant.do(f"set_{kind}", "root", chain="plant", **fields)
    assert client.get("/preferences").status_code == 302
    assert secrets.sign_in("li", secrets.pins["li"] if kind == "pin" else PASSWORD).status_code == 422
    assert secrets.sign_in("li", new).status_code == 303


def test_no_secret_reaches_the_journal(plant: Plant, secrets: Secrets) -> None:
    li = plant.person("li").id
    plant.do("add_person", "root", chain="plant", name="Mei", role="lead", pin=NEW_PIN, password=NEW_PASSWORD)
    plant.do("set_pin", "root", chain="plant", person=li, pin=NEW_PIN)
    plant.do("set_password", "root", chain="plant", person=li, password=NEW_PASSWORD)
    written = _written()
    assert NEW_PIN not in written
    assert NEW_PASSWORD not in written
    assert "argon2" not in written
    assert "'name': 'Mei'" in written
    assert secrets


def test_a_new_role_holds_at_once_and_says_what_was_before(plant: Plant, secrets: Secrets) -> None:
    client = plant.client("li")
    plant.do("change_person", "root", **_changed(plant, "li", role="lead"))
    assert client.get("/preferences").status_code == 302
    assert plant.client("li").get("/journal").status_code == 200
    assert "'before': {'name': 'li', 'role': 'inspector', 'active': True}" in _written()
    assert secrets


def test_a_new_name_ends_no_sign_in(plant: Plant) -> None:
    client = plant.client("li")
    plant.do("change_person", "root", **_changed(plant, "li", name="Li Na"))
    assert 'data-person="Li Na"' in client.get("/preferences").text


def test_a_role_that_signs_in_with_a_password_waits_for_one(plant: Plant) -> None:
    assert refused(plant, "change_person", "root", **_changed(plant, "li", role="lead")) == "password_needed"


def test_a_name_of_someone_else_is_refused(plant: Plant) -> None:
    assert refused(plant, "change_person", "root", **_changed(plant, "li", name="Wang")) == "name_taken"


@pytest.mark.parametrize("change", [{"role": "lead"}, {"active": False}])
def test_the_last_administrator_stays(plant: Plant, change: dict[str, Any]) -> None:
    assert refused(plant, "change_person", "root", **_changed(plant, "root", **change)) == "last_admin"


def test_an_administrator_beside_another_may_go(plant: Plant, secrets: Secrets) -> None:
    plant.do("change_person", "root", **_changed(plant, "lin", role="admin"))
    plant.do("change_person", "lin", **_changed(plant, "root", active=False))
    assert refused(plant, "change_person", "lin", **_changed(plant, "lin", active=False)) == "last_admin"
    assert secrets


def test_who_left_may_come_back(plant: Plant, secrets: Secrets) -> None:
    fields = _changed(plant, "li")
    plant.do("change_person", "root", **{**fields, "active": False})
    plant.do("change_person", "root", **fields)
    assert secrets.sign_in("li", PASSWORD).status_code == 303


def test_someone_who_is_not_there_is_refused(plant: Plant) -> None:
    fields: dict[str, Any] = {"chain": "plant", "person": 999_999}
    assert refused(plant, "set_pin", "root", **fields, pin=NEW_PIN) == "no_person"
    assert (
        refused(plant, "change_person", "root", **fields, name="x", role="wirer", active=True) == "no_person"
    )


def test_the_same_post_twice_adds_one_person(plant: Plant) -> None:
    number = uuid4()
    fields: dict[str, Any] = {
        "chain": "plant",
        "number": number,
        "name": "Mei",
        "role": "wirer",
        "pin": NEW_PIN,
    }
    first = plant.do("add_person", "root", **fields)
    assert plant.do("add_person", "root", **fields) == first
    assert len(db.session.scalars(select(Person).where(Person.name_key == "mei")).all()) == 1
