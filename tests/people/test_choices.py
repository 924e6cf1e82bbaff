"""What people choose for themselves: language, theme, hand, and their own secret."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.people.secrets import PASSWORD, WRONG, Secrets
from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry

NEW_PIN = "803512"


def test_preferences_are_kept_and_hold_on_every_page(plant: Plant) -> None:
    client = plant.client("li")
    response = client.post("/preferences", data={"language": "zh_Hant", "theme": "dark", "mirrored": "y"})
    assert response.status_code == 303
    page = plant.client("li").get("/preferences").text
    assert '<html lang="zh-Hant"' in page
    assert 'data-theme="dark"' in page
    assert "data-mirrored" in page
    for choice in ('value="zh_Hant" checked', 'value="dark" checked', 'checked id="mirrored"'):
        assert choice in " ".join(page.split())


def test_the_language_of_the_device_can_be_had_again(plant: Plant) -> None:
    client = plant.client("li")
    client.post("/preferences", data={"language": "zh_Hans", "theme": "auto"})
    client.post("/preferences", data={"language": "auto", "theme": "auto"})
    page = client.get("/preferences", headers={"Accept-Language": "zh-TW"}).text
    assert '<html lang="zh-Hant"' in page
    assert 'name="language" value="auto" checked' in " ".join(page.split())
    assert plant.person("li").language is None


@pytest.mark.parametrize("fields", [{"language": "fr", "theme": "dark"}, {"language": "en", "theme": "pink"}])
def test_a_choice_that_is_none_is_refused(plant: Plant, fields: dict[str, str]) -> None:
    response = plant.client("li").post("/preferences", data=fields)
    assert response.status_code == 422
    assert "is not one of the choices" in response.text
    assert plant.person("li").language is None


def test_choices_are_no_part_of_the_record(plant: Plant) -> None:
    count = select(func.count()).select_from(JournalEntry)
    before = db.session.scalar(count)
    plant.client("li").post("/preferences", data={"language": "en", "theme": "dark"})
    assert db.session.scalar(count) == before


def test_the_menu_changes_the_theme_and_stays_on_the_page(plant: Plant) -> None:
    client = plant.client("li")
    response = client.post("/theme", data={"theme": "light", "next": "/preferences"})
    assert response.headers["Location"] == "/preferences"
    client.post("/theme", data={"theme": "pink"})
    assert 'data-theme="light"' in client.get("/preferences").text


def test_the_language_is_chosen_before_signing_in(app: Flask) -> None:
    tablet = app.test_client()
    assert '<html lang="en"' in tablet.get("/sign-in").text
    response = tablet.post("/language", data={"language": "zh_Hans", "next": "/sign-in?next=/preferences"})
    assert response.headers["Location"] == "/sign-in?next=/preferences"
    assert '<html lang="zh-Hans"' in tablet.get("/sign-in").text


def test_a_language_that_there_is_none_of_changes_nothing(app: Flask) -> None:
    tablet = app.test_client()
    assert tablet.post("/language", data={"language": "xx"}).status_code == 303
    assert tablet.get_cookie("language") is None


def test_who_is_signed_in_takes_the_language_along(plant: Plant) -> None:
    plant.client("li").post("/language", data={"language": "zh_Hans"})
    assert '<html lang="zh-Hans"' in plant.client("li").get("/preferences").text


def test_one_changes_ones_own_pin_with_the_present_one(plant: Plant, secrets: Secrets) -> None:
    here, elsewhere = plant.client("li"), plant.client("li")
    response = here.post("/preferences/secret", data={"current": secrets.pins["li"], "pin": NEW_PIN})
    assert response.status_code == 303
    assert here.get("/preferences").status_code == 200
    assert elsewhere.get("/preferences").status_code == 302
    assert secrets.sign_in("li", NEW_PIN).status_code == 303
    assert secrets.sign_in("li", secrets.pins["li"]).status_code == 422
    assert secrets.sign_in("li", PASSWORD).status_code == 303


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("li", {"current": WRONG, "pin": NEW_PIN}, "do not fit together"),
        ("li", {"current": "", "pin": NEW_PIN}, "Please fill this in."),
        ("li", {"current": PASSWORD}, "Enter a new PIN or a new password."),
        ("li", {"current": PASSWORD, "pin": "1234"}, "too easy to guess"),
        ("li", {"current": PASSWORD, "password": "short"}, "at least 10 characters"),
        ("lin", {"current": "4075", "pin": NEW_PIN}, "do not fit together"),
    ],
)
def test_a_change_of_ones_own_secret_is_refused(
    plant: Plant, secrets: Secrets, name: str, fields: dict[str, str], words: str
) -> None:
    response = plant.client(name).post("/preferences/secret", data=fields)
    assert response.status_code == 422
    assert words in response.text
    assert secrets.sign_in(name, PASSWORD).status_code == 303
    assert secrets.sign_in("li", NEW_PIN).status_code == 422


def test_ones_present_secret_cannot_be_guessed_without_end(plant: Plant, secrets: Secrets) -> None:
    client = plant.client("li")
    for _ in range(plant.app.config["WIRING_QA"].sign_in_tries):
        client.post("/preferences/secret", data={"current": WRONG, "pin": NEW_PIN})
    response = client.post("/preferences/secret", data={"current": PASSWORD, "pin": NEW_PIN})
    assert response.status_code == 429
    assert "Too many tries." in response.text
    assert secrets
