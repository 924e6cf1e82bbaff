import pytest
from flask import Flask
from itsdangerous import URLSafeSerializer

from tests.plant import Plant
from wiring_qa.core.clock import now
from wiring_qa.core.refusals import Refused
from wiring_qa.people.signed_in import named
from wiring_qa.people.tokens import bearer_of, issue


def _li(_plant: Plant) -> int:
    person = named("li")
    assert person
    return person.id


def _change(plant: Plant, person: int, *, active: bool) -> None:
    plant.do(
        "change_person", "root", person=person, name="li", role="inspector", active="y" if active else ""
    )


def test_a_token_names_its_person(plant: Plant) -> None:
    before = now()
    bearer = bearer_of(issue(_li(plant)))
    assert bearer.person_id == _li(plant)
    assert before <= bearer.issued_at <= now()
    assert bearer.refused_from is None


def test_a_token_is_refused_from_the_moment_its_person_left(plant: Plant) -> None:
    person = _li(plant)
    token = issue(person)
    before = now()
    _change(plant, person, active=False)
    refused_from = bearer_of(token).refused_from
    assert refused_from is not None
    assert before <= refused_from <= now()


@pytest.mark.usefixtures("secrets")
def test_who_comes_back_needs_a_new_token(plant: Plant) -> None:
    person = _li(plant)
    token = issue(person)
    _change(plant, person, active=False)
    _change(plant, person, active=True)
    assert bearer_of(token).refused_from is not None
    assert bearer_of(issue(person)).refused_from is None


@pytest.mark.parametrize("change", ["", "x", "signed elsewhere", "another salt"])
def test_a_forged_token_is_refused(app: Flask, plant: Plant, change: str) -> None:
    told = {"person": _li(plant), "issued_at": now().isoformat()}
    forged = {
        "": "",
        "x": issue(_li(plant)) + "x",
        "signed elsewhere": URLSafeSerializer("elsewhere", salt="person-token").dumps(told),
        "another salt": URLSafeSerializer(app.config["SECRET_KEY"], salt="else").dumps(told),
    }
    with pytest.raises(Refused) as refused:
        bearer_of(str(forged[change]))
    assert refused.value.refusal.code == "forged_token"
