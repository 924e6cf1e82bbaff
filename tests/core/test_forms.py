import enum
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, IntegerField, PasswordField
from wtforms.validators import Optional

from wiring_qa.core.forms import ActForm, Decimals, OneOf, SomeOf, between, posted, text, whole
from wiring_qa.core.sent import LARGEST


class Shade(enum.StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Sample(ActForm):
    secrets: ClassVar[frozenset[str]] = frozenset({"pin"})
    name = text("Name", needed=True, longest=10)
    shade = OneOf("Shade", Shade)
    other = OneOf("Other", Shade, needed=False)
    some = SomeOf("Some", ("a", "b"))
    any = SomeOf("Any")
    number = IntegerField("Number", [Optional(), between(1, 9)])
    row = whole("Row", needed=False)
    torque = Decimals("Torque", [Optional()])
    day = DateField("Day", [Optional()])
    ready = BooleanField("Ready")
    pin = PasswordField("PIN")


GOOD: dict[str, Any] = {"name": "Li", "shade": "dark"}


@pytest.fixture(autouse=True)
def context(app: Flask) -> Flask:
    return app


def filled(**fields: Any) -> Sample:
    return Sample(formdata=posted({**GOOD, **fields}))


@pytest.mark.parametrize("blank", ["   ", "\u3000", "\0", "\t\n"])
def test_spaces_alone_fill_nothing_in(blank: str) -> None:
    form = filled(name=blank)
    assert not form.validate()
    assert form.messages() == {"name": ["Please fill this in."]}


def test_what_no_database_stores_is_left_out() -> None:
    form = filled(name="L\0i", any=["x\0"])
    assert form.validate()
    assert form.record() == {"name": "Li", "shade": "dark", "any": ["x"], "ready": False}


@pytest.mark.parametrize("number", [2**31, -(2**31), 10**40, "many"])
def test_a_number_that_no_column_holds_is_refused(number: object) -> None:
    form = filled(row=number)
    assert not form.validate()
    assert list(form.messages()) == ["row"]


def test_a_page_and_a_script_send_the_same() -> None:
    page = MultiDict([("name", "Li"), ("some", "a"), ("some", "b"), ("number", "3"), ("ready", "true")])
    script = {"name": "Li", "some": ["a", "b"], "number": 3, "ready": True, "note": None, "gone": False}
    assert posted(script) == page


def test_the_record_keeps_what_was_entered_and_no_secret() -> None:
    form = filled(
        name="  Li ",
        some=["a", "a"],
        any=[" x "],
        number=3,
        torque="2.50",
        day="2026-11-23",
        ready=True,
        pin="4071",
    )
    assert form.validate(), form.errors
    assert form.torque.data == Decimal("2.50")
    assert form.day.data == date(2026, 11, 23)
    assert form.record() == {
        "name": "Li",
        "shade": "dark",
        "some": ["a"],
        "any": ["x"],
        "number": 3,
        "torque": "2.50",
        "day": "2026-11-23",
        "ready": True,
    }


def test_blanks_are_not_kept() -> None:
    form = filled(other="", some=[], number="")
    assert form.validate(), form.errors
    assert form.record() == {"name": "Li", "shade": "dark", "ready": False}


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Please fill this in."),
        ("name", "x" * 11, "At most 10 characters."),
        ("shade", None, "Please fill this in."),
        ("shade", "pink", "“pink” is not one of the choices."),
        ("other", "pink", "“pink” is not one of the choices."),
        ("some", ["a", "c"], "“c” is not one of the choices."),
        ("number", "10", "Between 1 and 9."),
        ("number", "three", "Not a valid integer value."),
        ("row", LARGEST + 1, "Not a valid integer value."),
        ("row", -LARGEST - 1, "Not a valid integer value."),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field: str, value: Any, words: str) -> None:
    form = filled(**{field: value})
    assert not form.validate()
    assert list(form.messages()) == [field]
    assert words in form.messages()[field]


def test_a_stored_value_fills_a_choice() -> None:
    form = Sample(data={"shade": "light"})
    assert form.shade.data is Shade.LIGHT
    assert list(form.shade.iter_choices()) == [("light", "light"), ("dark", "dark")]


@pytest.mark.parametrize("sent", ["2,5", " 2,5 ", "2.5", "２，５", "２．５", "2，5", "2。5", 2.5, ",5", "2,"])
def test_a_decimal_comma_is_a_decimal_point(sent: object) -> None:
    form = filled(torque=sent)
    assert form.validate(), form.errors
    assert form.torque.data == Decimal({",5": "0.5", "2,": "2"}.get(str(sent), "2.5"))
    assert form.record()["torque"] == str(form.torque.data)


@pytest.mark.parametrize(
    "sent", ["1,000.5", "1.000,5", "1,000,000", "2;5", "2 5", ",", "NaN", "inf", "1_0", "1e2"]
)
def test_what_may_mean_two_numbers_or_none_is_refused(sent: str) -> None:
    form = filled(torque=sent)
    assert not form.validate()
    assert form.messages() == {"torque": ["Not a valid decimal value."]}


def test_what_is_no_number_is_told_once() -> None:
    form = filled(number="many")
    assert not form.validate()
    assert form.errors["number"] == ["Not a valid integer value."]


def test_a_number_out_of_its_range_is_refused() -> None:
    form = filled(number="12")
    assert not form.validate()
    assert form.errors["number"] == ["Between 1 and 9."]


@pytest.mark.parametrize(
    ("sent", "kept"), [("a\x00b", "ab"), ("a\ud83d", "a\ufffd"), ("\ude00中", "\ufffd中"), ("😀", "😀")]
)
def test_what_no_database_holds_is_not_in_a_text(sent: str, kept: str) -> None:
    assert filled(name=sent).name.data == kept


def test_nor_does_a_page_send_it() -> None:
    assert Sample(formdata=MultiDict({"name": "L\x00i"})).name.data == "Li"


def test_what_the_librarys_fields_say_is_translated(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "zh-CN"}):
        form = filled(number="many", torque="soft", day="soon")
        assert not form.validate()
        assert form.messages() == {
            "number": ["请填写整数。"],
            "torque": ["请填写数字。"],
            "day": ["请填写有效的日期。"],
        }
