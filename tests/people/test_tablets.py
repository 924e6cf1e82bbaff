"""A lead enrols a tablet; PINs work there only; a revoked one is worth nothing from that moment."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.people.secrets import PASSWORD, Secrets
from tests.people.tablets import enrol, invite
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.core.clock import now
from wiring_qa.people import rules
from wiring_qa.people.tablets import invitation


def test_a_pin_works_anywhere_until_the_first_tablet_is_enrolled_and_there_only_from_then_on(
    secrets: Secrets, plant: Plant
) -> None:
    assert secrets.sign_in("li", secrets.pins["li"]).status_code == 303
    tablet = enrol(plant)
    elsewhere = secrets.sign_in("li", secrets.pins["li"])
    assert elsewhere.status_code == 422
    assert "A PIN works on an enrolled tablet only." in elsewhere.text
    assert secrets.sign_in("li", PASSWORD).status_code == 303
    assert secrets.sign_in("li", secrets.pins["li"], client=tablet).status_code == 303
    assert 'data-tablet="Hall A 1"' in tablet.get("/").text


@pytest.mark.parametrize("is_enrolled", [True, False])
@pytest.mark.parametrize("any_enrolled", [True, False])
def test_a_pin_is_worth_nothing_off_the_tablets_of_a_plant_that_has_some(
    is_enrolled: bool, any_enrolled: bool
) -> None:
    works = rules.pins_work(is_enrolled=is_enrolled, any_enrolled=any_enrolled)
    assert works == (is_enrolled or not any_enrolled)


def test_a_new_tablet_lists_who_signs_in_with_a_pin_and_no_other_device_does(
    secrets: Secrets, plant: Plant
) -> None:
    page = enrol(plant).get("/sign-in").text
    assert [name for name in secrets.pins if f'data-name="{name}"' in page] == ["li", "wang", "chen", "zhao"]
    assert "data-name=" not in plant.app.test_client().get("/sign-in").text


@pytest.mark.parametrize("wrong", [None, "is_its_tablet", "age", "is_secret_same"])
def test_a_token_opens_a_session_only_where_and_while_it_may(wrong: str | None) -> None:
    hour = timedelta(hours=1)
    told = {"is_its_tablet": True, "age": hour, "longest": hour, "is_secret_same": True}
    if wrong:
        told[wrong] = hour * 2 if wrong == "age" else False
    assert rules.may_go_on(**told) == (wrong is None)  # type: ignore[arg-type]


def test_an_invitation_is_used_once(plant: Plant) -> None:
    address = invite(plant)
    for status in (303, 410):
        assert plant.app.test_client().post(address, data={"id": str(uuid4())}).status_code == status
    assert plant.app.test_client().get(address).status_code == 410


def test_an_invitation_holds_for_a_quarter_of_an_hour(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    address = invite(plant)
    assert plant.app.test_client().get(address).status_code == 200
    later = (now() + timedelta(minutes=15, seconds=2)).timestamp()
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: later)
    assert plant.app.test_client().post(address, data={"id": str(uuid4())}).status_code == 410


@pytest.mark.parametrize("address", ["/enrol/x", "/enrol/WzEsMV0.aaaaaa.bbbb"])
def test_no_other_invitation_enrols(plant: Plant, address: str) -> None:
    tablet = plant.app.test_client()
    assert tablet.post(address, data={"id": str(uuid4())}).status_code == 410


def test_a_tablet_that_forgot_itself_is_enrolled_again_under_its_name(secrets: Secrets, plant: Plant) -> None:
    before = enrol(plant)
    secrets.sign_in("li", secrets.pins["li"], client=before)
    lead = plant.client("lin")
    answer = lead.post(
        "/plant/invite_tablet_again", data={"id": str(uuid4()), "again": "1", "next": "/tablets/1/invitation"}
    )
    assert answer.headers["Location"].endswith("/tablets/1/invitation")
    assert lead.get("/tablets/1/invitation").status_code == 200
    assert secrets.sign_in("wang", secrets.pins["wang"]).status_code == 422
    after = plant.app.test_client()
    address = f"/enrol/{invitation(1, plant.person('lin').id)}"
    assert after.post(address, data={"id": str(uuid4())}).status_code == 303
    assert after.post(address, data={"id": str(uuid4())}).status_code == 410
    assert secrets.sign_in("wang", secrets.pins["wang"], client=after).status_code == 303
    assert 'data-tablet="Hall A 1"' in after.get("/").text
    assert 'data-tablet="Hall A 1"' not in before.get("/").text
    assert "data-name=" not in before.get("/sign-in").text


def test_only_an_enrolled_tablet_is_invited_again(plant: Plant) -> None:
    invite(plant)
    assert refused(plant, "invite_tablet_again", "lin", chain="plant", again=1) == "not_in_use"
    plant.do("enrol_tablet", "lin", chain="plant", enrolled=1)
    plant.do("revoke_tablet", "lin", chain="plant", revoked=1)
    for number in (1, 99):
        assert refused(plant, "invite_tablet_again", "lin", chain="plant", again=number) == "not_in_use"


def test_a_revoked_tablet_is_signed_out_at_once_and_takes_no_pin(secrets: Secrets, plant: Plant) -> None:
    tablet = enrol(plant)
    secrets.sign_in("li", secrets.pins["li"], client=tablet)
    assert tablet.get("/").status_code == 200
    plant.do("revoke_tablet", "lin", chain="plant", revoked=1)
    assert tablet.get("/").status_code == 302
    assert secrets.sign_in("li", secrets.pins["li"], client=tablet).status_code == 422
    assert refused(plant, "revoke_tablet", "lin", chain="plant", revoked=1) == "not_in_use"
    assert refused(plant, "revoke_tablet", "lin", chain="plant", revoked=99) == "not_in_use"


def test_a_lead_names_a_tablet_and_goes_on_to_its_invitation(plant: Plant) -> None:
    sent = {"name": "Hall A 1", "id": str(uuid4())}
    response = plant.client("lin").post("/tablets", data=sent)
    assert response.headers["Location"] == "/tablets/1/invitation"


def test_a_tablet_keeps_its_name_and_is_the_only_one_of_it(plant: Plant) -> None:
    enrol(plant)
    assert refused(plant, "invite_tablet", "lin", chain="plant", name=" hall a 1 ") == "name_taken"
    page = plant.client("lin").post("/tablets", data={"name": "Hall A 1", "id": str(uuid4())})
    assert page.status_code == 422
    assert "A tablet has or had this name already." in page.text


@pytest.mark.parametrize("name", ["li", "chen"])
def test_no_one_but_a_lead_enrols_or_revokes(plant: Plant, name: str) -> None:
    for act, fields in (("invite_tablet", {"name": "Hall B"}), ("revoke_tablet", {"revoked": 1})):
        assert refused(plant, act, name, chain="plant", **fields) == "not_allowed"


def test_the_journal_names_the_tablet_that_something_was_entered_on(secrets: Secrets, plant: Plant) -> None:
    tablet = enrol(plant)
    secrets.sign_in("li", secrets.pins["li"], client=tablet)
    sent = {"id": str(uuid4()), "wire": "9"}
    assert tablet.post(f"/c/{plant.code}/mark_ok", data=sent).status_code == 303
    assert "Hall A 1" in tablet.get(f"/c/{plant.code}/journal").text


def test_leads_see_what_waits_on_a_tablet_and_its_version(plant: Plant) -> None:
    tablet = enrol(plant)
    assert "never" not in plant.client("lin").get("/tablets").text
    told = {"waiting": 7, "oldest": (now() - timedelta(hours=3)).isoformat(), "version": "0123456789ab"}
    assert tablet.post("/tablets/contact", json=told).json == {"tablet": "Hall A 1"}
    page = plant.client("lin").get("/tablets").text
    assert "0123456789ab" in page
    assert "not the newest" in page
    for odd in ({}, {"waiting": "many", "oldest": "yesterday"}, {"waiting": -3, "version": None}, [7]):
        assert tablet.post("/tablets/contact", json=odd).status_code == 200


def test_another_device_tells_nothing(plant: Plant) -> None:
    stranger = plant.app.test_client()
    assert stranger.post("/tablets/contact", json={"waiting": 7}).json == {"tablet": None}
    assert stranger.post("/tablets/contact", data={"waiting": 7}).status_code == 415


def test_the_invitation_is_a_code_to_scan(plant: Plant) -> None:
    invite(plant)
    lin = plant.client("lin")
    assert 'href="/enrol/' in lin.get("/tablets/1/invitation").text
    response = lin.get("/tablets/1/invitation.svg")
    assert (response.mimetype, response.data[:5]) == ("image/svg+xml", b"<svg ")
    assert plant.client("lin").get("/tablets/9/invitation").status_code == 404


def test_an_enrolled_tablet_tells_how_it_is_also_while_nobody_is_signed_in(plant: Plant) -> None:
    tablet, another = enrol(plant), plant.app.test_client()
    assert "data-version=" in tablet.get("/sign-in").text
    assert "data-version=" not in another.get("/sign-in").text
    # kept since before it was enrolled, perhaps: another device's word is not heard
    assert "data-version=" in another.get("/here").text
