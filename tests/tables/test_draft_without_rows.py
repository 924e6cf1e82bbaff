"""A draft of a format that has connections and no rows of cells: it is asked nothing of columns."""

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.tables.test_draft_pages import page, upload
from wiring_qa.tables import reading
from wiring_qa.tables.kinds import Level, RowKind
from wiring_qa.tables.previews import Preview, Problem
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import ParsedWire, Wires
from wiring_qa.tables.words import Code, say

WIRES = tuple(ParsedWire(row, f"-K{row}", "-X1", colour="BU", colour_text="blue") for row in (1, 2, 4))
UNREADABLE = Problem(3, Level.ERROR, say(Code.NO_FROM), RowKind.UNREADABLE)
LEFT_OUT = Problem(3, Level.WARNING, say(Code.LEFT_OUT), RowKind.LEFT_OUT)


def connections(_content: bytes, _name: str, settled: Settled, **_judging: object) -> Preview:
    """Preview four connections, one of which cannot be read."""
    problem = LEFT_OUT if 3 in settled.left_out else UNREADABLE
    return Preview("qet", None, "", (), None, (), (), Wires.of(WIRES), (problem,))


@pytest.fixture
def lin(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setattr(reading, "preview", connections)
    return plant.client("lin")


def test_its_connections_add_up_and_nothing_is_asked_that_it_does_not_have(lin: FlaskClient) -> None:
    here = upload(lin, b"<project/>", "drive.qet")
    for asked in ("", "?edit=1", "?edit=3&at=problems", "?sort=colour", "?column=row"):
        text = page(lin, here + asked)
        assert "Connections of the file" in text
        assert 'id="columns"' not in text
        assert "Mend row" not in text
        assert 'name="cell-' not in text
        assert "Row 3" in text
    assert "blue" in text


def test_a_connection_that_cannot_be_read_is_left_out_in_the_open(lin: FlaskClient) -> None:
    here = upload(lin, b"<project/>", "drive.qet")
    assert "Save 3 wires" not in page(lin, here)
    text = page(lin, here, leave_out="3")
    assert "Save 3 wires" in text
    assert "Left out by hand" in text
    assert "3 wires of 4 rows" in " ".join(page(lin, "/tables").split())
