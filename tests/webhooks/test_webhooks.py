"""Other systems are told of events: signed, tried again, kept until they are delivered."""

import base64
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from tests.plant import Plant
from tests.refusals import refused
from tests.tightening.story import held, random_rows, ready
from tests.webhooks.receiver import Receiver, receiver
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.webhooks.delivering import deliver_due, watch_in_background
from wiring_qa.webhooks.kinds import DeliveryState, EventKind
from wiring_qa.webhooks.models import Delivery
from wiring_qa.webhooks.signing import secret_of

FAULT: dict[str, Any] = {"wire": 9, "kind": "loose", "end": "from"}


@pytest.fixture
def other(plant: Plant) -> Iterator[Receiver]:
    """Another system inside the plant that is told of every event."""
    settings = plant.app.config["WIRING_QA"]
    plant.app.config["WIRING_QA"] = replace(settings, webhooks_to="anywhere")
    with receiver() as found:
        plant.do(
            "add_webhook", "lin", chain="plant", url=found.url, events=[kind.value for kind in EventKind]
        )
        yield found


def deliveries() -> list[Delivery]:
    db.session.rollback()
    return list(db.session.scalars(select(Delivery).order_by(Delivery.id)))


def let_time_pass() -> None:
    db.session.execute(update(Delivery).values(next_at=now() - timedelta(seconds=1)))
    db.session.commit()


def test_a_finding_is_told_with_its_cabinet_and_signed(plant: Plant, other: Receiver) -> None:
    plant.do("mark_faulty", "li", **FAULT)
    assert deliver_due() == (1, 0)
    ((headers, body),) = other.came
    (told,) = other.told
    assert told["type"] == "finding.raised"
    assert told["data"]["url"].endswith(f"/c/{plant.code}")
    assert {"serial": "SN-1", "finding": 1, "kind": "loose", "by": "li"}.items() <= told["data"].items()
    key = base64.b64decode(secret_of(1).removeprefix("whsec_"))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    signature = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{signature}"
    assert deliver_due() == (0, 0)


def test_a_failed_round_and_a_release_are_told(plant: Plant, other: Receiver) -> None:
    ready(plant)
    plant.do("spot_check_moved", "li", wire=random_rows(plant)[0], end="from")
    deliver_due()
    assert [each["type"] for each in other.told] == ["finding.raised", "round.failed"]
    assert other.told[1]["data"]["round"] == 1


def test_a_release_is_told(plant: Plant, other: Receiver) -> None:
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin")
    deliver_due()
    assert [each["type"] for each in other.told] == ["cabinet.released"]


def test_an_operation_that_is_sent_twice_is_told_once_and_a_refused_one_not_at_all(
    plant: Plant, other: Receiver
) -> None:
    number = uuid4()
    plant.do("mark_faulty", "li", number=number, **FAULT)
    plant.do("mark_faulty", "li", number=number, **FAULT)
    refused(plant, "mark_faulty", "li", wire=9, kind="other", end="from")
    deliver_due()
    assert len(other.came) == 1


def test_only_the_events_that_a_webhook_wants_are_told(plant: Plant, other: Receiver) -> None:
    plant.do("remove_webhook", "lin", chain="plant", webhook=1)
    plant.do("add_webhook", "lin", chain="plant", url=other.url, events=["cabinet.released"])
    plant.do("mark_faulty", "li", **FAULT)
    assert deliver_due() == (0, 0)


@pytest.mark.parametrize("status", [500, 404, 302])
def test_what_is_not_taken_is_tried_again_under_the_same_number(
    plant: Plant, other: Receiver, status: int
) -> None:
    other.statuses = [status, 200]
    plant.do("mark_faulty", "li", **FAULT)
    assert deliver_due() == (0, 1)
    (delivery,) = deliveries()
    assert delivery.state is DeliveryState.WAITING
    assert (delivery.answer or "").startswith(str(status))
    assert delivery.next_at > now()
    assert deliver_due() == (0, 0)
    let_time_pass()
    assert deliver_due() == (1, 0)
    assert len({headers["webhook-id"] for headers, _body in other.came}) == 1
    assert deliveries()[0].tries == 2


def test_what_nobody_answers_is_kept_until_it_is_given_up(plant: Plant, other: Receiver) -> None:
    plant.do("add_webhook", "lin", chain="plant", url="http://127.0.0.1:9/hooks", events=["finding.raised"])
    plant.do("remove_webhook", "lin", chain="plant", webhook=1)
    plant.do("mark_faulty", "li", **FAULT)
    for _try in range(3):
        assert deliver_due() == (0, 1)
        let_time_pass()
    page = plant.client("lin").get("/settings/webhooks").text
    assert "refused" in page
    plant.do("give_up_delivery", "lin", chain="plant", delivery=1)
    assert deliver_due() == (0, 0)
    plant.do("send_delivery_again", "lin", chain="plant", delivery=1)
    assert deliver_due() == (0, 1)
    assert other.came == []


def test_much_that_waits_for_a_webhook_that_nobody_answers_holds_up_no_other(
    plant: Plant, other: Receiver
) -> None:
    plant.do("remove_webhook", "lin", chain="plant", webhook=1)
    plant.do("add_webhook", "lin", chain="plant", url="http://127.0.0.1:9/hooks", events=["finding.raised"])
    plant.do("add_webhook", "lin", chain="plant", url=other.url, events=["finding.raised"])
    for wire in (9, 10, 11):
        plant.do("mark_faulty", "li", **{**FAULT, "wire": wire})
    assert deliver_due() == (3, 1)
    assert len(other.came) == 3
    assert deliver_due() == (0, 1)


def test_what_is_delivered_is_neither_sent_again_nor_given_up(plant: Plant, other: Receiver) -> None:
    plant.do("mark_faulty", "li", **FAULT)
    deliver_due()
    assert refused(plant, "send_delivery_again", "lin", chain="plant", delivery=1) == "delivered"
    assert refused(plant, "give_up_delivery", "lin", chain="plant", delivery=1) == "delivered"
    assert refused(plant, "give_up_delivery", "lin", chain="plant", delivery=9) == "no_delivery"
    assert len(other.came) == 1


def test_a_removed_webhook_is_told_nothing_more(plant: Plant, other: Receiver) -> None:
    plant.do("mark_faulty", "li", **FAULT)
    plant.do("remove_webhook", "lin", chain="plant", webhook=1)
    assert deliver_due() == (0, 0)
    assert refused(plant, "remove_webhook", "lin", chain="plant", webhook=1) == "no_webhook"
    assert other.came == []


def test_the_server_delivers_by_itself(
    plant: Plant, other: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wiring_qa.webhooks.delivering.EVERY_S", 0.01)
    plant.do("mark_faulty", "li", **FAULT)
    ending = watch_in_background(plant.app)
    waited = Event()
    for _turn in range(500):
        if other.came:
            break
        waited.wait(0.02)
    ending.set()
    assert len(other.came) == 1


@pytest.mark.parametrize("by", ["li", "chen"])
def test_only_leads_see_and_add_webhooks(plant: Plant, by: str) -> None:
    fields: dict[str, Any] = {"url": "https://mes.example", "events": ["finding.raised"]}
    assert refused(plant, "add_webhook", by, chain="plant", **fields) == "not_allowed"
    assert plant.client(by).get("/settings/webhooks").status_code == 403
    assert refused(plant, "add_webhook", "lin", chain="plant", url="https://mes.example") == "no_events"
