"""Devices on a mounting drawing: placed, moved, taken off, kept, and what is refused."""

import pytest
from sqlalchemy import select

from tests.drawings.test_drawings import upload
from tests.pictures import picture
from tests.plant import MODEL, Plant
from tests.refusals import refused
from wiring_qa.core.db import db
from wiring_qa.drawings.models import Drawing
from wiring_qa.drawings.queries import Place, drawing_of


@pytest.fixture
def drawing(plant: Plant) -> int:
    upload(plant, picture((800, 600), "PNG"))
    return db.session.scalars(select(Drawing.id)).one()


def test_a_device_is_placed_moved_and_taken_off(plant: Plant, drawing: int) -> None:
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-K1", x_percent=10, y_percent=20)
    plant.do(
        "place_device", "lin", chain="plant", drawing=drawing, device="-K1", x_percent=50, y_percent=25.5
    )
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-X1", x_percent=0, y_percent=100)
    found = drawing_of(MODEL)
    assert found is not None
    assert found.places == {"-K1": Place(50, 25.5), "-X1": Place(0, 100)}
    assert found.points == {"-K1": (400.0, 153.0), "-X1": (0.0, 600.0)}
    assert found.at("-K2") is None
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-K1")
    found = drawing_of(MODEL)
    assert found is not None
    assert set(found.places) == {"-X1"}


def test_what_cannot_be_placed_is_refused(plant: Plant, drawing: int) -> None:
    assert (
        refused(
            plant,
            "place_device",
            "lin",
            chain="plant",
            drawing=drawing,
            device="-Z9",
            x_percent=1,
            y_percent=1,
        )
        == "no_device"
    )
    assert (
        refused(plant, "place_device", "lin", chain="plant", drawing=drawing, device="-K1", x_percent=1)
        == "half_a_place"
    )
    assert (
        refused(
            plant,
            "place_device",
            "lin",
            chain="plant",
            drawing=drawing,
            device="-K1",
            x_percent=101,
            y_percent=1,
        )
        == "invalid"
    )
    assert (
        refused(
            plant, "place_device", "lin", chain="plant", drawing=99, device="-K1", x_percent=1, y_percent=1
        )
        == "old_drawing"
    )
    assert (
        refused(
            plant,
            "place_device",
            "li",
            chain="plant",
            drawing=drawing,
            device="-K1",
            x_percent=1,
            y_percent=1,
        )
        == "not_allowed"
    )


@pytest.mark.parametrize("keeps", [True, False])
def test_another_drawing_takes_the_place_of_the_first_and_may_keep_what_is_placed(
    plant: Plant, drawing: int, keeps: bool
) -> None:
    plant.do("place_device", "lin", chain="plant", drawing=drawing, device="-K1", x_percent=10, y_percent=20)
    upload(plant, picture((1000, 500)), **({"keep_places": "true"} if keeps else {}))
    found = drawing_of(MODEL)
    assert found is not None
    assert found.points == ({"-K1": (100.0, 100.0)} if keeps else {})
    assert (
        refused(
            plant,
            "place_device",
            "lin",
            chain="plant",
            drawing=drawing,
            device="-K1",
            x_percent=1,
            y_percent=1,
        )
        == "old_drawing"
    )
