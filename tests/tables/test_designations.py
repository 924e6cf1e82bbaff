"""Designations of ends as programs export them, split as the contract says."""

import pytest

from wiring_qa.tables.preview import preview


@pytest.mark.parametrize(
    ("text", "location", "device", "terminal", "function"),
    [
        ("=A1+S1-K1:13", "+S1", "-K1", "13", "=A1"),
        ("+S1-K1:13", "+S1", "-K1", "13", None),
        ("=A1.B2+S1.P1-K1", "+S1.P1", "-K1", None, "=A1.B2"),
        ("=+-K1:A1", None, "-K1", "A1", None),
        ("=A1+-K1:A1", None, "-K1", "A1", "=A1"),
        ("=+S1-K1:A1", "+S1", "-K1", "A1", None),
        ("==A1++S1-K1:3", "++S1", "-K1", "3", "==A1"),
        ("+24V:1", None, "+24V", "1", None),
        ("+-24V:1", None, "+-24V", "1", None),
        ("X1:PE", None, "X1", "PE", None),
        ("=A1+S1−K1:13", "+S1", "-K1", "13", "=A1"),
        ("–K1:A1", None, "-K1", "A1", None),
    ],
)
def test_a_designation_is_split(
    text: str, location: str | None, device: str, terminal: str | None, function: str | None
) -> None:
    content = f"No;From;To\n1;{text};-X9:1\n2;-K8:1;-X9:2\n3;-K8:2;-X9:3\n"
    wire = preview(content.encode(), "wires.csv").wires[0]
    assert (wire.from_location, wire.from_device, wire.from_terminal) == (location, device, terminal)
    assert wire.extra.get("from_function") == function
