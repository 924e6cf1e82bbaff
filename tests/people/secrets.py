"""What the people of the plant sign in with."""

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.plant import PEOPLE, Plant
from wiring_qa.core.db import db
from wiring_qa.people import passwords
from wiring_qa.people.models import Person

PASSWORD = "four wires and a lug"
WRONG = "not the right one at all"


class Secrets:
    """Gives each person a password and a PIN: 4071, 4072 and so on."""

    def __init__(self, plant: Plant) -> None:
        self.pins = {name: f"407{number}" for number, name in enumerate(PEOPLE, 1)}
        for person in db.session.scalars(select(Person)):
            person.pin_hash = passwords.hashed(self.pins[person.name])
            person.password_hash = passwords.hashed(PASSWORD)
        db.session.commit()
        self.plant = plant

    def sign_in(
        self, name: str, secret: str, *, client: FlaskClient | None = None, onward: str = ""
    ) -> TestResponse:
        """Send the sign-in form."""
        client = client or self.plant.app.test_client()
        fields = {"name": name, "secret": secret, "next": onward}
        return client.post("/sign-in", data=fields)
