"""A token proves who entered something, on which tablet, until either is no longer trusted."""

import pytest
from flask import Flask
from itsdangerous import URLSafeSerializer

from tests.people.tablets import enrolled
from tests.plant import Plant
from wiring_qa.core.clock import now
from wiring_qa.people.tokens import bearer_of, issue


def test_a_token_names_its_person_and_tablet(plant: Plant) -> None:
    before = now()
    tablet = enrolled(plant, "Hall A 1", "li")
    bearer = bearer_of(issue(tablet))
    assert bearer
    assert (bearer.person.id, bearer.person.tablet, bearer.refusal) == (tablet.id, "Hall A 1", None)
    assert before <= bearer.issued_at <= now()


def test_a_token_is_refused_once_its_person_has_left_and_a_new_one_counts(plant: Plant) -> None:
    li = plant.person("li")
    token = issue(li)
    plant.do("set_pin", "root", chain="plant", person=li.id, pin="803512")
    for active in (False, True):
        plant.do(
            "change_person",
            "root",
            chain="plant",
            person=li.id,
            name="li",
            role="inspector",
            active="y" if active else "",
        )
        bearer = bearer_of(token)
        assert bearer
        assert bearer.refusal
        assert bearer.refusal.code == "person_left"
    again = bearer_of(issue(plant.person("li")))
    assert again
    assert again.refusal is None


def test_a_token_is_refused_once_its_tablet_is_revoked(plant: Plant) -> None:
    li = enrolled(plant, "Hall A 1", "li")
    token, elsewhere = issue(li), issue(plant.person("li"))
    plant.do("revoke_tablet", "lin", chain="plant", revoked=li.tablet_id)
    bearer, other = bearer_of(token), bearer_of(elsewhere)
    assert bearer
    assert bearer.refusal
    assert bearer.refusal.code == "tablet_revoked"
    assert other
    assert other.refusal is None


@pytest.mark.parametrize("change", ["", "x", "signed elsewhere", "another purpose"])
def test_a_forged_token_names_nobody(app: Flask, plant: Plant, change: str) -> None:
    li = plant.person("li")
    told = [li.id, 0, li.session_version, now().isoformat()]
    forged = {
        "": "",
        "x": issue(li) + "x",
        "signed elsewhere": URLSafeSerializer("elsewhere", salt="person-token").dumps(told),
        "another purpose": URLSafeSerializer(app.config["SECRET_KEY"], salt="badge").dumps(told),
    }
    assert bearer_of(str(forged[change])) is None
