"""The administrator's pages of people."""

from uuid import uuid4

import pytest

from tests.people.secrets import Secrets
from tests.plant import Plant
from wiring_qa.people.console import console


def test_everyone_is_listed_with_what_they_sign_in_with(plant: Plant, secrets: Secrets) -> None:
    console()
    page = plant.client("root").get("/people").text
    for name in secrets.pins:
        assert f">{name}</a>" in page
    assert page.count("PIN and password") == len(secrets.pins)
    assert "console" not in page


def test_a_person_is_added_by_the_form_of_the_page(plant: Plant) -> None:
    client = plant.client("root")
    assert 'action="/plant/add_person"' in client.get("/people/new").text
    fields = {"id": str(uuid4()), "name": "Mei", "role": "wirer", "pin": "803512", "next": "/people"}
    response = client.post("/plant/add_person", data=fields)
    assert (response.status_code, response.headers["Location"]) == (303, "/people")
    assert ">Mei</a>" in client.get("/people").text


def test_a_form_with_mistakes_asks_again_for_them_and_keeps_the_rest(plant: Plant) -> None:
    fields = {"id": str(uuid4()), "name": "Mei", "role": "lead", "pin": "1234", "password": "four wires"}
    response = plant.client("root").post("/plant/add_person", data=fields)
    assert response.status_code == 422
    assert "too easy to guess" in response.text
    assert 'type="hidden" name="name" value="Mei"' in " ".join(response.text.split())
    assert f'value="{fields["id"]}"' in response.text
    assert "1234" not in response.text
    assert "four wires" not in response.text


def test_a_person_is_changed_by_the_forms_of_their_page(plant: Plant) -> None:
    client, li = plant.client("root"), plant.person("li").id
    page = client.get(f"/people/{li}").text
    for act in ("change_person", "set_pin", "set_password"):
        assert f'action="/plant/{act}"' in page
    fields = {"id": str(uuid4()), "person": li, "name": "Li Na", "role": "inspector", "active": "y"}
    assert client.post("/plant/change_person", data=fields).status_code == 303
    after = client.get(f"/people/{li}").text
    assert "<h1>Li Na</h1>" in after
    assert "Saved." in after


def test_a_refused_change_says_why(plant: Plant) -> None:
    root = plant.person("root").id
    fields = {"id": str(uuid4()), "person": root, "name": "root", "role": "wirer", "active": "y"}
    response = plant.client("root").post("/plant/change_person", data=fields)
    assert response.status_code == 422
    assert "This is the last active administrator." in response.text


@pytest.mark.parametrize("number", [0, 999_999])
def test_a_person_who_is_not_there_has_no_page(plant: Plant, number: int) -> None:
    assert plant.client("root").get(f"/people/{number}").status_code == 404


def test_the_command_line_is_nobody_to_be_changed(plant: Plant) -> None:
    assert plant.client("root").get(f"/people/{console().id}").status_code == 404


def test_a_long_list_comes_in_pages(plant: Plant) -> None:
    for number in range(50):
        plant.do("add_person", "root", chain="plant", name=f"W{number:02}", role="wirer", pin="803512")
    client = plant.client("root")
    first, second = client.get("/people").text, client.get("/people?page=2").text
    assert 'href="/people?page=2"' in first
    assert ">W49</a>" in second
    assert ">W00</a>" not in second
