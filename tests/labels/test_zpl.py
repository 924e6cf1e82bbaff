import re

import pytest
from hypothesis import given, strategies as st
from PIL import Image

from tests.labels.decoders import expanded, field_data, label, texts_in, zpl_pictures
from wiring_qa.labels.setup import Setup
from wiring_qa.labels.zpl import _compressed, write_zpl

ROWS = st.integers(1, 40).flatmap(
    lambda size: st.lists(
        st.binary(min_size=size, max_size=size) | st.sampled_from([bytes(size), b"\xff" * size]),
        min_size=1,
        max_size=6,
    )
)


def test_the_code_carries_the_address_at_error_correction_q() -> None:
    data = write_zpl([label()], Setup()).decode()
    (told,) = re.findall(r"\^BQN,2,(\d+)\^FH_\^FD(.*?)\^FS", data)
    assert told == ("7", "QA,https://wiring.example/c/K7QM3X001")


def test_each_label_is_a_format_of_its_own() -> None:
    data = write_zpl([label(1), label(2)], Setup()).decode()
    assert data.count("^XA") == data.count("^XZ") == 2
    assert re.findall(r"c/(K7QM3X\d+)", data) == ["K7QM3X001", "K7QM3X002"]


@pytest.mark.parametrize("rest", ["?a=^XZ", "~JA", "a_5Eb", "b\\&c"])
def test_an_address_is_never_taken_for_a_command(rest: str) -> None:
    url = f"https://wiring.example/{rest}"
    data = write_zpl([label(url=url)], Setup()).decode()
    (told,) = re.findall(r"\^FDQA,(.*?)\^FS", data)
    assert not set("^~\\") & set(told)
    assert field_data(told) == url
    assert data.count("^XZ") == 1
    assert texts_in(zpl_pictures(data.encode())[0]) == [url]


def test_a_text_is_sent_as_a_picture_only() -> None:
    data = write_zpl([label(serial="柜体^XZ", model="~JA")], Setup())
    assert data.isascii()
    assert data.count(b"^XZ") == 1
    assert b"~" not in data


@given(ROWS)
def test_the_short_form_of_a_picture_is_the_same_picture(rows: list[bytes]) -> None:
    short = "".join(_compressed([row.hex().upper() for row in rows]))
    assert expanded(short, len(rows[0])) == b"".join(rows)


def test_a_label_is_a_few_kilobytes() -> None:
    assert len(write_zpl([label(serial="电梯控制柜序号" * 5)], Setup())) < 9000


def test_the_ink_keeps_clear_of_the_label_s_edge() -> None:
    (image,) = zpl_pictures(write_zpl([label(serial="电梯控制柜序号" * 9, order="WM" * 40)], Setup()))
    ink = Image.eval(image, lambda value: 255 - value).getbbox()
    assert ink
    assert ink[0] >= 24
    assert ink[1] >= 24
    assert ink[2] <= 560 - 16
    assert ink[3] <= 296 - 16
