"""A person's mapping of columns, which goes before every guess."""

from collections.abc import Iterable, Mapping

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.words import Code, unreadable


def mapped(columns: tuple[Column, ...], mapping: Mapping[str, str] | None) -> tuple[Column, ...]:
    """Let a person's mapping go before the guesses: each field it names is taken from nowhere else.

    A field that is given the empty header is filled by no column.
    """
    if not mapping:
        return columns
    chosen: dict[str, list[Target]] = {}
    headers = {column.header: column for column in columns}
    for name, header in mapping.items():
        if header and header not in headers:
            raise unreadable(Code.UNKNOWN_COLUMN, column=header, columns=list(headers))
        chosen.setdefault(header, []).extend(_named(name))
    named = {target for targets in chosen.values() for target in targets}
    return tuple(_chosen(column, chosen, named) for column in columns)


def _chosen(column: Column, chosen: Mapping[str, list[Target]], named: Iterable[Target]) -> Column:
    if column.header in chosen:
        return Column(column.index, column.header, tuple(chosen[column.header]), 1.0)
    left = tuple(target for target in column.targets if target not in named)
    return Column(column.index, column.header, left, column.confidence if left else 0.0)


def _named(name: str) -> tuple[Target, ...]:
    if name in PAIRS:
        return PAIRS[name]
    try:
        return (Target(name),)
    except ValueError:
        raise unreadable(Code.UNKNOWN_TARGET, target=name, targets=[*Target, *PAIRS]) from None
