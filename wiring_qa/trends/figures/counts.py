"""Findings counted by what they have in common: the Pareto and the heat map."""

import enum
from collections import Counter
from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import func

from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import Table, findings


class By(enum.StrEnum):
    """What findings are counted by; the name of the filter that narrows a view to one of them."""

    KIND = "kind"
    CATEGORY = "category"
    DEVICE = "device"
    MODEL = "model"
    LINE = "line"
    WIRER = "wirer"
    INSPECTOR = "inspector"

    @property
    def label(self) -> Any:
        """The word in the reader's language."""
        return _LABELS[self]


_LABELS = {
    By.KIND: _l("Kind"),
    By.CATEGORY: _l("Category"),
    By.DEVICE: _l("Device"),
    By.MODEL: _l("Model"),
    By.LINE: _l("Line"),
    By.WIRER: _l("Wirer"),
    By.INSPECTOR: _l("Inspector"),
}
_COLUMNS: dict[By, Any] = {
    By.KIND: Finding.kind,
    By.CATEGORY: Wire.category,
    By.DEVICE: Finding.device,
    By.MODEL: WiringTable.model,
    By.LINE: Cabinet.line,
    By.WIRER: Person.name,
    By.INSPECTOR: Person.name,
}


_NEEDS: dict[By, tuple[Table, ...]] = {
    By.CATEGORY: (Wire,),
    By.MODEL: (WiringTable,),
    By.LINE: (Cabinet,),
    By.WIRER: (Cabinet,),
}


def counts(filters: Filters, by: By) -> Sequence[tuple[str, int]]:
    """Count a view's findings by something, the most frequent first; "" has what it is not known of.

    A finding on a cabinet of several wirers counts for each of them.
    """
    column = _COLUMNS[by]
    query = findings(filters, column, func.count(), needs=_NEEDS.get(by, ())).group_by(column)
    if by is By.WIRER:
        query = query.outerjoin(CabinetWirer, CabinetWirer.cabinet_id == Cabinet.id).outerjoin(
            Person, Person.id == CabinetWirer.person_id
        )
    if by is By.INSPECTOR:
        query = query.join(Person, Person.id == Finding.by_id)
    found = [(str(name or ""), count) for name, count in db.session.execute(query)]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def kinds_by_category(filters: Filters) -> Counter[tuple[str, str]]:
    """Count a view's findings by kind and category; those that are on no row have no category."""
    columns = (Finding.kind, Wire.category)
    query = findings(filters, *columns, func.count(), needs=(Wire,)).group_by(*columns)
    return Counter(
        {(kind.value, category or ""): count for kind, category, count in db.session.execute(query)}
    )
