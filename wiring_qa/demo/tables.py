"""The wiring tables of the demo plant, written as drawing programs write them: each in its own way."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from wiring_qa.demo.wiring import (
    DOOR,
    Circuits,
    Conductor,
    car_cable,
    control_voltage,
    door,
    inputs,
    power,
    relays,
)


@dataclass(frozen=True)
class Language:
    """How a plant writes its tables: column names, places, colours."""

    columns: tuple[str, ...]
    door: str
    plate: str
    display: str
    colours: dict[str, str]


ENGLISH = Language(
    ("No.", "Wire number", "From device", "From terminal", "To device", "To terminal", "Colour",
     "Cross-section", "From ferrule", "To ferrule", "Length (mm)", "From location", "To location", "Remark"),
    "door", "plate", "display plug", {},
)  # fmt: skip
CHINESE = Language(
    ("序号", "线号", "起点元件", "起点端子", "终点元件", "终点端子", "颜色", "平方数", "起点线鼻子",
     "终点线鼻子", "长度(mm)", "起点安装位置", "终点安装位置", "备注"),
    "门", "安装板", "显示屏插头",
    {"BK": "黑", "BU": "蓝", "RD": "红", "WH": "白", "BN": "棕", "YE": "黄", "GY": "灰", "OG": "橙",
     "VT": "紫", "BUWH": "蓝白", "GNYE": "黄绿"},
)  # fmt: skip


@dataclass(frozen=True)
class Design:
    """A cabinet model with its wiring table as a file."""

    model: str
    revision: str
    line: str
    filename: str
    content: bytes


def designs() -> list[Design]:
    """Return the models that the demo plant builds."""
    return [
        Design("NICE-3000", "A/2", "Hall 1", "NICE-3000 接线表 A2.csv", _elevator()),
        Design("EFC-75", "3", "Hall 2", "efc-75_r3_wires.csv", _drive()),
        Design("MRL-450", "B/1", "Hall 1", "MRL-450 接线表.csv", _machine_room_less()),
        Design("DOC-12", "1", "Hall 2", "DOC-12 wire list.csv", _door_operator()),
    ]


def _elevator() -> bytes:
    circuits = Circuits()
    power(circuits, "6")
    control_voltage(circuits)
    relays(circuits, 8)
    inputs(circuits, 40)
    door(circuits, 3, CHINESE.display)
    return _file(circuits.wires, CHINESE, title="NICE-3000 控制柜接线表", encoding="gb18030")


def _drive() -> bytes:
    circuits = Circuits()
    power(circuits, "10")
    control_voltage(circuits)
    relays(circuits, 4)
    door(circuits, 2, ENGLISH.display)
    return _file(circuits.wires, ENGLISH, delimiter=";", comma=True)


def _machine_room_less() -> bytes:
    circuits = Circuits()
    power(circuits, "4")
    control_voltage(circuits)
    relays(circuits, 8)
    inputs(circuits, 55)
    car_cable(circuits, 36)
    door(circuits, 4, CHINESE.display)
    return _file(circuits.wires, CHINESE, encoding="utf-8-sig")


def _door_operator() -> bytes:
    circuits = Circuits()
    control_voltage(circuits)
    relays(circuits, 3)
    inputs(circuits, 24)
    door(circuits, 1, ENGLISH.display)
    return _file(circuits.wires, ENGLISH)


def _file(
    wires: Sequence[Conductor],
    language: Language,
    *,
    title: str = "",
    delimiter: str = ",",
    comma: bool = False,
    encoding: str = "utf-8",
) -> bytes:
    text = StringIO(newline="")
    sheet = csv.writer(text, delimiter=delimiter)
    if title:
        sheet.writerow([title])
    sheet.writerow(language.columns)
    for place, wire in enumerate(wires, 1):
        mm2 = wire.mm2.replace(".", ",") if comma else wire.mm2
        sheet.writerow([place, *_cells(wire, language, mm2, _length(place, wire))])
    return text.getvalue().encode(encoding)


def _cells(wire: Conductor, language: Language, mm2: str, length_mm: int) -> list[object]:
    lug = f"E{wire.mm2}-{12 if float(wire.mm2) > 4 else 8}"
    return [
        wire.number,
        *wire.start.split(":"),
        *wire.end.split(":"),
        language.colours.get(wire.colour, wire.colour),
        mm2,
        lug,
        lug,
        length_mm,
        _place(wire.start, language),
        _place(wire.end, language),
        wire.remark,
    ]


def _place(end: str, language: Language) -> str:
    return language.door if end.startswith(DOOR) else language.plate


def _length(place: int, wire: Conductor) -> int:
    """Wires to the door are long; the others differ a little, as wires do."""
    return (1400 if wire.start.startswith(DOOR) else 300) + place * 37 % 260
