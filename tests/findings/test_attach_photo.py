"""Photos of findings: the form of a page, what a tablet kept, and what is refused."""

from hashlib import sha256
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.findings.photos import count_photos, send_photo
from tests.pictures import picture
from tests.plant import Plant
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import JournalEntry


def test_a_photo_is_added_once_however_often_it_is_sent(plant: Plant, raised: UUID) -> None:
    number = uuid4()
    first = send_photo(plant, raised, picture(), number).get_json()
    assert first["result"] == "applied"
    assert first["answer"]["findings"] == [1]
    assert send_photo(plant, raised, picture(), number).get_json()["result"] == "duplicate"
    other = send_photo(plant, raised, picture((300, 200)), number)
    assert (other.status_code, other.get_json()["code"]) == (409, "id_reused")
    assert count_photos() == 1
    entry = db.session.get_one(JournalEntry, number)
    assert entry.data["picture"] == first["answer"]["picture"]
    assert entry.data["sha256"] == sha256(picture()).hexdigest()


def test_a_photo_leaves_the_finding_as_it_stands(plant: Plant, raised: UUID) -> None:
    plant.do("confirm_fix", "chen", finding=1)
    send_photo(plant, raised, picture(), uuid4(), by="wang")
    assert db.session.scalars(select(Finding.cached_state)).one() is FindingState.FIXED


@pytest.mark.parametrize("part", ["/findings", "/fixes", "/record"])
def test_photos_are_shown_where_the_finding_is(plant: Plant, raised: UUID, part: str) -> None:
    kept = send_photo(plant, raised, picture(), uuid4()).get_json()["answer"]["picture"]
    page = plant.client("lin").get(f"/c/{plant.code}{part}").text
    assert f'href="/pictures/{kept}"' in page
    assert f'src="/pictures/{kept}/small"' in page
    assert "Photo 1 of finding 1: " in page


def test_a_pair_of_findings_shares_its_photos(plant: Plant) -> None:
    number = uuid4()
    plant.do(
        "mark_faulty", "li", number=number, wire=9, kind="wrong", end="from", found_device="-A1",
        found_terminal="2", swapped_with=10,
    )  # fmt: skip
    assert send_photo(plant, number, picture(), uuid4()).get_json()["answer"]["findings"] == [1, 2]


def test_without_scripts_the_photos_are_sent_by_the_form(plant: Plant, raised: UUID) -> None:
    files = [(BytesIO(picture()), "one.jpg"), (BytesIO(picture((300, 200), "PNG")), "two.png")]
    fields = {"id": str(uuid4()), "about": str(raised), "photo": files, "next": f"/c/{plant.code}/fixes"}
    answer = plant.client("chen").post(f"/c/{plant.code}/attach_photo", data=fields)
    assert (answer.status_code, answer.location) == (303, f"/c/{plant.code}/fixes")
    assert count_photos() == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no picture", "This is no picture that can be read."),
        (b"", "Choose a photo first."),
        (b"\xff" * 4000, "The picture is larger than 15 MB."),
    ],
    ids=["no-picture", "none", "too-large"],
)
def test_the_form_says_why_a_file_is_not_taken(
    plant: Plant, raised: UUID, monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    monkeypatch.setattr("wiring_qa.findings.views.limit_bytes", lambda: 3000)
    file = (BytesIO(content), "one.jpg" if content else "")
    client = plant.client("chen")
    fields = {"id": str(uuid4()), "about": str(raised), "photo": [file]}
    client.post(f"/c/{plant.code}/attach_photo", data=fields)
    assert said in client.get(f"/c/{plant.code}/findings").text
    assert count_photos() == 0


def test_a_damaged_file_a_foreign_finding_and_another_author_are_refused(plant: Plant, raised: UUID) -> None:
    damaged = send_photo(plant, raised, picture(), uuid4(), sha256="0" * 64)
    assert (damaged.status_code, damaged.get_json()["code"]) == (422, "damaged")
    foreign = send_photo(plant, uuid4(), picture(), uuid4())
    assert (foreign.status_code, foreign.get_json()["code"]) == (422, "no_finding")
    other = send_photo(plant, raised, picture(), uuid4(), author="wang")
    assert (other.status_code, other.get_json()["code"]) == (401, "sign_in")
    assert count_photos() == 0


def test_another_sites_page_cannot_send_a_photo(plant: Plant, raised: UUID) -> None:
    answer = plant.client("li").post(
        f"/c/{plant.code}/photos/{uuid4()}",
        query_string={"about": str(raised)},
        data=picture(),
        content_type="image/jpeg",
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 415


def test_a_released_cabinet_takes_no_photo(plant: Plant, raised: UUID) -> None:
    db.session.scalars(select(Cabinet)).one().cached_stage = Stage.RELEASED
    db.session.commit()
    refused = send_photo(plant, raised, picture(), uuid4())
    assert (refused.status_code, refused.get_json()["code"]) == (409, "released")
    assert count_photos() == 0
