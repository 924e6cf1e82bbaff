"""What a lead settles of a file holds for the next file of its shape, until it is forgotten."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.refusals import refused
from tests.tables.test_draft_pages import page, upload
from tests.tables.test_preview import as_csv, as_xlsx
from wiring_qa.core.db import db
from wiring_qa.tables.models import RememberedMapping
from wiring_qa.tables.reading import read

NAMES = ["aaa", "bbb", "ccc", "ddd", "eee"]
FIRST = [["Plant 7"], NAMES, ["101", "fan", "x", "bus", "y"], ["102", "mat", "x", "bus", "z"]]
NEXT = [
    ["Plant 8"],
    ["Rev B"],
    NAMES[::-1],
    ["3", "strip", "2", "lamp", "201"],
    ["4", "strip", "5", "bell", "202"],
]
FIELDS = ("number", "from_device", "from_terminal", "to_device", "to_terminal")
TOLD = "Read as your last file of this shape, first.csv."


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def settle_and_save(client: FlaskClient, revision: str = "B", fields: tuple[str, ...] = FIELDS) -> None:
    """Read a file that says nothing of itself as a person does, and save it."""
    here = upload(client, as_csv(FIRST), "first.csv")
    page(client, here, forget="1")
    page(client, here, header_row="2")
    page(client, here, columns="1", **{f"column-{place}": field for place, field in enumerate(fields)})
    saved = client.post(f"{here}/save", data={"id": _id(), "model": "Drive 7", "revision": revision})
    assert saved.status_code == 303


def _id() -> str:
    return str(uuid4())


def ends(content: bytes, name: str = "next.csv") -> list[str]:
    found = read(content, name)
    return [f"{wire.number} {wire.from_device}:{wire.from_terminal} {wire.to_device}" for wire in found.wires]


def test_the_next_file_of_the_shape_is_read_as_the_last_whatever_the_order_of_its_columns(
    lin: FlaskClient,
) -> None:
    settle_and_save(lin)
    text = page(lin, upload(lin, as_csv(NEXT, delimiter=";"), "next.csv"))
    assert TOLD in text
    assert "Save 2 wires" in text
    assert ends(as_csv(NEXT)) == ["201 lamp:2 strip", "202 bell:5 strip"]


def test_one_tap_forgets_it(lin: FlaskClient) -> None:
    settle_and_save(lin)
    here = upload(lin, as_csv(NEXT), "next.csv")
    shape = db.session.query(RememberedMapping).one().shape
    text = page(lin, here, forget_shape=shape, operation=_id())
    assert TOLD not in text
    assert "Which row names the columns?" in text
    assert db.session.query(RememberedMapping).count() == 0


def test_what_was_settled_last_of_a_shape_counts(lin: FlaskClient) -> None:
    settle_and_save(lin)
    settle_and_save(lin, "C", ("number", "to_device", "to_terminal", "from_device", "from_terminal"))
    assert db.session.query(RememberedMapping).count() == 1
    assert ends(as_csv(NEXT)) == ["201 strip:3 lamp", "202 strip:4 bell"]


def test_another_shape_and_a_workbook_are_not_taken_for_it(lin: FlaskClient) -> None:
    settle_and_save(lin)
    known = [*NEXT[:2], ["ddd", "eee", "from", "pin", "to"], *NEXT[3:]]
    assert read(as_csv(known), "other.csv").recalled is None
    assert TOLD not in page(lin, upload(lin, as_xlsx({"Wires": NEXT}), "next.xlsx"))


BARE = [["101", "fan one", "x9", "bus bar", "y1"], ["102", "mat two", "x8", "bus bar", "z1"]]
BARE_NEXT = [["301", "oil pump", "x1", "end plate", "y4"], ["302", "oil pump", "x2", "end plate", "y5"]]


def settle_bare(client: FlaskClient) -> None:
    """Read a file without names as a person does, and save it."""
    here = upload(client, as_csv(BARE), "first.csv")
    page(client, here, header_row="0")
    page(client, here, columns="1", **{f"column-{place}": field for place, field in enumerate(FIELDS)})
    saved = client.post(f"{here}/save", data={"id": _id(), "model": "Drive 7", "revision": "B"})
    assert saved.status_code == 303


def test_a_table_without_names_is_known_by_what_its_columns_hold(lin: FlaskClient) -> None:
    settle_bare(lin)
    text = page(lin, upload(lin, as_csv(BARE_NEXT, delimiter=";"), "next.csv"))
    assert TOLD in text
    assert ends(as_csv(BARE_NEXT)) == ["301 oil pump:x1 end plate", "302 oil pump:x2 end plate"]


@pytest.mark.parametrize(
    "other",
    [
        [[*row[:4], "RD", row[4]] for row in BARE_NEXT],
        [[row[1], row[0], *row[2:]] for row in BARE_NEXT],
        [row[:2] for row in BARE_NEXT],
        [["Nr", "From", "Pin", "To", "Pin to"], *BARE_NEXT],
    ],
)
def test_a_table_whose_columns_hold_something_else_is_not_taken_for_it(
    lin: FlaskClient, other: list[list[str]]
) -> None:
    settle_bare(lin)
    assert TOLD not in page(lin, upload(lin, as_csv(other), "next.csv"))


def test_a_file_that_nobody_settled_leaves_nothing_behind(lin: FlaskClient) -> None:
    here = upload(lin, as_csv([["No", "From", "To"], ["1", "-K1:1", "-X1:1"]]), "plain.csv")
    lin.post(f"{here}/save", data={"id": _id(), "model": "Drive 7", "revision": "B"})
    assert db.session.query(RememberedMapping).count() == 0


def test_settling_it_otherwise_is_no_longer_told_as_remembered(lin: FlaskClient) -> None:
    settle_and_save(lin)
    here = upload(lin, as_csv(NEXT), "next.csv")
    other = dict(zip((f"column-{place}" for place in range(5)), FIELDS, strict=True))
    assert TOLD not in page(lin, here, columns="1", **other)


def test_the_command_line_reads_and_remembers_the_same(plant: Plant, tmp_path: Path) -> None:
    runner = plant.app.test_cli_runner()
    first, later = tmp_path / "first.csv", tmp_path / "next.csv"
    first.write_bytes(as_csv(FIRST[1:]))
    later.write_bytes(as_csv(NEXT))
    mapping = [
        part for field, name in zip(FIELDS, NAMES, strict=True) for part in ("--map", f"{field}={name}")
    ]
    saved = runner.invoke(args=["tables", "import", str(first), "--model", "D", "--revision", "1", *mapping])
    assert saved.output == "D 1: 2 wires\n"
    shown = runner.invoke(args=["tables", "preview", str(later)])
    assert "read as the last file of this shape" in shown.output
    again = runner.invoke(args=["tables", "import", str(later), "--model", "D", "--revision", "2"])
    assert again.output == "D 2: 2 wires\n"


def test_only_a_lead_forgets_and_only_what_is_remembered(plant: Plant) -> None:
    fields: dict[str, Any] = {"shape": "0" * 64}
    assert refused(plant, "forget_mapping", "lin", chain="plant", **fields) == "not_remembered"
    assert refused(plant, "forget_mapping", "li", chain="plant", **fields) == "not_allowed"
