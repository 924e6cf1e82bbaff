"""What the address of a draft's page asks for: which wires in which order, which problems, which row."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

ASCENDING, DESCENDING = "asc", "desc"


@dataclass(frozen=True)
class Asked:
    """The parameters of the address by their names; what is left out of it is as here."""

    show: str = "all"
    page: int = 1
    sort: str = "row"
    order: str = ASCENDING
    level: str = ""
    problem: str = ""
    column: str = ""
    told: int = 1
    """The page of the problems."""
    edit: int = 0
    """The row whose cells are open to be mended; none where 0."""
    at: str = "table"
    """In which list it is opened: table, problems or layout."""

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> "Asked":
        """Take what an address says; numbers that are none are left as they are."""
        found: dict[str, Any] = {}
        for each in fields(cls):
            text = sent.get(each.name, "")
            if each.type is str or each.type == "str":
                found[each.name] = text or each.default
            elif text.isdecimal() and len(text) < 10:  # noqa: PLR2004  no file has a thousand million rows
                found[each.name] = int(text)
        return cls(**found)

    def parameters(self, **changes: Any) -> dict[str, Any]:
        """Return the parameters of the address that asks for this and what is changed."""
        wanted = asdict(replace(self, **changes))
        usual = asdict(Asked())
        return {name: value for name, value in wanted.items() if value != usual[name]}

    @property
    def is_descending(self) -> bool:
        """Whether the order is turned round."""
        return self.order == DESCENDING
