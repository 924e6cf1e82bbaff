"""The rules of categories as lines of text: how a lead reads and writes them."""

from collections.abc import Collection, Iterable
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.words import listed
from wiring_qa.tables.judging.categories import FIELDS, Rule, SeedRule

PARTS = 3


class BadLine(Exception):  # noqa: N818  it is an answer to the person
    """A line that is no rule; ``words`` say which and why."""

    def __init__(self, words: Any) -> None:
        super().__init__("bad line")
        self.words = words


def lines_of(rules: Iterable[Rule]) -> str:
    """Return rules as text, one a line."""
    return "\n".join(f"{rule.category}, {rule.field}, {rule.pattern}" for rule in rules)


def rules_in(text: str, categories: Collection[str]) -> list[SeedRule]:
    """Return the rules of a text; blank lines are skipped; raise `BadLine` for the first that is none."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        parts = [part.strip() for part in line.split(",", PARTS - 1)]
        if len(parts) != PARTS or not parts[2]:
            raise BadLine(
                _l("Line %(number)d: write category, field and pattern with commas between.", number=number)
            )
        category, field, pattern = parts
        if category not in categories:
            raise BadLine(
                _l("Line %(number)d: there is no category “%(category)s”.", number=number, category=category)
            )
        if field not in FIELDS:
            raise BadLine(
                _l(
                    "Line %(number)d: “%(field)s” is not one of %(fields)s.",
                    number=number,
                    field=field,
                    fields=listed(FIELDS),
                )
            )
        found.append(SeedRule(category, field, pattern))
    if not found:
        raise BadLine(_l("Write at least one rule."))
    return found
