"""The one world of the tests.

Two inspectors (Li, Wang), two wirers (Chen, Zhao), a lead (Lin), an administrator (Root) and one cabinet of
fourteen wires with one of each kind of row: see `WIRES`.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient

from tests.moments import Lent
from wiring_qa.cabinets.codes import new_code
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.journal.entries import Ledger
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Entry
from wiring_qa.journal.submit import perform
from wiring_qa.people import signed_in
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Category, Wire, WiringTable

PEOPLE = {
    "li": Role.INSPECTOR,
    "wang": Role.INSPECTOR,
    "chen": Role.WIRER,
    "zhao": Role.WIRER,
    "lin": Role.LEAD,
    "root": Role.ADMIN,
}


LOOK_ALIKE = {"code": "look_alike_stem", "values": {"devices": "-K1 -K2 -K3", "ends": "from"}}


@dataclass(frozen=True)
class Row:
    """What stands out in a row of the test table."""

    ends: str
    mm2: str = "1.5"
    category: str = "normal"
    checks: tuple[str, ...] = ()
    wide: bool = False
    look_alike: bool = False
    needs_table: bool = False
    sampled: bool = False


WIRES = (
    Row("-Q1:1 -F1:1", mm2="10", checks=("colour", "lug", "size"), sampled=True),  # 1 large
    Row("-Q1:3 -F1:3", mm2="2.5", category="main_switch", checks=("colour",), needs_table=True, sampled=True),
    Row("-F1:2 -T1:1", mm2="2.5", category="transformer", checks=("size",), needs_table=True, sampled=True),
    Row("-K1:A1 -X1:1", look_alike=True, checks=("label",)),  # 4 look-alike
    Row("-K2:A1 -X1:2", look_alike=True, checks=("label",)),
    Row("-K3:A1 -X1:3", look_alike=True, checks=("label",)),
    Row("-S1:1 -X1:4", wide=True),  # 7 wide span, door to plate
    Row("-S1:2 -X1:5", wide=True, category="button", needs_table=True),
    Row("-A1:1 -X1:6"),  # 9 to 14 are normal
    Row("-A1:2 -X1:7"),
    Row("-A1:3 -X1:8"),
    Row("-A1:4 -X1:9"),
    Row("-A2:1 -X1:10"),
    Row("-A2:2 -X1:11"),
)
MODEL, REVISION = "NICE-3000", "A/2"
CODE = new_code()


class Plant:
    """People, a wiring table and a cabinet, and ways to act on them through the journal."""

    address = "http://qa.test"
    code = CODE

    def __init__(self, app: Flask, lent: Lent | None = None) -> None:
        self.app = app
        self.lent = lent

    def found(self) -> None:
        """Fill an empty database; what is set up here stands outside the journal on purpose."""
        for name, role in PEOPLE.items():
            db.session.add(Person(name=name, name_key=name, role=role))
        for code in {"normal", *(row.category for row in WIRES)}:
            if db.session.get(Category, code) is None:
                db.session.add(_category(code))
        db.session.flush()
        self._table()
        db.session.commit()
        self.do("add_cabinet", "lin", chain=CODE, serial="SN-1", model=MODEL, revision=REVISION)

    def _table(self) -> None:
        lin = self.person("lin")
        table = WiringTable(
            **_imported(lin),
            model=MODEL,
            revision=REVISION,
            filename="nice.csv",
            format="csv",
            file_sha256="0" * 64,
            columns={},
            wire_count=len(WIRES),
        )
        table.wires = [_wire(sequence, row) for sequence, row in enumerate(WIRES, 1)]
        db.session.add(table)

    def person(self, name: str) -> signed_in.SignedIn:
        """Return a person by name."""
        found = signed_in.named(name)
        assert found is not None
        return found

    def do(
        self, act: str, by: str, *, chain: str | None = "", number: UUID | None = None, **fields: Any
    ) -> Any:
        """Record an operation as a person, on the plant's cabinet unless another chain is given."""
        if chain is None:
            chain = new_code()
        return perform(act, fields, self.person(by), chain=chain or self.code, number=number or uuid4())

    def client(self, name: str) -> FlaskClient:
        """Return a client that is signed in as a person."""
        client = self.app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = self.person(name).get_id()
            session["_fresh"] = True
        return client


def _imported(by: signed_in.SignedIn) -> dict[str, Any]:
    """Put the import of the table into the plant's chain, as if it had been recorded; return its stamp."""
    number, moment = uuid4(), now()
    ledger = Ledger([PLANT])
    entry = Entry(number, "import_table", PLANT, by, moment, moment, ledger.next_position(PLANT))
    ledger.append(entry, {})
    ledger.write()
    return entry.stamp


def _category(code: str) -> Category:
    return Category(
        code=code,
        position=0,
        name_en=code,
        name_zh_hans=code,
        name_zh_hant=code,
        checks_colour=False,
        checks_lug=False,
        checks_size=False,
        recheck_needs_table=False,
        always_sampled=False,
    )


def _wire(sequence: int, row: Row) -> Wire:
    (from_device, from_terminal), (to_device, to_terminal) = (end.split(":") for end in row.ends.split())
    size = Decimal(row.mm2)
    return Wire(
        sequence=sequence,
        source_row=sequence + 1,
        number=str(100 + sequence),
        from_device=from_device,
        from_terminal=from_terminal,
        to_device=to_device,
        to_terminal=to_terminal,
        colour="BU",
        colour_text="蓝",
        cross_section_mm2=size,
        cross_section_text=f"{row.mm2}mm²",
        extra={},
        category=row.category,
        is_large=size >= Decimal(6),
        is_wide=row.wide,
        is_look_alike=row.look_alike,
        flag_reasons={"look_alike": LOOK_ALIKE} if row.look_alike else {},
        extra_checks=list(row.checks),
        recheck_needs_table=row.needs_table,
        always_sampled=row.sampled,
    )
