"""Changing person on a shared tablet: by name or badge and PIN, or by a token that was unlocked there."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people.secrets import PASSWORD, Secrets
from tests.people.tablets import enrol
from tests.plant import Plant
from wiring_qa.people.badges import badge_of, person_of


def _here(client: FlaskClient, **told: str) -> tuple[int, str]:
    response = client.post("/sign-in/here", json=told)
    said = response.get_json()
    return response.status_code, said.get("person") or said["code"]


def test_one_signs_in_by_name_and_is_given_a_token(secrets: Secrets, plant: Plant) -> None:
    tablet = enrol(plant)
    said = tablet.post("/sign-in/here", json={"name": "li", "secret": secrets.pins["li"]}).get_json()
    assert (said["person"], said["role"], said["id"]) == ("li", "inspector", str(plant.person("li").id))
    assert f'data-author="{said["author"]}"' in tablet.get("/").text


def test_a_badge_takes_the_place_of_the_name_but_not_of_the_pin(secrets: Secrets, plant: Plant) -> None:
    tablet = enrol(plant)
    badge = badge_of(plant.person("li").id) or ""
    assert _here(tablet, badge=badge, secret=secrets.pins["wang"]) == (422, "wrong_secret")
    assert _here(tablet, badge=badge, secret=secrets.pins["li"]) == (200, "li")
    assert _here(tablet, badge=badge + "x", secret=secrets.pins["li"]) == (422, "no_badge")


def test_a_token_opens_a_session_on_its_own_tablet_only(secrets: Secrets, plant: Plant) -> None:
    tablet, other = enrol(plant), enrol(plant, "Hall A 2")
    sent = {"name": "li", "secret": secrets.pins["li"]}
    token = tablet.post("/sign-in/here", json=sent).get_json()["author"]
    assert _here(tablet, name="wang", secret=secrets.pins["wang"]) == (200, "wang")
    assert _here(other, token=token) == (422, "wrong_secret")
    assert _here(plant.app.test_client(), token=token) == (422, "wrong_secret")
    assert _here(tablet, token=token) == (200, "li")
    plant.do("set_pin", "root", chain="plant", person=plant.person("li").id, pin="803512")
    assert _here(tablet, token=token) == (422, "wrong_secret")
    plant.do("revoke_tablet", "lin", chain="plant", revoked=1)
    assert _here(tablet, token=token) == (422, "wrong_secret")


@pytest.mark.parametrize("told", [{}, {"token": "x"}, {"name": "nobody", "secret": "x"}, []])
def test_what_proves_nothing_signs_nobody_in(app: Flask, plant: Plant, told: object) -> None:
    client = app.test_client()
    assert client.post("/sign-in/here", json=told).status_code == 422
    assert client.get("/").status_code == 302
    assert plant.code


def test_a_form_of_another_site_signs_nobody_in(app: Flask, secrets: Secrets) -> None:
    client = app.test_client()
    fields = {"name": "li", "secret": PASSWORD}
    assert client.post("/sign-in/here", data=fields).status_code == 415
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert client.post("/sign-in/here", json=fields, headers=elsewhere).status_code == 415
    assert secrets


def test_the_page_is_nobodys(plant: Plant) -> None:
    response = plant.client("li").get("/here")
    assert "data-person" not in response.text
    assert "Wiring-QA-Person" not in response.headers


def test_a_badge_is_a_code_of_its_person_and_worthless_when_it_is_made_anew(plant: Plant) -> None:
    li = plant.person("li")
    badge = badge_of(li.id) or ""
    found = person_of(badge)
    assert found
    assert found.name == "li"
    client = plant.app.test_client()
    path = "/badge/" + badge.rsplit("/", 1)[-1]
    assert client.get(path).headers["Location"] == "/sign-in?name=li"
    assert client.get(path, headers={"Accept": "application/json"}).json == {"person": "li"}
    assert plant.client("li").get(path).headers["Location"] == "/"
    plant.do("renew_badge", "root", chain="plant", person=li.id)
    assert person_of(badge) is None
    assert client.get(path).status_code == 404


def test_everyone_has_a_badge_to_print(plant: Plant) -> None:
    root = plant.client("root")
    page = root.get("/people/badges").text
    assert page.count('class="qr"') == 6
    assert root.get(f"/people/{plant.person('li').id}/badge.svg").mimetype == "image/svg+xml"
    assert root.get("/people/999/badge.svg").status_code == 404
