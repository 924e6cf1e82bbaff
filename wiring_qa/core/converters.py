"""What may stand in an address."""

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

from wiring_qa.core.forms import LARGEST


class ColumnNumber(IntegerConverter):
    """A whole number that a column of numbers holds; at the address of a greater one there is nothing."""

    def __init__(self, url_map: Map, *arguments: Any, **limits: Any) -> None:
        """Take the limits of an address, or the column's."""
        super().__init__(url_map, *arguments, **{"max": LARGEST, **limits})


def column_number(text: str) -> int:
    """Read a whole number that a column of numbers holds; raise `ValueError` for anything else."""
    number = int(text)
    if abs(number) > LARGEST:
        raise ValueError(text)
    return number


def init_app(app: Flask) -> None:
    """Have every whole number in an address be one."""
    app.url_map.converters["int"] = ColumnNumber
