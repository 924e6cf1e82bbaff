import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people.conftest import Clock
from tests.people.secrets import PASSWORD, WRONG, Secrets
from tests.plant import PEOPLE, Plant


@pytest.fixture
def tablet(app: Flask) -> FlaskClient:
    return app.test_client()


def person_of(client: FlaskClient) -> str | None:
    """Return who is signed in, as the page says."""
    page = client.get("/preferences").text
    return page.partition('data-person="')[2].partition('"')[0] or None


@pytest.mark.parametrize("name", PEOPLE)
def test_everyone_signs_in_with_their_password(secrets: Secrets, tablet: FlaskClient, name: str) -> None:
    assert secrets.sign_in(name, PASSWORD, client=tablet).status_code == 303
    assert person_of(tablet) == name


@pytest.mark.parametrize("name", ["li", "chen"])
def test_inspectors_and_wirers_sign_in_with_a_pin(secrets: Secrets, tablet: FlaskClient, name: str) -> None:
    assert secrets.sign_in(name, secrets.pins[name], client=tablet).status_code == 303
    assert person_of(tablet) == name


@pytest.mark.parametrize("name", ["lin", "root"])
def test_a_pin_signs_no_lead_and_no_administrator_in(
    secrets: Secrets, tablet: FlaskClient, name: str
) -> None:
    assert secrets.sign_in(name, secrets.pins[name], client=tablet).status_code == 422
    assert person_of(tablet) is None


def test_a_name_is_known_whatever_its_case_and_width(secrets: Secrets, tablet: FlaskClient) -> None:
    assert secrets.sign_in("  ＬＩ ", "４０７１", client=tablet).status_code == 303
    assert person_of(tablet) == "li"


@pytest.mark.parametrize(
    ("name", "secret"),
    [("li", WRONG), ("li", "4079"), ("nobody at all", PASSWORD), ("li", "4072"), ("li", "x" * 5000)],
)
def test_what_does_not_fit_is_refused_in_the_same_words(
    secrets: Secrets, tablet: FlaskClient, name: str, secret: str
) -> None:
    response = secrets.sign_in(name, secret, client=tablet)
    assert response.status_code == 422
    assert "The name and the password or PIN do not fit together." in response.text
    assert person_of(tablet) is None


@pytest.mark.parametrize("field", ["name", "secret"])
def test_both_fields_are_needed(secrets: Secrets, tablet: FlaskClient, field: str) -> None:
    fields = {"name": "li", "secret": PASSWORD, field: ""}
    response = secrets.sign_in(fields["name"], fields["secret"], client=tablet)
    assert response.status_code == 422
    assert "Please fill this in." in response.text


def test_the_secret_is_not_sent_back(secrets: Secrets) -> None:
    assert WRONG not in secrets.sign_in("li", WRONG).text


def test_who_may_no_longer_sign_in_is_refused_and_signed_out(secrets: Secrets, plant: Plant) -> None:
    client = plant.client("li")
    li = plant.person("li").id
    plant.do("change_person", "root", chain="plant", person=li, name="li", role="inspector", active=False)
    assert person_of(client) is None
    assert secrets.sign_in("li", PASSWORD).status_code == 422


def test_one_goes_on_to_where_one_wanted_to_be(secrets: Secrets, tablet: FlaskClient) -> None:
    asked = tablet.get("/preferences")
    assert asked.headers["Location"] == "/sign-in?next=/preferences"
    response = secrets.sign_in("li", PASSWORD, client=tablet, onward="/preferences")
    assert response.headers["Location"] == "/preferences"


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.test/", "//elsewhere.test", "/\\elsewhere.test"])
def test_one_is_not_led_elsewhere(secrets: Secrets, elsewhere: str) -> None:
    assert secrets.sign_in("li", PASSWORD, onward=elsewhere).headers["Location"] == "/"


def test_who_is_signed_in_is_not_asked_again(plant: Plant) -> None:
    response = plant.client("li").get("/sign-in?next=/preferences")
    assert response.headers["Location"] == "/preferences"


def test_a_sign_in_ends_after_its_hours(secrets: Secrets, tablet: FlaskClient, time: Clock) -> None:
    secrets.sign_in("li", PASSWORD, client=tablet)
    hours = secrets.plant.app.config["WIRING_QA"].sign_in_hours
    time.pass_by(hours=hours, minutes=-1)
    assert person_of(tablet) == "li"
    time.pass_by(minutes=2)
    assert person_of(tablet) is None


def test_a_sign_in_keeps_nothing_of_the_session_before_it(secrets: Secrets, tablet: FlaskClient) -> None:
    with tablet.session_transaction() as session:
        session["planted"] = "by someone else"
    before = tablet.get_cookie("wiring_qa")
    secrets.sign_in("li", PASSWORD, client=tablet)
    with tablet.session_transaction() as session:
        assert "planted" not in session
    assert tablet.get_cookie("wiring_qa") != before


@pytest.mark.parametrize("kept", ["", "1", "1:1", "a:b:c", "1:1:-5", "999999:1:9999999999", "١:1:1"])
def test_a_session_that_says_nothing_useful_is_nobodys(plant: Plant, tablet: FlaskClient, kept: str) -> None:
    assert plant.person("li")
    with tablet.session_transaction() as session:
        session["_user_id"] = kept
    assert person_of(tablet) is None


def test_after_signing_out_the_next_person_goes_on_at_the_same_place(
    secrets: Secrets, tablet: FlaskClient
) -> None:
    secrets.sign_in("li", PASSWORD, client=tablet)
    response = tablet.post("/sign-out", data={"next": "/preferences"})
    assert response.headers["Location"] == "/sign-in?next=/preferences"
    assert person_of(tablet) is None
    assert 'name=li&amp;next=/preferences"' in tablet.get(response.headers["Location"]).text


def test_names_of_this_tablet_are_offered_the_latest_first(secrets: Secrets, tablet: FlaskClient) -> None:
    for name in ("li", "chen", "li"):
        secrets.sign_in(name, secrets.pins[name], client=tablet)
        tablet.post("/sign-out")
    page = tablet.get("/sign-in?name=li").text
    assert page.index(">li</a>") < page.index(">chen</a>")
    assert page.count(">li</a>") == 1
    assert 'inputmode="numeric"' in page
