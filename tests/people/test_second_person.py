"""The second person proves who they are on someone else's tablet."""

from collections.abc import Iterator

import pytest
from flask import session

from tests.people.conftest import Clock
from tests.people.secrets import PASSWORD, Secrets
from tests.plant import Plant
from wiring_qa.core.refusals import Refused
from wiring_qa.people import second_person


@pytest.fixture
def tablet(plant: Plant) -> Iterator[None]:
    """Li's tablet, in the middle of a request."""
    with plant.app.test_request_context():
        yield


def proved() -> list[str]:
    return [person.name for person in second_person.recently_proved()]


def refusal(person_id: int | None, pin: str) -> tuple[str, str | None]:
    with pytest.raises(Refused) as caught:
        second_person.prove(person_id, pin)
    return caught.value.refusal.code, caught.value.refusal.field


def test_everyone_but_oneself_may_be_the_second_person(plant: Plant) -> None:
    names = [person.name for person in second_person.candidates(plant.person("li").id)]
    assert names == ["chen", "lin", "root", "wang", "zhao"]


@pytest.mark.usefixtures("tablet")
@pytest.mark.parametrize("name", ["wang", "chen", "lin"])
def test_a_pin_proves_anyone_and_is_remembered(secrets: Secrets, plant: Plant, name: str) -> None:
    person = plant.person(name)
    assert second_person.prove(person.id, secrets.pins[name]) == person
    assert proved() == [name]
    assert second_person.prove(person.id, "") == person


@pytest.mark.usefixtures("tablet")
def test_a_password_proves_too(secrets: Secrets, plant: Plant) -> None:
    assert second_person.prove(plant.person("wang").id, PASSWORD).name == "wang"
    assert secrets


@pytest.mark.usefixtures("tablet")
def test_several_are_remembered_by_name(secrets: Secrets, plant: Plant) -> None:
    for name in ("wang", "chen"):
        second_person.prove(plant.person(name).id, secrets.pins[name])
    assert proved() == ["chen", "wang"]


@pytest.mark.usefixtures("tablet")
def test_what_proves_nothing_is_refused_and_not_remembered(secrets: Secrets, plant: Plant) -> None:
    wang = plant.person("wang").id
    assert refusal(wang, secrets.pins["chen"]) == ("wrong_secret", "pin")
    assert refusal(wang, "") == ("pin_needed", "pin")
    assert refusal(999_999, secrets.pins["wang"]) == ("wrong_secret", "pin")
    assert refusal(None, "") == ("pin_needed", "pin")
    assert proved() == []


@pytest.mark.usefixtures("tablet")
def test_wrong_pins_come_to_an_end(secrets: Secrets, plant: Plant) -> None:
    wang = plant.person("wang").id
    for _ in range(plant.app.config["WIRING_QA"].sign_in_tries):
        refusal(wang, "9035")
    assert refusal(wang, secrets.pins["wang"]) == ("too_many_tries", "pin")


@pytest.mark.usefixtures("tablet")
def test_it_is_forgotten_after_the_minutes_of_the_setting(
    secrets: Secrets, plant: Plant, time: Clock
) -> None:
    wang = plant.person("wang").id
    second_person.prove(wang, secrets.pins["wang"])
    minutes = plant.app.config["WIRING_QA"].second_person_minutes
    time.pass_by(minutes=minutes, seconds=-2)
    assert proved() == ["wang"]
    time.pass_by(seconds=4)
    assert proved() == []
    assert refusal(wang, "") == ("pin_needed", "pin")


@pytest.mark.usefixtures("tablet")
def test_a_new_pin_is_asked_for_again(secrets: Secrets, plant: Plant) -> None:
    wang = plant.person("wang").id
    second_person.prove(wang, secrets.pins["wang"])
    plant.do("set_pin", "root", chain="plant", person=wang, pin="803512")
    assert proved() == []


@pytest.mark.usefixtures("tablet")
def test_another_session_knows_nothing_of_it(secrets: Secrets, plant: Plant) -> None:
    second_person.prove(plant.person("wang").id, secrets.pins["wang"])
    session.clear()
    assert proved() == []
