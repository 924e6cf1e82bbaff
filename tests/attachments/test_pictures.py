"""Pictures under their hash: kept once, given to who is signed in, and only if they are what they were."""

import dataclasses
from hashlib import sha256
from pathlib import Path

import pytest
from flask import Flask

from tests.pictures import picture
from tests.plant import Plant
from wiring_qa.attachments.pictures import DAMAGED, content_of, take_in
from wiring_qa.attachments.storage import FolderStore
from wiring_qa.core.refusals import Refused


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Path:
    """A folder of the test's own."""
    app.config["WIRING_QA"] = dataclasses.replace(app.config["WIRING_QA"], storage_url=f"folder:{tmp_path}")
    return tmp_path


def test_a_picture_is_kept_under_the_hash_of_what_is_kept(folder: Path) -> None:
    kept = take_in(picture())
    content = content_of(kept.sha256)
    assert content is not None
    assert sha256(content).hexdigest() == kept.sha256
    assert take_in(picture()) == kept
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 2


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_what_was_sent_is_refused() -> None:
    sent = picture()
    assert take_in(sent, sent_sha256=sha256(sent).hexdigest())
    with pytest.raises(Refused) as refused:
        take_in(sent, sent_sha256="0" * 64)
    assert refused.value.refusal is DAMAGED


def test_a_file_beyond_the_limit_is_refused(app: Flask, folder: Path) -> None:
    app.config["WIRING_QA"] = dataclasses.replace(app.config["WIRING_QA"], photo_limit_mb=1)
    with pytest.raises(Refused, match="too_large"):
        take_in(b"\xff" * (1024 * 1024 + 1))
    assert not list(folder.iterdir())


def test_who_is_signed_in_gets_a_picture_that_nobody_else_may_keep(plant: Plant, folder: Path) -> None:
    assert folder.is_dir()
    kept = take_in(picture())
    for address in (f"/pictures/{kept.sha256}", f"/pictures/{kept.sha256}/small"):
        given = plant.client("chen").get(address)
        assert given.mimetype == "image/jpeg"
        assert given.headers["X-Content-Type-Options"] == "nosniff"
        assert given.headers["Cache-Control"] == "private, max-age=31536000, immutable"
        assert plant.app.test_client().get(address).status_code == 302
    assert plant.client("chen").get(f"/pictures/{'0' * 64}").status_code == 404
    assert plant.client("chen").get("/pictures/../wiring_qa.sqlite3").status_code == 404


def test_a_picture_that_was_exchanged_is_not_given(plant: Plant, folder: Path) -> None:
    kept = take_in(picture())
    (folder / kept.sha256[:2] / kept.sha256).write_bytes(picture((300, 300)))
    assert plant.client("lin").get(f"/pictures/{kept.sha256}").status_code == 404


def test_names_lead_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    store = FolderStore(tmp_path / "kept")
    assert store.get("../secret") is None
    assert store.get("0" * 64) is None
