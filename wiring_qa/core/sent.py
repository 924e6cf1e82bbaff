"""What browsers and scripts send, made fit to be kept before anything reads it.

No database keeps a NUL in a text on every engine, nor a whole number without end: a text loses the signs that
nobody types, and a number that is too large is no number.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import ImmutableMultiDict, iter_multi_items
from werkzeug.exceptions import BadRequest
from werkzeug.routing import IntegerConverter, Map, UnicodeConverter, ValidationError

LARGEST = 2**31 - 1
"""The largest whole number that a column of either engine holds."""

DEEPEST = 50
"""Lists within lists of what is sent as JSON: more than anything has, far less than breaks a reader."""

_NOT_TYPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HALF = re.compile(r"[\ud800-\udfff]")
_DECIMAL = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)")
_LINE_ENDS = re.compile(r"[\t\r\n\x85\u2028\u2029]+")


def typed(text: str) -> str:
    """Return a text without control characters but tabs and line ends; half a character is one that was lost.

    Half an emoji is what a tablet keeps where a field's length cuts it in two.
    """
    if _HALF.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _NOT_TYPED.sub("", text)


def one_line(text: str) -> str:
    """Return a text on one line, trimmed."""
    return _LINE_ENDS.sub(" ", typed(text)).strip()


def whole_number(text: str) -> int:
    """Return a whole number that the database can hold; raise ValueError for anything else."""
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(text)
    return number


def decimal_number(text: str) -> Decimal | None:
    """Return a number with a decimal point or comma, in full-width signs, too; None for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip().replace(",", ".").replace("。", ".")
    return Decimal(plain) if _DECIMAL.fullmatch(plain) else None


class Fields(ImmutableMultiDict[str, Any]):
    """The fields of a form or of an address, each as it can have been typed."""

    def __init__(self, mapping: Any = None) -> None:
        """Take pairs of names and what was sent under them; files stay as they are."""
        super().__init__(_typed_pairs(iter_multi_items(mapping)) if mapping is not None else None)


def _typed_pairs(pairs: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(typed(name), typed(each) if isinstance(each, str) else each) for name, each in pairs]


class SentRequest(Request):
    """A request whose fields can be kept."""

    parameter_storage_class = Fields

    def get_json(self, force: bool = False, silent: bool = False, cache: bool = True) -> Any:
        """Return the JSON that was sent; what is nested without end is refused even if silent."""
        try:
            told = super().get_json(force, silent, cache)
        except RecursionError:
            raise BadRequest from None
        if _is_deep(told):
            raise BadRequest
        return told


def _is_deep(told: Any) -> bool:
    level = [told]
    for _ in range(DEEPEST):
        level = [within for each in level for within in _within(each)]
    return bool(level)


def _within(each: Any) -> Iterable[Any]:
    if isinstance(each, dict):
        return each.values()
    return each if isinstance(each, list) else ()


class _Typed(UnicodeConverter):
    """A part of an address without control characters; with them, nothing stands there."""

    def to_python(self, value: str) -> str:
        if typed(value) != value:
            raise ValidationError(value)
        return value


class _Whole(IntegerConverter):
    """A whole number of an address."""

    def __init__(self, map_: Map, **given: Any) -> None:
        super().__init__(map_, **{"max": LARGEST, **given})


def init_app(app: Flask) -> None:
    """Have every request read so; before any address is added."""
    app.request_class = SentRequest
    app.url_map.converters.update({"default": _Typed, "string": _Typed, "int": _Whole})
