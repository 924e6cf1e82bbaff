"""A plant to measure on: cabinets that nobody has checked, and an inspector with a tablet for each client."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import uuid4

from flask import Flask, session
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select

from wiring_qa.cabinets.codes import new_code
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.journal.entries import Ledger
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Entry
from wiring_qa.journal.submit import perform
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.people.signed_in import SignedIn, named
from wiring_qa.tables.models import Category, Wire, WiringTable

WIRES = 400
MODEL, REVISION = "bench", "1"


@dataclass(frozen=True)
class Tablet:
    """One client: who is signed in, with which cookie and token, and the cabinets they walk in turn."""

    person_id: int
    person: str
    cookie: str
    token: str
    cabinets: list[tuple[int, str]]
    """Id and code of each cabinet."""
    wire_ids: list[int]
    """The rows of every cabinet, in order."""


class Plant:
    """Fills an empty, migrated database and hands out tablets; no two walk the same cabinet."""

    def __init__(self, app: Flask, wires: int = WIRES) -> None:
        """Put in the people and the wiring table."""
        self._app = app
        db.session.add(Person(name="Lead", name_key="lead", role=Role.LEAD))
        if db.session.get(Category, "normal") is None:
            db.session.add(_normal())
        db.session.flush()
        self._lead = _person("lead")
        table = _table(self._lead, wires)
        db.session.add(table)
        db.session.commit()
        ids = select(Wire.id).where(Wire.table_id == table.id).order_by(Wire.sequence)
        self._wire_ids = list(db.session.scalars(ids))

    def tablet(self, marks: int) -> Tablet:
        """Return a tablet with cabinets enough for a number of marks."""
        name = f"inspector-{uuid4().hex[:8]}"
        db.session.add(Person(name=name, name_key=name, role=Role.INSPECTOR))
        db.session.commit()
        person = _person(name)
        cabinets = [self._cabinet() for _ in range(-(-marks // len(self._wire_ids)))]
        with self._app.app_context(), self._app.test_request_context():
            session["_user_id"] = person.get_id()
            session["_fresh"] = True
            token = generate_csrf()
            signer = self._app.session_interface.get_signing_serializer(self._app)  # type: ignore[attr-defined]
            cookie = f"{self._app.config['SESSION_COOKIE_NAME']}={signer.dumps(dict(session))}"
        return Tablet(person.id, name, cookie, token, cabinets, self._wire_ids)

    def _cabinet(self) -> tuple[int, str]:
        fields = {"serial": uuid4().hex, "model": MODEL, "revision": REVISION}
        code = str(perform("add_cabinet", fields, self._lead, chain=new_code())["code"])
        return db.session.execute(select(Cabinet.id).where(Cabinet.code == code)).scalar_one(), code


def _person(name: str) -> SignedIn:
    found = named(name)
    if found is None:
        raise LookupError(name)
    return found


def _table(by: SignedIn, wires: int) -> WiringTable:
    number, moment = uuid4(), now()
    ledger = Ledger([PLANT])
    entry = Entry(number, "import_table", PLANT, by, moment, moment, ledger.next_position(PLANT))
    ledger.append(entry, {})
    ledger.write()
    table = WiringTable(
        **entry.stamp,
        model=MODEL,
        revision=REVISION,
        filename="bench.csv",
        format="csv",
        file_sha256="0" * 64,
        columns={},
        wire_count=wires,
    )
    table.wires = [_wire(sequence) for sequence in range(1, wires + 1)]
    return table


def _wire(sequence: int) -> Wire:
    return Wire(
        sequence=sequence,
        source_row=sequence,
        number=str(sequence),
        from_device=f"-K{sequence // 8 + 1}",
        from_terminal=str(sequence % 8),
        to_device=f"-X{sequence // 40 + 1}",
        to_terminal=str(sequence % 40),
        cross_section_mm2=Decimal("1.5"),
        extra={},
        category="normal",
        is_large=False,
        is_wide=False,
        is_look_alike=False,
        flag_reasons={},
        extra_checks=[],
        recheck_needs_table=False,
        always_sampled=False,
    )


def _normal() -> Category:
    return Category(
        code="normal",
        position=0,
        name_en="Normal",
        name_zh_hans="普通",
        name_zh_hant="普通",
        checks_colour=False,
        checks_lug=False,
        checks_size=False,
        recheck_needs_table=False,
        always_sampled=False,
    )
