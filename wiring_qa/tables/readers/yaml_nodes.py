"""YAML as plain texts, lists and mappings, read so that no file can do harm.

Only the parser of PyYAML is used: nothing is made of tags, and every scalar stays the text that it is, so
that ``ON`` and ``012`` are neither a truth value nor an octal. Aliases are followed under a budget, which
ends both those that multiply and those that contain themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.words import Code, unreadable

_MERGE = "<<"
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Alias:
    name: str


@dataclass(slots=True)
class _Parts:
    """A list, or a mapping whose keys and values follow each other."""

    is_mapping: bool
    parts: list[Any] = field(default_factory=list)


def read_yaml(text: str, limits: ReadLimits) -> Any:
    """Return what a YAML text holds: texts, None, lists, and mappings with texts as keys.

    Raises:
        UnreadableTable: it is no YAML, too deep or too large, or its aliases come to too much.
    """
    try:
        events = yaml.parse(text, Loader=_Loader)
        root, anchors = _gathered(events, limits)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise unreadable(Code.BROKEN_FILE, line=line) from error
    except (yaml.YAMLError, ValueError) as error:
        raise unreadable(Code.BROKEN_FILE, line=1) from error
    return _Unfolding(anchors, limits).value(root, 0)


def _gathered(events: Iterator[Any], limits: ReadLimits) -> tuple[Any, dict[str, Any]]:
    """Gather the parts of the first document, and those that have an anchor, by its name."""
    anchors: dict[str, Any] = {}
    lying_open = [_Parts(is_mapping=False)]
    for count, event in enumerate(events):
        if count > limits.max_yaml_nodes or len(lying_open) > limits.max_depth:
            raise unreadable(Code.TOO_INTRICATE)
        if isinstance(event, yaml.DocumentEndEvent):
            break
        if isinstance(event, yaml.CollectionEndEvent):
            lying_open.pop()
            continue
        part = _part(event)
        if part is None:
            continue
        lying_open[-1].parts.append(part)
        if getattr(event, "anchor", None) and not isinstance(part, _Alias):
            anchors[event.anchor] = part
        if isinstance(part, _Parts):
            lying_open.append(part)
    return next(iter(lying_open[0].parts), ""), anchors


def _part(event: Any) -> Any:
    if isinstance(event, yaml.AliasEvent):
        return _Alias(str(event.anchor))
    if isinstance(event, yaml.ScalarEvent):
        return event.value if event.style or event.value not in _NULLS else ""
    if isinstance(event, yaml.CollectionStartEvent):
        return _Parts(is_mapping=isinstance(event, yaml.MappingStartEvent))
    return None


class _Unfolding:
    """Makes values of parts, under a budget that counts a part each time that it is used."""

    def __init__(self, anchors: dict[str, Any], limits: ReadLimits) -> None:
        self._anchors = anchors
        self._left = limits.max_yaml_nodes
        self._max_depth = limits.max_depth

    def value(self, part: Any, depth: int) -> Any:
        """Return the value of a part."""
        self._left -= 1
        if self._left < 0 or depth > self._max_depth:
            raise unreadable(Code.ALIASES)
        if isinstance(part, _Alias):
            return self.value(self._anchors.get(part.name, ""), depth + 1)
        if not isinstance(part, _Parts):
            return part or None
        if not part.is_mapping:
            return [self.value(each, depth + 1) for each in part.parts]
        return self._mapping(part, depth)

    def _mapping(self, part: _Parts, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, value in zip(part.parts[::2], part.parts[1::2], strict=False):
            said = self.value(value, depth + 1)
            if key == _MERGE:
                for each in said if isinstance(said, list) else [said]:
                    merged = {**each, **merged} if isinstance(each, dict) else merged
            else:
                name = self.value(key, depth + 1)
                found[name if isinstance(name, str) else str(name)] = said
        return {**merged, **found}
