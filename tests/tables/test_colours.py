"""Colours as tables of the field write them, told as IEC 60757 codes; the text stays beside the code."""

import pytest

from wiring_qa.tables.preview import preview
from wiring_qa.tables.wires import ParsedWire


def read(colour: str) -> ParsedWire:
    text = f"No;From;To;Colour\n1;K1:1;X1:1;{colour}\n"
    return preview(text.encode(), "wires.csv").wires[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("蓝", "BU"), ("兰色", "BU"), ("浅蓝色", "BU"), ("草绿", "GN"), ("BU", "BU"), ("blue", "BU"),
        ("LB", "BU"), ("2x BU", "BU"), ("2×蓝", "BU"), ("PU/GN", "VTGN"), ("slate", "GY"),
        ("DBU", "BU"), ("hbl", "BU"), ("R", "RD"), ("Y", "YE"), ("W/G", "WHGN"), ("LGN", "GN"), ("hgr", "GY"),
        ("GNYE", "GNYE"), ("黄绿", "GNYE"), ("双色线", "GNYE"), ("黄绿相间", "GNYE"), ("ge/gn", "GNYE"),
        ("V/J", "GNYE"), ("VJ", "GNYE"), ("GV", "GNYE"), ("Am/Ve", "GNYE"), ("Verde/Amarelo", "GNYE"),
        ("RD/BK", "RDBK"), ("红黑", "RDBK"), ("红黑双", "RDBK"), ("黑底白条", "BKWH"), ("红白条纹", "RDWH"),
        ("rd ws", "RDWH"),
        ("preto", "BK"), ("vermelho", "RD"), ("branco", "WH"), ("cinza", "GY"), ("laranja", "OG"),
    ],
)  # fmt: skip
def test_a_colour_is_told_whatever_it_is_called(text: str, code: str) -> None:
    wire = read(text)
    assert (wire.colour, wire.colour_text) == (code, text)


@pytest.mark.parametrize("text", ["条", "2x", "底", "12345", "beige"])
def test_what_is_no_colour_of_the_standard_is_left_as_it_stands(text: str) -> None:
    wire = read(text)
    assert (wire.colour, wire.colour_text) == (None, text)
