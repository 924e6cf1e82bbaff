"""Tablets of the plant, enrolled as leads and people do it."""

from dataclasses import replace
from uuid import uuid4

from flask.testing import FlaskClient

from tests.plant import Plant
from wiring_qa.people.signed_in import SignedIn
from wiring_qa.people.tablets import invitation


def invite(plant: Plant, name: str = "Hall A 1") -> str:
    """Invite a tablet as Lin; return the address of the invitation."""
    number = plant.do("invite_tablet", "lin", chain="plant", name=name)["tablet"]
    return f"/enrol/{invitation(number, plant.person('lin').id)}"


def enrol(plant: Plant, name: str = "Hall A 1") -> FlaskClient:
    """Return a client that is an enrolled tablet."""
    tablet = plant.app.test_client()
    response = tablet.post(invite(plant, name), data={"id": str(uuid4())})
    assert response.status_code == 303
    return tablet


def enrolled(plant: Plant, name: str, person: str) -> SignedIn:
    """Return a person on a tablet that was just enrolled."""
    number = plant.do("invite_tablet", "lin", chain="plant", name=name)["tablet"]
    plant.do("enrol_tablet", "lin", chain="plant", enrolled=number)
    return replace(plant.person(person), tablet_id=number, tablet=name)
